import * as fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {compareMethods, detailsOf, MOST_COMPARED, waysToTakePart} from '#core/methods/compare.ts';
import type {MethodDetails} from '#core/methods/compare.ts';
import {readCompareCode, writeCompareCode} from '#core/methods/compareCode.ts';
import type {MethodSummary} from '#core/methods/method.ts';
import {catalogue, methods} from './catalogue.ts';

const details = catalogue.map(detailsOf);
const ids = methods.map(({id}) => id);

/** A method that differs from its neighbour in nothing but what a case says. */
const method = (id: string, over: Partial<MethodSummary> = {}): MethodSummary => ({...methods.find((each) => each.id === 'focus-group')!, id, title: `Method ${id}`, ...over});
const more = (id: string, over: Partial<MethodDetails> = {}): MethodDetails => ({id, aka: [], strengths: [], weaknesses: [], judged: [], ...over});
const rowsOf = (a: Partial<MethodSummary>, b: Partial<MethodSummary>, detailsA: Partial<MethodDetails> = {}, detailsB: Partial<MethodDetails> = {}) =>
  compareMethods(['a', 'b'], [method('a', a), method('b', b)], [more('a', detailsA), more('b', detailsB)]).rows;

describe('a comparison', () => {
  it('has a row for everything to weigh, in the order of the questions', () => {
    expect(compareMethods(['focus-group'], methods, details).rows.map(({id}) => id)).toEqual([
      'what', 'level', 'people', 'weeks', 'cost', 'effort', 'way', 'representative', 'figures', 'depth', 'contention', 'complexity', 'reaches', 'misses',
      'avoid', 'strengths', 'weaknesses', 'pairs',
    ]);
  });

  it('says in words what the facts are', () => {
    const rows = rowsOf({participants: {min: 0, max: 0}, elapsedWeeks: {min: 1, max: 1}, costBand: 1, staffEffort: 3, faceToFace: false, remote: false, depth: 3, handlesContention: 5,
      level: ['inform', 'consult'], audiences: {goodFor: ['staff'], poorFor: []}, audienceExclusive: true, statisticallyProjectable: true}, {});
    const said = Object.fromEntries(rows.map(({id, cells}) => [id, cells[0]?.map(({text}) => text)]));
    expect(said).toMatchObject({
      people: ['Nobody new is asked'], weeks: ['1 week'], cost: ['Under £1,000'], effort: ['1 to 2 weeks'], way: ['Nobody is asked'], depth: ['A discussion (3 of 5)'],
      contention: ['Very well (5 of 5)'], level: ['Inform and consult'], reaches: ['Staff', 'Only these groups'], misses: [], figures: ['Yes, given a sound sample'],
    });
  });

  it.each([
    ['the same facts', {}, {}, {}, {}, []],
    ['another cost', {costBand: 1}, {costBand: 2}, {}, {}, ['cost']],
    ['the same groups in another order', {audiences: {goodFor: ['staff', 'children'], poorFor: []}}, {audiences: {goodFor: ['children', 'staff'], poorFor: []}}, {}, {}, []],
    ['one group more', {audiences: {goodFor: ['staff', 'children'], poorFor: []}}, {audiences: {goodFor: ['staff'], poorFor: []}}, {}, {}, ['reaches']],
    ['the same cost, judged in one and sourced in the other', {}, {}, {judged: ['costBand']}, {}, []],
    ['the same strength from different hands', {}, {}, {strengths: [{text: 'Cheap', sourced: true}]}, {strengths: [{text: 'Cheap', sourced: false}]}, []],
    ['another weakness', {}, {}, {weaknesses: [{text: 'Slow', sourced: true}]}, {weaknesses: []}, ['weaknesses']],
  ] as [string, Partial<MethodSummary>, Partial<MethodSummary>, Partial<MethodDetails>, Partial<MethodDetails>, string[]][])(
    'finds what differs: %s', (_, a, b, detailsA, detailsB, differing) => {
      expect(rowsOf(a, b, detailsA, detailsB).filter(({differs}) => differs).map(({id}) => id)).toEqual(differing);
    });

  it('finds a difference in any of four', () => {
    const four = ['a', 'b', 'c', 'd'];
    const {rows} = compareMethods(four, four.map((id) => method(id, id === 'd' ? {depth: 1} : {})), four.map((id) => more(id)));
    expect(rows.filter(({differs}) => differs).map(({id}) => id)).toEqual(['depth']);
  });

  it('marks what no source is named for, fact by fact and claim by claim', () => {
    const rows = rowsOf({}, {}, {judged: ['elapsedWeeks'], strengths: [{text: 'Quick', sourced: false}, {text: 'Cheap', sourced: true}]});
    const judged = (id: string) => rows.find((row) => row.id === id)?.cells[0]?.map((line) => line.judged);
    expect([judged('weeks'), judged('cost'), judged('strengths'), judged('what')]).toEqual([[true], [false], [true, false], [false]]);
  });

  it('names the methods to pair with by title and id', () => {
    const {rows} = compareMethods(['focus-group'], methods, details);
    expect(rows.find(({id}) => id === 'pairs')?.cells[0]).toContainEqual(expect.objectContaining({text: 'Postal survey', method: 'postal-survey'}));
  });

  it('has nothing to differ from with one method, and nothing to crash on with an id that nobody knows', () => {
    expect(compareMethods(['focus-group'], methods, details).rows.some(({differs}) => differs)).toBe(false);
    expect(compareMethods(['martians', 'focus-group', '__proto__'], methods, details).methods.map(({id}) => id)).toEqual(['focus-group']);
  });

  it('has a cell for each method in each row, whichever methods and whatever their order, and finds the same differences', () => {
    fc.assert(fc.property(fc.uniqueArray(fc.constantFrom(...ids), {maxLength: MOST_COMPARED}), (chosen) => {
      const {rows, methods: columns} = compareMethods(chosen, methods, details);
      expect(columns.map(({id}) => id)).toEqual(chosen);
      for (const {cells} of rows) expect(cells).toHaveLength(chosen.length);
      const turned = compareMethods([...chosen].reverse(), methods, details).rows;
      expect(turned.map(({differs}) => differs)).toEqual(rows.map(({differs}) => differs));
    }));
  });
});

