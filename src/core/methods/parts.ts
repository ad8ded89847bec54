import type {MethodSummary} from './method.ts';
import type {Asked} from './brief.ts';
import type {PartRule, Verdict} from './score.ts';
import type {PartId} from './weights.ts';
import {CROSS_SECTION_PURPOSES, FIGURE_PURPOSES, NEAR_PURPOSE, NEAR_PURPOSES, NEUTRAL_AUDIENCE, NEXT_DOOR, SHALLOW_PURPOSES} from './weights.ts';
import {OPEN_DOOR} from './mixNeeds.ts';
import {DECISION_STAGES, LEVELS, termsOf} from './vocabulary.ts';
import type {DecisionStage, Geography} from './vocabulary.ts';
import {audiencesInWords, costInWords, countInWords, effortInWords, listInWords, purposeInWords, weekRangeInWords} from './words.ts';

const STAGE_ORDER = termsOf(DECISION_STAGES);

/** Is any of the terms next to the one asked for, in the order of the vocabulary? */
function isNextTo<T>(order: readonly T[], wanted: T, offered: readonly T[]): boolean {
  const place = order.indexOf(wanted);
  return offered.some((term) => Math.abs(order.indexOf(term) - place) === 1);
}

function purpose(method: MethodSummary, brief: Asked): Verdict {
  if (method.purposes.includes(brief.purpose)) return {value: 1, for: () => `It is made for your purpose: ${purposeInWords(brief.purpose)}.`};
  const near = NEAR_PURPOSES[brief.purpose].find((each) => method.purposes.includes(each));
  if (near) return {value: NEAR_PURPOSE, for: () => `It serves a purpose close to yours: ${purposeInWords(near)}.`};
  return {value: 0, against: () => 'It is made for other purposes than yours.'};
}

/** Stages at which there is a proposal to explain. */
const HAS_PROPOSAL: readonly DecisionStage[] = ['preferred-proposal', 'statutory-proposal'];

function audience(method: MethodSummary, brief: Asked): Verdict {
  const named = brief.audience;
  if (named.length === 0) {
    if (method.audienceExclusive) return {value: NEUTRAL_AUDIENCE, against: () => 'It is only for certain groups, and you have not said whom you must hear.'};
    // "Anybody who wants to respond" is the one purpose that asks for an open door by itself.
    return brief.purpose === 'gather-views' && !OPEN_DOOR.includes(method.reach)
      ? {value: NEUTRAL_AUDIENCE, against: () => 'It hears people whom you pick out, and you have not said whom.'} : null;
  }
  const good = named.filter((each) => method.audiences.goodFor.includes(each));
  const poor = named.filter((each) => method.audiences.poorFor.includes(each));
  return {
    value: (good.length + (named.length - good.length - poor.length) * NEUTRAL_AUDIENCE) / named.length,
    for: good.length > 0 ? () => `It suits ${audiencesInWords(good)}.` : undefined,
    against: poor.length > 0 ? () => `It tends to miss ${audiencesInWords(poor)}.` : good.length === 0 ? () => 'Nothing says that it reaches the people you named.' : undefined,
  };
}

function evidence(method: MethodSummary, brief: Asked): Verdict {
  if (FIGURE_PURPOSES.includes(brief.purpose)) {
    return method.statisticallyProjectable
      ? {value: 1, for: () => 'Given a sound sample, its figures can stand for the whole population.'}
      : {value: 0, against: () => 'Its figures count those who took part and cannot stand for everybody.'};
  }
  if (CROSS_SECTION_PURPOSES.includes(brief.purpose)) {
    return method.representative
      ? {value: 1, for: () => 'People are chosen to mirror the population.'}
      : {value: 0, against: () => 'Those who take part are not a cross-section.'};
  }
  // A proposal has to be set out with its reasons before views on it are worth having (the second Gunning principle).
  if (brief.purpose === 'meet-statutory-duty' || (brief.purpose === 'gather-views' && brief.decisionStage !== undefined && HAS_PROPOSAL.includes(brief.decisionStage))) {
    const value = (method.handlesComplexity - 1) / 4;
    return {
      value,
      for: value >= 0.7 ? () => 'It has room for the full proposal and for considered replies.' : undefined,
      against: value < 0.5 ? () => 'It has little room for the detail that people need before they can answer.' : undefined,
    };
  }
  return null;
}

function stage(method: MethodSummary, brief: Asked): Verdict {
  const at = brief.decisionStage;
  if (at === undefined) return null;
  if (method.stages.includes(at)) return {value: 1, for: () => 'It fits the stage of your decision.'};
  return {
    value: isNextTo(STAGE_ORDER, at, method.stages) ? NEXT_DOOR : 0,
    against: () => 'It is more often used at another stage of a decision.',
  };
}

function sensitivity(method: MethodSummary, brief: Asked): Verdict {
  if (brief.sensitivity === 'high') {
    // Contention and depth both run from 1 to 5. A private, unhurried account asks both of a method.
    const value = (method.handlesContention + method.depth - 2) / 8;
    return {
      value,
      for: value >= 0.7 ? () => 'It gives people privacy and time on a hard subject.' : undefined,
      against: value < 0.5 ? () => 'It leaves little room for a hard subject.' : undefined,
    };
  }
  if (brief.sensitivity === 'medium') {
    return method.protectsIdentity ? {value: 1, for: () => 'People need not show strangers who they are.'}
      : {value: 0.4, against: () => 'People show others who they are, and some will hold back.'};
  }
  return null;
}

