import {writeDay} from '../records/londonDay.ts';
import {RATE_DAYS} from './forecast.ts';
import type {Forecast, Outlook} from './forecast.ts';

/** What an outlook is called on screen and in files. */
export const OUTLOOK_WORDS: Readonly<Record<Outlook, string>> = {
  reached: 'Reached', 'on-course': 'On course', 'at-risk': 'At risk', 'not-at-this-rate': 'Not at this rate', 'too-early': 'Too early to say', 'date-passed': 'Date passed',
};

const WEEKS = RATE_DAYS / 7;

/** A rate in words, as exact as it is known: whole people a week. */
export function writeRate(perWeek: number): string {
  if (perWeek === 0) return `nobody in the last ${WEEKS} weeks`;
  return perWeek < 1 ? 'fewer than 1 person a week' : `about ${people(Math.round(perWeek))} a week`;
}

/** A count of people: 1 person, 2 people. */
export function people(count: number): string {
  return count === 1 ? '1 person' : `${count.toLocaleString('en-GB')} people`;
}

/** A month (2027-04) as people read it: April 2027. */
export function writeMonth(month: string): string {
  return writeDay(`${month}-01`).slice(2);
}

/** What a forecast says, sentence by sentence. `by`: the target's date, as 2026-11-22. */
export function forecastInWords({outlook, missing, neededPerWeek, perWeek, month}: Forecast, by: string): string[] {
  if (outlook === 'reached') return ['Everybody that the target asks for is trained.'];
  const still = `${people(missing)} still to be trained${neededPerWeek === null ? '.' : ` by ${writeDay(by)}: ${neededPerWeek.toLocaleString('en-GB')} a week.`}`;
  if (outlook === 'too-early') return [still, 'Too few have finished, or in too short a time, to say how it will go.'];
  const rate = perWeek === null ? [] : [`Of late it was ${writeRate(perWeek)}.`];
  const when = perWeek === null ? [] : [month === null ? 'At that rate it takes more than five years.' : `At that rate the target is reached in about ${writeMonth(month)}.`];
  return [still, ...rate, ...when];
}
