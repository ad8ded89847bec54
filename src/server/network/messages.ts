import {createHmac} from 'node:crypto';
import type {NewMessage, ReceivedMessage} from '#core/network/api.ts';
import {QUESTIONS_A_DAY} from '#core/network/fields.ts';
import {writeRelayed} from '#core/network/mail.ts';
import type {Person} from '#core/records/api.ts';
import {makeRecordId, RecordId} from '#core/records/learningRecord.ts';
import type {Queries} from '../database/database.ts';
import type {Services} from '../parts.ts';
import {Refusal} from '../problem.ts';
import {addAudit} from '../records/audit.ts';
import {canonicalJson} from '../records/canonical.ts';
import {addMail} from '../repositories/mail.ts';
import {addMessage, countQuestions, findAddress, findMessage, findReceived, findShownProfile, isBlocked} from '../repositories/network.ts';
import {lockPerson} from '../repositories/people.ts';
import {noSuchColleague, viewerOf} from './colleagues.ts';

type Parts = Pick<Services, 'database' | 'clock' | 'randomBytes' | 'secret' | 'config' | 'organisation' | 'outbox'>;

/** A mail server that is away longer than this does not pass the message on. */
const MAIL_LIVES_MS = 3 * 86_400_000;

const idTaken = (): Refusal => new Refusal(409, 'other-message', 'Another message was sent under this id, so this was not sent. Copy your words, load the page again and send them.');
/** The refusal for somebody who takes no questions, the same whether they switched them off or blocked this person. */
const takesNone = (): Refusal => new Refusal(403, 'takes-no-questions', 'This colleague takes no questions through the site now. Search for somebody else.');

/**
 * Passes a message on by mail, once, and keeps who wrote to whom and when. Throws a 409 for another message under the same id and
 * for a message that was answered, a 403 for somebody who takes no questions and beyond the limits of a day, and a 404 where there is nobody.
 */
export async function relay(parts: Parts, person: Person, message: NewMessage): Promise<'sent' | 'already-sent'> {
  const {database, clock, outbox} = parts;
  const bodyHmac = createHmac('sha256', parts.secret).update(`relayed:${canonicalJson(message)}`).digest('hex');
  const {displayName} = person;
  if (displayName === null) throw new Refusal(422, 'no-name', 'Write your name on the page My record first, so that your colleague knows who asks.');
  const outcome = await database.transaction(async (tx) => {
    // One message of a person after the other, so that the limits hold.
    await lockPerson(tx, person.id);
    const there = await findMessage(tx, message.id);
    if (there) {
      if (there.fromId === person.id && there.bodyHmac === bodyHmac) return 'already-sent';
      throw idTaken();
    }
    const toId = message.inReplyTo === null ? await askedColleague(parts, tx, person, message.to ?? '') : await writerOf(tx, person, message.inReplyTo);
    const address = await findAddress(tx, toId);
    if (!address) throw noSuchColleague();
    const now = clock();
    const {subject, text} = writeRelayed({
      id: message.id, kind: message.inReplyTo === null ? 'question' : 'answer', fromName: displayName, fromAddress: message.sharesAddress ? person.email : null,
      subject: message.subject, text: message.text, site: parts.config.publicUrl, contact: parts.organisation.contact,
    });
    // Somebody else may have used the id at this moment.
    if (!await addMessage(tx, {id: message.id, fromId: person.id, toId, inReplyTo: message.inReplyTo, bodyHmac}, now)) throw idTaken();
    await addMail(tx, {id: makeRecordId(now.getTime(), parts.randomBytes(10)), recipient: address.email, subject, body: text}, now, new Date(now.getTime() + MAIL_LIVES_MS));
    await addAudit(tx, {
      actorId: person.id, action: 'message-relayed', subjectId: toId, object: `relayed-message:${message.id}`, detail: {isAnswer: message.inReplyTo !== null, sharesAddress: message.sharesAddress},
    }, now);
    return 'sent';
  });
  if (outcome === 'sent') outbox.kick();
  return outcome;
}

/** The id of the colleague to ask, if this person may ask them now. */
async function askedColleague({clock}: Parts, tx: Queries, person: Person, to: string): Promise<string> {
  await viewerOf(tx, person);
  const row = await findShownProfile(tx, to, clock());
  if (!row) throw noSuchColleague();
  if (row.id === person.id) throw new Refusal(422, 'yourself', 'This is your own profile. Choose a colleague.');
  if (!row.takesQuestions || await isBlocked(tx, row.id, person.id)) throw takesNone();
  const {all, onePerson} = await countQuestions(tx, person.id, row.id, clock());
  if (onePerson >= QUESTIONS_A_DAY.onePerson) throw new Refusal(403, 'asked-enough', `You can ask one colleague ${QUESTIONS_A_DAY.onePerson} times in 24 hours. Try again tomorrow, or ask somebody else.`);
  if (all >= QUESTIONS_A_DAY.all) throw new Refusal(403, 'asked-enough', `You can ask ${QUESTIONS_A_DAY.all} questions in 24 hours. Try again tomorrow.`);
  return row.id;
}

/** The id of whoever wrote the message that is answered. It came to this person, and nobody else may answer it. */
async function writerOf(tx: Queries, person: Person, messageId: string): Promise<string> {
  const received = await findReceived(tx, messageId, person.id);
  if (!received) throw noSuchMessage();
  if (received.isAnswered) throw new Refusal(409, 'answered', 'You have answered this message. To write again, search for your colleague and ask them.');
  if (await isBlocked(tx, received.fromId, person.id)) throw takesNone();
  return received.fromId;
}

function noSuchMessage(): Refusal {
  return new Refusal(404, 'no-such-message', 'No message to you has this address. Messages can be answered for 30 days. Search for your colleague instead.');
}

/** A message that came to this person, for the form that answers it. Throws the same 404 for other people's as for none. */
export async function receivedMessage({database}: Pick<Services, 'database'>, personId: string, id: string): Promise<ReceivedMessage> {
  const received = RecordId.safeParse(id).success ? await findReceived(database, id, personId) : undefined;
  if (!received) throw noSuchMessage();
  return {id: received.id, from: {id: received.fromId, displayName: received.fromName ?? 'No name given'}, sentAt: received.sentAt, isAnswered: received.isAnswered};
}
