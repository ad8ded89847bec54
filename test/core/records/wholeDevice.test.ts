import * as fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {EMPTY, EXAMPLE, KEPT_AS} from '#core/planning/sampleSize.ts';
import {startPlan, timelineKeyOf} from '#core/planning/timelinePlan.ts';
import {countRows} from '#core/records/deviceKinds.ts';
import {mergeDevice, takeRows, withRows} from '#core/records/mergeDevice.ts';
import {faultOfSize, NO_ROWS, readDeviceFile, writeDeviceFile} from '#core/records/wholeDevice.ts';
import type {DeviceRows, KeptAttempt} from '#core/records/wholeDevice.ts';
import {anyDevice, drawn, idOf, QUIZ} from './anyDevice.ts';

const AT = '2026-11-22T10:00:00.000Z';
const LATER = '2026-11-23T10:00:00.000Z';
const CHOICE = {isShown: ({owner}: {owner: string | null}) => owner === null || owner === 'me', replace: false};
const write = (device: DeviceRows): string => writeDeviceFile({savedAt: AT, organisation: 'Sample Council', inside: countRows(device), device, record: null, note: ''});
const merge = (here: DeviceRows, file: DeviceRows, choice = CHOICE): DeviceRows => withRows(here, mergeDevice(here, file, choice).puts);
const rows = (over: Partial<DeviceRows>): DeviceRows => ({...NO_ROWS, ...over});
const attempt = (over: Partial<KeptAttempt> = {}): KeptAttempt => ({
  id: idOf(1), quizId: 'sample', quizVersion: 'v1', mode: 'practice', drawnBy: 'device', startedAt: AT, drawn: drawn(3), quiz: QUIZ, owner: null, index: 0, handedInAt: null, ...over,
});
const answer = (itemId: string, response: boolean) => ({attemptId: idOf(1), itemId, response});
const thing = (over: Partial<DeviceRows['kept'][number]> = {}) => ({key: 'self-assessment/a', owner: null, changedAt: AT, value: {name: 'here'}, ...over});
const tally = (here: DeviceRows, file: DeviceRows, what: string, choice = CHOICE) => mergeDevice(here, file, choice).tallies.find((each) => each.what === what);

