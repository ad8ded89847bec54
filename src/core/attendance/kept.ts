import type {AttendanceMark} from '../courses/attendance.ts';
import {waitAfter} from '../records/outbox.ts';
import type {MarkOutcome, NewMark, Register, RegisterMark} from './api.ts';
import {cellKey, mergeMarks, momentAfter, openMarks, saysSame, seenIn} from './merge.ts';
import type {Cell} from './merge.ts';

/** How the keys begin under which a device keeps registers, which hold names. */
export const REGISTERS_KEPT_UNDER = 'register/';
/** How the keys begin under which a device keeps marks that have not been sent. They hold no names. */
export const MARKS_KEPT_UNDER = 'register-marks/';

/** Names of other people stay on a device no longer than this. Practice judgement: a week holds one weekly course and a few days of no signal. */
export const KEEP_NAMES_DAYS = 7;
/** Once the last session is over and all is sent, the register is of no use without a network. Practice judgement. */
const KEEP_AFTER_END_DAYS = 1;
const DAY_MS = 86_400_000;

/** A mark made by a slip of the finger can be changed for this long without a trace: it has not left the device. Practice judgement. */
export const HOLD_ONE_MS = 5_000;
/** Marking everybody at once can be undone for this long before it is sent. Practice judgement. */
export const HOLD_MANY_MS = 20_000;
/** While something waits, it is tried again after this long at the soonest. */
const NEXT_TRY_MS = 20_000;

/** A register as the device last loaded it. */
export interface KeptRegister {
  /** By the device's clock, in ISO 8601. */
  loadedAt: string;
  register: Register;
}

/** A mark on its way. */
export interface WaitingMark {
  mark: NewMark;
  /** It is not sent before this moment (ISO 8601), so that it can be taken back. */
  holdUntil: string;
  /** How often it was sent without an answer. Above 0 the service may have it. */
  tries: number;
  /** The service's sentence, when it refused the mark; null: it waits. */
  refused: string | null;
}

/** The key of a register, for one person on the device. */
export function registerKey(ownerId: string, runId: string): string {
  return `${REGISTERS_KEPT_UNDER}${ownerId}/${runId}`;
}

/** The key of the marks of a run that wait, for one person on the device. */
export function marksKey(ownerId: string, runId: string): string {
  return `${MARKS_KEPT_UNDER}${ownerId}/${runId}`;
}

/** The run that a key is about. */
export function runIdOf(key: string): string {
  return key.slice(key.lastIndexOf('/') + 1);
}

/** Reads what a device kept of a register, or null when it is none. */
export function parseKeptRegister(stored: unknown): KeptRegister | null {
  if (typeof stored !== 'object' || stored === null || !('register' in stored) || !('loadedAt' in stored) || typeof stored.loadedAt !== 'string') return null;
  const register = stored.register as Partial<Register> | null;
  const isWhole = typeof register?.run?.id === 'string' && Array.isArray(register.people) && Array.isArray(register.sessions) && Array.isArray(register.marks);
  return isWhole ? {loadedAt: stored.loadedAt, register: register as Register} : null;
}

/** Reads marks that a device kept; what is none of them is left out. */
export function parseWaiting(stored: unknown): WaitingMark[] {
  if (typeof stored !== 'object' || stored === null || !('marks' in stored) || !Array.isArray(stored.marks)) return [];
  return (stored.marks as unknown[]).filter((each): each is WaitingMark => typeof each === 'object' && each !== null
    && 'mark' in each && typeof (each.mark as Partial<NewMark> | null)?.id === 'string' && 'holdUntil' in each && 'tries' in each && 'refused' in each);
}

/** A register together with the marks of this device, as a screen shows it. `ownerId`: who made those. Refused marks count for nothing. */
export function cellsWith(register: Register | null, waiting: readonly WaitingMark[], ownerId: string): Map<string, Cell<RegisterMark>> {
  const mine = waiting.filter(({refused}) => refused === null).map(({mark}): RegisterMark => ({...mark, by: {id: ownerId, name: 'You'}}));
  return mergeMarks([...register?.marks ?? [], ...mine]);
}

/** What a trainer wants to say of somebody. */
export interface Intent {
  personId: string;
  sessionId: string;
  mark: AttendanceMark;
  minutes: number | null;
  reason: string | null;
}

/** Whether a mark of this device can still be replaced without a trace: it was never sent, and its moment of grace is not over. */
export function isFresh({holdUntil, tries, refused}: WaitingMark, now: string): boolean {
  return refused === null && tries === 0 && Date.parse(holdUntil) > Date.parse(now);
}

/** The mark of this device that a new one in the same place replaces, if there is one. */
export function freshIn(waiting: readonly WaitingMark[], place: Pick<NewMark, 'personId' | 'sessionId'>, now: string): WaitingMark | undefined {
  return waiting.findLast((each) => cellKey(each.mark) === cellKey(place) && isFresh(each, now));
}

