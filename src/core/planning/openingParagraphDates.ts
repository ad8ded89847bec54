import {writeDay} from '../records/londonDay.ts';
import {weekdayOf} from './days.ts';

const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'] as const;
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'] as const;
const MONTH = '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
const WEEKDAY = '(?:(mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?,? )?';

const IN_WORDS = new RegExp(`^${WEEKDAY}(?:the )?(\\d{1,2})(?:st|nd|rd|th)?,? (?:of )?${MONTH}\\.?(?:,? (\\d+))?$`, 'i');
const IN_FIGURES = /^(\d{1,2}) ?[/.-] ?(\d{1,2})(?: ?[/.-] ?(\d+))?$/;
const ISO = /^(\d{4})-(\d{2})-(\d{2})$/;
const NUMBER = '(?:\\d+|two|three|four|five|six|seven|eight|nine|ten|twelve|fourteen|twenty-eight)';
/** "Within 28 days", wherever it stands. */
export const WITHIN = new RegExp(`\\bwithin (?:the next )?${NUMBER} (?:working |calendar )?(?:days?|weeks?|months?)\\b`, 'i');
/** A period where a date should be: "in six weeks", "28 days". */
const COUNTED = new RegExp(`^(?:(?:with)?in |after |for )?(?:the next )?${NUMBER} (?:working |calendar )?(?:days?|weeks?|months?)\\b`, 'i');

/** What a typed date turned out to be. */
export type ReadDay =
  | {kind: 'empty'}
  /** As 2027-05-28. */
  | {kind: 'day'; day: string}
  /** Its weekday belongs to another date. */
  | {kind: 'wrong-weekday'; day: string; said: string}
  | {kind: 'no-year'}
  /** A period instead of a date. */
  | {kind: 'counted'}
  | {kind: 'impossible'}
  | {kind: 'unread'};

/** A calendar day as people in the UK read it, with its weekday: Friday 28 May 2027. */
export function writeFullDay(day: string): string {
  return `${weekdayOf(day)} ${writeDay(day)}`;
}

function dayOf(year: string | undefined, month: number, date: number, said?: string): ReadDay {
  // A year in two figures reads as a day or a month, so it has to be written out.
  if (year?.length !== 4) return {kind: 'no-year'};
  const day = `${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`;
  const moment = new Date(`${day}T00:00:00Z`);
  if (Number.isNaN(moment.getTime()) || moment.toISOString().slice(0, 10) !== day) return {kind: 'impossible'};
  const wrong = said !== undefined && !weekdayOf(day).toLowerCase().startsWith(said.toLowerCase().slice(0, 3));
  return wrong ? {kind: 'wrong-weekday', day, said: WEEKDAYS.find((each) => each.toLowerCase().startsWith(said.toLowerCase().slice(0, 3))) ?? said} : {kind: 'day', day};
}

/** Reads a date as people in the UK type it: 28 May 2027, Friday 28th of May, 28/5/2027. Figures are day, month, year. Never throws. */
export function readDay(typed: string): ReadDay {
  const text = typed.replace(/\s+/g, ' ').trim().replace(/[.,]$/, '');
  if (text === '') return {kind: 'empty'};
  const iso = ISO.exec(text);
  if (iso) return dayOf(iso[1], Number(iso[2]), Number(iso[3]));
  const words = IN_WORDS.exec(text);
  if (words) return dayOf(words[4], MONTHS.findIndex((month) => words[3]?.toLowerCase().startsWith(month)) + 1, Number(words[2]), words[1]);
  const figures = IN_FIGURES.exec(text);
  if (figures) return dayOf(figures[3], Number(figures[2]), Number(figures[1]));
  return {kind: COUNTED.test(text) ? 'counted' : 'unread'};
}

/** What a typed time of day turned out to be. `words`: as the GOV.UK style guide writes it, such as 5:30pm or midday. */
export type ReadTime = {kind: 'empty' | 'unread' | 'no-half' | 'midnight'} | {kind: 'time'; words: string};

/** Reads a time of day: 5pm, 5.30 p.m., 17:00, noon. Never throws. */
export function readTime(typed: string): ReadTime {
  const text = typed.toLowerCase().replace(/[\s.]+(?=[ap]\.?\s?m\b)/g, '').replace(/([ap])\.\s?m\.?/g, '$1m').replace(/\s+/g, ' ').trim();
  if (text === '') return {kind: 'empty'};
  if (/^(?:12 )?(?:noon|midday)$|^12(?:[:.]00)?pm$/.test(text)) return {kind: 'time', words: 'midday'};
  if (/^(?:12 )?midnight$|^12(?:[:.]00)?am$|^(?:00|24)[:.]00$/.test(text)) return {kind: 'midnight'};
  const [, hours = '', minutes = '00', half] = /^(\d{1,2})(?:[:.](\d{2}))?(am|pm)?$/.exec(text) ?? [];
  const hour = Number(hours);
  if (hours === '' || Number(minutes) > 59 || hour > 23 || (half !== undefined && (hour < 1 || hour > 12))) return {kind: 'unread'};
  // "5:00" may be meant for the afternoon; "05:00" and "17:00" are the 24-hour clock.
  if (half === undefined && hours.length === 1) return {kind: 'no-half'};
  if (half === undefined && hour > 0 && hour < 13 && !hours.startsWith('0')) return hour === 12 && minutes === '00' ? {kind: 'time', words: 'midday'} : {kind: 'no-half'};
  const end = half ?? (hour < 12 ? 'am' : 'pm');
  return {kind: 'time', words: `${hour % 12 || 12}${minutes === '00' ? '' : `:${minutes}`}${end}`};
}
