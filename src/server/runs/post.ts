import {makeRecordId} from '#core/records/learningRecord.ts';
import type {MailedRun, MailOptions, WrittenMail} from '#core/runs/mail.ts';
import type {Queries} from '../database/database.ts';
import type {Services} from '../parts.ts';
import type {CohortRow} from '../repositories/cohorts.ts';
import {addMail} from '../repositories/mail.ts';

/** A mail server that is away longer than this no longer gets what was written then. */
const MAIL_LIVES_MS = 3 * 86_400_000;

export type PostParts = Pick<Services, 'clock' | 'randomBytes' | 'config' | 'organisation' | 'shelf'>;

/** Puts a mail into the outbox for each address, in the transaction of what it tells about. Each gets their own, so nobody sees another's address. */
export async function post(parts: PostParts, tx: Queries, to: readonly {email: string}[], {subject, text}: WrittenMail): Promise<void> {
  const now = parts.clock();
  for (const {email} of to) {
    const id = makeRecordId(now.getTime(), parts.randomBytes(10));
    await addMail(tx, {id, recipient: email, subject, body: text}, now, new Date(now.getTime() + MAIL_LIVES_MS));
  }
}

/** What mail says of a run. */
export function toMailed({shelf}: Pick<Services, 'shelf'>, {id, title, courseId, timeZone}: CohortRow): MailedRun {
  return {id, title, courseTitle: shelf.course(courseId)?.title ?? courseId, timeZone};
}

/** Where mail leads, and who signs it. */
export function optionsOf({config, organisation}: Pick<Services, 'config' | 'organisation'>): MailOptions {
  return {site: config.publicUrl, contact: organisation.contact};
}
