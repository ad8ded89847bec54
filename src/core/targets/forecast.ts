import {addDays, daysBetween} from '../planning/days.ts';

/** How a target looks. `too-early`: too little has happened to say. `date-passed`: its date is over and it was not reached. */
export const OUTLOOKS = ['reached', 'on-course', 'at-risk', 'not-at-this-rate', 'too-early', 'date-passed'] as const;
export type Outlook = (typeof OUTLOOKS)[number];

/** The rate is that of the last eight weeks: long enough to even out a course run and a half-term week. Practice judgement. */
export const RATE_DAYS = 56;
/** With fewer people, or a shorter time, one course run decides the rate. Practice judgement. */
export const FEWEST_TRAINED = 5;
export const FEWEST_DAYS = 21;
/** A rate of at least three quarters of what is needed can still be caught up. Practice judgement. */
const AT_RISK_SHARE = 0.75;
/** A date further off than this says no more than “never”. Practice judgement. */
const FURTHEST_DAYS = 5 * 365;

/** What a forecast is made of. Days as 2026-11-22, in London. */
export interface Pace {
  needed: number;
  trained: number;
  /** Those of them in the last 56 days, today among them. */
  recent: number;
  /** The day of the first of them; null when there is none. */
  firstOn: string | null;
  by: string;
  today: string;
}

export interface Forecast {
  outlook: Outlook;
  /** People still to be trained to reach it. */
  missing: number;
  /** A week, to reach it in time, rounded up; null when there is nothing left to do or no time. */
  neededPerWeek: number | null;
  /** A week, over the last eight weeks or since the first if that is less; null when it is too early to say. */
  perWeek: number | null;
  /** The month in which the target is reached at that rate, as 2027-04; null when it is too early, or further off than five years. */
  month: string | null;
}

/**
 * Says how a target looks: what a week it needs, what it gets, and the month in which that rate reaches it. It takes the rate as it is
 * and knows nothing of holidays, of course runs to come, or of completions that will lapse. The rules are practice judgement.
 */
export function forecastOf({needed, trained, recent, firstOn, by, today}: Pace): Forecast {
  const missing = Math.max(0, needed - trained);
  const nothing = {missing, neededPerWeek: null, perWeek: null, month: null};
  if (missing === 0) return {...nothing, outlook: 'reached'};
  const daysLeft = daysBetween(today, by) + 1;
  const isOver = daysLeft <= 0;
  const neededPerWeek = isOver ? null : Math.ceil(missing / Math.max(1, daysLeft / 7));
  const daysCounted = firstOn === null ? 0 : Math.min(RATE_DAYS, daysBetween(firstOn, today) + 1);
  if (trained < FEWEST_TRAINED || daysCounted < FEWEST_DAYS) return {...nothing, neededPerWeek, outlook: isOver ? 'date-passed' : 'too-early'};
  const perDay = recent / daysCounted;
  const days = perDay === 0 ? Infinity : Math.ceil(missing / perDay);
  const reachedOn = days <= FURTHEST_DAYS ? addDays(today, days) : null;
  const pace = {missing, neededPerWeek, perWeek: perDay * 7, month: reachedOn?.slice(0, 7) ?? null};
  if (isOver) return {...pace, outlook: 'date-passed'};
  if (reachedOn !== null && reachedOn <= by) return {...pace, outlook: 'on-course'};
  return {...pace, outlook: perDay * daysLeft >= missing * AT_RISK_SHARE ? 'at-risk' : 'not-at-this-rate'};
}
