import * as fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {addGroup, applyEdit, EMPTY, EXAMPLE, LONGEST, parseKept, REMINDERS, removeGroup, WAY_IDS} from '#core/planning/sampleSize.ts';
import type {SampleSize} from '#core/planning/sampleSize.ts';
import {readSampleCode, writeSampleCode} from '#core/planning/sampleSizeCode.ts';
import {answersFor, CONFIDENCES, intervalOf, marginOf, marginTable, planInvitations, wilsonInterval} from '#core/planning/sampleSizeFormulas.ts';
import {fileNameOf, findingInWords, planInWords, toCsv, toText} from '#core/planning/sampleSizeReport.ts';
import {remarksOn, verdictOf, workOut} from '#core/planning/sampleSizeResult.ts';
import {writeEnds, writePoints} from '#core/planning/sampleSizeWords.ts';

const given = (over: Partial<SampleSize>): SampleSize => ({...EMPTY, way: 'random', ...over});

describe('the formulas', () => {
  // The figures of docs/writing/sample-size.md.
  it.each([
    [100, null, 0.5, '9.8'], [200, null, 0.5, '6.9'], [400, null, 0.5, '4.9'], [1100, null, 0.5, '3.0'], [400, null, 0.3, '4.5'],
    [200, 500, 0.5, '5.4'], [400, 2000, 0.5, '4.4'], [400, 100_000, 0.5, '4.9'],
  ])('give the guide’s margin for %d answers of %s people at a share of %d: %s points', (answers, population, share, points) => {
    expect(writePoints(marginOf({answers, population, share, confidence: 95}))).toBe(points);
  });

  // Worked out with 40 decimal places from the formula of the variance.
  it.each([
    [250, 1000, 0.2, 99, 0.05646557217314671], [80, 300, 0.35, 90, 0.0752466821816605], [200, 500, 0.5, 95, 0.05373056809578502],
  ] as const)('give the margin for %d of %d at %d and %d%%', (answers, population, share, confidence, margin) => {
    expect(marginOf({answers, population, share, confidence})).toBeCloseTo(margin, 12);
  });

  // Found by trying one number after the other until the margin was narrow enough.
  it.each([
    [0.05, null, 0.5, 95, 385], [0.03, null, 0.5, 95, 1068], [0.05, 1000, 0.5, 95, 278], [0.05, 40_000, 0.5, 95, 381], [0.1, null, 0.5, 95, 97],
    [0.05, null, 0.5, 99, 664], [0.05, null, 0.5, 90, 271], [0.05, 100, 0.5, 95, 80], [0.04, null, 0.2, 95, 385], [0.1, 9000, 0.5, 95, 96], [0.05, 40_000, 0.6, 95, 366],
  ] as const)('need, for a margin of %d of %s people at %d and %d%%, so many answers: %d', (margin, population, share, confidence, needed) => {
    expect(answersFor({margin, population, share, confidence})).toBe(needed);
  });

  // Found by halving, with 40 decimal places, where (p − share)² = z² p (1 − p) ÷ n. The closed form was not used.
  it.each([
    [3, 10, 95, 0.10778928748621183, 0.6032267800204348], [0, 20, 95, 0, 0.16113012549493322], [1, 30, 90, 0.007471031975078653, 0.13641759405024848],
    [30, 30, 99, 0.8188716952522037, 1], [5, 400, 95, 0.005350671853550634, 0.028924152731138016], [15, 25, 95, 0.4073912778512734, 0.7659694233580908],
  ] as const)('give Wilson’s interval for %d of %d at %d%%', (yes, answers, confidence, low, high) => {
    const interval = intervalOf({answers, population: null, share: yes / answers, confidence});
    expect(interval.rule).toBe('wilson');
    expect(interval.low).toBeCloseTo(low, 12);
    expect(interval.high).toBeCloseTo(high, 12);
  });

  it.each([[40, 0.5, 'normal'], [39, 0.5, 'wilson'], [100, 0.1, 'normal'], [100, 0.09, 'wilson'], [100, 0.91, 'wilson']] as const)('use for %d answers at a share of %d the %s rule', (answers, share, rule) => {
    expect(intervalOf({answers, population: null, share, confidence: 95}).rule).toBe(rule);
  });

  const population = fc.option(fc.integer({min: 1, max: 1_000_000}), {nil: null});
  const confidence = fc.constantFrom(...CONFIDENCES);

  it('need the fewest answers that reach the margin, and one fewer would not', () => {
    fc.assert(fc.property(fc.double({min: 0.005, max: 0.3, noNaN: true}), population, fc.double({min: 0.01, max: 0.99, noNaN: true}), confidence, (margin, people, share, level) => {
      const needed = answersFor({margin, population: people, share, confidence: level});
      const at = (answers: number): number => marginOf({answers, population: people, share, confidence: level});
      expect(at(needed)).toBeLessThanOrEqual(margin * (1 + 1e-6));
      if (needed > 1) expect(at(needed - 1)).toBeGreaterThan(margin * (1 - 1e-6));
      if (people !== null) expect(needed).toBeLessThanOrEqual(people);
    }));
  });

  it('give an interval within 0 to 1 that holds the share, narrower with more answers and nothing when everybody answers', () => {
    fc.assert(fc.property(fc.integer({min: 1, max: 5000}), fc.double({min: 0, max: 1, noNaN: true}), confidence, (answers, share, level) => {
      for (const rule of [intervalOf, wilsonInterval]) {
        const {low, high} = rule({answers, population: null, share, confidence: level});
        expect(low).toBeGreaterThanOrEqual(0);
        expect(low).toBeLessThanOrEqual(share);
        expect(high).toBeGreaterThanOrEqual(share);
        expect(high).toBeLessThanOrEqual(1);
      }
      const width = (n: number, people: number | null): number => {
        const {low, high} = wilsonInterval({answers: n, population: people, share, confidence: level});
        return high - low;
      };
      expect(width(answers * 4, null)).toBeLessThan(width(answers, null));
      // A single answer says as much of eleven people as of a million: the correction is 1.
      if (answers > 1) expect(width(answers, answers + 10)).toBeLessThan(width(answers, null));
      expect(width(answers, answers)).toBe(0);
    }));
  });

  it('catch the true figure about 19 times in 20 when every possible sample of 60 from 300 people is counted', () => {
    const [people, yes, drawn] = [300, 90, 60];
    const logChoose = (n: number, k: number): number => Array.from({length: k}, (_, at) => Math.log((n - at) / (at + 1))).reduce((sum, each) => sum + each, 0);
    let caught = 0;
    for (let found = 0; found <= drawn; found += 1) {
      const {low, high} = wilsonInterval({answers: drawn, population: people, share: found / drawn, confidence: 95});
      if (low <= yes / people && yes / people <= high) caught += Math.exp(logChoose(yes, found) + logChoose(people - yes, drawn - found) - logChoose(people, drawn));
    }
    expect(caught).toBeGreaterThan(0.93);
    expect(caught).toBeLessThan(0.975);
  });
});

