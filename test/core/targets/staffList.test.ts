import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {writeCsv} from '#core/csv.ts';
import type {StaffMember} from '#core/targets/api.ts';
import {compareStaff, inParts} from '#core/targets/compareStaff.ts';
import {editDistance, nearestOf} from '#core/targets/nearest.ts';
import {decodeSpreadsheet} from '#core/targets/staffFile.ts';
import {readStaffList} from '#core/targets/staffList.ts';

const RULES = {directorates: [{id: 'place', name: 'Place'}, {id: 'adults-and-health', name: 'Adults and health'}], emailDomains: ['example.org']};
const ann = {email: 'ann@example.org', name: 'Ann Example', directorate: 'place', team: 'Parks', jobRole: 'Planner'};

function read(text: string, rules = RULES) {
  const result = readStaffList(text, rules);
  if (!result.ok) throw new Error(result.sentence);
  return result;
}

describe('reading a staff list', () => {
  test.each([
    ['our headings', 'E-mail,Name,Directorate,Team,Job role\nAnn@Example.org,Ann Example,Place,Parks,Planner\n'],
    ['another order and other words', 'Job Title;Department;Work e-mail address;Display name;Service\r\nPlanner;PLACE;ann@example.org;Ann Example;Parks\r\n'],
    ['an id, tabs, blank rows and a mark', '\uFEFFUPN\tDirectorate ID\tFull name\tUnit\tPosition\n\t\t\t\t\nann@example.org\tplace\tAnn  Example\tParks\tPlanner\n'],
    ['a column that is not used', 'Payroll number,E-mail,Name,Directorate,Team,Job role\n123,ann@example.org,Ann Example,place,Parks,Planner\n'],
  ])('takes %s', (_, text) => {
    const {rows, problems} = read(text);
    expect(problems).toEqual([]);
    expect(rows.map(({member}) => member)).toEqual([ann]);
  });

  test('names the columns that stay on the device', () => {
    expect(read('E-mail,Directorate,NI number\nann@example.org,Place,X\n').unused).toEqual(['NI number']);
  });

  test('says by row and column what to write instead', () => {
    const {rows, problems, faultyRows} = read([
      'E-mail,Directorate,Name', 'ann@example.org,Place,Ann', 'bob@elsewhere.org,Place,Bob', 'no address,Place,Cat', ',Place,Dan', 'ANN@example.org,Place,Ann again',
      'eve@example.org,Adult and health,Eve', 'fay@example.org,,Fay', 'gus@example.org,Mars,Gus', `han@example.org,Place,${'x'.repeat(121)}`, 'ivy@example.org,Place,Ivy,more',
    ].join('\n'));
    expect(rows.map(({row}) => row)).toEqual([2]);
    expect(faultyRows).toBe(9);
    expect(problems.map(({row, column}) => [row, column])).toEqual([
      [3, 'E-mail'], [4, 'E-mail'], [5, 'E-mail'], [6, 'E-mail'], [7, 'Directorate'], [8, 'Directorate'], [9, 'Directorate'], [10, 'Name'], [11, 'Whole row'],
    ]);
    const sentences = problems.map(({sentence}) => sentence);
    expect(sentences[0]).toContain('@example.org');
    expect(sentences[3]).toContain('row 2');
    expect(sentences[4]).toContain('Did you mean “Adults and health”?');
    expect(sentences[6]).toContain('Place; Adults and health');
  });

  test.each([
    ['a workbook', 'PK\u0003\u0004'], ['no e-mail column', 'Name,Directorate\nAnn,Place'], ['no directorate column', 'E-mail\nann@example.org'], ['an open quote', 'E-mail,Directorate\n"ann'], ['headings alone', 'E-mail,Directorate\n'], ['nothing', ''],
  ])('refuses %s with a sentence', (_, text) => {
    const result = readStaffList(text, RULES);
    expect(result.ok ? '' : result.sentence).toMatch(/\.$/);
  });

  test('reads back what our own files hold, formula signs and all', () => {
    const name = fc.constantFrom('=1+1', '+44', '-x', '@home', 'Jo "the pen" Example, BA', 'Zoë');
    fc.assert(fc.property(fc.array(name, {minLength: 1, maxLength: 20}), (names) => {
      const text = writeCsv(['E-mail', 'Directorate', 'Name'], names.map((each, index) => [`p${index}@example.org`, 'place', each]));
      expect(read(text).rows.map(({member}) => member.name)).toEqual(names);
    }));
  });

  test('never throws, and never lets an unknown directorate or a double address through', () => {
    const cell = fc.constantFrom('', 'ann@example.org', 'bob@example.org', 'x@y', 'Place', 'Mars', '=1', '"', 'a,b', '\u0007');
    fc.assert(fc.property(fc.array(fc.tuple(cell, cell, cell), {maxLength: 12}), (cells) => {
      const result = readStaffList(`E-mail,Directorate,Name\n${cells.map((row) => row.join(',')).join('\n')}`, RULES);
      if (!result.ok) return;
      const members = result.rows.map(({member}) => member);
      expect(members.every(({directorate}) => directorate === 'place')).toBe(true);
      expect(new Set(members.map(({email}) => email)).size).toBe(members.length);
    }));
  });
});

