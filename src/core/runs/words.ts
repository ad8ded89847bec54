import {weekdayOf} from '../planning/days.ts';
import {writeDay} from '../records/londonDay.ts';
import {HOME_ZONE, localOf} from './zone.ts';
import type {MadeMoment} from './zone.ts';

/** A time of day (15:04) as people in the UK read it: 3:04pm, as the GOV.UK style guide does. */
export function writeClock(time: string): string {
  const [hours = '0', minutes = '00'] = time.split(':');
  const hour = Number(hours);
  if (time === '12:00') return 'midday';
  if (time === '00:00') return 'midnight';
  return `${hour % 12 || 12}${minutes === '00' ? '' : `:${minutes}`}${hour < 12 ? 'am' : 'pm'}`;
}

/** When a session is, in words, by the clocks of its zone: Tuesday 1 December 2026, 9:30am to 12:30pm. Takes moments in ISO 8601. */
export function writeSpan({startsAt, endsAt}: {startsAt: string; endsAt: string}, zone: string): string {
  const [from, to] = [localOf(startsAt, zone), localOf(endsAt, zone)];
  const until = `${writeClock(to.time)}${to.day === from.day ? '' : ` on ${writeDay(to.day)}`}`;
  return `${weekdayOf(from.day)} ${writeDay(from.day)}, ${writeClock(from.time)} to ${until}${zone === HOME_ZONE ? '' : ` (${writeZone(zone)} time)`}`;
}

/** The name of a zone without its underscores: America/New York. */
export function writeZone(zone: string): string {
  return zone.replaceAll('_', ' ');
}

/** What to say when clocks change over a time that somebody chose; null when they do not. `what`: how to name it, for instance `The start`. */
export function noteOfClock(what: string, {moment, clock}: MadeMoment, zone: string): string | null {
  if (clock === null) return null;
  const shown = writeClock(localOf(moment, zone).time);
  return clock === 'skipped'
    ? `Clocks go forward over that time. ${what} is now ${shown}: look whether you meant that.`
    : `Clocks go back over that time, so it comes twice. ${what} is the first ${shown}.`;
}

/** What somebody wrote, as a sentence that another can follow. */
export function asSentence(text: string): string {
  const trimmed = text.trim();
  return /[.?!…]["”’)]*$/.test(trimmed) ? trimmed : `${trimmed}.`;
}
