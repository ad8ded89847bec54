import * as fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {readCsv} from '#core/csv.ts';
import {AUDIENCES, termsOf} from '#core/methods/vocabulary.ts';
import {columnOf, HEADINGS, readAudiences, readDay, readMark} from '#core/planning/stakeholderColumns.ts';
import {exampleEntries} from '#core/planning/stakeholderExample.ts';
import {fileNameOf, fromJson, toCsv, toJson} from '#core/planning/stakeholderFile.ts';
import {CHARACTERISTIC_IDS, findGaps} from '#core/planning/stakeholderGaps.ts';
import {importInto, importInWords, LONGEST_FILE, readImport} from '#core/planning/stakeholderImport.ts';
import type {ImportRead, Preview} from '#core/planning/stakeholderImport.ts';
import {byQuarter, methodsFor, quarterOf} from '#core/planning/stakeholderQuarters.ts';
import type {SuitableMethod} from '#core/planning/stakeholderQuarters.ts';
import {addEntries, applyEdit, applyUndo, clearList, EMPTY_LIST, isStale, keyToOpen, LONGEST, newStakeholder, parseKept, removeEntry, sortEntries, SORTS} from '#core/planning/stakeholders.ts';
import type {Edit, Sort, StakeholderList} from '#core/planning/stakeholders.ts';

const TODAY = '2026-11-22';
const counter = (start = 'new'): (() => string) => {
  let count = 0;
  return () => `${start}-${count++}`;
};
const listOf = (...entries: Parameters<typeof newStakeholder>[]): StakeholderList => ({...EMPTY_LIST, entries: entries.map((each) => newStakeholder(...each))});
const previewOf = (read: ImportRead): Preview => {
  if (!read.ok) throw new Error(read.sentence);
  return read.preview;
};

/** Text that people and spreadsheets trip over, without what an import tidies: outer blanks, and an apostrophe before a formula. */
const text = fc.oneof(
  fc.string({unit: 'grapheme', maxLength: 40}), fc.constantFrom('=1+1', '+44 1632', '-5', '@sum', 'two\nlines', 'a "quoted", word', "it's", '＝1', '|cmd', ';', ''),
).map((each) => each.replaceAll('\u0000', '').trim()).filter((each) => !each.startsWith("'"));
const mark = fc.constantFrom(null, 1, 2, 3, 4, 5);
const entry = fc.record({
  id: fc.uuid(), name: text, segment: text, influence: mark, interest: mark, affected: text, contact: text, approach: text, notes: text,
  audiences: fc.uniqueArray(fc.constantFrom(...termsOf(AUDIENCES)), {maxLength: 4}), characteristics: fc.uniqueArray(fc.constantFrom(...CHARACTERISTIC_IDS), {maxLength: 3}),
  checked: fc.constantFrom(null, '2026-11-22', '2025-01-31', '2024-02-29'),
});
const list = fc.record({version: fc.constant(1 as const), title: text, entries: fc.uniqueArray(entry, {maxLength: 8, selector: ({id}) => id})});

describe('the cells of a file', () => {
  it.each([['Name', 'name'], ['ORGANISATION', 'name'], ['Influence (1-5)', 'influence'], ['E-mail address', 'contact'], ['Last checked:', 'checked'], ['Shoe size', null], ['', null], ['constructor', null]])('heading %j is %s', (heading, column) => {
    expect(columnOf(heading)).toBe(column);
  });

  it.each([['1', 1], ['5', 5], ['4, much', 4], ['3.0', 3], ['5 (very high)', 5], ['2 - a little', 2], [' high ', 4], ['Medium', 3], ['low', 2], ['', null]])('mark %j is %j', (cell, value) => {
    expect(readMark('influence', cell)).toEqual({value});
  });

  it.each(['0', '6', '3.5', '3,5', '2-5', '11', '-2', 'lots', 'toString'])('mark %j is refused with the way to mend it', (cell) => {
    expect(readMark('interest', cell)).toEqual({problem: expect.stringContaining('Interest is') as string});
  });

  it.each([['2026-11-22', '2026-11-22'], ['1/2/2026', '2026-02-01'], ['29/02/2024', '2024-02-29'], ['5 Mar 2025', '2025-03-05'], ['22 November 2026', '2026-11-22'], ['', null]])('day %j is %j', (cell, value) => {
    expect(readDay(cell, TODAY)).toEqual({value});
  });

  it.each(['23/11/2026', '29/02/2025', '31/04/2026', '13/13/2026', 'last week', '2026-00-10', '0/1/2026'])('day %j is refused', (cell) => {
    expect(readDay(cell, TODAY)).toHaveProperty('problem');
  });

  it('audiences are found by name and by id, and an unknown one is named', () => {
    expect(readAudiences('Older people; lgbt-people ;gypsy, roma and traveller communities')).toEqual({value: ['older-people', 'lgbt-people', 'gypsy-roma-traveller']});
    expect(readAudiences('Older people; Martians')).toEqual({problem: expect.stringContaining('“Martians”') as string});
  });
});

