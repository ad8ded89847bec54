/** The zone of runs that name no other. */
export const HOME_ZONE = 'Europe/London';

const HOUR_MS = 3_600_000;
/** Offsets of places on Earth lie between -12 and +14 hours, so the local time of a moment reckoned as UTC is at most this far from it. */
const FURTHEST_MS = 15 * HOUR_MS;

/** Whether this is the name of a time zone of the IANA database that this machine knows. Bare offsets such as +01:00 are none: they know no summer time. */
export function isTimeZone(name: string): boolean {
  if (!/^[A-Za-z][A-Za-z0-9_+-]*(?:\/[A-Za-z0-9_+-]+)*$/.test(name)) return false;
  try {
    new Intl.DateTimeFormat('en-GB', {timeZone: name});
    return true;
  } catch {
    return false;
  }
}

/** A day (2026-11-22) and a time of day (09:30) as clocks show them in a zone. */
export interface LocalTime {
  day: string;
  time: string;
}

/** Making a format costs a thousand times what using it does. */
const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone) ?? new Intl.DateTimeFormat('en-GB', {
    timeZone: zone, hourCycle: 'h23', year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit',
  });
  formats.set(zone, known);
  return known;
}

/** What clocks in a zone show at a moment (ISO 8601). Seconds are left out. Throws a RangeError for no moment or no zone. */
export function localOf(moment: string, zone: string): LocalTime {
  const parts = new Map(formatOf(zone).formatToParts(new Date(moment)).map(({type, value}) => [type, value]));
  const part = (type: Intl.DateTimeFormatPartTypes): string => parts.get(type) ?? '';
  return {day: `${part('year').padStart(4, '0')}-${part('month')}-${part('day')}`, time: `${part('hour')}:${part('minute')}`};
}

/** A local time as if its clock stood in UTC, in milliseconds: for reckoning with, never for showing. */
const asUtc = ({day, time}: LocalTime): number => Date.parse(`${day}T${time}:00Z`);
const offsetAt = (milliseconds: number, zone: string): number => {
  // Whole minutes, since local times have no seconds here.
  const minute = Math.floor(milliseconds / 60_000) * 60_000;
  return asUtc(localOf(new Date(minute).toISOString(), zone)) - minute;
};

/** A moment made of a local time. `clock`: `skipped` when clocks never show that time, `twice` when they show it twice; null otherwise. */
export interface MadeMoment {
  /** ISO 8601 in UTC. */
  moment: string;
  clock: 'skipped' | 'twice' | null;
}

/**
 * The moment at which clocks in a zone show this day and time. When clocks go forward over it, the moment is as much later as they skip
 * (01:30 becomes 02:30); when they go back over it, the first of the two. So does RFC 5545, section 3.3.5, for calendars. Throws a
 * RangeError for no day, no time or no zone.
 */
export function momentOf(local: LocalTime, zone: string): MadeMoment {
  const wanted = asUtc(local);
  if (Number.isNaN(wanted)) throw new RangeError(`${local.day} ${local.time} is no day and time.`);
  const before = offsetAt(wanted - FURTHEST_MS, zone);
  const after = offsetAt(wanted + FURTHEST_MS, zone);
  const fits = [...new Set([wanted - before, wanted - after])].sort((a, b) => a - b).filter((each) => offsetAt(each, zone) === wanted - each);
  // In a gap the offset from before it still counts, which puts the moment behind it.
  const made = fits[0] ?? wanted - before;
  return {moment: new Date(made).toISOString(), clock: fits.length === 0 ? 'skipped' : fits.length === 2 ? 'twice' : null};
}