describe('invitations', () => {
  it('are the answers divided by the response, as in the guide: 400 at 25% take 1,600', () => {
    expect(planInvitations({needed: 400, population: null, first: 0.25, reminders: 0, reminded: 0})).toEqual({rate: 0.25, wanted: 1600, invited: 1600, rounds: [{reminder: 0, sent: 1600, answers: 400, total: 400}]});
  });

  it('count on the silent alone for each reminder', () => {
    // 1 − 0.8 × 0.9 × 0.9 = 0.352, and 352 ÷ 0.352 = 1,000.
    const {invited, rounds} = planInvitations({needed: 352, population: null, first: 0.2, reminders: 2, reminded: 0.1});
    expect(invited).toBe(1000);
    expect(rounds).toEqual([{reminder: 0, sent: 1000, answers: 200, total: 200}, {reminder: 1, sent: 800, answers: 80, total: 280}, {reminder: 2, sent: 720, answers: 72, total: 352}]);
  });

  it('bring what is needed, never more than everybody is asked, and the rounds add up', () => {
    const share = fc.integer({min: 1, max: 100}).map((percent) => percent / 100);
    fc.assert(fc.property(fc.integer({min: 1, max: 5000}), fc.option(fc.integer({min: 5000, max: 20_000}), {nil: null}), share, fc.integer({min: 0, max: 4}), share, (needed, population, first, reminders, reminded) => {
      const {wanted, invited, rounds} = planInvitations({needed, population, first, reminders, reminded});
      expect(rounds).toHaveLength(reminders + 1);
      expect(invited).toBeLessThanOrEqual(population ?? Infinity);
      expect(rounds.reduce((sum, {answers}) => sum + answers, 0)).toBe(rounds.at(-1)?.total);
      if (wanted === invited) expect(rounds.at(-1)?.total).toBeGreaterThanOrEqual(needed);
      for (const {sent, answers} of rounds) expect(answers).toBeLessThanOrEqual(sent);
    }));
  });
});