describe('the preview of a CSV file', () => {
  it('takes good rows, says what is wrong with others by row, and names columns it does not use', () => {
    const {ready, problems, unused} = previewOf(readImport('Who,Power,Interest,Email,Phone,Shoe\nScouts,high,5,a@example.org,01632,9\n\n,3,3\nShop,9,x\nScouts,,\nClub,1,2,b,c,d,e', TODAY));
    expect(ready).toEqual([{row: 2, draft: {name: 'Scouts', influence: 4, interest: 5, contact: 'a@example.org; 01632'}}]);
    expect(problems.map(({row, name, sentences}) => [row, name, sentences.length])).toEqual([[4, '', 1], [5, 'Shop', 2], [6, 'Scouts', 1], [7, 'Club', 1]]);
    expect(problems[2]?.sentences[0]).toContain('row 2');
    expect(unused).toEqual(['Shoe']);
  });

  it.each([
    ['a file without a name column', 'Colour,Size\nred,9', '“Name”'], ['an empty file', '', '“Name”'], ['headings alone', 'Name,Interest\n', 'nothing below'],
    ['a spreadsheet', 'PK\u0003\u0004x', 'CSV UTF-8'], ['a file that is too big', 'x'.repeat(LONGEST_FILE + 1), 'too big'], ['a broken quote', 'Name\n"x', 'row 2'],
  ])('refuses %s in words', (_, csv, words) => {
    const read = readImport(csv, TODAY);
    expect(!read.ok && read.sentence).toContain(words);
  });

  it('refuses a text that is too long and takes the longest that fits', () => {
    const {ready, problems} = previewOf(readImport(`Name\n${'x'.repeat(200)}\n${'y'.repeat(201)}`, TODAY));
    expect([ready.length, problems[0]?.sentences[0]]).toEqual([1, 'Name has 201 characters. Shorten it to 200.']);
  });
});

describe('an import', () => {
  const before = listOf(['a', {name: 'Scouts', notes: 'Mine', influence: 2}], ['b', {name: 'Shop'}]);
  const {ready} = previewOf(readImport('Name,Influence,Notes\nscouts,5,\nChoir,1,Loud', TODAY));

  it('updates by name and segment, only what the file says, and adds the rest', () => {
    const done = importInto(before, {title: 'Bus', ready}, 'update', counter());
    expect(done.list.entries.map(({id, name, influence, notes}) => [id, name, influence, notes])).toEqual([['a', 'Scouts', 5, 'Mine'], ['b', 'Shop', null, ''], ['new-0', 'Choir', 1, 'Loud']]);
    expect([done.list.title, done.added, done.updated, done.kept]).toEqual(['Bus', 1, 1, 0]);
    expect(applyUndo(done.list, done.undo).list).toEqual(before);
  });

  it('leaves what is there when asked to', () => {
    const done = importInto(before, {title: '', ready}, 'keep', counter());
    expect(done.list.entries[0]).toEqual(before.entries[0]);
    expect(importInWords(done)).toBe('1 added, 1 left as it was.');
    expect(applyUndo(done.list, done.undo).list).toEqual(before);
  });

  it('stops at the most that a list holds, and says so', () => {
    const full: StakeholderList = {...EMPTY_LIST, entries: Array.from({length: LONGEST.entries}, (_, at) => newStakeholder(`e${at}`, {name: `N${at}`}))};
    const done = importInto(full, {title: '', ready}, 'update', counter());
    expect(done.list.entries).toHaveLength(LONGEST.entries);
    expect(importInWords(done)).toContain('2 more found no room');
  });
});

