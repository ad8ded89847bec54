import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {checkProse} from '#core/guides/checkProse.ts';
import {addressOf, GuideFacts, readingMinutes} from '#core/guides/guide.ts';
import {tick, ticksFrom} from '#core/guides/ticks.ts';
import {checkYaml} from '#core/problem.ts';

const FACTS = `title: Time
description: How long to allow.
audience: [practitioners]
owner: Consultation team
reviewed: 2026-11-22
reviewBy: 2027-11-22
related: [/methods/, /toolkit/]
sources: [KEY-1]
`;
const problemsOf = (text: string) => {
  const checked = checkYaml(GuideFacts, {file: 'a.md', text});
  return checked.ok ? [] : checked.problems.map(({line, field, message}) => `${line} ${field}: ${message}`);
};

describe('the facts of a page', () => {
  it('are right when all are there', () => {
    expect(problemsOf(FACTS)).toEqual([]);
  });

  it.each([
    [FACTS.replace('How long to allow.', 'word '.repeat(41)), /^2 description: The summary has more than 40 words/],
    [FACTS.replace('[practitioners]', '[nobody]'), /^3 audience\.0: `nobody` is not one of the values allowed/],
    [FACTS.replace('2027-11-22', '2026-11-22'), /^6 reviewBy: The next review is not after/],
    [FACTS.replace('/methods/,', 'methods,'), /^7 related\.0: `methods` is not in the right form\. This is not an address/],
    [FACTS.replace('[KEY-1]', '[key 1]'), /^8 sources/],
    [FACTS.replace('owner: Consultation team\n', ''), /owner: This is missing/],
    [`${FACTS}duty: {topic: Time, say: [{text: It is so., confirmed: true}], doNotSay: [No], checked: 2026-11-22}\n`, /duty\.say\.0\.sources: A confirmed statement needs its sources/],
  ])('say what is wrong and where', (text, expected) => {
    expect(problemsOf(text).join('\n')).toMatch(expected);
  });
});

describe('addresses', () => {
  it.each([
    ['docs/toolkit/journey/time.md', '/toolkit/journey/time/'], ['docs/toolkit/journey/index.md', '/toolkit/journey/'], ['docs/index.md', '/'],
  ])('%s is shown at %s', (file, address) => expect(addressOf(file)).toBe(address));
});

describe('reading time', () => {
  it('is at least a minute and grows with the words', () => {
    expect([0, 90, 200, 500, 1000].map(readingMinutes)).toEqual([1, 1, 1, 3, 5]);
  });
});

describe('our own plain English', () => {
  const check = (body: string, exceptions: {text: string}[] = []) =>
    checkProse({file: 'a.md', body, linesBefore: 10, exceptions}).map(({line, message}) => `${line} ${message}`);

  it('passes a short plain page', () => {
    expect(check('We ask people first. Then we decide.')).toEqual([]);
  });

  it('finds a sentence that is too long, and a page whose sentences are', () => {
    const long = `${'word '.repeat(36).trim()}.`;
    expect(check(`Short one.\n\n${long}`)).toEqual([
      expect.stringMatching(/^13 This sentence has 36 words/), expect.stringMatching(/^11 Sentences on this page have 19\.0 words on average/),
    ]);
  });

  it('finds words to avoid, bare abbreviations and a second title by line', () => {
    expect(check('# Title\n\nWe utilise\nthe DPIA.')).toEqual([
      expect.stringMatching(/^13 "utilise" is a word we avoid/), expect.stringMatching(/^14 "DPIA" is not explained/), expect.stringMatching(/^11 A page has one title/),
    ]);
  });

  it('lets an exception excuse what it names, and asks for idle ones to go', () => {
    expect(check('We foster hope.', [{text: 'foster'}])).toEqual([]);
    expect(check('We hope.', [{text: 'foster'}])).toEqual([expect.stringMatching(/"foster" excuses nothing/)]);
  });
});

describe('ticks of a checklist', () => {
  it('come back as they were kept, and nothing else does', () => {
    expect(ticksFrom(JSON.stringify(['a', 'b']))).toEqual(['a', 'b']);
    for (const kept of [null, '', 'x', '{}', '[1]', 'null']) expect(ticksFrom(kept)).toEqual([]);
  });

  it('hold an item exactly when it was last ticked on', () => {
    fc.assert(fc.property(fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.boolean())), (steps) => {
      const ticks = steps.reduce<readonly string[]>((kept, [item, on]) => tick(kept, item, on), []);
      for (const item of ['a', 'b', 'c']) expect(ticks.filter((each) => each === item)).toHaveLength(steps.findLast(([each]) => each === item)?.[1] ? 1 : 0);
    }));
  });
});
