import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {bareAbbreviationsIn} from '#core/checker/abbreviations.ts';
import {wordsToAvoidIn} from '#core/checker/findWords.ts';
import {WORDS_TO_AVOID} from '#core/checker/lists/wordsToAvoid.ts';
import {proseOf} from '#core/checker/prose.ts';
import {sentencesOf} from '#core/checker/sentences.ts';

describe('prose of a Markdown text', () => {
  it('is what a reader reads, with the line it stands in', () => {
    const markdown = [
      '## Who **decides**', '', 'Ask [the clerk](/people/) in', 'good time.', '- One `code` item', '> We will utilise it.', '', '| Name | Role |', '|---|---|', '| Chair | Decides |', '',
      '```', 'not prose', '```', '<Quiz id="x" />', ':::note Take care', 'Inside.', ':::',
    ].join('\n');
    expect(proseOf(markdown).map(({kind, text, line}) => `${line} ${kind}: ${text}`)).toEqual([
      '1 heading: Who decides', '3 paragraph: Ask the clerk in\ngood time.', '5 item: One code item', '8 cell: Name', '8 cell: Role', '10 cell: Chair', '10 cell: Decides',
      '16 heading: Take care', '17 paragraph: Inside.',
    ]);
  });

  it('begins each block within the text, whatever an author writes', () => {
    fc.assert(fc.property(fc.string({unit: fc.constantFrom('a', '#', ' ', '\n', '|', '-', '>', '`', '<', '*', '[', ']', '(', ')', '.')}), (markdown) => {
      const lines = markdown.split('\n').length;
      for (const block of proseOf(markdown)) {
        expect(block.line).toBeGreaterThanOrEqual(1);
        expect(block.line).toBeLessThanOrEqual(lines);
      }
    }));
  });
});

describe('sentences', () => {
  it.each([
    ['We met at 10 a.m. in the hall. Few came.', ['We met at 10 a.m. in the hall.', 'Few came.']],
    ['See para. 4 and s. 149 of the Act. Then ask.', ['See para. 4 and s. 149 of the Act.', 'Then ask.']],
    ['R. v. Smith cost £2.5 million. “Why?” she asked.', ['R. v. Smith cost £2.5 million.', '“Why?” she asked.']],
    ['It cost £1,500. It rose by 3%. In 2015. Then 1.5 more.', ['It cost £1,500.', 'It rose by 3%.', 'In 2015.', 'Then 1.5 more.']],
    ['A label without a stop', ['A label without a stop']],
  ])('%s', (text, expected) => {
    expect(sentencesOf({kind: 'paragraph', text, line: 1}).map((sentence) => sentence.text)).toEqual(expected);
  });

  it('know their line, their words and whether they are whole', () => {
    expect(sentencesOf({kind: 'paragraph', text: 'One two.\nThree four five', line: 7})).toEqual([
      {text: 'One two.', words: 2, line: 7, whole: true}, {text: 'Three four five', words: 3, line: 8, whole: false},
    ]);
  });
});

describe('words to avoid', () => {
  it.each([
    ['We will utilise it', ['utilise']],
    ['Commencing in May, prior to the vote', ['Commencing', 'prior to']],
    ['The facilitator leads; she facilitated', ['facilitated']],
    ['An equality impact assessment has an impact', ['impact']],
    ['Foster carers foster good relations', []],
    ['and/or, e.g. this, i.e. that, etc.', ['and/or', 'e.g.', 'etc', 'i.e.']],
    ['The executive and the egg', []],
  ])('%s', (text, expected) => {
    expect(wordsToAvoidIn(text).map(({found}) => found)).toEqual(expected);
  });

  it.each(WORDS_TO_AVOID.map(({word}) => word))('%s is found as it is named', (word) => {
    expect(wordsToAvoidIn(`we ${word === 'etc.' ? 'etc.' : word} it`)).not.toEqual([]);
  });
});

describe('abbreviations', () => {
  const bareIn = (markdown: string) => bareAbbreviationsIn(proseOf(markdown)).map(({abbreviation, line}) => `${line} ${abbreviation}`);
  it.each([
    ['An equality impact assessment (EIA) helps. The EIA is short.', []],
    ['EIA (equality impact assessment) helps.', []],
    ['Write an EIA.\n\nLater: equality impact assessment (EIA).', ['1 EIA']],
    ['The NHS sends a PDF.', []],
    ['## BSL\n\nBritish Sign Language (BSL)', []],
    ['Two\nEIAs', ['2 EIA']],
  ])('%s', (markdown, expected) => {
    expect(bareIn(markdown)).toEqual(expected);
  });
});
