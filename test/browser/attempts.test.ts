import {beforeEach, describe, expect, it, vi} from 'vitest';
import type {AttemptRow, Kept} from '#browser/database.ts';
import {withChanges} from '#browser/database.ts';
import {attemptsOf, decideAnswer, decideHandIn, isShownTo, seenIn} from '#browser/attempts.ts';
import {LearningRecord} from '#core/records/learningRecord.ts';

const ID = '01932c07-209f-7000-8000-0123456789ab';
const AT = '2026-11-22T11:00:00.000Z';
const row = (over: Partial<AttemptRow> = {}): AttemptRow => ({
  id: ID, quizId: 'sample', quizVersion: 'q1', mode: 'assessed', drawnBy: 'device', startedAt: '2026-11-22T10:00:00.000Z', owner: null, index: 0, handedInAt: null,
  drawn: [{itemId: 'one', itemVersion: 'v1', optionOrder: ['b', 'a', 'c']}, {itemId: 'two', itemVersion: 'v1', optionOrder: []}],
  quiz: {id: 'sample', version: 'q1', title: 'Sample', mode: 'assessed', pass: null, attempts: null, shuffle: {items: true, options: true}, draw: [], items: []},
  ...over,
});
const kept = (over: Partial<Kept> = {}): Kept => ({attempts: [], responses: [], outbox: [], results: [], ...over});

describe('an answer', () => {
  it('is kept with its attempt, and beside the answers of another tab', () => {
    const before = kept({attempts: [row()], responses: [{attemptId: ID, itemId: 'two', response: true}]});
    const {changes, value} = decideAnswer(before, row({index: 1}), 'one', 'b');
    const after = withChanges(before, changes);
    expect(value).toBe('answered');
    expect(after.responses).toEqual([{attemptId: ID, itemId: 'two', response: true}, {attemptId: ID, itemId: 'one', response: 'b'}]);
    expect(after.attempts).toEqual([row({index: 1, draft: null})]);
  });

  it('replaces an earlier answer to the same question', () => {
    const before = kept({attempts: [row()], responses: [{attemptId: ID, itemId: 'one', response: 'a'}]});
    expect(withChanges(before, decideAnswer(before, row(), 'one', 'c').changes).responses).toEqual([{attemptId: ID, itemId: 'one', response: 'c'}]);
  });

  it('changes nothing once the attempt was handed in from another tab', () => {
    expect(decideAnswer(kept({attempts: [row({handedInAt: AT})]}), row(), 'one', 'b')).toEqual({changes: [], value: 'closed'});
  });
});

describe('handing in', () => {
  const before = kept({
    attempts: [row()],
    responses: [{attemptId: ID, itemId: 'one', response: 'b'}, {attemptId: ID, itemId: 'two', response: true}, {attemptId: 'another', itemId: 'one', response: 'a'}],
  });

  it('makes one record that holds the answers of every tab and the frozen draw', () => {
    const after = withChanges(before, decideHandIn(before, row(), {}, 'me', AT).changes);
    const record = LearningRecord.parse(after.outbox[0]?.record);
    expect(record).toMatchObject({id: ID, at: AT, object: {id: 'sample', version: 'q1'}, body: {drawn: row().drawn, responses: {one: 'b', two: true}}});
    expect(after.outbox[0]).toMatchObject({owner: 'me', state: 'waiting'});
    expect(after.attempts[0]).toMatchObject({handedInAt: AT, owner: 'me'});
  });

  it('loses no answer when storage was cleared while the page was open', () => {
    const after = withChanges(kept(), decideHandIn(kept(), row(), {one: 'c'}, null, AT).changes);
    expect(after.outbox[0]?.record.body.responses).toEqual({one: 'c'});
  });

  it('is done once, whichever tab is first', () => {
    const after = withChanges(before, decideHandIn(before, row(), {}, 'me', AT).changes);
    expect(decideHandIn(after, row(), {}, 'me', AT)).toEqual({changes: [], value: {outcome: 'closed', responses: {one: 'b', two: true}}});
  });

  it('belongs to the person who started it, whoever is signed in by now', () => {
    const started = kept({attempts: [row({owner: 'first'})]});
    expect(withChanges(started, decideHandIn(started, row(), {}, 'second', AT).changes).outbox[0]).toMatchObject({owner: 'first'});
  });

  it('belongs to nobody while nobody is signed in', () => {
    expect(withChanges(before, decideHandIn(before, row(), {}, null, AT).changes).outbox[0]).toMatchObject({owner: null});
  });
});

