import * as fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {goodnessOfFit} from '#core/planning/chiSquare.ts';
import {applyEdit, EMPTY, EXAMPLE, newCharacteristic, parseRepresentativeness} from '#core/planning/representativeness.ts';
import {fileNameOf, readAll, toPlanCsv, toReportCsv, toTypedText} from '#core/planning/representativenessFile.ts';
import {measure} from '#core/planning/representativenessMeasure.ts';
import {planRefresh, readPanelSize, shareOut} from '#core/planning/representativenessPlan.ts';
import {possibleCounts, publish, publishAll, withhold} from '#core/planning/representativenessProtect.ts';
import {readTable, writeFault} from '#core/planning/representativenessTable.ts';
import type {Group} from '#core/planning/representativenessTable.ts';
import {explainFit, writePoints, writeShare, writeToMatch} from '#core/planning/representativenessWords.ts';

const group = (count: number, population: number, stay = count, name = `g${population}`): Group => ({name, count, population, stay});
const faultsOf = (text: string): string[] => readTable(text).faults.map(writeFault);
const cellsOf = (text: string): (string | number)[][] => readTable(text).table?.groups.map(({name, count, population}) => [name, count, population]) ?? [];

describe('reading what was pasted', () => {
  it.each([
    ['tabs', 'Women\t120\t4500\nMen\t80\t4400'],
    ['a spreadsheet with a heading, thousands and a total', 'Sex\tTook part\tCensus\r\nWomen\t120\t4,500\r\nMen\t80\t4,400\r\nTotal\t200\t8,900\r\n'],
    ['commas', 'Women,120,4500\nMen,80,4400'],
    ['commas with spaces', 'Women, 120, 4,500\nMen, 80, 4,400'],
    ['a heading with commas', 'Group, Took part, Population\nWomen, 120, 4500\nMen, 80, 4400'],
    ['quoted thousands', 'Women,120,"4,500"\nMen,80,"4,400"'],
    ['semicolons, blank lines and spaces', '\n Women ; 120 ; 4 500 \n\nMen;80;4400\n'],
    ['a mark at the start of a file', '\uFEFFWomen\t120\t4500\nMen\t80\t4400'],
    ['a total without a population', 'Women, 120, 4500\nMen, 80, 4400\nAll respondents, 200'],
  ])('takes %s', (_, text) => {
    expect(readTable(text).faults).toEqual([]);
    expect(cellsOf(text)).toEqual([['Women', 120, 4500], ['Men', 80, 4400]]);
    expect(readTable(text).table?.notes).toEqual([]);
  });

  it('takes percentages, names with commas and numbers in names', () => {
    expect(cellsOf('Aged 16 to 34, 14, 31.5%\n35 and over, 86, 68.5 %')).toEqual([['Aged 16 to 34', 14, 31.5], ['35 and over', 86, 68.5]]);
    expect(cellsOf('White: English, Welsh, 14, 31\nAll other ethnic groups, 86, 69')).toEqual([['White: English, Welsh', 14, 31], ['All other ethnic groups', 86, 69]]);
    expect(cellsOf('16, 4, 31\n17, 5, 69')).toEqual([['16', 4, 31], ['17', 5, 69]]);
  });

  it.each(['Prefer not to say', 'Rather not say', 'Not stated', 'No answer', 'Unknown', 'I prefer not to say'])('keeps “%s” apart', (name) => {
    expect(readTable(`A, 5, 1\nB, 6, 1\n${name}, 7`).table).toMatchObject({groups: [{name: 'A'}, {name: 'B'}], apart: {count: 7}});
  });

  it.each([
    ['Women, 120, 4500\nMen, 80', 'Line 2: The figure for the population is missing'],
    ['Women, 12%, 50%\nMen, 88%, 50%', 'Lines 1 and 2: The first number must be a whole number of people'],
    ['Women, -5, 50\nMen, 5, 50', 'Line 1: “-5” is not a number'],
    ['Women\tmany\t50\nMen\t5\t50', 'Line 1: “many” is not a number'],
    ['Women\nMen', 'Lines 1 and 2: There are no numbers yet'],
    ['Women, , \nMen, 5, 6', 'Line 1: There are no numbers yet'],
    ['Women, 1,200\nMen, 5, 6', 'Line 1: The commas can be read in two ways'],
    ['Women,120,450,30\nMen, 5, 6', 'Line 1: The commas can be read in two ways'],
    ['Women, 5, 6\nwomen, 5, 6', 'Line 2: “women” stands here twice'],
    ['Women, 5, 6', 'At least two groups are needed'],
    ['', 'At least two groups are needed'],
    ['A, 0, 6\nB, 0, 6', 'Nobody took part'],
    ['A, 1, 0\nB, 1, 0', 'The population is 0'],
    ['A, 1, 5, 1\nB, 1, 5', 'Line 2: Other lines say who stays'],
    ['A, 1, 5, 1, 2\nB, 1, 5', 'Line 1: There are too many numbers'],
    ['\t5\t6\nB, 1, 5', 'Line 1: There is no name'],
  ])('says what is wrong and where: %j', (text, start) => {
    expect(faultsOf(text)[0]).toMatch(new RegExp(`^${start}`));
  });

  it('notes a total that does not add up, and percentages that miss a group', () => {
    expect(readTable('A, 5, 40%\nB, 6, 40%\nTotal, 12, 80%').table?.notes).toEqual([
      expect.stringContaining('The total on line 3 does not match: the groups add up to 11.'), expect.stringContaining('add up to 80'),
    ]);
  });

  it('never throws, whatever is pasted', () => {
    const piece = fc.constantFrom('\t', ',', ', ', ';', '\n', '"', '%', '1', '200', '3.5', 'Women', 'Total', 'Prefer not', ' ', '-');
    fc.assert(fc.property(fc.array(piece, {maxLength: 40}), (pieces) => {
      const {table, faults} = readTable(pieces.join(''));
      expect(table === null).toBe(faults.length > 0);
    }), {numRuns: 500});
  });
});