/** The mark that a new one in this place would follow, those that it would replace left out; null: none. Decides whether a reason is needed. */
export function followedBy(register: Register | null, waiting: readonly WaitingMark[], place: Pick<NewMark, 'personId' | 'sessionId'>, now: string): Pick<NewMark, 'mark' | 'minutes'> | null {
  const fresh = freshIn(waiting, place, now);
  const here = (mark: Pick<NewMark, 'personId' | 'sessionId'>): boolean => cellKey(mark) === cellKey(place);
  const marks = [...register?.marks ?? [], ...waiting.filter((each) => each !== fresh && each.refused === null).map(({mark}) => mark)].filter(here);
  return mergeMarks(marks).get(cellKey(place))?.counts ?? null;
}

interface Making {
  register: Register | null;
  ownerId: string;
  /** By the device's clock, in ISO 8601. */
  now: string;
  holdMs: number;
  makeId: () => string;
}

/** Adds what a trainer wants to say to the marks that wait: a new mark each, or another in the place of one made a moment ago. */
export function addIntents(waiting: readonly WaitingMark[], intents: readonly Intent[], {register, ownerId, now, holdMs, makeId}: Making): WaitingMark[] {
  const replaced = new Set(intents.map((intent) => freshIn(waiting, intent, now)?.mark.id));
  const left = waiting.filter(({mark}) => !replaced.has(mark.id));
  const cells = cellsWith(register, left, ownerId);
  const added = intents.flatMap((intent): WaitingMark[] => {
    const cell = cells.get(cellKey(intent));
    // Said what stands there already: taking back a slip leaves nothing behind.
    if (cell && !cell.isDisputed && saysSame(cell.counts, intent)) return [];
    return [{mark: {id: makeId(), ...intent, ...seenIn(cell), at: momentAfter(now, cell?.open ?? [])}, holdUntil: new Date(Date.parse(now) + holdMs).toISOString(), tries: 0, refused: null}];
  });
  return [...left, ...added];
}

/** Takes marks back that were never sent. Those that may have reached the service stay: they are changed by another mark, with a reason. */
export function takeBack(waiting: readonly WaitingMark[], ids: readonly string[]): WaitingMark[] {
  const seen = new Set(waiting.filter(({mark}) => !ids.includes(mark.id)).flatMap(({mark}) => [mark.sawId, ...mark.settles]));
  return waiting.filter(({mark, tries}) => !ids.includes(mark.id) || tries > 0 || seen.has(mark.id));
}

/** The marks to send now, the oldest first. `isLeaving`: the page goes out of sight, so none is held back. */
export function sendable(waiting: readonly WaitingMark[], now: string, isLeaving: boolean): WaitingMark[] {
  return waiting.filter(({refused, holdUntil, tries}) => refused === null && (isLeaving || tries > 0 || Date.parse(holdUntil) <= Date.parse(now)));
}

/** When something can be sent next, in milliseconds from now; null: nothing waits. `failures`: tries in a row without an answer. */
export function nextTryMs(waiting: readonly WaitingMark[], now: string, {failures, random, retryAfterSeconds}: {failures: number; random: number; retryAfterSeconds: number | null}): number | null {
  const left = waiting.filter(({refused}) => refused === null);
  if (left.length === 0) return null;
  if (failures > 0) return Math.max(NEXT_TRY_MS, waitAfter(failures, random, retryAfterSeconds));
  const held = Math.min(...left.map(({holdUntil}) => Date.parse(holdUntil) - Date.parse(now)));
  return held > 0 ? Math.min(held, NEXT_TRY_MS) : NEXT_TRY_MS;
}

/** The register with marks that the service has taken, so that none is missing between sending it and loading the register again. */
export function withSent(kept: KeptRegister, outcomes: readonly MarkOutcome[]): KeptRegister {
  const sent = outcomes.flatMap((each) => (each.outcome === 'refused' ? [] : [each.mark]));
  return {...kept, register: {...kept.register, marks: openMarks([...kept.register.marks, ...sent])}};
}

/** What still waits once the service has answered. */
export function afterAnswer(waiting: readonly WaitingMark[], outcomes: readonly MarkOutcome[]): WaitingMark[] {
  const byId = new Map(outcomes.map((each) => [each.id, each]));
  return waiting.flatMap((each): WaitingMark[] => {
    const outcome = byId.get(each.mark.id);
    if (!outcome) return [each];
    return outcome.outcome === 'refused' ? [{...each, refused: outcome.sentence}] : [];
  });
}

/**
 * Whether a register must go from the device, names and all. `isHere`: its owner is signed in here; `waiting`: how many of its marks are
 * not sent. Marks outlive the names; they name nobody.
 */
export function mustForget({loadedAt, register}: KeptRegister, {isHere, waiting, now}: {isHere: boolean; waiting: number; now: string}): boolean {
  const since = (moment: string): number => (Date.parse(now) - Date.parse(moment)) / DAY_MS;
  if (since(loadedAt) > KEEP_NAMES_DAYS) return true;
  if (waiting > 0) return false;
  return !isHere || (register.sessions.length > 0 && register.sessions.every(({endsAt}) => since(endsAt) > KEEP_AFTER_END_DAYS));
}