describe('the files', () => {
  it('CSV with contacts comes back as it was', () => {
    fc.assert(fc.property(list, (any) => {
      const named = {...any, entries: any.entries.map((each, at) => ({...each, name: `N${at} ${each.name}`.trim()}))};
      if (named.entries.length === 0) return;
      const {ready: rows, problems} = previewOf(readImport(toCsv(named, true), TODAY));
      expect(problems).toEqual([]);
      const back = importInto(EMPTY_LIST, {title: any.title, ready: rows}, 'update', counter());
      expect(back.list.entries.map(({id: _, ...rest}) => rest)).toEqual(named.entries.map(({id: _, ...rest}) => rest));
    }));
  });

  it('CSV holds no contacts and notes unless they are asked for, and no formula', () => {
    const some = listOf(['a', {name: '=cmd', contact: 'secret@example.org', notes: 'Private'}]);
    expect(toCsv(some, false)).not.toMatch(/secret|Private|Contact|Notes/);
    expect(toCsv(some, false)).toContain(`"'=cmd"`);
    expect(toCsv(some, true)).toContain('secret@example.org');
    expect(readCsv(toCsv(some, true))).toMatchObject({rows: [[...Object.values(HEADINGS).slice(0, 4), 'Place on the grid', 'How they are affected', 'Stands for', 'Protected characteristics', 'Approach', 'Contact', 'Notes', 'Last checked'], {}]});
  });

  it('JSON comes back whole, with new ids', () => {
    fc.assert(fc.property(list, (any) => {
      const named = {...any, entries: any.entries.map((each, at) => ({...each, name: `N${at} ${each.name}`}))};
      const {ready: rows, title} = previewOf(fromJson(toJson(named)));
      expect(title).toBe(any.title);
      expect(importInto(EMPTY_LIST, {title, ready: rows}, 'update', counter()).list.entries.map(({id: _, ...rest}) => rest)).toEqual(named.entries.map(({id: _, ...rest}) => rest));
    }));
  });

  it.each([
    ['no JSON', '{', 'cannot be read'], ['another file', '{"kind":"other"}', 'not a list of stakeholders'], ['null', 'null', 'not a list of stakeholders'],
    ['a newer file', toJson(EMPTY_LIST).replace('"version": 1', '"version": 2'), 'newer version'], ['a damaged file', toJson(listOf(['a'])).replace('"influence": null', '"influence": 9'), 'entries.0.influence'],
  ])('JSON: %s is refused in words', (_, json, words) => {
    const read = fromJson(json);
    expect(!read.ok && read.sentence).toContain(words);
  });

  it('JSON leaves out nameless and double entries, and says so', () => {
    const {ready, problems} = previewOf(fromJson(toJson(listOf(['a', {name: 'Club'}], ['b', {name: 'CLUB'}], ['c']))));
    expect([ready.length, problems.map(({row}) => row)]).toEqual([1, [2, 3]]);
  });

  it('are named after the consultation', () => {
    expect([fileNameOf({title: 'Café & park!'}, 'csv'), fileNameOf({title: ''}, 'json')]).toEqual(['stakeholders-cafe-park.csv', 'stakeholders.json']);
  });
});

describe('the grid', () => {
  it.each([[5, 5, 'work-closely'], [3, 3, 'work-closely'], [3, 2, 'meet-needs'], [2, 3, 'go-out'], [1, 1, 'keep-informed'], [null, 5, null], [5, null, null]] as const)('influence %j and interest %j stand at %j', (influence, interest, quarter) => {
    expect(quarterOf({influence, interest})).toBe(quarter);
  });

  it('holds everybody once', () => {
    fc.assert(fc.property(list, ({entries}) => {
      expect(Object.values(byQuarter(entries)).flat().map(({id}) => id).sort()).toEqual(entries.map(({id}) => id).sort());
    }));
  });

  const method = (id: string, over: Partial<SuitableMethod> = {}): SuitableMethod =>
    ({id, title: id, level: ['involve'], councilCanCommission: true, staffEffort: 2, audiences: {goodFor: ['tenants'], poorFor: []}, ...over});

  it('gives methods that suit most of the audiences first, then those with least work', () => {
    const methods = [
      method('heavy', {staffEffort: 5}), method('light', {staffEffort: 1}), method('both', {audiences: {goodFor: ['tenants', 'staff'], poorFor: []}}),
      method('mixed', {audiences: {goodFor: ['tenants'], poorFor: ['staff']}}), method('telling', {level: ['inform']}), method('not-ours', {councilCanCommission: false}), method('others', {audiences: {goodFor: ['children'], poorFor: []}}),
    ];
    expect(methodsFor('work-closely', ['tenants', 'staff'], methods).map(({id}) => id)).toEqual(['both', 'light', 'heavy', 'mixed']);
    expect(methodsFor('work-closely', [], methods)).toEqual([]);
    expect(methodsFor('keep-informed', ['tenants'], methods).map(({id}) => id)).toEqual(['telling']);
  });
});

describe('who is missing', () => {
  it('is everybody, while nobody is listed', () => {
    const gaps = findGaps([]);
    expect([gaps.missingAudiences, gaps.missingCharacteristics, gaps.characteristics.length]).toEqual([40, 9, 9]);
  });

  it('takes an audience for the characteristic that defines it, and no more', () => {
    const missing = (audiences: Parameters<typeof newStakeholder>[1]): string[] => findGaps([newStakeholder('a', audiences)]).characteristics.filter(({by}) => by.length === 0).map(({id}) => id);
    expect(missing({audiences: ['lgbt-people']})).not.toContain('sexual-orientation');
    expect(missing({audiences: ['lgbt-people']})).toContain('gender-reassignment');
    expect(missing({audiences: ['carers-parents']})).toContain('pregnancy-maternity');
    expect(missing({characteristics: [...CHARACTERISTIC_IDS]})).toEqual([]);
  });

  it('never grows when somebody is added', () => {
    fc.assert(fc.property(list, entry, ({entries}, one) => {
      const [before, after] = [findGaps(entries), findGaps([...entries, one])];
      expect(after.missingAudiences).toBeLessThanOrEqual(before.missingAudiences);
      expect(after.missingCharacteristics).toBeLessThanOrEqual(before.missingCharacteristics);
    }));
  });
});

