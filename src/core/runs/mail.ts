import type {RunSession} from './api.ts';
import {MODE_WORDS} from './session.ts';
import {writeSpan} from './words.ts';

/** What mail about a run needs to know of it. */
export interface MailedRun {
  id: string;
  title: string;
  courseTitle: string;
  timeZone: string;
}

export interface MailOptions {
  /** Where the site stands, without a slash at the end. */
  site: string;
  contact: {team: string; email: string};
}

/** A mail without its recipient. The subject is one line. */
export interface WrittenMail {
  subject: string;
  text: string;
}

type MailedSession = Pick<RunSession, 'title' | 'startsAt' | 'endsAt' | 'mode' | 'place'>;

/** Text of several lines as one, for a subject. Reasons and titles come from people, and a line break in a subject could add headers. */
const oneLine = (text: string): string => text.replace(/[\p{Cc}\s]+/gu, ' ').trim();

function write(subject: string, lines: readonly string[], {contact}: MailOptions): WrittenMail {
  return {subject: oneLine(subject), text: [...lines, '', `${contact.team}, ${contact.email}`, ''].join('\n')};
}

function writeSession({title, startsAt, endsAt, mode, place}: MailedSession, zone: string): string[] {
  return [title, writeSpan({startsAt, endsAt}, zone), `${MODE_WORDS[mode]}: ${place}`, ''];
}

const calendarLines = ({site}: MailOptions): string[] => ['Joining instructions, and a file for your calendar, are under “My bookings”:', `${site}/bookings/`];

/** Tells somebody that their place is confirmed, with dates and places. `sessions`: those that take place. */
export function confirmedMail(run: MailedRun, sessions: readonly MailedSession[], options: MailOptions): WrittenMail {
  return write(`You have a place: ${run.title}`, [
    `You have a place in “${run.title}”, a run of the course “${run.courseTitle}”.`, '',
    ...(sessions.length === 0 ? ['No sessions have dates yet.', ''] : sessions.flatMap((session) => writeSession(session, run.timeZone))),
    ...calendarLines(options), '', 'If you cannot come, give up your place there, so that somebody else can have it.',
  ], options);
}

/** Tells somebody that a place became free and a trainer will now look at their booking. */
export function movedUpMail(run: MailedRun, options: MailOptions): WrittenMail {
  return write(`A place is free: ${run.title}`, [
    `You were on the waiting list for “${run.title}”. A place is free, and it is held for you.`, 'Your trainer now confirms it. We write again when that is done.', '',
    'If you no longer want it, give it up under “My bookings”:', `${options.site}/bookings/`,
  ], options);
}

/** Tells somebody that they are on the waiting list now, though they had asked for a place. */
export function movedToWaitingMail(run: MailedRun, reason: string | null, options: MailOptions): WrittenMail {
  return write(`On the waiting list: ${run.title}`, [
    `You asked for a place in “${run.title}”. You are on the waiting list now.`, ...(reason === null ? [] : ['', `Your trainer says: ${reason}`]), '',
    'We write to you when a place becomes free. You see where you stand under “My bookings”:', `${options.site}/bookings/`,
  ], options);
}

/** Tells somebody that a trainer declined or cancelled their booking, and why. */
export function declinedMail(run: MailedRun, reason: string, options: MailOptions): WrittenMail {
  return write(`Your booking was cancelled: ${run.title}`, [
    `Your trainer has cancelled your booking for “${run.title}”.`, '', `The reason: ${reason}`, '',
    'If you think this is a mistake, ask your trainer. Other runs that you can book are here:', `${options.site}/bookings/`,
  ], options);
}

/** Tells everybody who had booked that the run does not take place. */
export function runCancelledMail(run: MailedRun, reason: string, options: MailOptions): WrittenMail {
  return write(`Cancelled: ${run.title}`, [
    `The course run “${run.title}” (${run.courseTitle}) does not take place.`, '', `The reason: ${reason}`, '',
    'What you have done in the course stays on your record. Other runs that you can book are here:', `${options.site}/bookings/`,
  ], options);
}

/** What happened to a session. */
export type SessionNews = {kind: 'added'} | {kind: 'changed'; before: MailedSession} | {kind: 'cancelled'; reason: string};

/** Tells somebody confirmed of a session that is new, changed or cancelled. */
export function sessionMail(run: MailedRun, session: MailedSession, news: SessionNews, options: MailOptions): WrittenMail {
  const now = writeSession(session, run.timeZone);
  if (news.kind === 'cancelled') {
    return write(`Session cancelled: ${session.title}`, [`This session of “${run.title}” does not take place:`, '', ...now, `The reason: ${news.reason}`, '', ...calendarLines(options)], options);
  }
  if (news.kind === 'added') return write(`New session: ${session.title}`, [`“${run.title}” has one more session:`, '', ...now, ...calendarLines(options)], options);
  return write(`Session changed: ${session.title}`, [
    `A session of “${run.title}” has changed. It is now:`, '', ...now, 'It was:', '', ...writeSession(news.before, run.timeZone), 'Take the new file for your calendar; it replaces the old entry.', ...calendarLines(options),
  ], options);
}

/** A trainer's own words to one member of the group. `address`: the trainer's, where they want it to be known; null otherwise. */
export function groupMail(run: MailedRun, {subject, text}: {subject: string; text: string}, sender: {name: string | null; address: string | null}, options: MailOptions): WrittenMail {
  const from = sender.name === null ? 'Your trainer' : `${oneLine(sender.name)}, your trainer`;
  return write(`${run.title}: ${subject}`, [
    text, '', `${from} in “${run.title}”, wrote this. Nobody in the group sees your address.`,
    sender.address === null ? 'An answer to this e-mail does not reach your trainer. Speak to them in the next session.' : `To answer, write to ${sender.address}.`,
  ], options);
}