describe('setting counts against the population', () => {
  it('agrees with the guide: 14% against 31% has an index of 45', () => {
    const [young] = measure([group(14, 31), group(86, 69)]);
    expect(young).toMatchObject({share: 0.14, populationShare: 0.31, toMatch: 17});
    expect(young?.points).toBeCloseTo(-17, 10);
    expect(Math.round(young?.index ?? 0)).toBe(45);
  });

  const groups = fc.array(fc.record({name: fc.string(), count: fc.nat(5000), population: fc.nat(100_000), stay: fc.nat(500)}), {minLength: 2, maxLength: 12})
    .filter((all) => all.some(({count}) => count > 0) && all.some(({population}) => population > 0));

  it('gives shares that add up to 100%, and differences that add up to 0', () => {
    fc.assert(fc.property(groups, (all) => {
      const measured = measure(all);
      const sum = (key: 'share' | 'populationShare' | 'points'): number => measured.reduce((total, each) => total + each[key], 0);
      expect(sum('share')).toBeCloseTo(1, 10);
      expect(sum('populationShare')).toBeCloseTo(1, 10);
      expect(sum('points')).toBeCloseTo(0, 8);
    }));
  });

  it('gives an index of 100, nobody to add and p of 1 when counts match', () => {
    fc.assert(fc.property(fc.array(fc.integer({min: 1, max: 900}), {minLength: 2, maxLength: 9}), fc.integer({min: 1, max: 50}), (counts, times) => {
      const measured = measure(counts.map((count) => group(count, count * times)));
      for (const {index, toMatch} of measured) expect([index, toMatch]).toEqual([100, 0]);
      expect(goodnessOfFit(counts, measured.map(({populationShare}) => populationShare))?.p).toBeCloseTo(1, 9);
    }));
  });

  it('writes signs and words for people', () => {
    expect([writePoints(-17.04), writePoints(3), writePoints(-0.04), writeShare(0.1449), writeToMatch(17), writeToMatch(-1200), writeToMatch(0)])
      .toEqual(['−17.0', '+3.0', '0.0', '14.5%', '17 more', '1,200 fewer', 'Matches']);
  });
});

describe('the test in words', () => {
  it('says not to use it where fewer than 5 would be expected', () => {
    expect(explainFit(goodnessOfFit([4, 46], [0.09, 0.91]))).toMatchObject({figures: null, sentences: ['Do not use the chi-square test here.', expect.any(String), expect.any(String)]});
    expect(explainFit(goodnessOfFit([4, 46], [0.1, 0.9])).figures).not.toBeNull();
    expect(explainFit(null).figures).toBeNull();
  });

  it.each([
    [[140, 860], [0.31, 0.69], ['in fewer than 1 of 1,000 draws', 'chance alone is a poor explanation', 'are medium']],
    [[51, 49], [0.5, 0.5], ['in about 84 of 100 draws', 'chance alone could explain', 'are very small']],
    [[60, 40], [0.5, 0.5], ['in about 5 of 100 draws', 'poor explanation', 'are small']],
    [[50_500, 49_500], [0.5, 0.5], ['in about 2 of 1,000 draws', 'poor explanation', 'hardly matter']],
  ])('explains %j against %j', (counts, shares, parts) => {
    const said = explainFit(goodnessOfFit(counts, shares)).sentences.join(' ');
    for (const part of parts) expect(said).toContain(part);
  });
});

