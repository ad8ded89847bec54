import {readFileSync} from 'node:fs';
import {describe, expect, it} from 'vitest';
import organisation from '#config';
import {deriveAccent} from '#core/accent.ts';
import {contrastOf, EDGE_CONTRAST, mixColours, readColours, TEXT_CONTRAST} from '#core/contrast.ts';
import {CLASSES} from '#core/diagrams/rules.ts';

const tokens = readFileSync('src/css/tokens.css', 'utf8');
const css = readFileSync('src/components/diagrams/styles.module.css', 'utf8');

/** The colours of a diagram by name without `--d-`, as the style sheet makes them from the tokens of one scheme. */
function coloursOf(selector: string, accent: string): Record<string, string> {
  const own = readColours(tokens, selector);
  const derived = deriveAccent(accent, {paper: own.paper ?? '', 'paper-raised': own['paper-raised'] ?? '', ink: own.ink ?? ''});
  const all: Record<string, string> = {...own, accent: derived.accent, 'accent-ink': derived.ink, 'accent-soft': derived.soft};
  const rule = css.slice(css.indexOf('.drawing {'), css.indexOf('}', css.indexOf('.drawing {')));
  const colours = [...rule.matchAll(/--d-([a-z-]+): (?:var\(--aw-([a-z-]+)\)|color-mix\(in srgb, var\(--aw-([a-z-]+)\) (\d+)%, var\(--aw-([a-z-]+)\)\));/g)]
    .map(([, name = '', plain, first = '', share, second = '']) => [name, plain !== undefined ? all[plain] ?? '' : mixColours(all[first] ?? '', all[second] ?? '', Number(share) / 100)]);
  return {...Object.fromEntries(colours) as Record<string, string>, page: own.paper ?? ''};
}

describe.each([['light', ':root', organisation.accent.light], ['dark', "[data-theme='dark']", organisation.accent.dark]])('the colours of diagrams, %s', (_scheme, selector, accent) => {
  const colours = coloursOf(selector, accent);
  const contrast = (one: string, other: string): number => contrastOf(colours[one] ?? '', colours[other] ?? '');
  const grounds = ['page', 'paper', 'soft', 'accent-soft', 'warm-soft'];

  it('are ten, and the page', () => {
    expect(Object.keys(colours)).toHaveLength(11);
  });

  it.each(['ink', 'quiet'])('text in %s can be read on every pale ground', (name) => {
    for (const ground of grounds) expect(contrast(name, ground), ground).toBeGreaterThanOrEqual(TEXT_CONTRAST);
  });

  it('text can be read on the strong accent', () => {
    expect(contrast('on-accent', 'accent')).toBeGreaterThanOrEqual(TEXT_CONTRAST);
  });

  it.each(['line', 'accent', 'warm'])('edges and shapes in %s stand out from every pale ground', (name) => {
    for (const ground of grounds) expect(contrast(name, ground), ground).toBeGreaterThanOrEqual(EDGE_CONTRAST);
  });
});

it('styles every class that a drawing may use, and no other', () => {
  const styled = new Set([...css.matchAll(/\.(d-[a-z-]+)/g)].map((match) => match[1] ?? ''));
  // A tick differs in how small it may be, not in its look.
  expect([...styled, 'd-tick'].sort()).toEqual(Object.keys(CLASSES).sort());
});

it.each(['forced-colors: active', 'print'])('gives every colour anew for %s', (medium) => {
  const block = css.slice(css.indexOf(`(${medium})`) < 0 ? css.indexOf(`@media ${medium}`) : css.indexOf(`(${medium})`));
  const names = (text: string) => [...text.slice(0, text.indexOf('forced-color-adjust') > 0 && medium !== 'print' ? text.indexOf('forced-color-adjust') : undefined).matchAll(/--d-([a-z-]+):/g)].map((match) => match[1]);
  const first = css.slice(css.indexOf('.drawing {'), css.indexOf('}', css.indexOf('.drawing {')));
  expect(names(block)).toEqual(names(first));
});