function level(method: MethodSummary, brief: Asked): Verdict {
  if (brief.level === undefined) return null;
  if (method.level.includes(brief.level)) return {value: 1};
  return {
    value: isNextTo(LEVELS, brief.level, method.level) ? NEXT_DOOR : 0,
    against: () => `It is a way to ${listInWords(method.level)}, and you want to ${brief.level}.`,
  };
}

function weeks(method: MethodSummary, {weeksAvailable: have}: Asked): Verdict {
  if (have === undefined) return null;
  const {min, max} = method.elapsedWeeks;
  const comfortable = (min + max) / 2;
  if (have >= comfortable) return {value: 1, for: () => `It usually takes ${weekRangeInWords(method.elapsedWeeks)}, and you have ${have}.`};
  return {
    value: 0.3 + (0.7 * Math.max(0, have - min)) / (comfortable - min),
    against: () => `It usually takes ${weekRangeInWords(method.elapsedWeeks)}. With ${have}, you would have to hurry.`,
  };
}

function budget(method: MethodSummary, {budgetBand: have}: Asked): Verdict {
  if (have === undefined) return null;
  return method.costBand <= have
    ? {value: 1, for: () => `It costs ${costInWords(method.costBand)}, which is within your budget.`}
    : {value: 0, against: () => `It costs ${costInWords(method.costBand)}, one band above your budget. Only a smaller exercise would fit.`};
}

function staff(method: MethodSummary, {staffEffort: have}: Asked): Verdict {
  if (have === undefined) return null;
  const over = method.staffEffort - have;
  if (over <= 0) return {value: 1, for: () => `It takes ${effortInWords(method.staffEffort)} of your own staff’s time, which you have.`};
  return {value: over === 1 ? 0.4 : 0, against: () => `It takes ${effortInWords(method.staffEffort)} of your own staff’s time, and you have ${effortInWords(have)}.`};
}

function complexity(method: MethodSummary, {complexity: how}: Asked): Verdict {
  if (how === undefined || how === 'low') return null;
  // A subject that needs some facts is in reach of a method in the middle of the range; a hard one asks for the top of it.
  const value = Math.min(1, (method.handlesComplexity - 1) / (how === 'high' ? 4 : 2));
  return {
    value,
    for: value >= 0.7 ? () => 'People get the facts and the time that the subject needs.' : undefined,
    against: value < 0.5 ? () => 'It leaves people little time to learn about the subject.' : undefined,
  };
}

function number(method: MethodSummary, {numberAffected: people}: Asked): Verdict {
  if (people === undefined) return null;
  const {min, max} = method.participants;
  if (people < min) return {value: 0.3, against: () => `It usually hears ${countInWords(min)} people or more, and only ${countInWords(people)} are affected.`};
  if (people <= max) return {value: 1, for: () => `It can hear everybody affected: it takes up to ${countInWords(max)} people.`};
  if (method.representative) return {value: 1, for: () => `It hears ${countInWords(min)} to ${countInWords(max)} people, chosen to mirror all ${countInWords(people)}.`};
  // By logarithm: hearing 80 of 160 is a small step, hearing 80 of 80,000 a large one.
  return {
    value: Math.log(Math.max(2, max)) / Math.log(people),
    against: max * 10 < people ? () => `It hears ${countInWords(max)} people at most, and ${countInWords(people)} are affected.` : undefined,
  };
}

const SMALL: readonly Geography[] = ['single-site', 'neighbourhood', 'ward'];
const LARGE: readonly Geography[] = ['district', 'county'];

function place(method: MethodSummary, {geography}: Asked): Verdict {
  if (geography === undefined) return null;
  if (geography === 'organisation') {
    const known = method.audiences.goodFor.includes('staff') || method.audiences.goodFor.includes('staff-without-desks');
    return known ? {value: 1, for: () => 'It is used inside organisations.'} : {value: 0.4};
  }
  if (SMALL.includes(geography)) return method.faceToFace ? {value: 1, for: () => 'The place is small enough to meet in person.'} : {value: 0.6};
  if (LARGE.includes(geography)) {
    return method.remote ? {value: 1} : {value: 0.4, against: () => 'People in a large area would have far to travel, so you would repeat it in several places.'};
  }
  return {value: method.faceToFace || method.participants.max >= 100 ? 1 : 0.6};
}

function depth(method: MethodSummary, {purpose: aim}: Asked): Verdict {
  if (SHALLOW_PURPOSES.includes(aim)) return null;
  return {
    value: (method.depth - 1) / 4,
    for: method.depth >= 4 ? () => 'People can explain themselves at length.' : undefined,
    against: method.depth === 1 ? () => 'People can say little beyond a choice.' : undefined,
  };
}

function effort(method: MethodSummary, {staffEffort: have}: Asked): Verdict {
  const said = have === undefined;
  return {
    value: (5 - method.staffEffort) / 4,
    for: said && method.staffEffort <= 2 ? () => `It asks little of your own staff: ${effortInWords(method.staffEffort)}.` : undefined,
    against: said && method.staffEffort >= 4 ? () => `It asks a lot of your own staff: ${effortInWords(method.staffEffort)}.` : undefined,
  };
}

/** Every part of the fit, in the order in which its reasons are shown. */
export const PARTS: readonly (readonly [PartId, PartRule])[] = [
  ['purpose', purpose],
  ['audience', audience],
  ['evidence', evidence],
  ['stage', stage],
  ['sensitivity', sensitivity],
  ['complexity', complexity],
  ['level', level],
  ['number', number],
  ['place', place],
  ['weeks', weeks],
  ['budget', budget],
  ['staff', staff],
  ['depth', depth],
  ['effort', effort],
];