describe('whether a margin may be quoted', () => {
  it.each([['', 'ask'], ['random', 'margin'], ['everyone', 'none'], ['quota', 'none'], ['open', 'none'], ['unsure', 'none']] as const)('is for “%s”: %s', (way, outcome) => {
    expect(verdictOf(way, 400, 40_000).outcome).toBe(outcome);
  });

  it.each(WAY_IDS.filter((way) => way !== 'random'))('no figure of a margin leaves the tool for “%s”', (way) => {
    const calculation = {...EXAMPLE, way};
    const result = workOut(calculation);
    expect([result.finding, result.plan, result.table, result.groups.map(({margin, plan}) => [margin, plan])]).toEqual([null, null, [], [[null, null], [null, null]]]);
    expect(toText(calculation, '/x')).not.toMatch(/\d points|between/);
    expect(toCsv(calculation)).not.toContain('Margin for this population');
  });

  it('is a count, and no estimate, when everybody answered', () => {
    expect(verdictOf('everyone', 60, 60).outcome).toBe('exact');
    expect(findingInWords(workOut(given({answers: '60', population: '60'})))[0]).toBe('50% of everybody gave this answer. That is a count, and no estimate.');
  });
});

describe('the words', () => {
  it('say between what and what the true figure lies', () => {
    expect(findingInWords(workOut(given({answers: '400', share: '60'})))).toEqual([
      'If 60 in 100 say yes, the true figure is very likely between 55% and 65%.', 'The margin of error is 4.8 points either way, from 400 answers.', 'Samples drawn this way catch the true figure 19 times in 20.',
    ]);
  });

  it('say where Wilson’s interval is used, and how far it reaches each way', () => {
    const said = findingInWords(workOut(given({answers: '10', share: '30'})));
    expect(said[0]).toBe('If 30 in 100 say yes, the true figure is very likely between 10% and 61%.');
    expect(said[1]).toContain('19.2 points below and 30.3 points above');
  });

  // As the guide rounds them.
  it.each([[100, '40%', '60%'], [200, '43%', '57%'], [400, '45%', '55%'], [1100, '47%', '53%']])('round outwards: from %d answers, %s to %s', (answers, low, high) => {
    expect(writeEnds(intervalOf({answers, population: null, share: 0.5, confidence: 95}))).toEqual({low, high});
  });

  it('never claim more than the figures', () => {
    fc.assert(fc.property(fc.double({min: 0, max: 1, noNaN: true}), fc.double({min: 0, max: 1, noNaN: true}), (a, b) => {
      const [low, high] = [Math.min(a, b), Math.max(a, b)];
      const ends = writeEnds({low, high});
      expect(parseFloat(ends.low)).toBeLessThanOrEqual(low * 100 + 1e-6);
      expect(parseFloat(ends.high)).toBeGreaterThanOrEqual(high * 100 - 1e-6);
    }));
  });

  it('plan answers and invitations', () => {
    expect(planInWords(workOut(given({response: '25', margin: '5'})))).toEqual([
      'For a margin of 5.0 points at 95% confidence and a share of 50%, you need 385 answers.', 'Invite 1,540 people, picked by chance. About 25% answer, which makes 385 answers.',
    ]);
  });

  it('warn of groups larger than the whole, of too few people and of a low response', () => {
    const calculation = given({population: '300', response: '10', groups: [{id: 'a', name: 'North', size: '400', answers: '', response: ''}]});
    const said = remarksOn(workOut(calculation), calculation).join(' ');
    for (const part of ['add up to 400', 'more than there are', 'Fewer than half']) expect(said).toContain(part);
  });
});

describe('what is typed', () => {
  it.each([['40,000', 40_000], [' 40 000 ', 40_000], ['12', 12]])('reads “%s” as people do', (population, people) => {
    expect(workOut(given({population})).population).toBe(people);
  });

  it.each([
    ['population', '0'], ['population', '-5'], ['population', 'many'], ['answers', '1.5'], ['answers', '1e9'], ['share', '101'], ['share', '-1'], ['margin', '0'], ['margin', '60'],
    ['response', '0'], ['response', '200'], ['reminded', 'x'], ['groupMargin', '0'],
  ] as const)('says what to do about %s “%s”', (field, text) => {
    expect(workOut(given({[field]: text})).faults[field]).toMatch(/^Write .*for instance/);
  });

  it('is refused when there are more answers than people', () => {
    const result = workOut(given({population: '100', answers: '101'}));
    expect([result.faults.answers, result.finding]).toEqual(['There are more answers than people here. Check both numbers.', null]);
  });

  it('plans on 50% where the share is nobody or everybody', () => {
    expect(workOut(given({share: '0'})).plan?.needed).toBe(385);
  });

  it('gives each group its own need, margin and invitations', () => {
    const {groups, groupsNeed} = workOut(EXAMPLE);
    expect(groups.map(({name, plan, margin}) => [name, plan?.needed, margin === null ? null : writePoints(margin)])).toEqual([['North', 96, '9.7'], ['South', 96, '5.6']]);
    expect(groupsNeed?.answers).toBe(192);
  });

  it('quotes no margin for a group of fewer than 40 answers', () => {
    expect(workOut(given({groups: [{id: 'a', name: '', size: '', answers: '39', response: ''}]})).groups[0]).toMatchObject({name: 'Group 1', margin: null});
  });
});