describe('small numbers', () => {
  it('hides a count under the threshold, and another so that the total does not give it away', () => {
    expect(withhold([group(3, 5), group(40, 20), group(57, 75)], 10)).toEqual(['small', 'hidden', null]);
    expect(withhold([group(10, 5), group(40, 20)], 10)).toEqual([null, null]);
    expect(withhold([group(7, 5), group(40, 20)], 5)).toEqual([null, null]);
  });

  it('lets several small groups hide each other only while enough numbers stay open', () => {
    expect(withhold([group(3, 5), group(5, 6), group(57, 75)], 10)).toEqual(['small', 'small', null]);
    // Both 0, or both 9: their sum would say so.
    expect(withhold([group(0, 5), group(0, 6), group(57, 20), group(60, 75)], 10)).toEqual(['small', 'small', 'hidden', null]);
    expect(withhold([group(9, 5), group(9, 6), group(57, 20), group(60, 75)], 10)).toEqual(['small', 'small', 'hidden', null]);
  });

  it('hides all groups, and calls none small, where nothing else helps', () => {
    expect(withhold([group(3, 5), group(400, 6)], 10)).toEqual(['hidden', 'hidden']);
    expect(withhold([group(0, 5), group(10, 6)], 10)).toEqual(['hidden', 'hidden']);
    expect(publish({groups: [group(3, 5), group(4, 6)], apart: null, saysWhoStays: false, notes: []}, 10, false)).toMatchObject({base: 'small', together: null, fit: null, groups: [{withheld: 'hidden'}, {withheld: 'hidden'}]});
  });

  it('says nothing of a hidden group but its share of the population, and tests those hidden as one', () => {
    const report = publish({groups: [group(3, 10), group(40, 20), group(57, 70)], apart: null, saysWhoStays: false, notes: []}, 10, false);
    expect(report.groups.slice(0, 2)).toEqual([{name: 'g10', populationShare: 0.1, measured: null, withheld: 'small'}, {name: 'g20', populationShare: 0.2, measured: null, withheld: 'hidden'}]);
    expect(report.together).toMatchObject({count: 43, populationShare: 0.3});
    expect(report.fit).toEqual(goodnessOfFit([57, 43], [0.7, 0.3]));
  });

  it('shows “prefer not to say” in all tables or in none, since one would tell the others', () => {
    const table = (apart: number | null) => ({groups: [group(50, 1), group(60, 2)], apart: apart === null ? null : {count: apart, stay: 0}, saysWhoStays: false, notes: []});
    expect(publishAll([table(12), table(3), table(null)], 10).map(({apart}) => apart)).toEqual(['hidden', 'small', null]);
    expect(publishAll([table(12), table(30)], 10).map(({apart}) => apart)).toEqual([12, 30]);
  });

  /** What a reader of the report sees of the counts. With four groups only what all the rest follows from, or the test would take long. */
  const seen = (counts: readonly number[], threshold: number): string => {
    const groups = counts.map((count, index) => group(count, index + 1, 0, ''));
    const people = counts.reduce((sum, count) => sum + count, 0);
    if (counts.length > 3) return people < threshold ? 'small' : [people, ...withhold(groups, threshold).map((withheld, at) => withheld ?? counts[at])].join();
    return JSON.stringify(publish({groups, apart: null, saysWhoStays: false, notes: []}, threshold, false));
  };

  it.each([[2, 24], [3, 16], [4, 13]])('never lets a withheld count be worked out, even by somebody who tries all tables of %i groups with the same method', (length, most) => {
    const possible = new Map<string, Set<number>[]>();
    const sample: {counts: number[]; key: string}[] = [];
    const counts = Array.from({length}, () => 0);
    for (let code = 1; code < (most + 1) ** length; code += 1) {
      for (let at = 0, rest = code; at < length; at += 1, rest = Math.floor(rest / (most + 1))) counts[at] = rest % (most + 1);
      const key = seen(counts, 5);
      const sets = possible.get(key) ?? counts.map(() => new Set<number>());
      counts.forEach((count, at) => sets[at]?.add(count));
      possible.set(key, sets);
      sample.push({counts: [...counts], key});
    }
    // Beyond the largest number tried there are more tables that look the same, so only those well below it are judged.
    for (const {counts: each, key} of sample.filter(({counts: all}) => all.every((count) => count <= most - 8))) {
      const small = each.reduce((sum, count) => sum + count, 0) < 5 ? each : withhold(each.map((count, index) => group(count, index + 1)), 5);
      small.forEach((withheld, at) => {
        if (withheld !== null && (possible.get(key)?.[at]?.size ?? 0) < 2) throw new Error(`${each.join(', ')}: place ${at + 1} can be worked out.`);
      });
    }
  });

  it('leaves at least half the threshold’s numbers open for a group called small', () => {
    fc.assert(fc.property(fc.array(fc.tuple(fc.nat(40), fc.integer({min: 1, max: 99})), {minLength: 2, maxLength: 10}), fc.constantFrom(5, 10), (pairs, threshold) => {
      const groups = pairs.map(([count, population]) => group(count, population));
      const withheld = withhold(groups, threshold);
      const small = withheld.filter((each) => each === 'small').length;
      if (small === 0) return;
      const left = groups.reduce((sum, {count}, index) => (withheld[index] === null ? sum : sum + count), 0);
      expect(possibleCounts(left, small, withheld.filter((each) => each === 'hidden').length, threshold)).toBeGreaterThanOrEqual(threshold / 2);
      groups.forEach(({count}, index) => { if (count < threshold) expect(withheld[index]).not.toBeNull(); });
    }));
  });
});

