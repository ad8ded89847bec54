import type {Confidence} from './sampleSizeFormulas.ts';

const COUNT = new Intl.NumberFormat('en-GB', {maximumFractionDigits: 0});

/** A number of people: 1,200. */
export function writeCount(count: number): string {
  return COUNT.format(count);
}

/** A margin, given as a fraction of 1, in points with one decimal: 4.9. */
export function writePoints(margin: number): string {
  return (margin * 100).toFixed(1);
}

/** A share, given as a fraction of 1, in per cent with at most one decimal: 60%, 12.5%. */
export function writePercent(share: number): string {
  return `${Number((share * 100).toFixed(1))}%`;
}

/** Takes off what binary fractions add, so that 53.000000001 does not become 54. */
const outward = (value: number, towards: (value: number) => number): number => towards(Number(value.toFixed(7)));

/**
 * The ends of an interval in per cent, rounded outwards, so that the words never claim more than the figures: to whole numbers, or to
 * one decimal where the interval is narrower than two points.
 */
export function writeEnds({low, high}: {low: number; high: number}): {low: string; high: string} {
  const step = high - low < 0.02 ? 10 : 1;
  return {low: `${outward(low * 100 * step, Math.floor) / step}%`, high: `${outward(high * 100 * step, Math.ceil) / step}%`};
}

/** How sure each level of confidence is, in a word or two. */
export const SURENESS: Record<Confidence, string> = {90: 'likely', 95: 'very likely', 99: 'almost certainly'};

/** What a level of confidence means: of samples drawn this way, how many catch the true figure. */
export const CATCHES: Record<Confidence, string> = {90: '9 times in 10', 95: '19 times in 20', 99: '99 times in 100'};
