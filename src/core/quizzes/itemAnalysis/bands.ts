import type {Band} from '../itemAnalysisApi.ts';

/** With fewer people nothing but their number is told: a count would say what somebody answered. Practice judgement. */
const FEWEST_FOR_COUNTS = 5;
/** With fewer people no statistics are given. After Kromrey and Bacon (1992), and our practice judgement. */
export const FEWEST_FOR_STATISTICS = 20;
const FEWEST_FOR_STEADY = 50;

/** How far the figures of so many people go. */
export function bandOf(n: number): Band {
  if (n < FEWEST_FOR_COUNTS) return 'hidden';
  if (n < FEWEST_FOR_STATISTICS) return 'counts';
  return n < FEWEST_FOR_STEADY ? 'early' : 'steady';
}
