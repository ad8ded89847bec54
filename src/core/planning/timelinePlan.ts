import * as z from 'zod';
import {REGION_IDS} from './bankHolidays.ts';
import type {Region} from './bankHolidays.ts';
import {daysBetween, yearOf} from './days.ts';

interface Length {
  label: string;
  unit: 'working days' | 'weeks';
  least: number;
  most: number;
  /** What a new timeline begins with. */
  usual: number;
  hint: string;
}

/**
 * The lengths that a person sets, in the order in which they are counted back from the decision. The figures are practice judgement,
 * those of docs/toolkit/journey/time.md and docs/toolkit/duties/time-to-respond.md, apart from twelve weeks, which is the norm of old
 * codes, and five clear days (Local Government Act 1972, section 100B, as amended for councils in England by SI 2002/715).
 */
export const LENGTHS = {
  papersDays: {label: 'Clear working days between the report deadline and the meeting', unit: 'working days', least: 0, most: 60, usual: 5,
    hint: 'Clear days leave out the deadline and the meeting itself. Councils in England publish at least five clear days ahead. Your committee team may want the report sooner: use their figure.'},
  reportDays: {label: 'Working days to write, check and agree the report', unit: 'working days', least: 0, most: 60, usual: 10,
    hint: 'One or two working weeks for legal, finance and equality leads.'},
  analysisWeeks: {label: 'Weeks to read and analyse the replies', unit: 'weeks', least: 0, most: 26, usual: 6,
    hint: 'A week for every two weeks open, and at least two.'},
  openWeeks: {label: 'Weeks open for replies', unit: 'weeks', least: 1, most: 52, usual: 12,
    hint: 'Twelve is a norm of old codes and compacts. It is not the law. Choose what your people and papers need.'},
  formatWeeks: {label: 'Weeks to make other formats and translations', unit: 'weeks', least: 0, most: 26, usual: 3,
    hint: 'Between the final text and the opening, so that every format is ready on the first day. Ask your suppliers.'},
  draftWeeks: {label: 'Weeks to write, test and approve the papers', unit: 'weeks', least: 0, most: 26, usual: 5,
    hint: 'Four to six, with a test of the questions on real people.'},
  noticeWeeks: {label: 'Weeks of notice to groups', unit: 'weeks', least: 0, most: 26, usual: 3,
    hint: 'Two to four, so that groups can put it on an agenda. This runs beside the two stages above.'},
} as const satisfies Record<string, Length>;
export type LengthId = keyof typeof LENGTHS;
export const LENGTH_IDS = Object.keys(LENGTHS) as LengthId[];

/** Why days are left out of the time that people have. */
export const PERIOD_KINDS = {
  'school-holiday': 'School holiday',
  'pre-election': 'Pre-election period',
  other: 'Other time when people are away or busy',
} as const;
export type PeriodKind = keyof typeof PERIOD_KINDS;
export const PERIOD_KIND_IDS = Object.keys(PERIOD_KINDS) as [PeriodKind, ...PeriodKind[]];

/** Most characters of a name and most periods, so that a slip of the hand cannot fill the device. */
export const LONGEST_NAME = 200;
export const MOST_PERIODS = 30;

const DayOrNothing = z.union([z.literal(''), z.iso.date()]);
const Count = z.number().int().min(0).max(999).nullable();

/** Days that do not count as time to reply. Either date may be empty while it is typed. Both dates are in it. */
export const Period = z.strictObject({
  id: z.string().min(1).max(100),
  kind: z.enum(PERIOD_KIND_IDS),
  name: z.string().max(LONGEST_NAME),
  from: DayOrNothing,
  to: DayOrNothing,
});
export type Period = z.infer<typeof Period>;

/** What a person sets, as the device keeps it. A length is null while its box is empty. */
export const TimelinePlan = z.strictObject({
  /** Of this form. Raised when its fields change. */
  version: z.literal(1),
  /** Stays the same for as long as the timeline lives: the calendar file builds on it. */
  id: z.string().min(1).max(100),
  name: z.string().max(LONGEST_NAME),
  region: z.enum(REGION_IDS),
  decision: DayOrNothing,
  ...(Object.fromEntries(LENGTH_IDS.map((id) => [id, Count])) as Record<LengthId, typeof Count>),
  periods: z.array(Period).max(MOST_PERIODS),
});
export type TimelinePlan = z.infer<typeof TimelinePlan>;

