import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {indexNames, splitText} from '#core/glossary/matchTerms.ts';
import type {Name, Part} from '#core/glossary/matchTerms.ts';

const term = (id: string, text: string, exact?: boolean): Name => ({text, target: {kind: 'term', id}, ...(exact !== undefined && {exact})});
const method = (id: string, text: string): Name => ({text, target: {kind: 'method', id}});

const NAMES = [
  term('sample', 'sample'), term('sample', 'samples'), term('sample-size', 'sample size'), term('response', 'response'), term('rate', 'response rate'),
  term('consultee', 'consultee'), term('co-production', 'co-production'), term('dpia', 'data protection impact assessment'),
  term('dpia', 'DPIA', true), term('easy-read', 'Easy Read'), term('plain-english', 'plain English'), term('said', 'you said, we did'),
  term('engagement', 'public engagement'), term('panel', 'panel'), term('duty', 'equality duty'), term('psed', 'public sector equality duty'),
  method('citizens-panel', "citizens' panel"), method('planning-for-real', 'Planning for Real'), method('world-cafe', 'World Café'),
];
const index = indexNames(NAMES);
const show = (parts: Part[]): string => parts.map(({text, target}) => (target ? `[${target.id}:${text}]` : text)).join('');
const mark = (text: string): string => show(splitText(text, index, () => true));

describe('names in a text', () => {
  it.each([
    ['are found as whole words', 'A sample of ten.', 'A [sample:sample] of ten.'],
    ['are not found inside words', 'Resample the examples.', 'Resample the examples.'],
    ['are not found before a hyphen', 'A sample-based count.', 'A sample-based count.'],
    ['are not found after a hyphen', 'The non-response rate.', 'The non-response rate.'],
    ['are found before a dash with spaces', 'A sample - of ten.', 'A [sample:sample] - of ten.'],
    ['are found before a possessive', "The consultee's answer.", "The [consultee:consultee]'s answer."],
    ['are found at the very ends', 'sample', '[sample:sample]'],
    ['are found beside punctuation', '("sample")', '("[sample:sample]")'],
    ['give way to the longest', 'The sample size.', 'The [sample-size:sample size].'],
    ['give way to the longest of those that begin earlier', 'Our public sector equality duty.', 'Our [psed:public sector equality duty].'],
    ['fall back to the shorter where the longer goes on', 'The response rates.', 'The [response:response] rates.'],
    ['are found at the start of a sentence', 'Samples differ.', '[sample:Samples] differ.'],
    ['are found across the end of a line', 'The sample\nsize.', 'The [sample-size:sample\nsize].'],
    ['are found with either apostrophe', 'A citizens’ panel.', 'A [citizens-panel:citizens’ panel].'],
    ['are found with a hyphen that does not break', 'By co‑production.', 'By [co-production:co‑production].'],
    ['may hold a comma', 'Try "You said, we did".', 'Try "[said:You said, we did]".'],
    ['keep an abbreviation to its letters', 'A DPIA, not a dpia.', 'A [dpia:DPIA], not a dpia.'],
    ['keep the capitals of a name', 'An easy read is not Easy Read.', 'An easy read is not [easy-read:Easy Read].'],
    ['keep the capitals of a method that is a name', 'We are planning for real change.', 'We are planning for real change.'],
    ['may raise a small first letter only', 'Plain English, not plain english.', '[plain-english:Plain English], not plain english.'],
    ['may hold letters with marks', 'A World Café helps.', 'A [world-cafe:World Café] helps.'],
    ['are not found in the name of a body', 'Ask the Plain English Campaign.', 'Ask the Plain English Campaign.'],
    ['are not found at the end of such a name', 'The North Panel met.', 'The North Panel met.'],
    ['are not found in capitals that are not ours', 'The Centre for Public Engagement.', 'The Centre for Public Engagement.'],
  ])('%s', (_, text, expected) => {
    expect(mark(text)).toBe(expected);
  });

  it('stay covered where they are not taken, so that none is found inside', () => {
    const parts = splitText("A citizens' panel and a panel.", index, ({id}) => id !== 'citizens-panel');
    expect(show(parts)).toBe("A citizens' panel and a [panel:panel].");
  });

  it('are offered once each, from left to right', () => {
    const offered: string[] = [];
    splitText('One sample size, one panel, one sample.', index, ({id}) => offered.push(id) > 99);
    expect(offered).toEqual(['sample-size', 'panel', 'sample']);
  });

  it('must begin with a word', () => {
    expect(() => indexNames([term('a', '(bracket)')])).toThrow('does not begin with a letter');
  });
});

describe('splitting', () => {
  const anyText = fc.array(fc.oneof(
    fc.constantFrom(...NAMES.map(({text}) => text), ' ', ' ', ', ', '. ', '-', "'s ", '\n', '’', 'é', '\u{1D49C}', '(', '$&'), fc.string({maxLength: 6}),
  ), {maxLength: 30}).map((pieces) => pieces.join(''));

  it('never changes a text', () => {
    fc.assert(fc.property(anyText, fc.func(fc.boolean()), (text, take) => {
      expect(splitText(text, index, (target) => take(target)).map((part) => part.text).join('')).toBe(text);
    }));
  });

  it('marks only words that some name of the target allows, whole', () => {
    const letter = /[\p{L}\p{M}\p{N}_]/u;
    fc.assert(fc.property(anyText, (text) => {
      let at = 0;
      for (const {text: words, target} of splitText(text, index, () => true)) {
        if (target) {
          const plain = (value: string) => value.toLowerCase().replace(/\s+/g, ' ').replace(/’/g, "'").replace(/‑/g, '-');
          expect(NAMES.filter((name) => name.target === target).map((name) => plain(name.text))).toContain(plain(words));
          expect(letter.test(text.charAt(at - 1))).toBe(false);
          expect(letter.test(text.charAt(at + words.length))).toBe(false);
        }
        at += words.length;
      }
    }));
  });

  it('leaves no two plain pieces side by side and none empty', () => {
    fc.assert(fc.property(anyText, (text) => {
      const parts = splitText(text, index, () => true);
      expect(parts.every((part, at) => part.text !== '' && (part.target !== undefined || parts[at + 1] === undefined || parts[at + 1]?.target !== undefined))).toBe(true);
    }));
  });

  it('takes about as long as the text is', () => {
    const text = 'We asked a sample of people about the equality duty and the response rate. '.repeat(4000);
    const started = performance.now();
    splitText(text, index, () => true);
    expect(performance.now() - started).toBeLessThan(3000);
  });
});
