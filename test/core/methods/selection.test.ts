import {describe, expect, it} from 'vitest';
import {answerInWords} from '#core/methods/answerWords.ts';
import type {Brief} from '#core/methods/brief.ts';
import {QUESTIONS} from '#core/methods/briefCode.ts';
import {alternativesTo, compareMixes} from '#core/methods/mixChanges.ts';
import {checkNextSteps} from '#core/methods/nextSteps.ts';
import {mixFor, recommend} from '#core/methods/recommend.ts';
import {reportBlocks, reportCsv, reportFileName, reportJson} from '#core/methods/report.ts';
import type {Report} from '#core/methods/report.ts';
import {parseKept, selectionHref, selectionsIn} from '#core/methods/savedSelection.ts';
import {scheduleOf} from '#core/methods/schedule.ts';
import {stepsFor} from '#core/methods/stepsFor.ts';
import type {NextStep} from '#core/methods/stepsFor.ts';
import {readCsv} from '#core/csv.ts';
import {methods} from './catalogue.ts';

const brief: Brief = {
  duty: 'law', known: 'gaps', purpose: 'measure-opinion', audience: ['general-public', 'older-people', 'people-not-mobile'], decisionStage: 'options', weeksAvailable: 26,
  budgetBand: 4, geography: 'district', numberAffected: 120_000,
};
const result = recommend(brief, methods);

describe('a duty and what is known already', () => {
  it('are answered first, each in its own words', () => {
    expect(result.duty).toMatch(/legal team/);
    expect(result.stepZero?.why).toMatch(/ask only about what is missing/);
    expect(recommend({purpose: 'gather-views', duty: 'promise', known: 'enough'}, methods)).toMatchObject({duty: expect.stringMatching(/promised/) as string, stepZero: {why: expect.stringMatching(/still right/) as string}});
    expect(recommend({purpose: 'gather-views', duty: 'none'}, methods).duty).toBeNull();
  });

  it('bring in a method made for a legal duty', () => {
    expect(result.mix.methods.some((id) => methods.find((method) => method.id === id)?.purposes.includes('meet-statutory-duty'))).toBe(true);
    expect(result.mix.roles).toEqual(expect.objectContaining({[result.mix.methods.find((id) => result.mix.roles[id] === 'duty') ?? 'none']: 'duty'}));
  });

  it('say stop when a law binds and everything is settled', () => {
    expect(recommend({purpose: 'gather-views', duty: 'law', canChange: false}, methods).gate?.instead).toMatch(/^You say that a law asks you to consult, and that everything is settled\. Stop/);
  });
});

describe('a mix that a person changed', () => {
  it('is reckoned anew, with what it loses', () => {
    const own = mixFor(['telephone-survey'], brief, methods);
    expect(own.concerns[0]).toMatch(/One method alone/);
    const rows = compareMixes(result.mix, own);
    expect(rows.map(({what}) => what)).toEqual(['Groups covered', 'Time', 'Outside cost together', 'Your own staff’s time together', 'Face to face']);
    expect(rows[0]?.now).toMatch(/^\d of 3\. Missing: /);
  });

  it('says when it passes the money, the staff time or the time for a duty', () => {
    const dear = mixFor(['citizens-assembly', 'telephone-survey'], {...brief, budgetBand: 4, staffEffort: 3}, methods);
    expect(dear.concerns.join(' ')).toMatch(/Together they come to over £75,000, and you have £20,000 to £75,000\..*of your own staff’s time.*A law says/);
  });

  it('offers in place of a method first what suits everybody whom it alone reaches', () => {
    const [core = ''] = result.mix.methods;
    const offered = alternativesTo(core, result.mix, result.ranked, methods);
    expect(offered).toHaveLength(4);
    for (const {id, effect} of offered) {
      expect(result.mix.methods).not.toContain(id);
      expect(effect).not.toBe('');
    }
    expect(alternativesTo('nothing', result.mix, [], methods)).toEqual([]);
  });
});

describe('the weeks of a mix', () => {
  const mix = {methods: ['telephone-survey', 'focus-group'], roles: {'telephone-survey': 'core', 'focus-group': 'reasons'}} as const;
  it('put what finds out before what counts, where there is time', () => {
    const schedule = scheduleOf({purpose: 'measure-opinion', weeksAvailable: 20}, {methods: [...mix.methods], roles: mix.roles}, methods);
    expect(schedule.isInSteps).toBe(true);
    const [first, second] = schedule.methods;
    expect([first?.id, second?.id]).toEqual(['focus-group', 'telephone-survey']);
    expect(second?.from).toBeGreaterThan(first?.to ?? 99);
  });

  it('put them side by side where there is not, or where nobody knows', () => {
    for (const weeksAvailable of [6, undefined]) {
      const schedule = scheduleOf({purpose: 'measure-opinion', weeksAvailable}, {methods: [...mix.methods], roles: mix.roles}, methods);
      expect(schedule.isInSteps).toBe(false);
      expect(new Set(schedule.methods.map(({to}) => to)).size).toBe(1);
    }
    expect(scheduleOf({purpose: 'scope', weeksAvailable: undefined}, {methods: [], roles: {}}, methods)).toEqual({weeks: 0, inHand: null, methods: [], isInSteps: false});
  });
});

