import {describe, expect, it} from 'vitest';
import {decideAsked, decideEnded, isSkillsCheck, knownBy} from '#browser/skillsCheck.ts';
import type {SkillsCheckRow} from '#browser/skillsCheck.ts';
import {withChanges} from '#browser/database.ts';
import type {Kept} from '#browser/database.ts';
import type {DrawnItem} from '#core/quizzes/attempt.ts';
import {makeQuestion, RIGHT, WRONG} from '../support/smallContent.ts';

const ID = '01932c07-209f-7000-8000-0123456789ab';
const drawn = (...ids: string[]): DrawnItem[] => ids.map((itemId) => ({itemId, itemVersion: 'v1', optionOrder: ['a', 'b', 'c']}));
const ROW: SkillsCheckRow = {
  id: ID, quizId: 'skills-check', quizVersion: 'q1', mode: 'skills-check', drawnBy: 'device', startedAt: '2026-11-22T10:00:00.000Z', drawn: drawn('one'), owner: null, index: 0, handedInAt: null,
  quiz: {
    id: 'skills-check', version: 'q1', title: 'Skills check', mode: 'skills-check', pass: null, attempts: null, shuffle: {items: true, options: true},
    draw: [{from: ['one', 'two', 'three'], take: 3}], items: ['one', 'two', 'three'].map((id) => makeQuestion(id)),
  },
  bank: {lessons: [{courseId: 'c', lessonId: 'l', questions: ['one', 'two'].map((id) => ({id, type: 'single' as const}))}], deck: drawn('one', 'two', 'three'), seen: ['one']},
};
const kept = (row: SkillsCheckRow = ROW): Kept => ({attempts: [row], responses: [], outbox: [], results: []});

describe('keeping a skills check', () => {
  it('keeps an answer and the question that follows from it together', () => {
    const {changes, value} = decideAsked(kept(), ROW, {drawn: drawn('one', 'two'), index: 1, answered: {itemId: 'one', response: RIGHT}});
    const after = withChanges(kept(), changes);
    expect(value).toBe('kept');
    expect(after.attempts[0]).toMatchObject({index: 1, drawn: drawn('one', 'two'), draft: null});
    expect(after.responses).toEqual([{attemptId: ID, itemId: 'one', response: RIGHT}]);
  });

  it('keeps no answer to a question that was not known', () => {
    expect(withChanges(kept(), decideAsked(kept(), ROW, {drawn: drawn('one', 'two'), index: 1}).changes).responses).toEqual([]);
  });

  it.each([
    ['another tab handed it in', {...ROW, handedInAt: '2026-11-22T10:05:00.000Z'}, 'closed'],
    ['another tab answered this question first', {...ROW, index: 1}, 'behind'],
  ] as [string, SkillsCheckRow, string][])('changes nothing when %s', (_, stored, value) => {
    expect(decideAsked(kept(stored), ROW, {drawn: drawn('one', 'two'), index: 1, answered: {itemId: 'one', response: RIGHT}})).toEqual({changes: [], value});
  });

  it('keeps of an ended check what was asked alone, and what is known by it', () => {
    const {value} = decideEnded(kept({...ROW, index: 2, drawn: drawn('one', 'two', 'three')}), ROW, drawn('one', 'two'));
    expect(value.quiz.items.map(({id}) => id)).toEqual(['one', 'two']);
    expect(value).toMatchObject({drawn: drawn('one', 'two'), index: 2, bank: {deck: [], seen: []}});
    expect(knownBy(value, {one: RIGHT, two: RIGHT})).toEqual([{courseId: 'c', lessonId: 'l'}]);
    expect(knownBy(value, {one: RIGHT, two: WRONG})).toEqual([]);
    const closed = {...ROW, handedInAt: '2026-11-22T10:05:00.000Z'};
    expect(decideEnded(kept(closed), ROW, drawn('one'))).toEqual({changes: [], value: closed});
  });

  it('takes no other attempt for a skills check', () => {
    const {bank, ...without} = ROW;
    expect(bank.lessons).toHaveLength(1);
    expect([isSkillsCheck(ROW), isSkillsCheck(without), isSkillsCheck({...ROW, mode: 'practice'})]).toEqual([true, false, false]);
    expect(knownBy(without, {one: RIGHT, two: RIGHT})).toEqual([]);
  });
});
