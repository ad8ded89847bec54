/** Most characters of an answer that is typed on one line. */
export const LONGEST_TYPED = 100;

/**
 * A typed answer as it is compared: compatibility forms made one (NFKC), small letters, one kind of apostrophe and dash, single
 * spaces, and no punctuation at the end.
 */
export function normalise(text: string): string {
  const words = text.normalize('NFKC').toLowerCase().replace(/[‘’`]/g, "'").replace(/[“”]/g, '"').replace(/[‐-―]/g, '-').replace(/\s+/g, ' ').trim();
  // Not by a pattern: one that ends in `+$` takes time with the square of a long row of full stops.
  let end = words.length;
  while (end > 0 && END_SIGNS.has(words[end - 1] ?? '')) end -= 1;
  return words.slice(0, end);
}

const END_SIGNS: ReadonlySet<string> = new Set(' .,;:!?');

const NUMBER = /^([-−]?)£?\s*(\d{1,3}(?:,\d{3})+|\d+)(\.\d*)?\s*%?$/;

/**
 * The number that somebody typed, or null: digits, with commas between thousands, a decimal point, a pound or a percent sign.
 * Never guesses at words or at two numbers.
 */
export function readNumber(text: string): number | null {
  const parts = NUMBER.exec(text.normalize('NFKC').trim());
  if (!parts) return null;
  const [, sign = '', whole = '', decimals = ''] = parts;
  return Number(`${sign === '' ? '' : '-'}${whole.replaceAll(',', '')}${decimals === '.' ? '' : decimals}`);
}