describe('a check', () => {
  it.each([[null, true], ['2025-11-22', true], ['2025-11-23', false], ['2026-11-22', false]])('on %j is out of date on 22 November 2026: %s', (checked, stale) => {
    expect(isStale({checked}, TODAY)).toBe(stale);
  });
  it('on 28 February is out of date on the leap day a year later', () => {
    expect([isStale({checked: '2027-02-28'}, '2028-02-29'), isStale({checked: '2027-03-01'}, '2028-02-29')]).toEqual([true, false]);
  });
});

describe('a change', () => {
  const stored = listOf(['a', {name: 'Scouts', notes: 'theirs'}]);
  it('touches one field and says what it replaces unseen', () => {
    expect(applyEdit(stored, {field: 'notes', id: 'a', from: '', to: 'mine'})).toMatchObject({list: {entries: [{name: 'Scouts', notes: 'mine'}]}, overwritten: 'theirs'});
    expect(applyEdit(stored, {field: 'notes', id: 'a', from: 'theirs', to: 'mine'}).overwritten).toBeNull();
    expect(applyEdit(stored, {field: 'title', from: '', to: 'Bus'}).list.title).toBe('Bus');
  });
  it('of ticks joins what two tabs ticked', () => {
    const tick = (term: 'staff' | 'tenants', to: boolean): Edit => ({field: 'audience', id: 'a', term, to});
    const both = applyEdit(applyEdit(stored, tick('staff', true)).list, tick('tenants', true)).list;
    expect(both.entries[0]?.audiences).toEqual(['staff', 'tenants']);
    expect(applyEdit(both, tick('staff', false)).list.entries[0]?.audiences).toEqual(['tenants']);
  });
  it('leaves an entry gone that another tab removed', () => {
    expect(applyEdit(EMPTY_LIST, {field: 'name', id: 'a', from: '', to: 'x'})).toEqual({list: EMPTY_LIST, overwritten: null});
  });
  it('can be taken back, and that too', () => {
    fc.assert(fc.property(list, fc.nat(), (any, at) => {
      const id = any.entries[at % Math.max(1, any.entries.length)]?.id ?? 'none';
      for (const done of [clearList(any), removeEntry(any, id), addEntries(any, exampleEntries(counter(), TODAY), 'Example')]) {
        const back = applyUndo(done.list, done.undo);
        expect(back.list).toEqual(any);
        expect(applyUndo(back.list, back.undo).list).toEqual(done.list);
      }
    }));
  });
});

it('sorting keeps everybody and puts the empty last, up and down', () => {
  fc.assert(fc.property(list, fc.constantFrom(...(Object.keys(SORTS) as Sort[])), fc.boolean(), ({entries}, by, isDown) => {
    const sorted = sortEntries(entries, by, isDown);
    expect(new Set(sorted)).toEqual(new Set(entries));
    const empty = sorted.map((each) => (each[by] ?? '') === '');
    expect(empty).toEqual([...empty].sort());
  }));
  expect(sortEntries(listOf(['a', {name: 'Ward 10'}], ['b', {name: 'Ward 9'}], ['c', {name: 'ash'}]).entries, 'name', false).map(({id}) => id)).toEqual(['c', 'b', 'a']);
});

it('the list opened is the person’s own, else nobody’s, else a new one; never somebody else’s', () => {
  const rows = [{key: 'stakeholders/p1', owner: 'p1'}, {key: 'stakeholders/device', owner: null}];
  expect([keyToOpen(rows, 'p1'), keyToOpen(rows, null), keyToOpen(rows, 'p2'), keyToOpen(rows.slice(0, 1), null), keyToOpen([], 'p2')])
    .toEqual(['stakeholders/p1', 'stakeholders/device', 'stakeholders/device', 'stakeholders/device', 'stakeholders/p2']);
});

it('the example is marked as made up, fills every quarter, and can be kept', () => {
  const entries = exampleEntries(counter(), TODAY);
  expect(entries.every(({name}) => name.startsWith('Example: '))).toBe(true);
  expect(Object.values(byQuarter(entries)).every((within) => within.length > 0)).toBe(true);
  expect(parseKept({...EMPTY_LIST, entries})).not.toBeNull();
  expect(parseKept({version: 2})).toBeNull();
});
