import type {WholeFigures} from '../itemAnalysisApi.ts';
import {byItem, totalOf} from './attempts.ts';
import type {AnalysedAttempt} from './attempts.ts';
import {bandOf, FEWEST_FOR_STATISTICS} from './bands.ts';
import {deviationOf, meanShareOf, shareOf} from './statistics.ts';

const NO_ALPHA = {
  few: 'Alpha needs at least 20 people.',
  drawn: 'People were asked different questions, drawn from a bank. Alpha compares answers to the same questions, so it cannot be worked out.',
  single: 'Alpha needs at least two questions.',
  same: 'Everybody has the same marks, so there is nothing to compare.',
};

/** Cronbach's alpha (Psychometrika 16, 1951) of marks, for people who were all asked the same questions; otherwise why there is none. */
function alphaOf(attempts: readonly AnalysedAttempt[]): {alpha: number | null; whyNoAlpha: string | null} {
  const no = (why: keyof typeof NO_ALPHA) => ({alpha: null, whyNoAlpha: NO_ALPHA[why]});
  if (attempts.length < FEWEST_FOR_STATISTICS) return no('few');
  const questions = [...byItem(attempts)].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, answers]) => answers.map(({got}) => got));
  if (questions.some((marks) => marks.length !== attempts.length)) return no('drawn');
  if (questions.length < 2) return no('single');
  const ofTotal = deviationOf(attempts.map((attempt) => totalOf(attempt).got)) ** 2;
  if (ofTotal === 0) return no('same');
  const ofQuestions = questions.reduce((sum, marks) => sum + deviationOf(marks) ** 2, 0);
  return {alpha: (questions.length / (questions.length - 1)) * (1 - ofQuestions / ofTotal), whyNoAlpha: null};
}

/** The figures of the assessment as a whole: people, passes, mean and spread of the shares of all marks, and alpha where there can be one. */
export function analyseWhole(attempts: readonly AnalysedAttempt[]): WholeFigures {
  const n = attempts.length;
  const band = bandOf(n);
  const passed = attempts.some((attempt) => attempt.passed === null) ? null : attempts.filter((attempt) => attempt.passed).length;
  const known = {n, band, passed: band === 'hidden' ? null : passed, ...alphaOf(attempts)};
  if (n < FEWEST_FOR_STATISTICS) return {...known, passShare: null, mean: null, deviation: null};
  const shares = attempts.map(totalOf).map(({got, of}) => (of === 0 ? 0 : got / of));
  const {value, low, high} = meanShareOf(shares);
  return {...known, passShare: passed === null ? null : shareOf(passed, n), mean: {value, low, high}, deviation: deviationOf(shares)};
}
