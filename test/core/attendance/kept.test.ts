import * as fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import type {Register, RegisterMark} from '#core/attendance/api.ts';
import {addIntents, afterAnswer, cellsWith, mustForget, nextTryMs, parseKeptRegister, parseWaiting, sendable, takeBack, withSent} from '#core/attendance/kept.ts';
import type {Intent, WaitingMark} from '#core/attendance/kept.ts';

const NOW = '2026-11-22T10:00:00.000Z';
const after = (milliseconds: number): string => new Date(Date.parse(NOW) + milliseconds).toISOString();
const session = {id: 's', title: 'Session 1', startsAt: '2026-11-22T09:00:00.000Z', endsAt: '2026-11-22T11:00:00.000Z', isMandatory: false, isCancelled: false};
const there = (id: string, changes: Partial<RegisterMark> = {}): RegisterMark =>
  ({id, sessionId: 's', personId: 'p', mark: 'present', minutes: null, reason: null, sawId: null, settles: [], at: after(-60_000), by: {id: 'tom', name: 'Tom Example'}, ...changes});
const registerWith = (marks: RegisterMark[]): Register => ({
  run: {id: 'r', title: 'Autumn run', courseId: 'c', courseTitle: 'Course', startsOn: '2026-11-22'}, rule: null, sessions: [session], people: [], marks, readAt: NOW,
});
const say = (mark: Intent['mark'], changes: Partial<Intent> = {}): Intent => ({personId: 'p', sessionId: 's', mark, minutes: null, reason: null, ...changes});
let ids = 0;
const makeId = (): string => {
  ids += 1;
  return `own${String(ids).padStart(4, '0')}`;
};
const add = (waiting: WaitingMark[], intents: Intent[], register: Register | null = null, now = NOW): WaitingMark[] =>
  addIntents(waiting, intents, {register, ownerId: 'tess', now, holdMs: 5000, makeId});