it('the table has fewer answers than people in each row, the reader’s own among them, and none where all can be asked', () => {
  expect(marginTable(2000, 437).map(({answers}) => answers)).toEqual([50, 100, 150, 200, 300, 400, 437, 500, 750, 1000, 1100, 1500]);
  expect(marginTable(50, null)).toEqual([]);
});

const figure = fc.oneof(fc.constantFrom('', '400', '40,000', '25%', 'many', '-1', '~'), fc.string({unit: 'grapheme', maxLength: 8}).filter((text) => text.length <= LONGEST.figure));
const text = fc.string({unit: 'grapheme', maxLength: 20}).filter((name) => name.length <= LONGEST.name);
const anyCalculation: fc.Arbitrary<SampleSize> = fc.record({
  version: fc.constant(1 as const), name: text, way: fc.constantFrom('' as const, ...WAY_IDS), population: figure, answers: figure, share: figure,
  confidence: fc.constantFrom('90' as const, '95' as const, '99' as const), margin: figure, response: figure, reminders: fc.constantFrom(...REMINDERS), reminded: figure, groupMargin: figure,
  groups: fc.array(fc.record({id: fc.uuid(), name: text, size: figure, answers: figure, response: figure}), {maxLength: 4}),
});
const bare = (calculation: SampleSize): object => ({...calculation, groups: calculation.groups.map(({id: _, ...group}) => ({...group, size: group.size.replaceAll('~', ''), answers: group.answers.replaceAll('~', ''), response: group.response.replaceAll('~', '')}))});

describe('the address and the files', () => {
  it('bring every calculation back', () => {
    fc.assert(fc.property(anyCalculation, (calculation) => {
      const read = readSampleCode(`?${writeSampleCode(calculation)}`);
      expect(read.dropped).toEqual([]);
      expect(bare(read.calculation)).toEqual(bare(calculation));
      expect(writeSampleCode(read.calculation)).toBe(writeSampleCode(calculation));
      expect(parseKept(calculation)).toEqual(calculation);
    }));
  });

  it('say nothing while nothing is typed', () => {
    expect(writeSampleCode(EMPTY)).toBe('');
    expect(readSampleCode('')).toEqual({calculation: EMPTY, dropped: []});
  });

  it('leave out what they cannot use, and say so', () => {
    const {calculation, dropped} = readSampleCode(`?way=magic&confidence=50&answers=400&__proto__=1&people=${'9'.repeat(50)}${'&group=1~2~3~x'.repeat(13)}`);
    expect(calculation).toMatchObject({way: '', confidence: '95', answers: '400', population: ''});
    expect(calculation.groups).toHaveLength(12);
    expect(dropped).toHaveLength(5);
  });

  it('are made of anything that can be typed, and no cell runs as a formula', () => {
    fc.assert(fc.property(anyCalculation, (calculation) => {
      expect(toText(calculation, '/x')).toContain('/x');
      expect(toCsv(calculation)).not.toMatch(/(^|,|\n)"\s*[=+@-]/);
    }));
  });

  it('name the file after the survey', () => {
    expect([fileNameOf(EMPTY), fileNameOf({...EMPTY, name: 'Later buses (été)'})]).toEqual(['sample-size-survey.csv', 'sample-size-later-buses-ete.csv']);
  });

  it('refuse what another version kept', () => {
    expect([parseKept(null), parseKept({...EMPTY, version: 2}), parseKept({...EMPTY, more: 1})]).toEqual([null, null, null]);
  });
});

describe('a change', () => {
  it('touches one field and tells of words that were never seen', () => {
    const stored = given({answers: '300', margin: '4'});
    expect(applyEdit(stored, {field: 'answers', from: '200', to: '250'})).toEqual({calculation: {...stored, answers: '250'}, overwritten: '300'});
    expect(applyEdit(stored, {field: 'answers', from: '300', to: '250'}).overwritten).toBeNull();
  });

  it('to a group that another tab took away brings the group back', () => {
    const {calculation} = applyEdit(removeGroup(EXAMPLE, 'example-north'), {field: 'name', group: 'example-north', from: 'North', to: 'Northern'});
    expect(calculation.groups.map(({name}) => name)).toEqual(['South', 'Northern']);
  });

  it('adds no more groups than there is room for', () => {
    const full = Array.from({length: 20}, (_, at) => `g${at}`).reduce(addGroup, EMPTY);
    expect(full.groups).toHaveLength(LONGEST.groups);
  });
});
