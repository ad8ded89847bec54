import type * as z from 'zod';
import {toLondonDay} from '#core/records/londonDay.ts';
import {addDays} from '#core/planning/days.ts';
import {makeRecordId} from '#core/records/learningRecord.ts';
import type {Person} from '#core/records/api.ts';
import type {ReminderOutcome, ReminderRequest} from '#core/targets/api.ts';
import {DAYS_BETWEEN_REMINDERS, writeTrainingReminder} from '#core/targets/reminder.ts';
import type {Services} from '../parts.ts';
import {Refusal} from '../problem.ts';
import {addAudit} from '../records/audit.ts';
import {canonicalHash} from '../records/canonical.ts';
import {addMail} from '../repositories/mail.ts';
import {addReminders, findReminderRequest, listToTrain, lockReminders} from '../repositories/targets.ts';
import type {TargetRow} from '../repositories/targets.ts';
import {askedOf} from './people.ts';

/** A mail server that is away longer than this reminds nobody any more. */
const MAIL_LIVES_MS = 3 * 86_400_000;

/**
 * Puts a reminder in the outbox for each of these people of a directorate who is still to be trained and was not reminded of any of the
 * courses in the last fortnight, by anybody. Sent again, it does nothing and says the same. People of other directorates are answered as people who
 * do not exist. Throws a 409 for another body under the same id.
 */
export async function remind(services: Services, person: Person, target: TargetRow, directorate: string, {id, ...wanted}: z.infer<typeof ReminderRequest>): Promise<ReminderOutcome> {
  const {database, clock, shelf, organisation, config, randomBytes, outbox} = services;
  const emails = [...new Set(wanted.people)];
  const bodyHash = canonicalHash({target: target.id, directorate, people: [...emails].sort()});
  const now = clock();
  const outcome = await database.transaction(async (tx): Promise<ReminderOutcome> => {
    await lockReminders(tx);
    const there = await findReminderRequest(tx, id);
    if (there && (there.bodyHash !== bodyHash || there.sentBy !== person.id)) throw new Refusal(409, 'other-reminder', 'Another reminder has this id, so nothing was sent. Reload the page and choose again.');
    if (there) return {queued: there.queued, recently: there.recently, notOnList: there.notOnList};
    const found = await listToTrain(tx, askedOf(services, target, directorate, emails), emails.length, 0);
    const freeSince = addDays(toLondonDay(now.toISOString()), 1 - DAYS_BETWEEN_REMINDERS);
    const due = found.filter(({remindedAt}) => remindedAt === null || toLondonDay(remindedAt) < freeSince);
    const courses = target.courseIds.map((course) => ({id: course, title: shelf.course(course)?.title ?? course}));
    const {subject, text} = writeTrainingReminder({
      courses, by: target.by, sender: person.displayName ?? person.email, organisation: organisation.name, site: config.publicUrl, contact: organisation.contact,
    });
    for (const {email} of due) {
      await addMail(tx, {id: makeRecordId(now.getTime(), randomBytes(10)), recipient: email, subject, body: text}, now, new Date(now.getTime() + MAIL_LIVES_MS));
    }
    const counts = {queued: due.length, recently: found.length - due.length, notOnList: emails.length - found.length};
    await addReminders(tx, {id, targetId: target.id, sentBy: person.id, bodyHash, ...counts}, due.map(({email}) => email), target.courseIds, now);
    await addAudit(tx, {actorId: person.id, action: 'training-reminded', subjectId: null, object: `target:${target.id}`, detail: counts}, now);
    return counts;
  });
  outbox.kick();
  return outcome;
}
