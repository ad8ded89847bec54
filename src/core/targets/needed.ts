/**
 * How many people of a headcount a target asks for: that percent of them, rounded up, so that 25% of 400 is 100 and 25% of 401 is 101.
 * Takes whole numbers, and reckons in them: in fractions, 7% of 100 would come to 8. Throws a RangeError for a percent outside 1 to 100.
 */
export function neededOf(headcount: number, percent: number): number {
  if (!Number.isInteger(percent) || percent < 1 || percent > 100) throw new RangeError(`A target asks for a whole percent from 1 to 100, not ${percent}.`);
  return Math.floor((headcount * percent + 99) / 100);
}
