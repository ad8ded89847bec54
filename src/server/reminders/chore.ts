import {dueOn} from '#core/courses/due.ts';
import {keyOfDue, reminderDay, writeReminder} from '#core/courses/reminderMail.ts';
import {makeRecordId} from '#core/records/learningRecord.ts';
import type {Queries} from '../database/database.ts';
import type {Services} from '../parts.ts';
import {addMail} from '../repositories/mail.ts';
import {markTold, takeToRemind} from '../repositories/reminders.ts';
import {heldBy} from './dueTo.ts';

/** It is looked this often whether the morning has come, so that mail leaves between nine and five past. */
const LOOK_EVERY_MS = 5 * 60_000;
/** People handled in one transaction: few enough that other instances find work too. */
const BATCH = 20;
/** A mail server that is away longer than this is no longer told of what was due then. */
const MAIL_LIVES_MS = 3 * 86_400_000;

type ChoreParts = Pick<Services, 'database' | 'shelf' | 'clock' | 'organisation' | 'randomBytes' | 'config'>;

/**
 * Puts mail in the outbox for everybody who asked for it and to whom something is due of which they have not been told. Each person is
 * looked at once a day, by whichever instance comes first, from nine in the morning in London. Gives how many mails that made.
 */
export async function remind(parts: ChoreParts): Promise<number> {
  const day = reminderDay(parts.clock().toISOString());
  if (day === null) return 0;
  let mails = 0;
  for (;;) {
    const {taken, made} = await parts.database.transaction(async (tx) => {
      const people = await takeToRemind(tx, day, BATCH);
      let count = 0;
      for (const person of people) if (await remindOne(parts, tx, person, day)) count += 1;
      return {taken: people.length, made: count};
    });
    mails += made;
    if (taken < BATCH) return mails;
  }
}

async function remindOne(parts: ChoreParts, tx: Queries, {personId, email}: {personId: string; email: string}, day: string): Promise<boolean> {
  const {shelf, clock, organisation, randomBytes, config} = parts;
  const {held, attempts} = await heldBy(parts, tx, personId);
  const due = dueOn(shelf.courses, held, attempts, day);
  if (due.length === 0) return false;
  const now = clock();
  const untold = await markTold(tx, personId, due.map(keyOfDue), now);
  const fresh = due.filter((each) => untold.includes(keyOfDue(each)));
  if (fresh.length === 0) return false;
  const {subject, text} = writeReminder(fresh, {site: config.publicUrl, contact: organisation.contact});
  const id = makeRecordId(now.getTime(), randomBytes(10));
  await addMail(tx, {id, recipient: email, subject, body: text}, now, new Date(now.getTime() + MAIL_LIVES_MS));
  return true;
}

export interface Reminders {
  start(): void;
  /** Settles when nothing is under way any more. */
  stop(): Promise<void>;
}

/** Does the chore again and again in this process. `warn` is told when it failed, and never whom it was about. */
export function makeReminders(parts: ChoreParts & Pick<Services, 'outbox'>, warn: (message: string) => void): Reminders {
  let timer: NodeJS.Timeout | undefined;
  let working: Promise<void> | null = null;
  const look = (): void => {
    working ??= remind(parts)
      .then((mails) => { if (mails > 0) parts.outbox.kick(); }, () => warn('Reminders could not be prepared; it will be tried again.'))
      .finally(() => { working = null; });
  };
  return {
    start: () => {
      timer = setInterval(look, LOOK_EVERY_MS);
      timer.unref();
    },
    stop: async () => {
      clearInterval(timer);
      await working;
    },
  };
}
