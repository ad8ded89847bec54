import {faultOfDraw, faultOfResponses} from '#core/quizzes/attempt.ts';
import {mayStart, toSentence} from '#core/quizzes/attemptRule.ts';
import {toPublicQuiz} from '#core/quizzes/quiz.ts';
import type {PublicQuiz, Quiz} from '#core/quizzes/quiz.ts';
import type {DrawnAttempt, Receipt} from '#core/records/api.ts';
import type {LearningRecord} from '#core/records/learningRecord.ts';
import type {Queries} from '../database/database.ts';
import type {Services} from '../parts.ts';
import {Refusal} from '../problem.ts';
import {lockAndFindDraw} from '../repositories/draws.ts';
import {addOnce} from '../repositories/records.ts';
import type {KeptRecord} from '../repositories/records.ts';
import {listCompletions, listTries} from '../repositories/readTables.ts';
import {applyRecord} from './applyRecord.ts';
import {canonicalHash, canonicalJson} from './canonical.ts';
import {clockNote, countFrom} from './deviceClock.ts';
import {toResult} from './result.ts';

/**
 * Keeps a learning record once and gives its receipt: the same id and body again gives the same receipt again. Marks, times and whose
 * it is come from here, never from the record. Throws a 409 for another body, or another person, under the same id, and a 422 for a
 * record that cannot be true.
 */
export async function addRecord(services: Services, personId: string, record: LearningRecord): Promise<Receipt> {
  const {database, shelf, clock} = services;
  const quiz = await shelf.find(database, record.object.id, record.object.version);
  if (!quiz) throw unknownQuiz(services, record);
  const receivedAt = clock();
  const {at, skewSeconds} = countFrom(record.at, receivedAt);
  const sent: KeptRecord = {
    id: record.id, personId, at, receivedAt: receivedAt.toISOString(), clockSkewSeconds: skewSeconds, record, bodyHash: canonicalHash(record),
  };
  return database.transaction(async (tx) => {
    const draw = await lockAndFindDraw(tx, personId, record.id);
    const {added, kept} = await addOnce(tx, sent);
    if (kept.personId !== personId || kept.bodyHash !== sent.bodyHash) {
      throw new Refusal(409, 'other-record', 'Something else is recorded under this id, so this was not added. Keep it on your device, and tell your trainer.');
    }
    if (added) {
      // Checked after the id, so that a record kept once is never refused later for a rule made since.
      checkRecord(record, quiz, draw);
      await checkTries(tx, personId, record, quiz);
      await applyRecord(tx, kept, quiz, shelf.courses);
    }
    return {
      id: kept.id,
      outcome: added ? 'added' : 'already-there',
      receivedAt: kept.receivedAt,
      result: toResult(kept, quiz),
      completions: await listCompletions(tx, personId),
      clockNote: clockNote(record.at, kept.clockSkewSeconds),
    };
  });
}

function unknownQuiz({shelf}: Services, {object}: LearningRecord): Refusal {
  return shelf.today(object.id)
    ? new Refusal(422, 'unknown-version', `This version of the quiz \`${object.id}\` was never served here, so it cannot be marked. Reload the page and start again.`)
    : new Refusal(422, 'unknown-quiz', 'This service has no quiz of that name, so it cannot mark the answers. Reload the page and start again.');
}

/** Quizzes are made once at start-up, and their public view is the same each time. */
const views = new WeakMap<Quiz, PublicQuiz>();

function publicOf(quiz: Quiz): PublicQuiz {
  const view = views.get(quiz) ?? toPublicQuiz(quiz);
  views.set(quiz, view);
  return view;
}

function checkRecord(record: LearningRecord, quiz: Quiz, draw: DrawnAttempt | undefined): void {
  const {mode, drawnBy, drawn, responses} = record.body;
  if (mode !== quiz.mode) throw new Refusal(422, 'wrong-mode', `The record says \`${mode}\`, and this quiz is \`${quiz.mode}\`.`);
  if (drawnBy === 'service' || draw) {
    const isSame = drawnBy === 'service' && draw?.quizId === quiz.id && draw.version === quiz.version && canonicalJson(draw.drawn) === canonicalJson(drawn);
    if (!isSame) throw new Refusal(422, 'other-draw', 'These are not the questions that were drawn for this attempt. Start a new attempt.');
  }
  const publicQuiz = publicOf(quiz);
  const fault = faultOfDraw(publicQuiz, drawn) ?? faultOfResponses(publicQuiz, drawn, responses);
  if (fault) throw new Refusal(422, 'wrong-attempt', `${fault} Start a new attempt.`);
}

/** Holds the quiz's rule on tries. An attempt that was started when it could be counts, whenever it comes in. */
async function checkTries(tx: Queries, personId: string, record: LearningRecord, quiz: Quiz): Promise<void> {
  if (!quiz.attempts) return;
  const decision = mayStart(quiz.attempts, await listTries(tx, personId, quiz.id), record.body.startedAt);
  if (!decision.may) throw new Refusal(422, 'no-try-left', `${toSentence(decision)} This attempt stays on your device and does not count.`);
}
