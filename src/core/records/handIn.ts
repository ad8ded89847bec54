import type {DrawnItem, Responses} from '../quizzes/attempt.ts';
import {toSendable} from '../quizzes/questions/index.ts';
import type {PublicQuestion} from '../quizzes/questions/index.ts';
import type {QuizMode} from '../quizzes/quiz.ts';
import type {LearningRecord} from './learningRecord.ts';

/** An attempt from its first moment: everything about it that never changes afterwards. */
export interface StartedAttempt {
  /** The attempt's own id, and later that of its record. */
  id: string;
  quizId: string;
  quizVersion: string;
  mode: QuizMode;
  drawnBy: 'service' | 'device';
  /** ISO date and time, by the device's clock. */
  startedAt: string;
  drawn: DrawnItem[];
}

/**
 * The record of an attempt handed in at `at` (ISO date and time). Only answers to questions drawn go in, so that a stray row in
 * the browser's storage cannot make the service refuse the whole record. The words of a reflection do not: they are nobody else's
 * business. Takes the attempt with its questions.
 */
export function toLearningRecord(attempt: StartedAttempt & {quiz: {items: readonly PublicQuestion[]}}, responses: Responses, at: string): LearningRecord {
  const {id, quizId, quizVersion, mode, drawnBy, startedAt, drawn} = attempt;
  const asked = new Set(drawn.map((item) => item.itemId));
  const sent = Object.entries(responses).filter(([itemId]) => asked.has(itemId)).map(([itemId, given]) => {
    const question = attempt.quiz.items.find((item) => item.id === itemId);
    return [itemId, question ? toSendable(question, given) : given] as const;
  });
  return {
    id, v: 1, type: 'attempt.submitted', at,
    object: {kind: 'quiz', id: quizId, version: quizVersion},
    body: {mode, drawnBy, startedAt, drawn, responses: Object.fromEntries(sent)},
  };
}