/** A new timeline with the usual lengths and no dates. */
export function startPlan(id: string, region: Region): TimelinePlan {
  const usual = Object.fromEntries(LENGTH_IDS.map((length) => [length, LENGTHS[length].usual])) as Record<LengthId, number>;
  return {version: 1, id, name: '', region, decision: '', ...usual, periods: []};
}

/** The name to show. It may be empty while somebody types. */
export function planName({name}: Pick<TimelinePlan, 'name'>): string {
  return name.trim() || 'Consultation without a name';
}

/** Reads what a device kept, or null when it is no timeline that this version of the site understands. */
export function parsePlan(stored: unknown): TimelinePlan | null {
  const checked = TimelinePlan.safeParse(stored);
  return checked.success ? checked.data : null;
}

/** How the keys begin under which a device keeps timelines. */
export const TIMELINES_KEPT_UNDER = 'timeline/';

/** The key of the one timeline that a person has on a device; null for whoever is not signed in. */
export function timelineKeyOf(personId: string | null): string {
  return TIMELINES_KEPT_UNDER + (personId ?? 'not-signed-in');
}

/**
 * Which timeline of those on the device to open: the person's own, else the one made while nobody was signed in, else a new one of theirs.
 * Takes the rows kept and who is signed in (null: nobody).
 */
export function timelineToOpen(rows: readonly {key: string}[], personId: string | null): string {
  const has = (key: string): boolean => rows.some((row) => row.key === key);
  return has(timelineKeyOf(personId)) || !has(timelineKeyOf(null)) ? timelineKeyOf(personId) : timelineKeyOf(null);
}

/** Who owns what is kept under a key: what was made while nobody was signed in stays nobody's, whoever goes on with it. */
export function timelineOwnerOf(key: string, personId: string | null): string | null {
  return key === timelineKeyOf(null) ? null : personId;
}

/** Something to put right: the field or the id of the period, and a sentence that says how. */
export interface Fault {
  at: string;
  sentence: string;
}

/** Dates are read from 2000 to 2100. Outside that, the date is a slip of the keyboard. */
const YEARS = {first: 2000, last: 2100} as const;
const isYearRight = (day: string): boolean => yearOf(day) >= YEARS.first && yearOf(day) <= YEARS.last;

/** Longest period, in days. A longer one is most likely a wrong year. */
const LONGEST_PERIOD = 200;

/** What keeps the dates from being worked out. */
export function faultsOf(plan: TimelinePlan): Fault[] {
  const faults: Fault[] = [];
  if (plan.decision !== '' && !isYearRight(plan.decision)) faults.push({at: 'decision', sentence: `Write the year of the decision with four figures, from ${YEARS.first} to ${YEARS.last}.`});
  for (const id of LENGTH_IDS) {
    const {least, most, unit} = LENGTHS[id];
    const given = plan[id];
    if (given === null || given < least || given > most) faults.push({at: id, sentence: `Write a whole number of ${unit} from ${least} to ${most}.`});
  }
  return faults;
}

/** What is wrong with a period, or null when it can be used. A period with a fault is left out of the count. */
export function periodFault({from, to}: Period): string | null {
  if (from === '' || to === '') return 'Fill in both dates. Until then this period is left out.';
  if (!isYearRight(from) || !isYearRight(to)) return `Write the years with four figures, from ${YEARS.first} to ${YEARS.last}. Until then this period is left out.`;
  if (to < from) return 'The last day is before the first day. Swap them or correct one. Until then this period is left out.';
  if (daysBetween(from, to) >= LONGEST_PERIOD) return `This period is longer than ${LONGEST_PERIOD} days. Check the years. Until then it is left out.`;
  return null;
}

/** The periods that can be used, the earliest first. */
export function usablePeriods({periods}: TimelinePlan): Period[] {
  return periods.filter((period) => periodFault(period) === null).sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
}
