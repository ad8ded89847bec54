/** Above so many degrees of freedom the series of `fromNormal` is right to six digits and more. */
const MOST_EXACT = 200;
/** The normal deviate with 2.5% above it. */
export const Z_95 = 1.959963984540054;

/**
 * The share of Student's t within ±t, for whole degrees of freedom: the finite sums of Abramowitz and Stegun, Handbook of Mathematical
 * Functions (1964), 26.7.3 and 26.7.4.
 */
function shareWithin(t: number, degrees: number): number {
  const angle = Math.atan(t / Math.sqrt(degrees));
  const square = Math.cos(angle) ** 2;
  const isOdd = degrees % 2 === 1;
  let term = isOdd ? Math.cos(angle) : 1;
  let sum = 0;
  for (let power = isOdd ? 1 : 0; power <= degrees - 2; power += 2) {
    sum += term;
    term *= ((power + 1) / (power + 2)) * square;
  }
  return isOdd ? (2 / Math.PI) * (angle + Math.sin(angle) * sum) : Math.sin(angle) * sum;
}

/** The first three terms of Fisher's expansion about the normal deviate (Abramowitz and Stegun 26.7.5). */
function fromNormal(degrees: number): number {
  const z = Z_95;
  return z + (z ** 3 + z) / (4 * degrees) + (5 * z ** 5 + 16 * z ** 3 + 3 * z) / (96 * degrees ** 2);
}

/**
 * Student's t with 2.5% above it, for limits of 95% on a mean. Takes whole degrees of freedom, at least 1; throws a RangeError for
 * anything else.
 */
export function t95(degrees: number): number {
  if (!Number.isInteger(degrees) || degrees < 1) throw new RangeError(`Student's t needs a whole number of degrees of freedom from 1 on, and was given ${degrees}.`);
  if (degrees > MOST_EXACT) return fromNormal(degrees);
  let low = 0;
  // With one degree of freedom t is 12.7, and it only falls from there.
  let high = 13;
  for (let step = 0; step < 60; step += 1) {
    const middle = (low + high) / 2;
    if (shareWithin(middle, degrees) < 0.95) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