describe('whose attempts are shown', () => {
  it.each([
    ['mine', 'me', 'me', true], ['nobody’s', null, 'me', true], ['another person’s', 'other', 'me', false], ['somebody’s while nobody is signed in', 'me', null, false],
  ] as const)('%s', (_, owner, person, shown) => {
    expect(isShownTo({owner}, person)).toBe(shown);
  });

  it('shows the latest first and says which questions have been seen', () => {
    const later = '01932c07-ffff-7000-8000-0123456789ab';
    const list = attemptsOf(kept({attempts: [row(), row({id: later, drawn: [{itemId: 'three', itemVersion: 'v1', optionOrder: []}]})]}), () => true);
    expect(list.map(({attempt}) => attempt.id)).toEqual([later, ID]);
    expect(seenIn(list, 'sample')).toEqual(new Set(['one', 'two', 'three']));
    expect(seenIn(list, 'other')).toEqual(new Set());
  });
});

describe('in a browser that offers no storage', () => {
  beforeEach(() => {
    vi.resetModules();
    vi.stubGlobal('navigator', {});
  });

  it('holds answers and the record in the page, and says that they are not kept', async () => {
    const attempts = await import('#browser/attempts.ts');
    const {getKeeping, readKept} = await import('#browser/database.ts');
    expect(getKeeping()).toBe('kept');
    expect(await attempts.keepAttempt(row())).toBe('blocked');
    expect(await attempts.keepAnswer(row(), 'one', 'b')).toEqual({outcome: 'answered', keeping: 'blocked'});
    expect(await attempts.keepPlace(ID, 1)).toBe('blocked');
    expect(await attempts.readAttempt(ID)).toMatchObject({responses: {one: 'b'}, attempt: {index: 1}});
    expect(await attempts.handIn(row(), {}, null)).toMatchObject({outcome: 'handed-in', responses: {one: 'b'}, keeping: 'blocked'});
    expect(await attempts.handIn(row(), {}, null)).toMatchObject({outcome: 'closed', responses: {one: 'b'}});
    expect(await attempts.keepAnswer(row(), 'two', true)).toMatchObject({outcome: 'closed'});
    expect((await readKept()).outbox).toHaveLength(1);
    expect(getKeeping()).toBe('blocked');
  });

  it('forgets everything when asked to', async () => {
    const {clearKept, change, readKept} = await import('#browser/database.ts');
    await change(() => ({changes: [{put: 'attempts', value: row()}, {put: 'responses', value: {attemptId: ID, itemId: 'one', response: 'a'}}], value: null}));
    await clearKept();
    expect(await readKept()).toEqual(kept());
  });
});

describe('in a browser whose storage is full', () => {
  it('says that it is full', async () => {
    vi.resetModules();
    vi.stubGlobal('indexedDB', {});
    vi.doMock('idb', () => ({openDB: () => Promise.resolve({transaction: () => { throw new DOMException('No room.', 'QuotaExceededError'); }})}));
    const {keepAttempt, readAttempt} = await import('#browser/attempts.ts');
    expect(await keepAttempt(row())).toBe('full');
    expect(await readAttempt(ID)).toMatchObject({attempt: {id: ID}});
    vi.doUnmock('idb');
    vi.unstubAllGlobals();
  });
});
