import type {PartialBrief} from './brief.ts';
import type {Question} from './briefCode.ts';
import {AUDIENCES, COMPLEXITIES, DECISION_STAGES, DUTIES, GEOGRAPHIES, KNOWLEDGE, PURPOSES, SENSITIVITIES} from './vocabulary.ts';
import {costInWords, effortInWords, peopleInWords, upperFirst, weeksInWords} from './words.ts';

/** Questions in a few words, for the list of answers, for links and for files. */
export const QUESTION_NAMES: Readonly<Record<Question, string>> = {
  canChange: 'Can anything still change?',
  duty: 'Duty to consult',
  decisionStage: 'Stage',
  known: 'Known already',
  purpose: 'Purpose',
  audience: 'People to hear',
  weeksAvailable: 'Weeks',
  budgetBand: 'Budget',
  staffEffort: 'Staff time',
  sensitivity: 'How sensitive',
  complexity: 'How complex',
  geography: 'Place',
  numberAffected: 'People affected',
};

/** Answers to the first question, in words. */
export const CHANGE_ANSWERS = {yes: 'Yes, what people say could change something', no: 'No, everything is settled'} as const;

/** Takes a brief and a question; gives the answer as it is shown and printed, or "Not sure" where there is none. */
export function answerInWords(brief: PartialBrief, question: Question): string {
  const words: {[Q in Question]: () => string | undefined} = {
    canChange: () => brief.canChange === undefined ? undefined : CHANGE_ANSWERS[brief.canChange ? 'yes' : 'no'],
    duty: () => brief.duty && DUTIES[brief.duty],
    decisionStage: () => brief.decisionStage && DECISION_STAGES[brief.decisionStage],
    known: () => brief.known && KNOWLEDGE[brief.known],
    purpose: () => brief.purpose && PURPOSES[brief.purpose],
    audience: () => brief.audience?.map((audience) => AUDIENCES[audience]).join('; '),
    weeksAvailable: () => brief.weeksAvailable === undefined ? undefined : weeksInWords(brief.weeksAvailable),
    budgetBand: () => brief.budgetBand === undefined ? undefined : upperFirst(costInWords(brief.budgetBand)),
    staffEffort: () => brief.staffEffort === undefined ? undefined : upperFirst(effortInWords(brief.staffEffort)),
    sensitivity: () => brief.sensitivity && SENSITIVITIES[brief.sensitivity],
    complexity: () => brief.complexity && COMPLEXITIES[brief.complexity],
    geography: () => brief.geography && GEOGRAPHIES[brief.geography],
    numberAffected: () => brief.numberAffected === undefined ? undefined : peopleInWords(brief.numberAffected),
  };
  return words[question]() || 'Not sure';
}