describe('details', () => {
  it.each(catalogue.map((each) => [each.id, each] as const))('of %s say of each claim whether it has a source', (_, each) => {
    const {strengths, weaknesses} = detailsOf(each);
    expect(strengths.map(({sourced}) => sourced)).toEqual(each.strengths.map(({sources}) => sources !== undefined));
    expect(weaknesses.map(({text}) => text)).toEqual(each.weaknesses.map(({text}) => text));
  });
});

it.each([
  [true, true, 'Face to face or at a distance'], [true, false, 'Face to face'], [false, true, 'At a distance'], [false, false, 'Nobody is asked'],
])('face to face %s and remote %s is: %s', (faceToFace, remote, words) => {
  expect(waysToTakePart({faceToFace, remote})).toBe(words);
});

describe('a comparison in the address', () => {
  const some = [{id: 'a', title: 'Jury'}, {id: 'b', title: 'Panel'}, {id: 'c', title: 'Stall'}, {id: 'd', title: 'Poll'}, {id: 'e', title: 'Forum'}, {id: 'f', title: 'Walk'}];

  it.each([
    ['', [], false, []],
    ['?m=b,a', ['b', 'a'], false, []],
    ['m=a&m=b&only=differences', ['a', 'b'], true, []],
    ['m=a,a,%20b%20,', ['a', 'b'], false, []],
    ['m=a,martians', ['a'], false, ['There is no method called “martians”.']],
    ['m=__proto__,constructor', [], false, ['There is no method called “__proto__”.', 'There is no method called “constructor”.']],
    ['m=a,b,c,d,e', ['a', 'b', 'c', 'd'], false, ['Four methods fit side by side. Forum is left out.']],
    ['m=a,x,b,c,d,e,f', ['a', 'b', 'c', 'd'], false, ['There is no method called “x”.', 'Four methods fit side by side. Forum and Walk are left out.']],
  ])('%s is read', (query, chosen, onlyDiffering, dropped) => {
    expect(readCompareCode(query, some)).toEqual({ids: chosen, onlyDiffering, dropped});
  });

  it('comes back as it went', () => {
    fc.assert(fc.property(fc.uniqueArray(fc.constantFrom(...ids), {maxLength: MOST_COMPARED}), fc.boolean(), (chosen, onlyDiffering) => {
      expect(readCompareCode(writeCompareCode({ids: chosen, onlyDiffering}), methods)).toEqual({ids: chosen, onlyDiffering, dropped: []});
    }));
  });

  it('never throws, whatever stands in it', () => {
    fc.assert(fc.property(fc.string({unit: 'binary'}), (text) => {
      expect(() => readCompareCode(`m=${text}`, some)).not.toThrow();
      expect(() => readCompareCode(text, some)).not.toThrow();
    }));
  });
});
