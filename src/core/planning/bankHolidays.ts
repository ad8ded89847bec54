import {addDays, dayOf, weekdayOf, yearOf} from './days.ts';
import type {Weekday} from './days.ts';

/** The parts of the UK that have bank holidays of their own. The ids are those of askwell.config.ts. */
export const REGIONS = {
  'england-and-wales': 'England and Wales',
  scotland: 'Scotland',
  'northern-ireland': 'Northern Ireland',
} as const;
export type Region = keyof typeof REGIONS;
export const REGION_IDS = Object.keys(REGIONS) as [Region, ...Region[]];

/**
 * The years for which what the rules give was held against the list that GOV.UK publishes (gov.uk/bank-holidays), as it stood in
 * autumn 2026. For other years the rules still give days, but nobody has proclaimed them yet.
 */
export const COVERED = {first: 2025, last: 2028} as const;

export interface BankHoliday {
  /** As 2026-11-22. */
  day: string;
  name: string;
}

const ALL = REGION_IDS;
const NOT_SCOTLAND: readonly Region[] = ['england-and-wales', 'northern-ireland'];

/**
 * Days with a date. One that falls on a weekend has a weekday instead. Banking and Financial Dealings Act 1971, schedule 1, and for
 * Scotland the St Andrew's Day Bank Holiday (Scotland) Act 2007. Proclamations under section 1 of the 1971 Act add New Year's Day
 * outside Scotland, the first Monday in May outside Scotland, Boxing Day and the last Monday in May in Scotland, and the substitutes
 * that the schedule does not have. The Battle of the Boyne is proclaimed each year for Northern Ireland. Outside Scotland, Good Friday
 * and Christmas Day are holidays by custom, and GOV.UK lists them with the others.
 */
const DATED: readonly {month: number; date: number; name: string; regions: readonly Region[]}[] = [
  {month: 1, date: 1, name: 'New Year’s Day', regions: ALL},
  {month: 1, date: 2, name: '2 January', regions: ['scotland']},
  {month: 3, date: 17, name: 'St Patrick’s Day', regions: ['northern-ireland']},
  {month: 7, date: 12, name: 'Battle of the Boyne', regions: ['northern-ireland']},
  {month: 11, date: 30, name: 'St Andrew’s Day', regions: ['scotland']},
  {month: 12, date: 25, name: 'Christmas Day', regions: ALL},
  {month: 12, date: 26, name: 'Boxing Day', regions: ALL},
];

/** Mondays of a month. The same sources. */
const MONDAYS: readonly {month: number; which: 'first' | 'last'; name: string; regions: readonly Region[]}[] = [
  {month: 5, which: 'first', name: 'Early May bank holiday', regions: ALL},
  {month: 5, which: 'last', name: 'Spring bank holiday', regions: ALL},
  {month: 8, which: 'first', name: 'Summer bank holiday', regions: ['scotland']},
  {month: 8, which: 'last', name: 'Summer bank holiday', regions: NOT_SCOTLAND},
];

/** Days proclaimed for one year alone (section 1(3) of the 1971 Act). 15 June 2026: proclamation of 3 February 2026. Add new ones here. */
const ONCE: readonly {day: string; name: string; regions: readonly Region[]}[] = [
  {day: '2026-06-15', name: 'World Cup bank holiday', regions: ['scotland']},
];

/** Easter Sunday in the Gregorian calendar, by the method of Meeus, Jones and Butcher. */
export function easterSunday(year: number): string {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const rest = year % 100;
  const correction = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * golden + century - Math.floor(century / 4) - correction + 15) % 30;
  const weekday = (32 + 2 * (century % 4) + 2 * Math.floor(rest / 4) - epact - (rest % 4)) % 7;
  const late = Math.floor((golden + 11 * epact + 22 * weekday) / 451);
  const count = epact + weekday - 7 * late + 114;
  return dayOf(year, Math.floor(count / 31), (count % 31) + 1);
}

const isWeekend = (day: string): boolean => ['Saturday', 'Sunday'].includes(weekdayOf(day));

/** The first or last such weekday of a month, from 1 to 12. */
export function weekdayOfMonth(which: 'first' | 'last', weekday: Weekday, year: number, month: number): string {
  let day = which === 'first' ? dayOf(year, month, 1) : addDays(month === 12 ? dayOf(year + 1, 1, 1) : dayOf(year, month + 1, 1), -1);
  while (weekdayOf(day) !== weekday) day = addDays(day, which === 'first' ? 1 : -1);
  return day;
}

/** The bank holidays of a year there, in order. A day at the weekend is given as its substitute: the next weekday that is free. */
export function bankHolidaysIn(year: number, region: Region): BankHoliday[] {
  const easter = easterSunday(year);
  const here = <T extends {regions: readonly Region[]}>(rules: readonly T[]): T[] => rules.filter(({regions}) => regions.includes(region));
  const dated = here(DATED).map(({month, date, name}) => ({day: dayOf(year, month, date), name}));
  // Those on a weekday keep their day, so that 1 January on a Sunday moves past 2 January in Scotland, as the Act has it.
  const holidays: BankHoliday[] = [
    {day: addDays(easter, -2), name: 'Good Friday'},
    ...(region === 'scotland' ? [] : [{day: addDays(easter, 1), name: 'Easter Monday'}]),
    ...here(MONDAYS).map(({month, which, name}) => ({day: weekdayOfMonth(which, 'Monday', year, month), name})),
    ...here(ONCE).filter(({day}) => yearOf(day) === year).map(({day, name}) => ({day, name})),
    ...dated.filter(({day}) => !isWeekend(day)),
  ];
  for (const {day, name} of dated.filter((one) => isWeekend(one.day))) {
    let instead = day;
    while (isWeekend(instead) || holidays.some((other) => other.day === instead)) instead = addDays(instead, 1);
    holidays.push({day: instead, name: `${name} (substitute day)`});
  }
  return holidays.sort((a, b) => (a.day < b.day ? -1 : 1));
}

/**
 * The ordinary day of local elections in a year: the first Thursday in May (Representation of the People Act 1983, section 37). Which
 * places vote in which year, and any move of the day, is for democratic services to confirm.
 */
export function localElectionDay(year: number): string {
  return weekdayOfMonth('first', 'Thursday', year, 5);
}
