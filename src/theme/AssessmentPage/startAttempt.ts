import {callService} from '#browser/api.ts';
import type {Reply} from '#browser/api.ts';
import {keepAttempt, listAttempts, newAttempt, seenIn} from '#browser/attempts.ts';
import type {StoredAttempt} from '#browser/attempts.ts';
import {newRecordId, random} from '#browser/clock.ts';
import type {Keeping} from '#browser/database.ts';
import {getPersonId} from '#browser/session.ts';
import {drawItems, faultOfDraw} from '#core/quizzes/attempt.ts';
import type {PublicQuiz} from '#core/quizzes/quiz.ts';
import type {DrawnAttempt} from '#core/records/api.ts';

/** Why there is no assessment on a static host. */
export const NO_SERVICE = 'This copy of the site has no record service, so nobody can mark the assessment. Lessons and practice work.';
/** Whoever starts on a train should not wait long to be told that the device draws the questions. */
const PATIENCE_MS = 4_000;

type Started = {stored: StoredAttempt; keeping: Keeping} | {closed: string};

/**
 * Starts an assessment: drawn by the service if it answers in four seconds, else on this device, which the record then says.
 * The attempt is kept before the first question is shown. Never throws.
 */
export async function startAttempt(quiz: PublicQuiz): Promise<Started> {
  const owner = getPersonId();
  const id = newRecordId();
  const seen = seenIn(await listAttempts(owner, quiz.id), quiz.id);
  const reply = await Promise.race([
    callService<DrawnAttempt>('POST', '/api/attempts', {id, quizId: quiz.id, seen: [...seen]}),
    new Promise<Reply<DrawnAttempt>>((resolve) => {
      setTimeout(() => resolve({kind: 'unreachable', retryAfterSeconds: null}), PATIENCE_MS);
    }),
  ]);
  if (reply.kind === 'no-service') return {closed: NO_SERVICE};
  if (reply.kind === 'refused') return {closed: reply.problem.detail};
  // A service with other questions than this page: the page's own are still marked, so it draws from those.
  const isFit = reply.kind === 'ok' && reply.value.version === quiz.version && faultOfDraw(quiz, reply.value.drawn) === null;
  const attempt = isFit
    ? newAttempt({quiz, drawn: reply.value.drawn, drawnBy: 'service', owner, id})
    : newAttempt({quiz, drawn: drawItems(quiz, random, seen), drawnBy: 'device', owner});
  return {stored: {attempt, responses: {}, result: null}, keeping: await keepAttempt(attempt)};
}
