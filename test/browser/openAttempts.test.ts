import {describe, expect, it} from 'vitest';
import * as fc from 'fast-check';
import {withChanges} from '#browser/database.ts';
import type {AttemptRow, Kept} from '#browser/database.ts';
import {decideAdopt, decideClosed} from '#browser/openAttempts.ts';
import {mergeResponses} from '#core/records/openAttempt.ts';
import type {OpenAttempt} from '#core/records/openAttempt.ts';

const ID = '01932c07-209f-7000-8000-0123456789ab';
const quiz = {id: 'sample', version: 'q1', title: 'Sample', mode: 'assessed' as const, pass: null, attempts: null, shuffle: {items: true, options: true}, draw: [], items: []};
const drawn = [{itemId: 'one', itemVersion: 'v1', optionOrder: ['b', 'a', 'c']}, {itemId: 'two', itemVersion: 'v1', optionOrder: []}];
const open = (revision: number, responses: OpenAttempt['body']['responses']): OpenAttempt => ({
  id: ID, quizId: 'sample', quizVersion: 'q1', revision, updatedAt: '2026-11-22T10:00:00.000Z', quiz,
  body: {drawnBy: 'service', startedAt: '2026-11-22T09:00:00.000Z', drawn, responses, index: 1},
});
const row = (over: Partial<AttemptRow> = {}): AttemptRow => ({
  id: ID, quizId: 'sample', quizVersion: 'q1', mode: 'assessed', drawnBy: 'service', startedAt: '2026-11-22T09:00:00.000Z', drawn, quiz, owner: 'ann', index: 0, handedInAt: null, ...over,
});
const kept = (over: Partial<Kept> = {}): Kept => ({attempts: [], responses: [], outbox: [], results: [], ...over});

describe('an attempt under way on another device', () => {
  it('is taken over whole by a device that has never seen it', () => {
    const after = withChanges(kept(), decideAdopt(kept(), open(3, {one: 'b'}), 'ann').changes);
    expect(after.attempts).toMatchObject([{id: ID, drawn, index: 1, owner: 'ann', handedInAt: null, synced: {revision: 3, responses: {one: 'b'}}}]);
    expect(after.responses).toEqual([{attemptId: ID, itemId: 'one', response: 'b'}]);
  });

  it('is joined with what changed here since both last agreed', () => {
    const before = kept({
      attempts: [row({synced: {revision: 1, responses: {one: 'a'}}})],
      responses: [{attemptId: ID, itemId: 'one', response: 'a'}, {attemptId: ID, itemId: 'two', response: true}],
    });
    const after = withChanges(before, decideAdopt(before, open(2, {one: 'c'}), 'ann').changes);
    expect(Object.fromEntries(after.responses.map(({itemId, response}) => [itemId, response]))).toEqual({one: 'c', two: true});
  });

  it.each([
    ['handed in here', row({handedInAt: '2026-11-22T10:00:00.000Z'})],
    ['somebody else’s', row({owner: 'ben'})],
    ['the same already', row({synced: {revision: 2, responses: {}}})],
  ])('changes nothing here when the attempt is %s', (_, mine) => {
    expect(decideAdopt(kept({attempts: [mine]}), open(2, {one: 'c'}), 'ann')).toEqual({changes: [], value: false});
  });

  it('is closed here when it was handed in there', () => {
    const result = {id: ID, quizId: 'sample', version: 'q1', mode: 'assessed' as const, drawnBy: 'service' as const, at: '2026-11-22T11:00:00.000Z', receivedAt: '2026-11-22T11:00:00.000Z', got: 60, of: 120, percent: 50, passed: false, items: []};
    const after = withChanges(kept({attempts: [row()]}), decideClosed(kept({attempts: [row()]}), result, 'ann').changes);
    expect(after.attempts[0]?.handedInAt).toBe(result.at);
    expect(after.results[0]?.result).toEqual(result);
  });
});

describe('joining the answers of two devices', () => {
  const answers = fc.dictionary(fc.constantFrom('one', 'two', 'three', 'four'), fc.constantFrom('a', 'b', 'c'));
  it('keeps every question that either has answered, and what changed here since they agreed', () => {
    fc.assert(fc.property(answers, answers, answers, (theirs, mine, agreed) => {
      const merged = mergeResponses(theirs, mine, agreed);
      expect(Object.keys(merged).sort()).toEqual([...new Set([...Object.keys(theirs), ...Object.keys(mine)])].sort());
      for (const [itemId, given] of Object.entries(mine)) {
        if (given !== agreed[itemId]) expect(merged[itemId]).toBe(given);
        else if (theirs[itemId] !== undefined) expect(merged[itemId]).toBe(theirs[itemId]);
      }
    }));
  });
});