describe('a file as a spreadsheet writes it', () => {
  const bytes = (...numbers: number[]): Uint8Array => new Uint8Array(numbers);
  test('is read in its encoding', () => {
    expect(decodeSpreadsheet(new TextEncoder().encode('Zoë'))).toEqual({text: 'Zoë', encoding: 'utf-8'});
    expect(decodeSpreadsheet(bytes(0x5a, 0x6f, 0xeb))).toEqual({text: 'Zoë', encoding: 'windows-1252'});
    expect(decodeSpreadsheet(bytes(0x92, 0x80, 0x9f, 0x8e))).toEqual({text: '’€ŸŽ', encoding: 'windows-1252'});
    expect(decodeSpreadsheet(bytes(0xff, 0xfe, 0x5a, 0, 0xeb, 0))).toEqual({text: 'Zë', encoding: 'utf-16'});
    expect(decodeSpreadsheet(bytes(0xfe, 0xff, 0, 0x5a))).toEqual({text: 'Z', encoding: 'utf-16'});
  });
});

describe('comparing two lists', () => {
  const member = fc.record({email: fc.constantFrom('a@x.org', 'b@x.org', 'c@x.org', 'd@x.org'), name: fc.constantFrom(null, 'N'), directorate: fc.constantFrom('p', 'q'), team: fc.constant(null), jobRole: fc.constantFrom(null, 'r')});
  const list = fc.uniqueArray(member, {selector: ({email}) => email});

  test('counts everybody once', () => {
    fc.assert(fc.property(list, list, (there: StaffMember[], next: StaffMember[]) => {
      const {added, changed, unchanged, missing} = compareStaff(there, next);
      expect(added + changed + unchanged).toBe(next.length);
      expect(changed + unchanged + missing.length).toBe(there.length);
    }));
    expect(compareStaff([ann], [ann])).toEqual({added: 0, changed: 0, unchanged: 1, missing: []});
    expect(compareStaff([ann], [{...ann, team: null}])).toMatchObject({changed: 1});
  });

  test('puts rows into parts without losing one', () => {
    fc.assert(fc.property(fc.array(fc.nat()), fc.integer({min: 1, max: 9}), (rows, most) => {
      const parts = inParts(rows, most);
      expect(parts.flat()).toEqual(rows);
      expect(parts.every((part) => part.length > 0 && part.length <= most)).toBe(true);
    }));
  });
});

describe('the nearest name', () => {
  const names = ['Adults and health', 'Children and families', 'Place', 'Corporate services'];
  test.each([['adult & health', 'Adults and health'], ['Childrens and Families', 'Children and families'], ['plaice', 'Place'], ['Corporate', 'Corporate services'], ['Mars', undefined], ['', undefined]])('to “%s” is %s', (typed, near) => {
    expect(nearestOf(typed, names)).toBe(near);
  });
  test('is measured in letters, the same both ways', () => {
    expect(editDistance('kitten', 'sitting')).toBe(3);
    fc.assert(fc.property(fc.string({maxLength: 8}), fc.string({maxLength: 8}), (a, b) => {
      expect(editDistance(a, b)).toBe(editDistance(b, a));
      expect(editDistance(a, a)).toBe(0);
    }));
  });
});
