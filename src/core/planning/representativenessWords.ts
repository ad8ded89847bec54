import {LEAST_EXPECTED} from './chiSquare.ts';
import type {Fit} from './chiSquare.ts';
import type {Withheld} from './representativenessProtect.ts';

/** A whole number with commas: 12,345. */
export function writeCount(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ',');
}

/** A share from 0 to 1 as a percentage with one decimal. */
export function writeShare(share: number): string {
  return `${(100 * share).toFixed(1)}%`;
}

const signed = (text: string): string => (Number(text) === 0 ? text.replace('-', '') : text.startsWith('-') ? `−${text.slice(1)}` : `+${text}`);

/** Percentage points with their sign and one decimal. */
export function writePoints(points: number): string {
  return signed(points.toFixed(1));
}

/** The index as a whole number. */
export function writeIndex(index: number | null): string {
  return index === null ? 'None in the population' : String(Math.round(index));
}

/** How many more or fewer people would have matched. */
export function writeToMatch(people: number): string {
  return people === 0 ? 'Matches' : `${writeCount(Math.abs(people))} ${people > 0 ? 'more' : 'fewer'}`;
}

/** What stands in place of a count that is withheld. */
export function writeWithheld(withheld: Withheld, threshold: number): string {
  return withheld === 'small' ? `Fewer than ${threshold === 10 ? 'ten' : 'five'}` : 'Not shown';
}

/** p as statisticians write it, with three decimals. */
export function writeP(p: number): string {
  return p < 0.001 ? 'p less than 0.001' : `p = ${p.toFixed(3)}`;
}

function writeChance(p: number): string {
  if (p >= 0.995) return 'in nearly every draw';
  if (p >= 0.0095) return `in about ${Math.round(p * 100)} of 100 draws`;
  if (p >= 0.001) return `in about ${Math.round(p * 1000)} of 1,000 draws`;
  return 'in fewer than 1 of 1,000 draws';
}

/** At or above this p we say that chance alone could explain it: the custom since R A Fisher, Statistical Methods for Research Workers (1925). */
export const CLEAR = 0.05;

/** What the test says, a sentence each. With a reason in place of a result where the test should not be used. */
export function explainFit(fit: Fit | null): {figures: string; sentences: string[]} | {figures: null; sentences: string[]} {
  if (fit === null) return {figures: null, sentences: ['There is no test, because fewer than two groups can be compared. Join small groups and try again.']};
  if (fit.leastExpected < LEAST_EXPECTED) {
    return {figures: null, sentences: [
      'Do not use the chi-square test here.',
      `At least one group is so small that fewer than ${LEAST_EXPECTED} of its people would be expected to take part, and the test misleads below that.`,
      'Join small groups into larger ones that still make sense, and try again.',
    ]};
  }
  const isClear = fit.p < CLEAR;
  return {
    figures: `Chi-square ${fit.statistic.toFixed(2)}, ${fit.degrees} ${fit.degrees === 1 ? 'degree' : 'degrees'} of freedom, ${writeP(fit.p)}, Cramér’s V ${fit.v.toFixed(2)}`,
    sentences: [
      `Imagine drawing the same number of people from this population by chance, again and again. Differences at least this large would come up ${writeChance(fit.p)}.`,
      isClear ? 'So chance alone is a poor explanation. The mix of people differs from the population.' : 'So chance alone could explain the differences. That does not show that the mix is right.',
      `Taken together, the differences are ${fit.size}.`,
      ...(isClear && fit.size === 'very small' ? ['With many people, even differences that hardly matter become statistically clear.'] : []),
      ...(!isClear && fit.size !== 'very small' ? ['With so few people the test cannot tell more. Look at the groups themselves.'] : []),
    ],
  };
}
