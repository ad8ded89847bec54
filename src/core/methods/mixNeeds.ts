import type {Asked} from './brief.ts';
import type {MethodSummary} from './method.ts';
import type {MixRole} from './mix.ts';
import type {Purpose} from './vocabulary.ts';

/** Of 1 to 5: up to here people tick boxes and say little of why. */
export const MERELY_COUNTS = 2;

/** People who are not online can surely take part: they meet somebody, or the method is known to reach them. */
export function isOffline({faceToFace, audiences}: Pick<MethodSummary, 'faceToFace' | 'audiences'>): boolean {
  return faceToFace || audiences.goodFor.includes('digitally-excluded');
}

/** Something that a mix should have: the role of what brings it, and whether a method does. */
export type Need = readonly [MixRole, (method: MethodSummary) => boolean];

/** What every mix should have if it can, whomever it is for. */
const NEEDS: readonly Need[] = [
  ['face-to-face', ({faceToFace}) => faceToFace],
  ['offline', isOffline],
  ['from-home', ({remote}) => remote],
  ['reasons', ({depth}) => depth > MERELY_COUNTS],
];

/** Ways of taking part that need no invitation. */
export const OPEN_DOOR: readonly MethodSummary['reach'][] = ['self-selecting', 'broad', 'whole-population'];
/** Purposes for which nobody may be turned away: whoever is left out could rightly say that the matter was settled without them. */
const OPEN_TO_ALL: readonly Purpose[] = ['gather-views', 'meet-statutory-duty', 'accountability', 'choose-between-options', 'generate-ideas', 'allocate-money', 'resolve-conflict'];

/** Purposes for which nobody is asked why. */
const ASKS_NO_REASONS: readonly Purpose[] = ['give-information', 'accountability'];

/** Takes a brief; gives what its mix should have if it can. */
export function needsOf({purpose}: Asked): readonly Need[] {
  return [
    ...NEEDS.filter(([role]) => role !== 'reasons' || !ASKS_NO_REASONS.includes(purpose)),
    ...(OPEN_TO_ALL.includes(purpose) ? [['open-door', ({reach}: MethodSummary) => OPEN_DOOR.includes(reach)] as const] : []),
  ];
}

/** Does a method go to people whom somebody picks out, and to none of those named? Where nobody is named, that is so for purposes open to all. */
export function isForOthers({reach, audiences}: MethodSummary, {audience: named, purpose}: Asked): boolean {
  return (reach === 'targeted' || reach === 'invited') && (named.length > 0 ? !named.some((audience) => audiences.goodFor.includes(audience)) : OPEN_TO_ALL.includes(purpose));
}
