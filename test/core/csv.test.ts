import * as fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {readCsv, writeCsv} from '#core/csv.ts';

describe('the reader of CSV', () => {
  it.each([
    ['plain cells', 'a,b\r\nc,d\r\n', [['a', 'b'], ['c', 'd']]],
    ['no line end at the end', 'a,b\nc,d', [['a', 'b'], ['c', 'd']]],
    ['bare carriage returns', 'a\rb', [['a'], ['b']]],
    ['a byte order mark', '\uFEFFa,b', [['a', 'b']]],
    ['quotes, commas and lines in quotes', '"a ""x""","b,c","d\r\ne"', [['a "x"', 'b,c', 'd\r\ne']]],
    ['empty cells at the ends', ',a,\n,,', [['', 'a', ''], ['', '', '']]],
    ['an empty line', 'a\n\nb', [['a'], [''], ['b']]],
    ['semicolons', 'a;b;c,d\n1;2;3', [['a', 'b', 'c,d'], ['1', '2', '3']]],
    ['tabs', 'a\tb\n1\t2', [['a', 'b'], ['1', '2']]],
    ['a quote inside a cell without quotes', 'a 6" pipe,b', [['a 6" pipe', 'b']]],
    ['nothing', '', []],
  ])('reads %s', (_, csv, rows) => {
    expect(readCsv(csv)).toEqual({ok: true, rows});
  });

  it.each([['a\n"b', 'row 2'], ['"a"b', 'row 1'], ['"', 'row 1']])('says where %j is broken', (csv, where) => {
    const read = readCsv(csv);
    expect(read.ok).toBe(false);
    expect(!read.ok && read.sentence).toContain(where);
  });

  it('reads what the writer writes, but for the apostrophe before a formula', () => {
    fc.assert(fc.property(fc.array(fc.array(fc.string({unit: 'grapheme', maxLength: 20}), {minLength: 2, maxLength: 2}), {minLength: 1, maxLength: 6}), (rows) => {
      const read = readCsv(writeCsv(['x', 'y'], rows));
      expect(read).toEqual({ok: true, rows: [['x', 'y'], ...rows.map((row) => row.map((cell) => (/^\s*[=+\-@|\t\r\n＝＋－＠]/.test(cell) ? `'${cell}` : cell)))]});
    }));
  });

  it('never throws, and gives only text', () => {
    fc.assert(fc.property(fc.string({unit: fc.constantFrom('a', '"', ',', '\r', '\n', ';'), maxLength: 30}), (csv) => {
      const read = readCsv(csv);
      expect(read.ok ? read.rows.flat().every((cell) => typeof cell === 'string') : read.sentence.length > 20).toBe(true);
    }));
  });
});
