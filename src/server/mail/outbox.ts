import type {Database} from '../database/database.ts';
import {leaseMail, postponeMail, removeMail} from '../repositories/mail.ts';
import type {Mailer} from './mailer.ts';

/** Longer than any mail server takes; a service that dies while sending lets another try after this. */
const LEASE_MS = 60_000;
/** Mail put there by another instance, or postponed, is looked for this often. */
const LOOK_EVERY_MS = 5_000;

export interface Outbox {
  /** Sends what is due, soon. Call it after the transaction that put mail in. */
  kick(): void;
  /** Settles when nothing is being sent. */
  settled(): Promise<void>;
  start(): void;
  stop(): Promise<void>;
}

interface OutboxParts {
  database: Database;
  mailer: Mailer;
  clock: () => Date;
  /** Told when a mail could not be sent. Never holds the address or the text. */
  warn: (message: string) => void;
}

/** Sends the mail in the outbox table: one worker in this process, and any number of processes beside it. */
export function makeOutbox({database, mailer, clock, warn}: OutboxParts): Outbox {
  let working: Promise<void> | null = null;
  let again = false;
  let timer: NodeJS.Timeout | undefined;

  async function sendDue(): Promise<number> {
    const now = clock();
    const mails = await leaseMail(database, now, new Date(now.getTime() + LEASE_MS));
    for (const mail of mails) {
      try {
        await mailer.send({to: mail.recipient, subject: mail.subject, text: mail.body});
        await removeMail(database, mail.id);
      } catch (error) {
        // 2, 4, 8 ... seconds: a code lives ten minutes, so waiting longer than a minute helps nobody.
        await postponeMail(database, mail.id, new Date(clock().getTime() + Math.min(60_000, 1000 * 2 ** mail.tries)));
        warn(`A mail could not be sent (try ${mail.tries}): ${(error as {code?: string}).code ?? 'no code given'}`);
      }
    }
    return mails.length;
  }

  async function work(): Promise<void> {
    do {
      again = false;
      try {
        if (await sendDue() > 0) again = true;
      } catch {
        warn('The mail outbox could not be read; it will be tried again.');
      }
    } while (again);
  }

  const kick = (): void => {
    again = true;
    working ??= work().finally(() => {
      working = null;
    });
  };
  return {
    kick,
    settled: async () => {
      while (working) await working;
    },
    start: () => {
      timer = setInterval(kick, LOOK_EVERY_MS);
      timer.unref();
    },
    stop: async () => {
      clearInterval(timer);
      while (working) await working;
    },
  };
}
