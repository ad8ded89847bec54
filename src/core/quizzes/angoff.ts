import {deviationOf, meanOf} from './itemAnalysis/statistics.ts';
import {t95} from './itemAnalysis/studentT.ts';

/**
 * Setting a pass mark by a panel (W. H. Angoff, "Scales, norms, and equivalent scores", in Educational Measurement, second edition, 1971).
 * Each judge says of each question how likely somebody who is only just competent is to get it right. The mean of these is the cut score.
 */

/** One judge, under a letter and never a name: for each question id, the chance from 0 to 1. */
export interface Judgement {
  judge: string;
  items: Readonly<Record<string, number>>;
}

/** What the judges said of one question. */
export interface RatedItem {
  itemId: string;
  /** Mean chance, from 0 to 1. */
  mean: number;
  /** Standard deviation over the judges. */
  deviation: number;
}

export interface CutScore {
  /** In percent of the marks, not rounded. */
  cut: number;
  /** 95% limits by Student's t over the judges, in percent, within 0 and 100. */
  low: number;
  high: number;
  judges: number;
  /** Each judge's own cut score in percent, in the order given. */
  byJudge: {judge: string; cut: number}[];
  /** In the order asked for. */
  items: RatedItem[];
  /** The questions on which the judges are far apart, the furthest first. Talk about these, and rate them again. */
  disagreed: RatedItem[];
  /** Agreement of the panel's mean, ICC(2,k); null with the reason beside it. Above 0.8 is good (two studies in BMC Medical Education, 2016 and 2018). */
  icc: number | null;
  whyNoIcc: string | null;
}

export type AngoffResult = {ok: true; value: CutScore} | {ok: false; faults: string[]};

/** Judges this far apart on a question should talk about it. Practice judgement. */
const MOST_APART = 0.2;
/** Agreement of a panel that is good. */
export const GOOD_AGREEMENT = 0.8;

function faultsOf(panel: readonly Judgement[], itemIds: readonly string[]): string[] {
  const twice = panel.map(({judge}) => judge).filter((judge, index, all) => all.indexOf(judge) !== index);
  return [
    ...(itemIds.length === 0 ? ['There are no questions to rate.'] : []),
    ...(panel.length < 2 ? [`A panel needs two judges or more, and has ${panel.length}.`] : []),
    ...[...new Set(twice)].map((judge) => `Judge ${judge} is there twice. Give each judge a letter of their own.`),
    ...panel.flatMap(({judge, items}) => {
      const missing = itemIds.filter((id) => items[id] === undefined);
      const wrong = itemIds.filter((id) => items[id] !== undefined && !(items[id] >= 0 && items[id] <= 1));
      return [
        ...(missing.length > 0 ? [`Judge ${judge} has not rated ${missing.join(', ')}.`] : []),
        ...wrong.map((id) => `Judge ${judge} rated ${id} as ${items[id] ?? ''}. Write a chance from 0 to 1.`),
      ];
    }),
  ];
}

/**
 * ICC(2,k) of Shrout and Fleiss ("Intraclass correlations", Psychological Bulletin 86, 1979): two-way random, absolute agreement, mean of
 * k judges. (between questions − error) ÷ (between questions + (between judges − error) ÷ questions).
 */
function agreementOf(rows: readonly (readonly number[])[]): {icc: number | null; whyNoIcc: string | null} {
  const [n, k] = [rows.length, rows[0]?.length ?? 0];
  if (n < 2) return {icc: null, whyNoIcc: 'Agreement needs two questions or more.'};
  const all = meanOf(rows.flat());
  const squares = (values: readonly number[]): number => values.reduce((sum, value) => sum + (value - all) ** 2, 0);
  const columns = Array.from({length: k}, (_, column) => rows.map((row) => row[column] ?? 0));
  const ofRows = k * squares(rows.map(meanOf));
  const ofColumns = n * squares(columns.map(meanOf));
  const error = Math.max(0, squares(rows.flat()) - ofRows - ofColumns) / ((n - 1) * (k - 1));
  const between = ofRows / (n - 1);
  const below = between + (ofColumns / (k - 1) - error) / n;
  // Below this it is rounding and no difference between questions.
  if (between < 1e-12 || below <= 0) return {icc: null, whyNoIcc: 'The panel rated all questions alike, so there is nothing on which judges could agree.'};
  return {icc: (between - error) / below, whyNoIcc: null};
}

/**
 * Takes a panel's judgements and the questions of the test or bank; ratings of other questions are taken no notice of. `weights` says how
 * much each question counts (its marks times its chance to be drawn); left out, all count alike. Gives the cut score, or every fault.
 */
export function setCutScore(panel: readonly Judgement[], itemIds: readonly string[], weights: Readonly<Record<string, number>> = {}): AngoffResult {
  const faults = faultsOf(panel, itemIds);
  if (faults.length > 0) return {ok: false, faults};
  const weightOf = (id: string): number => weights[id] ?? 1;
  const total = itemIds.reduce((sum, id) => sum + weightOf(id), 0);
  if (!(total > 0)) return {ok: false, faults: ['The weights of the questions add up to nothing. Leave them out, or give each what it counts.']};
  const ratingOf = ({items}: Judgement, id: string): number => items[id] ?? 0;
  const byJudge = panel.map((judgement) => ({judge: judgement.judge, cut: (100 * itemIds.reduce((sum, id) => sum + weightOf(id) * ratingOf(judgement, id), 0)) / total}));
  const rows = itemIds.map((id) => panel.map((judgement) => ratingOf(judgement, id)));
  const items = itemIds.map((itemId, index) => ({itemId, mean: meanOf(rows[index] ?? []), deviation: deviationOf(rows[index] ?? [])}));
  const cuts = byJudge.map(({cut}) => cut);
  const cut = meanOf(cuts);
  const reach = (t95(panel.length - 1) * deviationOf(cuts)) / Math.sqrt(panel.length);
  return {
    ok: true,
    value: {
      cut, low: Math.max(0, cut - reach), high: Math.min(100, cut + reach), judges: panel.length, byJudge, items,
      disagreed: items.filter(({deviation}) => deviation > MOST_APART).sort((a, b) => b.deviation - a.deviation || (a.itemId < b.itemId ? -1 : 1)),
      ...agreementOf(rows),
    },
  };
}
