import type {VersionedQuestion} from './quiz.ts';
import type {ItemAnalysis, ItemFigures, Severity} from './itemAnalysisApi.ts';
import {byItem, keyOf} from './itemAnalysis/attempts.ts';
import type {AnalysedAttempt, Asked} from './itemAnalysis/attempts.ts';
import {bandOf, FEWEST_FOR_STATISTICS} from './itemAnalysis/bands.ts';
import {choicesOf, guessScore, isAllOrNothing} from './itemAnalysis/choices.ts';
import {flagsOf} from './itemAnalysis/flags.ts';
import {countOptions, findSuspects} from './itemAnalysis/options.ts';
import {correlationOf, deviationOf, efficiencyOf, meanShareOf, shareOf} from './itemAnalysis/statistics.ts';
import {analyseWhole} from './itemAnalysis/whole.ts';

/** A question in one wording. `isOld`: this wording is no longer asked. */
export interface AnalysedQuestion {
  question: VersionedQuestion;
  isOld: boolean;
}

function analyseItem({question, isOld}: AnalysedQuestion, answers: readonly Asked[]): ItemFigures {
  const n = answers.length;
  const band = bandOf(n);
  const choices = choicesOf(question);
  const guess = guessScore(question);
  const leftOpen = answers.filter((answer) => answer.isLeftOpen).length;
  const fullMarks = answers.filter(({share}) => share === 1).length;
  const known = {
    itemId: question.id, itemVersion: question.version, isOld, type: question.type, stem: question.stem, n, band, guess,
    leftOpen: band === 'hidden' ? null : leftOpen, fullMarks: band === 'hidden' ? null : fullMarks, options: countOptions(choices, answers, band),
  };
  if (n < FEWEST_FOR_STATISTICS) return {...known, statistics: null, flags: []};
  const shares = answers.map(({share}) => share);
  const pairs = answers.flatMap(({share, rest}) => (rest === null ? [] : [{x: share, y: rest}]));
  const isEnough = pairs.length >= FEWEST_FOR_STATISTICS;
  const statistics = {
    facility: isAllOrNothing(question) ? {...shareOf(fullMarks, n), rule: 'wilson' as const} : meanShareOf(shares),
    deviation: deviationOf(shares),
    discrimination: isEnough ? correlationOf(pairs) : null,
    efficiency: isEnough ? efficiencyOf(pairs) : null,
  };
  const options = choices.map((choice) => ({...choice, count: answers.filter(({chosen}) => chosen.includes(choice.id)).length}));
  const flags = flagsOf({n, leftOpen, statistics, guess, options, hasWrittenOptions: question.type !== 'true-false', suspects: findSuspects(choices, answers)});
  return {...known, statistics, flags};
}

const countOf = ({flags}: ItemFigures, severity: Severity): number => flags.filter((flag) => flag.severity === severity).length;

/**
 * Takes the first attempt of each person at an assessment, and the questions with all their wordings. Gives the figures of each question
 * and of the whole. Later attempts must not be among them: they no longer fit the assumptions (Moodle, quiz statistics calculations).
 *
 * Questions are drawn, so each has its own number of people, and discrimination is the correlation of a question's share of marks with
 * the share that the other questions of the same attempt brought. What was left open counts as no marks, as in Moodle. Today's wordings
 * come first; among them those with most serious flags, then by id.
 */
export function analyseItems(attempts: readonly AnalysedAttempt[], questions: readonly AnalysedQuestion[]): ItemAnalysis {
  const answers = byItem(attempts);
  const items = questions.map((each) => analyseItem(each, answers.get(keyOf(each.question.id, each.question.version)) ?? []));
  items.sort((a, b) => Number(a.isOld) - Number(b.isOld) || countOf(b, 'serious') - countOf(a, 'serious') || countOf(b, 'look') - countOf(a, 'look')
    || (a.itemId < b.itemId ? -1 : a.itemId > b.itemId ? 1 : a.itemVersion < b.itemVersion ? -1 : 1));
  return {whole: analyseWhole(attempts), items};
}

/** The questions asked today that have a flag to act on. Notes alone do not bring a question here. */
export function needALook(items: readonly ItemFigures[]): ItemFigures[] {
  return items.filter(({isOld, flags}) => !isOld && flags.some(({severity}) => severity !== 'note'));
}
