import organisation from '#config';
import {daysBefore, yearsBefore} from '#core/privacy/retention.ts';
import type {Retention} from '#core/privacy/retention.ts';
import type {Queries} from '../database/database.ts';
import {removeOldLive} from './live.ts';
import {removeOldMessages} from './network.ts';
import {removeOldStates} from './oidc.ts';
import {removeOldOpenAttempts} from './openAttempts.ts';
import {removeOldImports} from './staffLists.ts';
import {removeOldTrainingReminders} from './targets.ts';
import {removeOldWithdrawn} from './tasks.ts';
import {removeOldChallenges} from './passkeys.ts';
import {emptyAnswers, emptyAttendanceReasons, removeLooksBefore, removeTrainingOfErased} from './privacy.ts';

/** Makes one commit that writes to the write-ahead log and changes nothing, so that start-up can see whether it was flushed. */
export async function makeDurable(db: Queries): Promise<void> {
  await db.query("select pg_logical_emit_message(true, 'askwell', 'start')::text as place");
}

/** Clears dead rows and moves the write-ahead log into the tables. For the embedded database, which does neither by itself. */
export async function tidyUp(db: Queries): Promise<void> {
  await db.run('vacuum (analyze)');
  await db.run('checkpoint');
}

/**
 * Takes away what has had its time: sign-in codes after a day (their count limits guessing until then), sessions at their end, sign-ins under way at the organisation after ten minutes, what passkeys were asked after an hour,
 * draws that were never handed in after 400 days, that a message went to a course run after 30 days, live questions after 12 hours, assessments under way after 120 days, staff lists that never became whole after a day, how the staff list was before its newest import after 30 days, that somebody was reminded of training after 60 days, withdrawn tasks after 30 days, who wrote to whom in the network after 30 days, and mail that nobody could deliver.
 * What the organisation sets a time for goes by `retention`: answers, of which the marks stay; who looked at whose data; reasons in registers; training records of people who were erased.
 */
export async function removeExpired(db: Queries, now: Date, retention: Retention = organisation.retention): Promise<void> {
  await db.query("delete from sign_in_codes where created_at < $1::timestamptz - interval '1 day'", [now.toISOString()]);
  await db.query("delete from sessions where expires_at < $1::timestamptz or last_seen_at < $1::timestamptz - interval '2 hours'", [now.toISOString()]);
  await db.query("delete from drawn_attempts where created_at < $1::timestamptz - interval '400 days'", [now.toISOString()]);
  await removeOldStates(db, now);
  await removeOldChallenges(db, now);
  await removeLooksBefore(db, daysBefore(now, retention.looksDays));
  await emptyAnswers(db, daysBefore(now, retention.answersDays), null);
  await emptyAttendanceReasons(db, daysBefore(now, retention.attendanceReasonsDays));
  if (retention.trainingYears !== null) await removeTrainingOfErased(db, yearsBefore(now, retention.trainingYears));
  await removeOldLive(db, now);
  await removeOldMessages(db, now);
  await removeOldOpenAttempts(db, now);
  await removeOldImports(db, now);
  await removeOldTrainingReminders(db, now);
  await removeOldWithdrawn(db, now);
  await db.query("delete from run_messages where sent_at < $1::timestamptz - interval '30 days'", [now.toISOString()]);
  await db.query('delete from mail_outbox where expires_at < $1::timestamptz', [now.toISOString()]);
}

/** True when the database answers. */
export async function isAnswering(db: Queries): Promise<boolean> {
  const rows = await db.query<{one: number}>('select 1 as one');
  return rows[0]?.one === 1;
}