describe('what to go on with', () => {
  const steps: NextStep[] = [
    {kind: 'lesson', href: '/a/', title: 'A', because: 'B.', methods: 'all', duty: ['law']},
    {kind: 'template', href: '/b/', title: 'B', because: 'B.', methods: ['focus-group', 'walkabout']},
    {kind: 'tool', href: '/c/', title: 'C', because: 'B.', methods: ['delphi']},
    {kind: 'checklist', href: '/d/', title: 'D', because: 'B.', methods: 'all', audiences: ['children']},
  ];
  it('follows the mix and the answers', () => {
    expect(stepsFor({duty: 'law', audience: ['children']}, ['focus-group'], steps).map(({href, methods: asking}) => [href, asking])).toEqual([['/a/', []], ['/b/', ['focus-group']], ['/d/', []]]);
    expect(stepsFor({}, [], steps)).toEqual([]);
  });

  it('is refused with its line when it names no page or no method', () => {
    const text = '- kind: tool\n  href: /nowhere/\n  title: T\n  because: B.\n  methods: [focus-group, focus-grup]\n';
    const checked = checkNextSteps({file: 'x.yml', text, linesBefore: 0}, new Set(['focus-group']), new Set(['/tools/']));
    expect(checked.ok ? [] : checked.problems.map(({line, message}) => [line, message])).toEqual([
      [2, expect.stringMatching(/`\/nowhere\/` is no page/)], [5, expect.stringMatching(/`focus-grup` is not a method/)],
    ]);
    const noStop = checkNextSteps({file: 'x.yml', text: text.replace('B.', 'B'), linesBefore: 0}, new Set(), new Set());
    expect(noStop.ok ? '' : noStop.problems[0]?.message).toMatch(/full stop/);
  });
});

describe('files of a result', () => {
  const report: Report = {
    brief, result, mix: result.mix, isOwnMix: false, schedule: scheduleOf(brief, result.mix, methods), steps: [{kind: 'tool', href: '/tools/', title: 'Tools', because: 'You need them.', methods: []}],
    methods, address: 'https://example.org/method-selector/?purpose=measure-opinion', day: '2026-11-22',
  };
  const words = reportBlocks(report).map((block) => JSON.stringify(block)).join('\n');

  it('are named after the purpose and the day', () => {
    expect(reportFileName(report, 'docx')).toBe('methods-measure-opinion-2026-11-22.docx');
    expect(reportFileName({brief: {}, day: '2026-11-22'}, 'csv')).toBe('methods-scope-2026-11-22.csv');
  });

  it('hold every answer, the mix, who is reached, what was ruled out and why', () => {
    for (const part of ['Duty to consult', 'Yes, a law says that we must', 'The general public', 'The mix', 'Who is reached by what', 'What it takes', 'Ruled out', 'Tools. You need them.', report.address]) expect(words).toContain(part);
    for (const {why} of result.rejected.slice(0, 5)) expect(words.toLowerCase()).toContain((why[0] ?? '').toLowerCase());
    expect(words).not.toContain('undefined');
  });

  it('say when the mix is not the one recommended, and when it is no consultation', () => {
    const own = reportBlocks({...report, isOwnMix: true, mix: mixFor(['focus-group'], brief, methods)}).map((block) => JSON.stringify(block)).join();
    expect(own).toContain('changed from the one recommended');
    const gated = recommend({purpose: 'give-information'}, methods);
    expect(JSON.stringify(reportBlocks({...report, brief: {purpose: 'give-information'}, result: gated, mix: gated.mix}))).toContain('Do not call this a consultation.');
  });

  it('give a table with a line for every method', () => {
    const read = readCsv(reportCsv(report));
    expect(read.ok && read.rows.length).toBe(methods.length + 1);
    expect(read.ok && new Set(read.rows.map((row) => row.length))).toEqual(new Set([10]));
  });

  it('give JSON that can be read back', () => {
    const back = JSON.parse(reportJson(report)) as {brief: Brief; mix: {methods: string[]}};
    expect(back.brief).toEqual(brief);
    expect(back.mix.methods).toEqual(result.mix.methods);
  });
});

it('every question has its answer in words, and "Not sure" where there is none', () => {
  const full: Brief = {...brief, canChange: true, staffEffort: 2, sensitivity: 'low', complexity: 'high'};
  for (const question of QUESTIONS) {
    expect(answerInWords({}, question)).toBe('Not sure');
    expect(answerInWords(full, question)).not.toBe('Not sure');
  }
  expect(answerInWords({canChange: false}, 'canChange')).toMatch(/^No/);
});

it('a selection is read back only in the form that it was kept in', () => {
  const value = {version: 1, name: 'Pools', query: 'purpose=scope'};
  expect(parseKept(value)).toEqual(value);
  for (const bad of [null, 'x', {}, {...value, version: 2}, {...value, name: 3}, {...value, query: 'x'.repeat(5_000)}]) expect(parseKept(bad)).toBeNull();
  const row = {owner: null, changedAt: '2026-11-22T10:00:00Z'};
  expect(selectionsIn([{...row, key: 'selection/a', value}, {...row, key: 'other/a', value}, {...row, key: 'selection/b', value: {}}]).map(({id}) => id)).toEqual(['a']);
  expect(selectionHref({query: 'purpose=scope'})).toBe('/method-selector/?purpose=scope');
});
