import type {Person} from '#core/records/api.ts';
import {MESSAGES_A_DAY} from '#core/runs/api.ts';
import type {MessageReceipt, NewMessage} from '#core/runs/api.ts';
import {groupMail} from '#core/runs/mail.ts';
import type {Services} from '../parts.ts';
import {Refusal} from '../problem.ts';
import {addAudit} from '../records/audit.ts';
import {canonicalHash} from '../records/canonical.ts';
import {addMessage, countMessages, findMessage, listAddresses} from '../repositories/bookings.ts';
import {lockCohort} from '../repositories/cohorts.ts';
import {optionsOf, post, toMailed} from './post.ts';
import type {PostParts} from './post.ts';

const DAY_MS = 86_400_000;

/** Sends a trainer's words to everybody who is confirmed, once, each in a mail of their own. The words are not kept. */
export async function sendMessage(parts: PostParts & Pick<Services, 'database' | 'outbox'>, cohortId: string, message: NewMessage, sender: Person): Promise<MessageReceipt> {
  const {database, clock, outbox} = parts;
  const receipt = await database.transaction(async (tx): Promise<MessageReceipt> => {
    const cohort = await lockCohort(tx, cohortId);
    const bodyHash = canonicalHash(message);
    const sent = await countMessages(tx, cohortId, new Date(clock().getTime() - DAY_MS));
    const there = await findMessage(tx, message.id);
    if (there) {
      if (there.cohortId !== cohortId || there.sentBy !== sender.id || there.bodyHash !== bodyHash) throw otherMessage();
      return {id: message.id, outcome: 'already-there', recipients: there.recipients, left: Math.max(0, MESSAGES_A_DAY - sent)};
    }
    if (sent >= MESSAGES_A_DAY) throw new Refusal(409, 'enough-messages', `This run has had ${MESSAGES_A_DAY} messages in 24 hours, which is the limit. Copy your words and send them tomorrow.`);
    const to = await listAddresses(tx, cohortId, ['confirmed']);
    if (to.length === 0) throw new Refusal(422, 'nobody-to-tell', 'Nobody is confirmed in this run yet, so nobody would get your message.');
    // Under the same id, a message to another run may come at the same moment.
    if (!await addMessage(tx, {id: message.id, cohortId, sentBy: sender.id, recipients: to.length, bodyHash}, clock())) throw otherMessage();
    await post(parts, tx, to, groupMail(toMailed(parts, cohort), message, {name: sender.displayName, address: message.showAddress ? sender.email : null}, optionsOf(parts)));
    await addAudit(tx, {actorId: sender.id, action: 'message-sent', subjectId: null, object: `cohort:${cohortId}`, detail: {recipients: to.length, showsAddress: message.showAddress}}, clock());
    return {id: message.id, outcome: 'added', recipients: to.length, left: MESSAGES_A_DAY - sent - 1};
  });
  outbox.kick();
  return receipt;
}

function otherMessage(): Refusal {
  return new Refusal(409, 'other-message', 'Another message has this id, so this one was not sent. Send it again.');
}
