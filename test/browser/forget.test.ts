import {describe, expect, it} from 'vitest';
import {decideForget} from '#browser/forget.ts';
import type {AttemptRow, Kept, OutboxRow, ResultRow} from '#browser/database.ts';

const attempt = (id: string, owner: string | null): AttemptRow => ({
  id, owner, quizId: 'q', quizVersion: 'v', mode: 'practice', drawnBy: 'device', startedAt: '2026-11-22T10:00:00Z', drawn: [], index: 0, handedInAt: null,
  quiz: {id: 'q', version: 'v', title: 'Q', mode: 'practice', pass: null, attempts: null, shuffle: {items: false, options: false}, draw: [], items: []},
});
const row = (id: string, owner: string | null, state: OutboxRow['state']): OutboxRow => ({
  id, owner, state, reason: null, tries: 1, lastTriedAt: null,
  record: {id, v: 1, type: 'attempt.submitted', at: '2026-11-22T10:00:00Z', object: {kind: 'quiz', id: 'q', version: 'v'},
    body: {mode: 'practice', drawnBy: 'device', startedAt: '2026-11-22T10:00:00Z', drawn: [], responses: {}}},
});
const result = (id: string, owner: string): ResultRow => ({
  id, owner, completions: [], clockNote: null,
  result: {id, quizId: 'q', version: 'v', mode: 'practice', drawnBy: 'device', at: '2026-11-22T10:00:00Z', receivedAt: '2026-11-22T10:00:00Z', got: 60, of: 60, percent: 100, passed: null, items: []},
});

const KEPT: Kept = {
  attempts: [attempt('sent', 'ann'), attempt('waiting', 'ann'), attempt('refused', 'ann'), attempt('open', 'ann'), attempt('other', 'bob'), attempt('nobody', null)],
  responses: ['sent', 'waiting', 'refused', 'open', 'other', 'nobody'].map((attemptId) => ({attemptId, itemId: 'i', response: ['a']})),
  outbox: [row('sent', 'ann', 'sent'), row('waiting', 'ann', 'waiting'), row('refused', 'ann', 'set-aside'), row('other', 'bob', 'sent'), row('nobody', null, 'waiting')],
  results: [result('sent', 'ann'), result('other', 'bob')],
};

describe('what signing out clears from the device', () => {
  const removed = decideForget(KEPT, 'ann').changes;

  it('removes what is on the person’s record', () => {
    expect(removed).toEqual([
      {remove: 'results', key: 'sent'},
      {remove: 'responses', key: ['sent', 'i']},
      {remove: 'attempts', key: 'sent'},
      {remove: 'outbox', key: 'sent'},
    ]);
  });

  it('changes nothing for a person with nothing here', () => {
    expect(decideForget(KEPT, 'cas').changes).toEqual([]);
  });
});
