import {emptiedOf} from '#core/privacy/emptied.ts';
import {explainAttempt, markAttempt} from '#core/quizzes/attempt.ts';
import type {MarkedAttempt} from '#core/quizzes/attempt.ts';
import {tellsAtOnce} from '#core/quizzes/quiz.ts';
import type {Quiz} from '#core/quizzes/quiz.ts';
import type {AttemptResult} from '#core/records/api.ts';
import type {KeptRecord} from '../repositories/records.ts';
import type {AttemptRow} from '../repositories/readTables.ts';

/** Takes a kept record and the quiz in the version answered; gives the attempt marked, without its questions. */
export function toAttemptRow(kept: KeptRecord, quiz: Quiz, marked: MarkedAttempt = markKept(kept, quiz)): AttemptRow {
  const {record} = kept;
  return {
    id: kept.id, quizId: quiz.id, version: quiz.version, mode: record.body.mode, drawnBy: record.body.drawnBy,
    at: kept.at, receivedAt: kept.receivedAt,
    got: marked.got, of: marked.of, percent: marked.percent, passed: marked.passed,
  };
}

/** The whole result as its owner sees it. The key of an assessment is told only after a pass. Without items once the answers have had their time. */
export function toResult(kept: KeptRecord, quiz: Quiz): AttemptResult {
  const marked = markKept(kept, quiz);
  if (emptiedOf(kept.record)) return {...toAttemptRow(kept, quiz, marked), items: []};
  const {mode, drawn, responses} = kept.record.body;
  const told = explainAttempt(quiz, drawn, responses, tellsAtOnce(mode) || marked.passed === true);
  return {
    ...toAttemptRow(kept, quiz, marked),
    items: marked.items.map(({itemId, outcome, got, of}) => ({itemId, outcome, got, of, parts: told.find((each) => each.itemId === itemId)?.parts ?? []})),
  };
}

function markKept({record}: KeptRecord, quiz: Quiz): MarkedAttempt {
  // The answers have had their time: what was counted from them stands in their place.
  const emptied = emptiedOf(record);
  if (emptied) return {...emptied, items: []};
  return markAttempt(quiz, record.body.drawn, record.body.responses);
}
