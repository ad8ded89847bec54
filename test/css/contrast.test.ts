import {readFileSync} from 'node:fs';
import {describe, expect, it} from 'vitest';
import organisation from '#config';
import {deriveAccent, faultsOfAccent} from '#core/accent.ts';
import {contrastOf, EDGE_CONTRAST, ENHANCED_CONTRAST, mixColours, parseColour, readColours, TEXT_CONTRAST} from '#core/contrast.ts';
import {accentCss} from '#plugins/accent/index.ts';

const css = readFileSync('src/css/tokens.css', 'utf8');

describe('the contrast of two colours', () => {
  it.each([
    ['#000000', '#ffffff', 21],
    ['#fff', '#fff', 1],
    ['#767676', '#ffffff', 4.54],
    ['#ffffff', '#767676', 4.54],
    ['#3578e5', '#ffffff', 4.23],
  ])('%s and %s make %s to 1', (one, other, ratio) => {
    expect(contrastOf(one, other)).toBeCloseTo(ratio, 1);
  });

  it('refuses what is not a colour and says how to write one', () => {
    expect(() => parseColour('teal')).toThrow('Write it as # and six digits');
  });

  it('mixes by share', () => {
    expect(mixColours('#000000', '#ffffff', 0.5)).toBe('#808080');
  });
});

describe.each([
  ['light', ':root', organisation.accent.light, TEXT_CONTRAST],
  ['dark', "[data-theme='dark']", organisation.accent.dark, ENHANCED_CONTRAST],
] as const)('the %s colours', (_scheme, selector, accent, body) => {
  const tokens = readColours(css, selector);
  const {paper = '', 'paper-raised': raised = '', ink = ''} = tokens;
  const soft = deriveAccent(accent, {paper, 'paper-raised': raised, ink}).soft;
  const grounds = {paper, raised, soft};

  it.each(['ink', 'ink-soft', 'good', 'warn', 'bad'])('%s can be read on paper, cards and panels', (name) => {
    for (const [ground, colour] of Object.entries(grounds)) {
      const needed = name === 'ink' || name === 'ink-soft' ? body : TEXT_CONTRAST;
      expect(contrastOf(tokens[name] ?? '', colour), `${name} on ${ground}`).toBeGreaterThanOrEqual(needed);
    }
  });

  it.each(['line-strong', 'focus'])('%s can be seen on paper, cards and panels', (name) => {
    for (const colour of Object.values(grounds)) expect(contrastOf(tokens[name] ?? '', colour)).toBeGreaterThanOrEqual(EDGE_CONTRAST);
  });
});

describe('the accent of an organisation', () => {
  it('is written for both schemes when it can be read', () => {
    const written = accentCss(organisation.accent, css);
    expect(written).toContain(`--aw-accent: ${organisation.accent.light};`);
    expect(written).toContain(`--aw-accent: ${organisation.accent.dark};`);
  });

  it('stops the build when it is too pale, with the ratio found, the one needed and the way to mend it', () => {
    expect(() => accentCss({light: '#88ccdd', dark: organisation.accent.dark}, css)).toThrow(
      /askwell\.config\.ts accent\.light: #88ccdd on the page has a contrast of 1\.\d\d to 1, and 4\.5 to 1 is needed\. Choose a darker colour\./,
    );
  });

  it('stops the build when it is too dark for the dark pages', () => {
    expect(() => accentCss({light: organisation.accent.light, dark: '#0b5563'}, css)).toThrow('Choose a lighter colour.');
  });

  it('never reports a ratio that reads as if it met the limit', () => {
    const faults = faultsOfAccent('light', '#777777', {paper: '#ffffff', 'paper-raised': '#ffffff', ink: '#000000'});
    expect(faults[0]).toContain('4.47 to 1');
  });
});