describe('marks that wait on a device', () => {
  it('see what stood on the screen, disagreement and all', () => {
    const [made] = add([], [say('late', {reason: 'Seen at ten'})], registerWith([there('a'), there('b', {mark: 'absent', at: after(-1000)})]));
    expect(made?.mark).toMatchObject({sawId: 'b', settles: ['a'], at: NOW, reason: 'Seen at ten'});
    expect(cellsWith(registerWith([there('a'), there('b', {mark: 'absent'})]), made ? [made] : [], 'tess').get('s/p')).toMatchObject({isDisputed: false, counts: {mark: 'late', by: {id: 'tess'}}});
  });

  it('replace each other within the moment of grace, and follow each other after it', () => {
    const first = add([], [say('present')]);
    const second = add(first, [say('absent')], null, after(4000));
    expect(second.map(({mark}) => [mark.mark, mark.sawId])).toEqual([['absent', null]]);
    const third = add(second, [say('late', {reason: 'Came at ten'})], null, after(10_000));
    expect(third.map(({mark}) => [mark.mark, mark.sawId])).toEqual([['absent', null], ['late', second[0]?.mark.id]]);
    expect(Date.parse(third[1]?.mark.at ?? '')).toBeGreaterThan(Date.parse(third[0]?.mark.at ?? ''));
  });

  it('leave nothing behind when a slip is taken back', () => {
    const register = registerWith([there('a')]);
    const slip = add([], [say('absent', {reason: 'Slip'})], register);
    expect(add(slip, [say('present')], register, after(1000))).toEqual([]);
    expect(add([], [say('present')], register)).toEqual([]);
  });

  it('can be taken back until they were sent', () => {
    const marks = add([], [say('present'), say('present', {personId: 'q'})]);
    const all = marks.map(({mark}) => mark.id);
    expect(takeBack(marks, all)).toEqual([]);
    expect(takeBack(marks.map((each, index) => ({...each, tries: index})), all).map(({mark}) => mark.personId)).toEqual(['q']);
    const followed = add(marks, [say('late', {reason: 'Later'})], null, after(10_000));
    expect(takeBack(followed, all).map(({mark}) => [mark.personId, mark.mark])).toEqual([['p', 'present'], ['p', 'late']]);
  });

  it('are held for a moment, unless the page is left or they were tried before', () => {
    const marks = add([], [say('present')]);
    expect(sendable(marks, after(4999), false)).toEqual([]);
    expect(sendable(marks, after(5000), false)).toEqual(marks);
    expect(sendable(marks, NOW, true)).toEqual(marks);
    expect(sendable(marks.map((each) => ({...each, tries: 1})), NOW, false)).toHaveLength(1);
    expect(sendable(marks.map((each) => ({...each, refused: 'No.'})), after(9000), true)).toEqual([]);
  });

  it('are tried every 20 seconds, later after failures, and never sooner than the service asked', () => {
    const marks = add([], [say('present')]);
    const quiet = {failures: 0, random: 0.5, retryAfterSeconds: null};
    expect(nextTryMs([], NOW, quiet)).toBeNull();
    expect(nextTryMs(marks.map((each) => ({...each, refused: 'No.'})), NOW, quiet)).toBeNull();
    expect(nextTryMs(marks, NOW, quiet)).toBe(5000);
    expect(nextTryMs(marks, after(60_000), quiet)).toBe(20_000);
    expect(nextTryMs(marks, NOW, {failures: 1, random: 0, retryAfterSeconds: null})).toBe(20_000);
    expect(nextTryMs(marks, NOW, {failures: 9, random: 1, retryAfterSeconds: null})).toBe(300_000);
    expect(nextTryMs(marks, NOW, {failures: 1, random: 0, retryAfterSeconds: 900})).toBe(900_000);
  });

  it('are always in the register or waiting, whatever the service answers', () => {
    const Answers = fc.array(fc.constantFrom('added', 'already-there', 'refused', 'lost'), {minLength: 1, maxLength: 8});
    fc.assert(fc.property(Answers, (answers) => {
      const marks = add([], answers.map((_, index) => say('present', {personId: `p${index}`})));
      const outcomes = marks.flatMap(({mark}, index) => {
        const outcome = answers[index];
        if (outcome === 'lost') return [];
        return [outcome === 'refused' ? {id: mark.id, outcome, sentence: 'No.'} as const : {id: mark.id, outcome: outcome as 'added', mark: {...mark, by: {id: 'tess', name: 'Tess'}}}];
      });
      const kept = withSent({loadedAt: NOW, register: registerWith([])}, outcomes);
      const left = afterAnswer(marks, outcomes);
      const known = new Set([...kept.register.marks.map(({id}) => id), ...left.map(({mark}) => mark.id)]);
      expect(marks.every(({mark}) => known.has(mark.id))).toBe(true);
      expect(left.filter(({refused}) => refused !== null)).toHaveLength(answers.filter((each) => each === 'refused').length);
    }));
  });

  it('that were refused count for nothing', () => {
    const refused = add([], [say('absent')]).map((each) => ({...each, refused: 'No.'}));
    expect(cellsWith(registerWith([there('a')]), refused, 'tess').get('s/p')).toMatchObject({counts: {id: 'a'}, isDisputed: false});
  });
});

describe('names on a device', () => {
  const kept = {loadedAt: NOW, register: registerWith([])};
  it.each([
    ['stay while the course run goes on', {isHere: true, waiting: 0, now: after(3_600_000)}, false],
    ['go when their owner signs out', {isHere: false, waiting: 0, now: after(1000)}, true],
    ['stay while something is not sent', {isHere: false, waiting: 1, now: after(2 * 86_400_000)}, false],
    ['go a day after the last session', {isHere: true, waiting: 0, now: after(2 * 86_400_000)}, true],
    ['go after seven days, sent or not', {isHere: true, waiting: 3, now: after(8 * 86_400_000)}, true],
  ])('%s', (_, facts, expected) => {
    expect(mustForget(kept, facts)).toBe(expected);
  });

  it.each([null, 'x', {}, {loadedAt: NOW, register: null}, {loadedAt: 5, register: kept.register}, {loadedAt: NOW, register: {run: {id: 'r'}}}])('are not read out of %j', (stored) => {
    expect(parseKeptRegister(stored)).toBeNull();
    expect(parseWaiting(stored)).toEqual([]);
  });

  it('are read as they were kept', () => {
    expect(parseKeptRegister(JSON.parse(JSON.stringify(kept)))).toEqual(kept);
    const marks = add([], [say('present')]);
    expect(parseWaiting({marks: [...marks, null, {mark: 3}]})).toEqual(marks);
  });
});
