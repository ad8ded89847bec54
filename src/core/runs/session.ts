import {momentOf} from './zone.ts';
import {noteOfClock} from './words.ts';

export const SESSION_MODES = ['room', 'online'] as const;
export type SessionMode = (typeof SESSION_MODES)[number];
export const MODE_WORDS: Readonly<Record<SessionMode, string>> = {room: 'In a room', online: 'Online'};

/** Sessions of one run. A course of one afternoon a week for a year has fewer; practice judgement. */
export const MOST_SESSIONS = 60;

/** A session as a trainer writes it: day and times as clocks show them in the zone of the run. */
export interface SessionFields {
  title: string;
  /** As 2026-11-22. */
  day: string;
  /** As 09:30. */
  from: string;
  to: string;
  mode: SessionMode;
  /** The room, or an https link. */
  place: string;
  instructions: string | null;
  /** Nobody meets a rule that asks for mandatory sessions without it. */
  isMandatory: boolean;
}

/** A session of a run as it is kept. Moments in ISO 8601 in UTC. */
export interface SessionTimes {
  startsAt: string;
  endsAt: string;
}

export interface SessionFault {
  field: keyof SessionFields;
  message: string;
}

/** The link in a place, as a browser writes it; null for a place that is no https link. Never gives an address that runs a script. */
export function linkOf(place: string): string | null {
  if (!/^https:\/\/\S+$/i.test(place.trim()) || !URL.canParse(place.trim())) return null;
  return new URL(place.trim()).href;
}

/** Whether a text means to be an address: it begins with a scheme and two slashes, with one of those that run scripts, or with www. */
const MEANS_LINK = /^\s*(?:[a-z][a-z0-9+.-]*:\/\/|(?:javascript|data|vbscript|file|mailto):|www\.)/i;

/** What is wrong with a session's fields; none: nothing is. Lengths are the database's. */
export function faultsOfSession({title, day, from, to, place, instructions}: SessionFields): SessionFault[] {
  const isDay = /^20\d\d-\d\d-\d\d$/.test(day) && !Number.isNaN(Date.parse(`${day}T00:00:00Z`)) && new Date(`${day}T00:00:00Z`).toISOString().startsWith(day);
  const isTime = (time: string): boolean => /^(?:[01]\d|2[0-3]):[0-5]\d$/.test(time);
  const faults: [boolean, keyof SessionFields, string][] = [
    [title.trim() === '', 'title', 'Give the session a name.'],
    [title.trim().length > 120, 'title', 'Use at most 120 characters for the name of the session.'],
    [!isDay, 'day', 'Say on which day the session is.'],
    [!isTime(from), 'from', 'Say when it starts, for instance 09:30.'],
    [!isTime(to), 'to', 'Say when it ends, for instance 12:30.'],
    [isTime(from) && isTime(to) && to <= from, 'to', 'The end must be later than the start, on the same day.'],
    [place.trim() === '', 'place', 'Say where it is: the room, or the link.'],
    [place.trim().length > 300, 'place', 'Use at most 300 characters for the place.'],
    [MEANS_LINK.test(place) && linkOf(place) === null, 'place', 'A link must begin with https:// and hold no spaces. Write the room in words.'],
    [(instructions ?? '').trim().length > 2000, 'instructions', 'Use at most 2,000 characters for the joining instructions.'],
  ];
  return faults.filter(([isFault]) => isFault).map(([, field, message]) => ({field, message}));
}

/** The moments of a session without faults, and what to say when clocks change over one of them (null: nothing). */
export function timesOf({day, from, to}: Pick<SessionFields, 'day' | 'from' | 'to'>, zone: string): SessionTimes & {note: string | null} {
  const start = momentOf({day, time: from}, zone);
  const end = momentOf({day, time: to}, zone);
  const notes = [noteOfClock('The start', start, zone), noteOfClock('The end', end, zone)].filter((each) => each !== null);
  return {startsAt: start.moment, endsAt: end.moment, note: notes.length === 0 ? null : notes.join(' ')};
}

/** Whether somebody who planned to come must hear of a change: another time, another place, or room for online. */
export function movesPeople(before: SessionTimes & {mode: SessionMode; place: string}, after: SessionTimes & {mode: SessionMode; place: string}): boolean {
  return Date.parse(before.startsAt) !== Date.parse(after.startsAt) || Date.parse(before.endsAt) !== Date.parse(after.endsAt) || before.mode !== after.mode || before.place !== after.place;
}

/** Whether a run lies behind: all its sessions are over. A run without sessions never is, since everybody takes it in their own time. */
export function isOver(sessions: readonly SessionTimes[], now: string): boolean {
  return sessions.length > 0 && sessions.every(({endsAt}) => Date.parse(endsAt) <= Date.parse(now));
}
