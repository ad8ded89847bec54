import * as z from 'zod';

/** Fewer people than this are not counted out in a report: a reader could tell who they are. Practice judgement, as many public bodies publish. */
export const FEWEST_SHOWN = 5;

/**
 * A share of people as a report may show it. `none`: nobody to count. `few-in-all`: so few that nothing is said of them. `few`: fewer than
 * five did. `all-but-few`: fewer than five did not.
 */
export const Shown = z.union([
  z.object({kind: z.literal('none')}),
  z.object({kind: z.literal('few-in-all')}),
  z.object({kind: z.enum(['few', 'all-but-few']), of: z.int()}),
  z.object({kind: z.literal('exact'), count: z.int(), of: z.int(), percent: z.int()}),
]);
export type Shown = z.infer<typeof Shown>;

/** Hides what would point to fewer than five people, on either side of a share, so that neither can be had by taking one figure from another. Zero hides nobody. */
export function protect(count: number, of: number): Shown {
  const rest = of - count;
  if (of === 0) return {kind: 'none'};
  if (of < FEWEST_SHOWN) return {kind: 'few-in-all'};
  if (count > 0 && count < FEWEST_SHOWN) return {kind: 'few', of};
  if (rest > 0 && rest < FEWEST_SHOWN) return {kind: 'all-but-few', of};
  return {kind: 'exact', count, of, percent: Math.round((100 * count) / of)};
}

/** A share in words, for tables and files. */
export function writeShown(shown: Shown): string {
  switch (shown.kind) {
    case 'none': return 'Nobody';
    case 'few-in-all': return `Fewer than ${FEWEST_SHOWN} people in all`;
    case 'few': return `Fewer than ${FEWEST_SHOWN} of ${shown.of}`;
    case 'all-but-few': return `All but fewer than ${FEWEST_SHOWN} of ${shown.of}`;
    case 'exact': return `${shown.count} of ${shown.of} (${shown.percent}%)`;
  }
}