describe('the refresh plan', () => {
  const weights = fc.array(fc.nat(10_000), {minLength: 2, maxLength: 12}).filter((all) => all.some((weight) => weight > 0));
  const panel = fc.array(fc.tuple(fc.nat(10_000), fc.nat(300)), {minLength: 2, maxLength: 10}).filter((all) => all.some(([weight]) => weight > 0))
    .map((all) => all.map(([population, stay]) => group(stay, population, stay)));

  it('shares out places by the largest remainder', () => {
    expect(shareOut(100, [41, 47, 12])).toEqual([41, 47, 12]);
    expect(shareOut(10, [1, 1, 1])).toEqual([4, 3, 3]);
    expect(shareOut(7, [0.1, 0.2, 0.7])).toEqual([1, 1, 5]);
  });

  it('gives places that add up, less than one from the exact share; with two groups at most half', () => {
    fc.assert(fc.property(weights, fc.integer({min: 0, max: 5000}), (all, places) => {
      const given = shareOut(places, all);
      const sum = all.reduce((total, weight) => total + weight, 0);
      expect(given.reduce((total, each) => total + each, 0)).toBe(places);
      given.forEach((each, index) => {
        const away = Math.abs(each - (places * (all[index] ?? 0)) / sum);
        expect(away).toBeLessThan(1);
        if (all.length === 2) expect(away).toBeLessThanOrEqual(0.5 + 1e-9);
      });
    }));
  });

  it('matches the population at the wanted size when groups over their share rest', () => {
    fc.assert(fc.property(panel, fc.integer({min: 1, max: 3000}), (groups, size) => {
      const plan = planRefresh({groups, apart: null}, size, 'rest');
      const all = groups.reduce((sum, {population}) => sum + population, 0);
      expect(plan.after).toBe(size);
      plan.groups.forEach(({after, recruit, rest, stay}, index) => {
        expect(Math.abs(after - (size * (groups[index]?.population ?? 0)) / all)).toBeLessThan(1);
        expect(Math.min(recruit, rest)).toBe(0);
        expect(rest).toBeLessThanOrEqual(stay);
      });
    }));
  });

  it('recruits nobody twice when all stay: never below 0, never into a full group, and exactly the free places', () => {
    fc.assert(fc.property(panel, fc.integer({min: 1, max: 3000}), (groups, size) => {
      const plan = planRefresh({groups, apart: null}, size, 'stay');
      const staying = groups.reduce((sum, {stay}) => sum + stay, 0);
      const hasOpen = groups.some(({population, stay}) => population > 0 && stay < size);
      expect(plan.rest).toBe(0);
      if (staying <= size && hasOpen) expect(plan.after).toBe(size);
      if (staying >= size) expect(plan.recruit).toBe(0);
      for (const {recruit, stay, after, wanted} of plan.groups) {
        expect(recruit).toBeGreaterThanOrEqual(0);
        expect(after).toBe(stay + recruit);
        if (stay > wanted) expect(recruit).toBe(0);
      }
    }));
  });

  it('gives the same plan both ways when no group is over its share', () => {
    fc.assert(fc.property(panel, fc.integer({min: 1, max: 3000}), (groups, size) => {
      const rest = planRefresh({groups, apart: null}, size, 'rest');
      if (rest.rest > 0) return;
      expect(planRefresh({groups, apart: null}, size, 'stay')).toEqual(rest);
    }));
  });

  it('names a size that holds everybody and matches', () => {
    const groups = [group(0, 29, 40), group(0, 46, 170), group(0, 25, 140)];
    const plan = planRefresh({groups, apart: {count: 12, stay: 12}}, 500, 'stay');
    expect(plan.groups.map(({recruit, isFull}) => [recruit, isFull])).toEqual([[99, false], [51, false], [0, true]]);
    expect(plan).toMatchObject({after: 500, sizeForAll: 560, outside: 12});
    const larger = planRefresh({groups, apart: null}, 560, 'stay');
    expect(larger).toMatchObject({after: 560, sizeForAll: null});
    expect(larger.groups.map(({after, wanted}) => after - wanted)).toEqual([0, 0, 0]);
    expect(planRefresh({groups: [group(0, 0, 3), group(0, 1, 3)], apart: null}, 10, 'stay').sizeForAll).toBeNull();
  });

  it.each([['', null], ['500', {size: 500}], ['1,500', {size: 1500}], ['0', {fault: expect.any(String) as string}], ['many', {fault: expect.any(String) as string}], ['1.5', {fault: expect.any(String) as string}]])(
    'reads the size %j', (typed, read) => { expect(readPanelSize(typed)).toEqual(read); });
});

