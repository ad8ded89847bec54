import {addDays} from '../planning/days.ts';

/** Something that takes whole days. */
export interface CalendarEvent {
  /** The same each time the same thing is written, so that a calendar replaces it and does not show it twice. */
  uid: string;
  /** First and last day, both in it, as 2026-11-22. */
  from: string;
  to: string;
  summary: string;
  description: string;
  /** Where to do it, as a full address. */
  url?: string;
}

/** Something with a start and an end by the clock, such as a session of a course run. */
export interface TimedEvent {
  /** The same for every revision, so that a calendar replaces the entry. */
  uid: string;
  /** Rises with every change (RFC 5545, section 3.8.7.4). */
  sequence: number;
  /** Moments in ISO 8601 in UTC. */
  startsAt: string;
  endsAt: string;
  summary: string;
  location: string;
  description: string;
  isCancelled: boolean;
  /** Where it is online, as a full address. */
  url?: string;
}

export interface CalendarFile {
  name: string;
  /** When it is written, a moment in ISO 8601 in UTC. */
  stamp: string;
  events: readonly (CalendarEvent | TimedEvent)[];
  /** The part of the site that wrote it. */
  product?: string;
  /** For a feed: how often to ask for it again, as an ISO 8601 duration (RFC 7986, section 5.7). */
  askEvery?: string;
}

/** Longest line of a calendar file, in octets, without its end (RFC 5545, section 3.1). */
const LONGEST_LINE = 75;

function octetsOf(letter: string): number {
  const code = letter.codePointAt(0) ?? 0;
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
}

/** Breaks a line so that no part is longer than 75 octets of UTF-8. Each part after the first begins with a space. Splits no letter. */
function fold(line: string): string {
  let folded = '';
  let octets = 0;
  for (const letter of line) {
    const more = octetsOf(letter);
    if (octets + more > LONGEST_LINE) {
      folded += '\r\n ';
      octets = 1;
    }
    folded += letter;
    octets += more;
  }
  return folded;
}

/** Text as RFC 5545, section 3.3.11, writes it. Signs that it does not allow are left out. */
function escapeText(text: string): string {
  return text.replace(/\r\n?/g, '\n')
    // Control characters, but for the tab and the new line.
    .replace(/\p{Cc}/gu, (sign) => (sign === '\n' || sign === '\t' ? sign : ''))
    .replace(/[\\;,]/g, (sign) => `\\${sign}`).replaceAll('\n', '\\n');
}

const toDate = (day: string): string => day.replaceAll('-', '');

/** Takes a moment in ISO 8601, in UTC (2026-11-22T10:00:00.000Z); gives it as 20261122T100000Z. */
const toStamp = (moment: string): string => `${moment.slice(0, 19).replace(/[-:]/g, '')}Z`;

function dayLines({from, to, summary, description, url}: CalendarEvent): string[] {
  return [
    `DTSTART;VALUE=DATE:${toDate(from)}`, `DTEND;VALUE=DATE:${toDate(addDays(to, 1))}`,
    `SUMMARY:${escapeText(summary)}`, ...(description === '' ? [] : [`DESCRIPTION:${escapeText(description)}`]), ...(url === undefined ? [] : [`URL:${url}`]),
    'TRANSP:TRANSPARENT',
  ];
}

function timedLines({sequence, startsAt, endsAt, summary, location, description, isCancelled, url}: TimedEvent): string[] {
  return [
    `SEQUENCE:${sequence}`, `DTSTART:${toStamp(startsAt)}`, `DTEND:${toStamp(endsAt)}`,
    `SUMMARY:${escapeText(summary)}`, `LOCATION:${escapeText(location)}`, ...(description === '' ? [] : [`DESCRIPTION:${escapeText(description)}`]), ...(url === undefined ? [] : [`URL:${url}`]),
    `STATUS:${isCancelled ? 'CANCELLED' : 'CONFIRMED'}`, `TRANSP:${isCancelled ? 'TRANSPARENT' : 'OPAQUE'}`,
  ];
}

/**
 * A calendar file (iCalendar, RFC 5545). Of something that takes whole days the end is the day after its last one, as the standard asks, and
 * it leaves the time free, so that it blocks no meeting. Something with a start and an end by the clock is written in UTC and takes the time,
 * unless it was cancelled.
 */
export function writeCalendar({name, stamp, events, product = 'Timeline builder', askEvery}: CalendarFile): string {
  const lines = [
    'BEGIN:VCALENDAR', 'VERSION:2.0', `PRODID:-//Askwell//${product}//EN`, 'CALSCALE:GREGORIAN', 'METHOD:PUBLISH', `X-WR-CALNAME:${escapeText(name)}`,
    // The second is how Outlook and older programs read the first.
    ...(askEvery === undefined ? [] : [`REFRESH-INTERVAL;VALUE=DURATION:${askEvery}`, `X-PUBLISHED-TTL:${askEvery}`]),
    ...events.flatMap((event) => [
      'BEGIN:VEVENT', `UID:${escapeText(event.uid)}`, `DTSTAMP:${toStamp(stamp)}`, ...('startsAt' in event ? timedLines(event) : dayLines(event)), 'END:VEVENT',
    ]),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${fold(line)}\r\n`).join('');
}
