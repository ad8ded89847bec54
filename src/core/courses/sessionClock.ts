import type {SessionPart} from './session.ts';

/** When a session starts unless its trainer says otherwise. */
export const USUAL_START = '09:30';

const MINUTES_A_DAY = 24 * 60;

/** Takes a time as a time field writes it (09:30); gives the minutes since midnight, or null when it is no time. */
export function parseClock(text: string): number | null {
  const match = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(text);
  return match ? Number(match[1]) * 60 + Number(match[2]) : null;
}

/** Writes minutes since midnight as people in the UK read them: 9:30am. Goes on past midnight. */
export function writeClock(minutes: number): string {
  const within = ((minutes % MINUTES_A_DAY) + MINUTES_A_DAY) % MINUTES_A_DAY;
  const hour = Math.floor(within / 60);
  return `${hour % 12 || 12}:${String(within % 60).padStart(2, '0')}${hour < 12 ? 'am' : 'pm'}`;
}

/** Writes a length of time in words: 2 hours 30 minutes. */
export function writeLength(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  const words = [hours > 0 ? `${hours} ${hours === 1 ? 'hour' : 'hours'}` : '', rest > 0 || hours === 0 ? `${rest} ${rest === 1 ? 'minute' : 'minutes'}` : ''];
  return words.filter((word) => word !== '').join(' ');
}

/** A part with the times it starts and ends, in minutes since the midnight before the session. */
export interface TimedPart {
  part: SessionPart;
  startsAt: number;
  endsAt: number;
}

/** Takes the parts and the start in minutes since midnight; gives each part with its times. */
export function runningOrder(parts: readonly SessionPart[], start: number): TimedPart[] {
  let at = start;
  return parts.map((part) => {
    const startsAt = at;
    at += part.minutes;
    return {part, startsAt, endsAt: at};
  });
}

/** Where the clock stands against the plan of one part, in words. All in minutes since midnight; a session may go past it. */
export function timeLeft({startsAt, endsAt}: Pick<TimedPart, 'startsAt' | 'endsAt'>, now: number): string {
  const left = untilNext(endsAt, now);
  if (left > endsAt - startsAt) return `By the plan this part starts at ${writeClock(startsAt)}, in ${writeLength(left - (endsAt - startsAt))}.`;
  if (left > 0) return `${upperCase(writeLength(left))} left: this part ends at ${writeClock(endsAt)}.`;
  if (left === 0) return `Time is up: this part ends now, at ${writeClock(endsAt)}.`;
  return `${writeLength(-left)} over: this part ended at ${writeClock(endsAt)} by the plan.`;
}

/** Minutes from now to a time; the nearer of today and tomorrow, so that a session may run past midnight. */
function untilNext(time: number, now: number): number {
  const left = (((time - now) % MINUTES_A_DAY) + MINUTES_A_DAY) % MINUTES_A_DAY;
  return left > MINUTES_A_DAY / 2 ? left - MINUTES_A_DAY : left;
}

function upperCase(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
