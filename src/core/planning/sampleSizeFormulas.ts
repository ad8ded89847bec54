/**
 * The arithmetic of random samples. Shares and margins are fractions of 1 here; the screen writes them as percentages and points.
 *
 * Sources: W. G. Cochran, Sampling Techniques, third edition, Wiley 1977: section 3.2 (variance of a proportion, with the finite
 * population correction) and section 4.4 (sample size for a proportion). E. B. Wilson, "Probable inference, the law of succession, and
 * statistical inference", Journal of the American Statistical Association 22 (1927), pages 209 to 212 (the score interval).
 */

/** The confidence levels offered, in per cent, with the normal deviate of each, rounded as printed tables give it. */
export const DEVIATES = {90: 1.645, 95: 1.96, 99: 2.576} as const;
export type Confidence = keyof typeof DEVIATES;
export const CONFIDENCES: readonly Confidence[] = [90, 95, 99];

/** Lets 0.1 + 0.2 count as 0.3: no person is added for the last binary digit. */
const DUST = 1e-9;

/** The next whole number up, where a rounding error of the machine is none. */
export function roundUp(value: number): number {
  return Math.ceil(value - DUST);
}

/**
 * The finite population correction, √((N − n) ÷ (N − 1)) (Cochran 1977, section 3.2). 1 where the population is null: not known, or so
 * large that it makes no difference. 0 when everybody answered.
 */
export function correctionOf(answers: number, population: number | null): number {
  if (population === null) return 1;
  if (answers >= population) return 0;
  return Math.sqrt((population - answers) / (population - 1));
}

export interface Sample {
  /** Answers received or expected, at least 1. */
  answers: number;
  /** Everybody whom the sample stands for; null when very large or not known. At least `answers`. */
  population: number | null;
  /** The share that gave the answer, from 0 to 1. */
  share: number;
  confidence: Confidence;
}

/** The margin either side by the normal approximation: z √(p (1 − p) ÷ n) times the correction (Cochran 1977, section 3.2). */
export function marginOf({answers, population, share, confidence}: Sample): number {
  return DEVIATES[confidence] * Math.sqrt((share * (1 - share)) / answers) * correctionOf(answers, population);
}

/**
 * The fewest answers whose margin is no wider than `margin` (Cochran 1977, section 4.4): n₀ = z² p (1 − p) ÷ d², and for a population
 * of N, n = n₀ ÷ (1 + (n₀ − 1) ÷ N). `margin` above 0; `share` above 0 and below 1. At least 1, and never more than the population.
 */
export function answersFor({margin, population, share, confidence}: {margin: number; population: number | null; share: number; confidence: Confidence}): number {
  const without = (DEVIATES[confidence] ** 2 * share * (1 - share)) / margin ** 2;
  const corrected = population === null ? without : without / (1 + (without - 1) / population);
  return Math.max(1, Math.min(roundUp(corrected), population ?? Infinity));
}

export interface Interval {
  low: number;
  high: number;
  /** `normal`: as far below as above. `wilson`: uneven, for few answers or a share near nothing or all. */
  rule: 'normal' | 'wilson';
}

/**
 * The Wilson score interval (Wilson 1927). A finite population counts as more answers, n ÷ correction², the number that would give the
 * same variance without one.
 */
export function wilsonInterval({answers, population, share, confidence}: Sample): {low: number; high: number} {
  const correction = correctionOf(answers, population);
  if (correction === 0) return {low: share, high: share};
  const n = answers / correction ** 2;
  const z2 = DEVIATES[confidence] ** 2;
  const middle = (share + z2 / (2 * n)) / (1 + z2 / n);
  const reach = (DEVIATES[confidence] / (1 + z2 / n)) * Math.sqrt((share * (1 - share)) / n + z2 / (4 * n * n));
  // At a share of 0 or 1 the end is the share itself, which the sum misses by a rounding error.
  return {low: Math.max(0, Math.min(middle - reach, share)), high: Math.min(1, Math.max(middle + reach, share))};
}

/**
 * Below 40 answers the normal approximation is not safe (Brown, Cai and DasGupta, "Interval estimation for a binomial proportion",
 * Statistical Science 16 (2001), pages 101 to 133, advise Wilson's interval there).
 */
export const FEWEST_FOR_NORMAL = 40;
/** Fewest who said yes, and fewest who did not, for the normal approximation: a rule of thumb of the textbooks. */
export const FEWEST_EACH_WAY = 10;

/** Says whether the normal approximation may be used for so many answers and such a share. */
export function isNormalSafe(answers: number, share: number): boolean {
  return answers >= FEWEST_FOR_NORMAL && Math.min(share, 1 - share) * answers >= FEWEST_EACH_WAY - DUST;
}

/** The interval for a sample, by the rule that is safe for it. */
export function intervalOf(sample: Sample): Interval {
  if (!isNormalSafe(sample.answers, sample.share)) return {...wilsonInterval(sample), rule: 'wilson'};
  const margin = marginOf(sample);
  return {low: Math.max(0, sample.share - margin), high: Math.min(1, sample.share + margin), rule: 'normal'};
}

/** One posting: the invitation itself, or a reminder to those who have not answered. */
export interface Round {
  /** 0 for the invitation, 1 for the first reminder. */
  reminder: number;
  sent: number;
  /** Answers that this posting brings. */
  answers: number;
  /** Answers so far. */
  total: number;
}

export interface Invitations {
  /** The share of those invited who answer in the end. */
  rate: number;
  /** What it would take, even if it is more than there are people. */
  wanted: number;
  /** How many to invite: `wanted`, or everybody. */
  invited: number;
  rounds: Round[];
}

/**
 * How many to invite for so many answers. `first`: the share that answers the invitation, above 0. `reminded`: the share of those still
 * silent that answers each reminder. Plain arithmetic: 1 − (1 − first)(1 − reminded)^reminders answer in the end.
 */
export function planInvitations({needed, population, first, reminders, reminded}: {
  needed: number; population: number | null; first: number; reminders: number; reminded: number;
}): Invitations {
  const after = (reminder: number): number => 1 - (1 - first) * (1 - reminded) ** reminder;
  const rate = after(reminders);
  const wanted = roundUp(needed / rate);
  const invited = Math.min(wanted, population ?? Infinity);
  const rounds: Round[] = [];
  let total = 0;
  for (let reminder = 0; reminder <= reminders; reminder += 1) {
    const sent = invited - total;
    const answers = Math.round(invited * after(reminder)) - total;
    total += answers;
    rounds.push({reminder, sent, answers, total});
  }
  return {rate, wanted, invited, rounds};
}

const TABLE_ANSWERS = [50, 100, 150, 200, 300, 400, 500, 750, 1000, 1100, 1500, 2000, 5000] as const;

/** A row of the table of margins: the margins at 90%, 95% and 99% for an answer near 50%. */
export interface MarginRow {
  answers: number;
  margins: readonly number[];
}

/**
 * Margins for a population, for a share of 50%, the widest case. `own`: a number of answers to have a row of its own; null for none.
 * Has only rows with fewer answers than people; a population of 50 or less has none, since everybody can be asked.
 */
export function marginTable(population: number | null, own: number | null): MarginRow[] {
  const counts = new Set<number>(TABLE_ANSWERS);
  if (own !== null && own >= FEWEST_FOR_NORMAL) counts.add(own);
  return [...counts].sort((a, b) => a - b).filter((answers) => population === null || answers < population)
    .map((answers) => ({answers, margins: CONFIDENCES.map((confidence) => marginOf({answers, population, share: 0.5, confidence}))}));
}