describe('a file of everything', () => {
  it('loaded into an empty device gives the same device', () => {
    fc.assert(fc.property(anyDevice, (device) => {
      const read = readDeviceFile(write(device));
      expect(read.ok && read.unshown).toBe(0);
      expect(merge(NO_ROWS, read.ok ? read.rows : NO_ROWS)).toEqual(device);
    }));
  });

  it('changes nothing when it is loaded a second time', () => {
    fc.assert(fc.property(anyDevice, anyDevice, fc.boolean(), (here, file, replace) => {
      const once = merge(here, file, {...CHOICE, replace});
      const {puts, tallies} = mergeDevice(once, file, {...CHOICE, replace});
      expect(puts).toEqual(NO_ROWS);
      expect(tallies.every(({added, updated}) => added + updated === 0)).toBe(true);
    }));
  });

  it('takes nothing away from the device that it is loaded into', () => {
    fc.assert(fc.property(anyDevice, anyDevice, (here, file) => {
      const after = merge(here, file);
      expect(after.outbox).toEqual(expect.arrayContaining(here.outbox));
      expect(after.results).toEqual(expect.arrayContaining(here.results));
      expect(after.kept).toEqual(expect.arrayContaining(here.kept));
      expect(after.settings).toEqual(expect.arrayContaining(here.settings));
      for (const {page, items} of here.ticks) expect(after.ticks.find((row) => row.page === page)?.items).toEqual(expect.arrayContaining(items));
      for (const mine of here.attempts) {
        const theirs = file.attempts.find(({id}) => id === mine.id);
        const now = after.attempts.find(({id}) => id === mine.id);
        if (mine.handedInAt || !theirs?.handedInAt) {
          for (const row of here.responses.filter(({attemptId}) => attemptId === mine.id)) expect(after.responses).toContainEqual(row);
        }
        if (mine.handedInAt) expect(now).toEqual(mine);
        else expect(now?.drawn.slice(0, mine.drawn.length)).toEqual(theirs?.handedInAt ? theirs.drawn.slice(0, mine.drawn.length) : mine.drawn);
      }
    }));
  });

  it('begins with a part that people can read, and says how much is inside', () => {
    const text = write(rows({attempts: [attempt()], responses: [answer('q-1', true), answer('q-2', false)], kept: [thing({key: KEPT_AS, value: EXAMPLE}), thing({key: 'weather/today'})]}));
    expect(Object.keys(JSON.parse(text) as object)).toEqual(['format', 'version', 'savedAt', 'organisation', 'about', 'inside', 'record', 'device']);
    expect((JSON.parse(text) as {inside: unknown}).inside).toEqual([
      {what: 'Attempts at practice questions and assessments', count: 1}, {what: 'Answers', count: 2}, {what: 'Sample size calculation', count: 1}, {what: 'Other thing that a tool keeps', count: 1},
    ]);
  });

  const good = JSON.parse(write(rows({attempts: [attempt()]}))) as {device: DeviceRows};
  it.each([
    ['no JSON', '{"format": "askwell-my-lea', 'cannot be read as JSON'],
    ['another kind of file', '{"kind": "askwell-timeline", "version": 1}', 'another kind of file'],
    ['a list', '[]', 'another kind of file'],
    ['a newer version', JSON.stringify({...good, version: 2}), 'newer version of the site'],
    ['no version', JSON.stringify({...good, version: undefined}), 'damaged'],
    ['no rows', JSON.stringify({...good, device: undefined}), '“device”'],
    ['a row that is none', JSON.stringify({...good, device: {...good.device, attempts: [{...attempt(), handedInAt: 'yesterday'}]}}), '“device.attempts.0.handedInAt”'],
    ['questions that are none', JSON.stringify({...good, device: {...good.device, attempts: [{...attempt(), quiz: {items: 'all'}}]}}), '“device.attempts.0.quiz”'],
    ['a record under another id', JSON.stringify({...good, device: {...good.device, outbox: [{id: 'x', owner: null, state: 'waiting', reason: null, tries: 0, lastTriedAt: null, record: {}}]}}), '“device.outbox.0.record'],
  ])('is refused with a sentence when it is %s', (_, text, sentence) => {
    const read = readDeviceFile(text);
    expect(read.ok ? '' : read.sentence).toContain(sentence);
    expect(read.ok ? '' : read.sentence).toContain('Nothing on this device has changed.');
  });

  it('is refused before it is read when it is larger than 20 MB', () => {
    expect(faultOfSize(20 * 1024 * 1024)).toBeNull();
    expect(faultOfSize(20 * 1024 * 1024 + 1)).toContain('larger than 20 MB');
  });

  it('leaves out an attempt whose questions this site cannot show, with its answers, and keeps the rest', () => {
    const newer = {...QUIZ, items: QUIZ.items.map((item) => ({...item, type: 'hologram'}))} as unknown as KeptAttempt['quiz'];
    const read = readDeviceFile(write(rows({attempts: [attempt({quiz: newer}), attempt({id: idOf(2)})], responses: [answer('q-1', true)]})));
    expect(read.ok && {unshown: read.unshown, ids: read.rows.attempts.map(({id}) => id), responses: read.rows.responses}).toEqual({unshown: 1, ids: [idOf(2)], responses: []});
  });

  it('keeps a skills check with what it is drawn from, and leaves out one whose bank is damaged', () => {
    const bank = {lessons: [{courseId: 'intro', lessonId: 'a', questions: [{id: 'q-1', type: 'true-false' as const}]}], deck: drawn(2), seen: ['q-1']};
    const check = attempt({mode: 'skills-check', quiz: {...QUIZ, mode: 'skills-check'}, bank});
    const read = readDeviceFile(write(rows({attempts: [check, {...check, id: idOf(2), bank: {...bank, lessons: 'all'}} as unknown as KeptAttempt]})));
    expect(read.ok && {unshown: read.unshown, attempts: read.rows.attempts}).toEqual({unshown: 1, attempts: [check]});
  });

  it('keeps an assessment, which comes without its answers', () => {
    const quiz = {...QUIZ, mode: 'assessed' as const, items: [{id: 'q-1', type: 'single' as const, stem: 'Which?', marks: 1, version: '1-a', shuffle: true, options: [{id: 'a', text: 'One'}, {id: 'b', text: 'Two'}]}]};
    const read = readDeviceFile(write(rows({attempts: [attempt({mode: 'assessed', quiz: quiz as KeptAttempt['quiz']})]})));
    expect(read.ok && read.unshown).toBe(0);
  });
});

