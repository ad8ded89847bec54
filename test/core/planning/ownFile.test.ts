import * as z from 'zod';
import {describe, expect, it} from 'vitest';
import {readOwnFile, wordsForFile, writeOwnFile} from '#core/planning/ownFile.ts';

const FORM = {kind: 'askwell-note', what: 'a note', longest: 100, schema: z.strictObject({version: z.literal(1), text: z.string()})};
const note = {version: 1 as const, text: 'Ask early'};

it.each([
  ['Library hours 2027', 'library-hours-2027'], ['Tŷ Gwyn', 'ty-gwyn'], ['../../etc', 'etc'], ['图书馆', ''], [`${'a'.repeat(59)} b`, 'a'.repeat(59)], ['', ''],
])('the words of a file named after %j are %j', (name, words) => {
  expect(wordsForFile(name)).toBe(words);
});

describe('a file of a tool', () => {
  it('reads back as it was written, also with a byte order mark', () => {
    expect(readOwnFile(FORM, `\uFEFF${writeOwnFile(FORM, note)}`)).toEqual({ok: true, value: note});
  });

  it.each([
    ['that is too big', ' '.repeat(101), /too big to be a note/], ['of another tool', '{"kind": "askwell-list"}', /is not a note/], ['that is no JSON', 'Ask', /cannot be read as JSON/],
    ['of a newer version', '{"kind": "askwell-note", "version": 2}', /newer version/], ['with a field too many', writeOwnFile(FORM, {...note, colour: 'red'}), /“colour”/],
  ])('%s is refused with what to do', (_, text, sentence) => {
    const read = readOwnFile(FORM, text);
    expect(read.ok ? '' : read.sentence).toMatch(sentence);
  });
});
