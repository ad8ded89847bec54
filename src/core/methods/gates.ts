import type {MethodSummary} from './method.ts';
import type {Asked} from './brief.ts';
import type {DecisionStage} from './vocabulary.ts';
import {FIGURE_PURPOSES} from './weights.ts';
import {audiencesInWords, costInWords, countInWords, weeksInWords} from './words.ts';

/** Use of what is already known comes before every method, so it is advice and never a ranked answer. */
export const STEP_ZERO = 'existing-feedback';

/** Each gate is one hard reason; everything else is a matter of degree and belongs in the score. */
export interface Gate {
  id: 'step-zero' | 'not-ours' | 'weeks' | 'money' | 'stage' | 'statutory-only' | 'audience' | 'identity' | 'number' | 'figures' | 'place';
  /** Gives the reason in a few words when the method cannot be used, or null. Reads only fields that are there. */
  reason: (method: MethodSummary, brief: Asked) => string | null;
}

/** The stages at which the options themselves have been settled, or a law says what happens next. */
const CLOSED_STAGES: readonly DecisionStage[] = ['statutory-proposal', 'implementation'];

/** Ways of choosing people that only mean something with numbers: a sample of very few is not one. */
const COUNTING: readonly MethodSummary['reach'][] = ['broad', 'representative', 'representative-small', 'whole-population'];

/** Ways of choosing people from the population of an area. */
const FROM_AN_AREA: readonly MethodSummary['reach'][] = ['broad', 'representative', 'representative-small'];

const worksWithStaff = (method: MethodSummary): boolean =>
  method.audiences.goodFor.some((audience) => audience === 'staff' || audience === 'staff-without-desks');

export const GATES: readonly Gate[] = [
  {
    id: 'step-zero',
    reason: (method) => method.id === STEP_ZERO ? 'is the first step whatever you choose, so it is not ranked' : null,
  },
  {
    id: 'not-ours',
    reason: (method) => method.councilCanCommission ? null : 'is started by the public, so you cannot commission it',
  },
  {
    id: 'weeks',
    reason: (method, {weeksAvailable: weeks}) =>
      weeks !== undefined && method.elapsedWeeks.min > weeks ? `needs ${weeksInWords(method.elapsedWeeks.min)}, you have ${weeks}` : null,
  },
  {
    id: 'money',
    // One band too dear stays in: bands are rough, and a smaller exercise may fit. Two bands cannot be bridged.
    reason: (method, {budgetBand: band}) =>
      band !== undefined && method.costBand > band + 1 ? `costs ${costInWords(method.costBand)}, you have ${costInWords(band)}` : null,
  },
  {
    id: 'stage',
    // A way of taking views can run beside a late stage. One that shapes or weighs options needs options that are open.
    reason: (method, {decisionStage: stage}) =>
      stage !== undefined && CLOSED_STAGES.includes(stage) && !method.stages.includes(stage) && !method.level.includes('consult') && !method.level.includes('inform')
        ? `shapes or weighs options, and ${stage === 'implementation' ? 'the decision is made' : 'the law now prescribes what happens'}` : null,
  },
  {
    id: 'statutory-only',
    reason: (method, {decisionStage: stage, purpose}) =>
      stage !== undefined && stage !== 'statutory-proposal' && purpose !== 'meet-statutory-duty' && method.stages.every((each) => each === 'statutory-proposal')
        ? 'belongs to a stage that a law prescribes, and you are not at one' : null,
  },
  {
    id: 'audience',
    reason: (method, brief) => {
      const named = brief.audience;
      if (named.length === 0 || !method.audienceExclusive || named.some((audience) => method.audiences.goodFor.includes(audience))) return null;
      return `is only for ${audiencesInWords(method.audiences.goodFor)}`;
    },
  },
  {
    id: 'identity',
    reason: (method, {sensitivity}) =>
      sensitivity === 'high' && !method.protectsIdentity ? 'shows others who takes part, and the subject is too sensitive for that' : null,
  },
  {
    id: 'number',
    reason: (method, {numberAffected: people}) =>
      people !== undefined && COUNTING.includes(method.reach) && method.participants.min > people
        ? `needs ${countInWords(method.participants.min)} people or more, ${countInWords(people)} ${people === 1 ? 'is' : 'are'} affected` : null,
  },
  {
    id: 'figures',
    // What hears reasons, or certain people only, may still belong beside a survey. A gathering of whoever comes would only pretend to count.
    reason: (method, {purpose, numberAffected: people}) =>
      people !== undefined && FIGURE_PURPOSES.includes(purpose) && (method.reach === 'self-selecting' || method.reach === 'invited') && method.participants.max * 100 < people &&
        !method.audienceExclusive && !method.purposes.includes('explore-why')
        ? `hears ${countInWords(method.participants.max)} people at most, and no figure for ${countInWords(people)} can rest on them` : null,
  },
  {
    id: 'place',
    reason: (method, {geography}) => {
      if (geography === 'single-site' && method.reach === 'representative') return 'chooses people from a whole area, and you are asking about one site';
      if (geography === 'organisation' && FROM_AN_AREA.includes(method.reach) && !worksWithStaff(method)) return 'finds people in an area, and you are asking inside your organisation';
      return null;
    },
  },
];

/** A gate that shut, and its reason. */
export interface ShutGate {
  id: Gate['id'];
  why: string;
}

/** Takes a method and a brief; gives every gate that shuts the method out, in the order of the table. */
export function shutGates(method: MethodSummary, brief: Asked): ShutGate[] {
  return GATES.flatMap(({id, reason}) => {
    const why = reason(method, brief);
    return why === null ? [] : [{id, why}];
  });
}