describe('rows of somebody else', () => {
  const plan = {...startPlan('t', 'england-and-wales'), name: 'Buses'};
  const file = rows({
    attempts: [attempt({owner: 'ann'}), attempt({id: idOf(2)})], responses: [answer('q-1', true)], kept: [thing({key: timelineKeyOf('ann'), owner: 'ann', value: plan})],
    results: [{id: idOf(1), owner: 'ann', result: {} as DeviceRows['results'][number]['result'], completions: [{courseId: 'intro', courseVersion: 1, completedAt: AT}], clockNote: null}],
  });

  it('are taken when that person is signed in', () => {
    expect(takeRows(file, 'ann', false)).toEqual({rows: file, others: 0});
  });

  it.each([null, 'bob'])('are left out, with their answers, and counted while %s is at the device', (personId) => {
    expect(takeRows(file, personId, false)).toEqual({rows: rows({attempts: [attempt({id: idOf(2)})]}), others: 3});
  });

  it('become nobody’s when the person at the device says that they are theirs, and confirm no completion', () => {
    const taken = takeRows(file, 'bob', true).rows;
    expect(taken.attempts.map(({owner}) => owner)).toEqual([null, null]);
    expect(taken.responses).toHaveLength(1);
    expect(taken.kept[0]).toMatchObject({key: timelineKeyOf(null), owner: null});
    expect(taken.results[0]).toMatchObject({owner: null, completions: []});
  });
});

describe('the same thing on both devices', () => {
  it('stays handed in where it was handed in', () => {
    const here = rows({attempts: [attempt({handedInAt: AT})], responses: [answer('q-1', true)]});
    expect(merge(here, rows({attempts: [attempt()], responses: [answer('q-1', false), answer('q-2', true)]}))).toEqual(here);
  });

  it('is closed by an attempt that was handed in elsewhere, with the answers handed in', () => {
    const after = merge(rows({attempts: [attempt()], responses: [answer('q-1', true)]}), rows({attempts: [attempt({handedInAt: LATER})], responses: [answer('q-1', false), answer('q-2', true)]}));
    expect(after.attempts[0]?.handedInAt).toBe(LATER);
    expect(after.responses).toEqual([answer('q-1', false), answer('q-2', true)]);
  });

  it('joins the answers of an attempt under way on both, and those given here stand', () => {
    const after = merge(rows({attempts: [attempt({index: 1})], responses: [answer('q-1', true)]}), rows({attempts: [attempt({index: 2})], responses: [answer('q-1', false), answer('q-2', true)]}));
    expect(after.responses).toEqual([answer('q-1', true), answer('q-2', true)]);
    expect(after.attempts[0]?.index).toBe(1);
  });

  it('goes on with the longer row of questions where more have been asked elsewhere', () => {
    expect(merge(rows({attempts: [attempt({drawn: drawn(1)})]}), rows({attempts: [attempt({drawn: drawn(3), index: 2})]})).attempts[0]).toMatchObject({index: 2, drawn: drawn(3)});
  });

  it('goes on waiting to be sent, whatever the file says', () => {
    const row = {id: idOf(1), owner: 'me', reason: null, tries: 2, lastTriedAt: AT, record: {} as DeviceRows['outbox'][number]['record']};
    expect(merge(rows({outbox: [{...row, state: 'waiting'}]}), rows({outbox: [{...row, state: 'sent'}]})).outbox).toEqual([{...row, state: 'waiting'}]);
  });

  it.each([
    ['the same', AT, 'here', {there: 1}, 'here'], ['older in the file', '2026-11-01T10:00:00.000Z', 'file', {there: 1}, 'here'], ['newer in the file', LATER, 'file', {olderHere: 1}, 'here'],
  ])('of a tool, %s, stays as it is', (_, changedAt, name, counted, after) => {
    const [here, file] = [rows({kept: [thing()]}), rows({kept: [thing({changedAt, value: {name}})]})];
    expect(tally(here, file, 'Other thing that a tool keeps')).toMatchObject({added: 0, updated: 0, ...counted});
    expect(merge(here, file).kept[0]?.value).toEqual({name: after});
  });

  it('of a tool is replaced by the newer one when the person says so, and never one of somebody else', () => {
    const file = rows({kept: [thing({changedAt: LATER, value: {name: 'file'}})]});
    const replace = {...CHOICE, replace: true};
    expect(merge(rows({kept: [thing()]}), file, replace).kept[0]).toMatchObject({changedAt: LATER, value: {name: 'file'}});
    const others = rows({kept: [thing({owner: 'ann'})]});
    expect(merge(others, file, replace)).toEqual(others);
  });

  it('of a tool is added where only an empty one stands here, as a page leaves behind', () => {
    const here = rows({kept: [thing({key: KEPT_AS, changedAt: LATER, value: EMPTY})]});
    expect(merge(here, rows({kept: [thing({key: KEPT_AS, value: EXAMPLE})]})).kept[0]?.value).toEqual(EXAMPLE);
    expect(merge(rows({}), rows({kept: [thing({key: KEPT_AS, value: EMPTY})]})).kept).toEqual([]);
  });

  it('brings only settings that the site knows', () => {
    expect(merge(rows({}), rows({settings: [{name: 'askwell.person', value: 'ann'}, {name: 'theme', value: 'dark'}]})).settings).toEqual([{name: 'theme', value: 'dark'}]);
  });
});
