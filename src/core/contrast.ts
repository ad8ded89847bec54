/** Text that people read needs this much contrast with what it stands on (WCAG 2.2, 1.4.3, level AA). */
export const TEXT_CONTRAST = 4.5;

/** Body text in the dark colours, where we hold ourselves to level AAA (WCAG 2.2, 1.4.6). */
export const ENHANCED_CONTRAST = 7;

/** Edges of fields and rings of focus (WCAG 2.2, 1.4.11). */
export const EDGE_CONTRAST = 3;

type Rgb = readonly [red: number, green: number, blue: number];

/** Takes a colour as `#rgb` or `#rrggbb`. Gives its three parts from 0 to 255. Throws a sentence for anything else. */
export function parseColour(text: string): Rgb {
  const short = /^#([0-9a-f])([0-9a-f])([0-9a-f])$/i.exec(text.trim());
  const long = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(text.trim());
  const parts = (short?.slice(1).map((digit) => digit + digit) ?? long?.slice(1))?.map((part) => Number.parseInt(part, 16));
  if (!parts) throw new Error(`\`${text}\` is not a colour we can read. Write it as # and six digits, for instance #0b5563.`);
  return [parts[0] ?? 0, parts[1] ?? 0, parts[2] ?? 0];
}

function luminance(colour: string): number {
  const [red, green, blue] = parseColour(colour).map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * (red ?? 0) + 0.7152 * (green ?? 0) + 0.0722 * (blue ?? 0);
}

/** The contrast of two colours, from 1 (the same) to 21 (black on white), as WCAG 2.2 defines it. */
export function contrastOf(one: string, other: string): number {
  const [lighter, darker] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return ((lighter ?? 0) + 0.05) / ((darker ?? 0) + 0.05);
}

/** Mixes two colours. `share` is how much of the first there is, from 0 to 1. Gives `#rrggbb`. */
export function mixColours(first: string, second: string, share: number): string {
  const other = parseColour(second);
  return `#${parseColour(first)
    .map((part, index) => Math.round(part * share + (other[index] ?? 0) * (1 - share)).toString(16).padStart(2, '0'))
    .join('')}`;
}

/** Takes a style sheet, and the selector of one of its rules. Gives the colours that rule names, by custom property without the `--aw-`. */
export function readColours(css: string, selector: string): Record<string, string> {
  const start = css.indexOf(`\n${selector} {`);
  const rule = start < 0 ? '' : css.slice(start, css.indexOf('}', start));
  return Object.fromEntries([...rule.matchAll(/--aw-([a-z-]+):\s*(#[0-9a-f]{3,6});/gi)].map((match) => [match[1] ?? '', match[2] ?? '']));
}
