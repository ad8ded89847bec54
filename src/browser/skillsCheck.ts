import {answersOf, dealNext, knownLessons} from '#core/courses/skillsCheck.ts';
import type {CheckBank, CheckLesson, LessonRef} from '#core/courses/skillsCheck.ts';
import {drawItems} from '#core/quizzes/attempt.ts';
import type {DrawnItem, Responses} from '#core/quizzes/attempt.ts';
import type {Response} from '#core/quizzes/questions/index.ts';
import {toPublicQuiz} from '#core/quizzes/quiz.ts';
import type {Quiz} from '#core/quizzes/quiz.ts';
import {newAttempt} from './attempts.ts';
import type {StoredAttempt} from './attempts.ts';
import {announceChange} from './changes.ts';
import {random} from './clock.ts';
import {change} from './database.ts';
import type {AttemptRow, Change, Keeping, Kept} from './database.ts';

/** A skills check as kept on the device: with all that its questions are chosen from, until it ends. */
export interface SkillsCheckRow extends AttemptRow {
  quiz: Quiz;
  bank: CheckBank;
}

/** How far a check has come: the questions asked with the open one, how many are over, and the answer given last. */
export interface Asked {
  drawn: DrawnItem[];
  index: number;
  /** Left out for a question that the learner did not know. */
  answered?: {itemId: string; response: Response};
}

export function isSkillsCheck(row: AttemptRow): row is SkillsCheckRow {
  return row.mode === 'skills-check' && 'bank' in row;
}

/** A new check with its first question, not kept yet. `before`: what this person has done on this device. */
export function newSkillsCheck(quiz: Quiz, lessons: CheckLesson[], before: readonly StoredAttempt[], owner: string | null): SkillsCheckRow {
  const ids = lessons.flatMap(({questions}) => questions.map(({id}) => id));
  const met = before.flatMap(({attempt}) => attempt.drawn.map(({itemId}) => itemId)).filter((id) => ids.includes(id));
  const deck = drawItems({...toPublicQuiz(quiz), draw: [{from: ids, take: ids.length}]}, random);
  const bank: CheckBank = {lessons, deck, seen: [...new Set(met)]};
  const first = dealNext(bank, quiz.items, [], {});
  const drawn = first ? [first] : [];
  return {...newAttempt({quiz, drawn, drawnBy: 'device', owner}), quiz: {...quiz, items: quiz.items.filter(({id}) => ids.includes(id))}, bank};
}

/** What going on to the next question comes to. Another tab may have handed the check in, or have answered this very question first. */
export function decideAsked(kept: Kept, row: SkillsCheckRow, {drawn, index, answered}: Asked): {changes: Change[]; value: 'kept' | 'closed' | 'behind'} {
  const stored = kept.attempts.find(({id}) => id === row.id) ?? row;
  if (stored.handedInAt) return {changes: [], value: 'closed'};
  if (stored.index >= index) return {changes: [], value: 'behind'};
  return {
    changes: [
      {put: 'attempts', value: {...stored, drawn, index, draft: null}},
      ...(answered ? [{put: 'responses', value: {attemptId: row.id, ...answered}} as const] : []),
    ],
    value: 'kept',
  };
}

/** Keeps an answer together with the question that follows from it, so that a crash leaves no half step. Tells every tab. */
export async function keepAsked(row: SkillsCheckRow, asked: Asked): Promise<Keeping> {
  const {keeping} = await change((kept) => decideAsked(kept, row, asked));
  announceChange({kind: 'answered', attemptId: row.id});
  return keeping;
}

/** What ending a check comes to: it keeps the questions that were asked and lets go of the others. */
export function decideEnded(kept: Kept, row: SkillsCheckRow, drawn: DrawnItem[]): {changes: Change[]; value: SkillsCheckRow} {
  const found = kept.attempts.find(({id}) => id === row.id);
  const stored = found && isSkillsCheck(found) ? found : row;
  if (stored.handedInAt) return {changes: [], value: stored};
  const isAsked = ({id}: {id: string}): boolean => drawn.some(({itemId}) => itemId === id);
  const ended: SkillsCheckRow = {
    ...stored, drawn, index: drawn.length, draft: null,
    quiz: {...stored.quiz, items: stored.quiz.items.filter(isAsked)},
    bank: {...stored.bank, deck: [], seen: []},
  };
  return {changes: [{put: 'attempts', value: ended}], value: ended};
}

/** Ends a check before it is handed in; gives it as it is kept. */
export async function keepEnded(row: SkillsCheckRow, drawn: DrawnItem[]): Promise<SkillsCheckRow> {
  return (await change((kept) => decideEnded(kept, row, drawn))).value;
}

/** The lessons that a check on this device showed to be known; none for any other attempt. */
export function knownBy(attempt: AttemptRow, responses: Responses): LessonRef[] {
  return isSkillsCheck(attempt) ? knownLessons(attempt.bank.lessons, answersOf(attempt.quiz.items, attempt.drawn, responses)) : [];
}