describe('what is kept', () => {
  const age = newCharacteristic('a', 'age');
  const stored = {...EMPTY, characteristics: [{...age, text: 'from another tab'}]};

  it('can be read again, and nothing else can', () => {
    expect(parseRepresentativeness(JSON.parse(JSON.stringify(EXAMPLE)))).toEqual(EXAMPLE);
    for (const odd of [null, {}, {...EMPTY, version: 2}, {...EMPTY, threshold: 0}]) expect(parseRepresentativeness(odd)).toBeNull();
  });

  it('tells what a change replaced unseen, and touches one field', () => {
    expect(applyEdit(stored, {field: 'text', of: age, to: 'mine'})).toEqual({record: {...EMPTY, characteristics: [{...age, text: 'mine'}]}, overwritten: 'from another tab'});
    expect(applyEdit(stored, {field: 'title', of: age, to: 'Ages'})).toEqual({record: {...EMPTY, characteristics: [{...age, title: 'Ages', text: 'from another tab'}]}, overwritten: null});
    expect(applyEdit(stored, {field: 'removed', of: age})).toMatchObject({record: {characteristics: []}, overwritten: 'from another tab'});
    expect(applyEdit({...EMPTY, name: 'Theirs'}, {field: 'name', from: 'Old', to: 'Mine'})).toMatchObject({record: {name: 'Mine'}, overwritten: 'Theirs'});
  });

  it('puts back what another tab removed while it was typed in', () => {
    expect(applyEdit(EMPTY, {field: 'text', of: age, to: 'mine'}).record.characteristics).toEqual([{...age, text: 'mine'}]);
  });

  it('saves a report with small numbers protected, and a plan that says it is not for publication', () => {
    const csv = toReportCsv(EXAMPLE);
    expect(csv).toContain('"Ethnic group","Black","Fewer than ten",,4.1,,,,');
    expect(csv).toContain('"Ethnic group","Groups not shown, together",18,4.5,8.8,-4.3,51,17,');
    expect(csv).toContain('"Age","16 to 34",58,14.5,29,-14.5,50,58,');
    expect(csv).not.toMatch(/"Black",8/);
    expect(toPlanCsv(EXAMPLE, 500)).toContain('"Not for publication: real numbers"');
    expect(toPlanCsv(EXAMPLE, 500)).toContain('"Age","65 and over",140,125,0,0,140,"Stop recruiting"');
    expect(fileNameOf(EXAMPLE, 'who-took-part', 'csv')).toBe('who-took-part-example-made-up-panel-of-a-district.csv');
    expect(toTypedText(EXAMPLE)).toContain('Disabled, 64, 19%');
    expect(readAll(EXAMPLE).map(({table}) => table.groups.reduce((sum, {count}) => sum + count, table.apart?.count ?? 0))).toEqual([412, 412, 412]);
  });
});
