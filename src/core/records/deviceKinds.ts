import {VISIT_KEPT_UNDER} from '../network/visit.ts';
import {JUDGEMENT_DRAFTS_KEPT_UNDER, TASK_DRAFTS_KEPT_UNDER} from '../tasks/draft.ts';
import {keptThings} from '../planning/keptThings.ts';
import {KEPT_AS as CALCULATION, parseKept as parseCalculation} from '../planning/sampleSize.ts';
import {writeSampleCode} from '../planning/sampleSizeCode.ts';
import {KEPT_UNDER as STAKEHOLDERS, parseKept as parseStakeholders} from '../planning/stakeholders.ts';
import {timelineKeyOf} from '../planning/timelinePlan.ts';
import {DRAFTS_KEPT_UNDER} from '../points/kept.ts';
import type {DeviceRows} from './wholeDevice.ts';

type KeptRow = DeviceRows['kept'][number];
type Part = keyof DeviceRows;

/** What the parts of a device are called, apart from the things of tools. */
export const PARTS: Record<Exclude<Part, 'kept'>, string> = {
  attempts: 'Attempts at practice questions and assessments', responses: 'Answers', outbox: 'Attempts handed in', results: 'Results from the record service',
  ticks: 'Pages with ticks on a checklist', settings: 'Settings of this site',
};

/** What sort of thing a tool keeps, in words. */
export function kindOf(row: KeptRow): string {
  const known = keptThings([row], row.owner)[0];
  if (known) return known.kind;
  if (row.key.startsWith(DRAFTS_KEPT_UNDER)) return 'Report being written';
  if (row.key.startsWith(TASK_DRAFTS_KEPT_UNDER)) return 'Judged task being written';
  if (row.key.startsWith(JUDGEMENT_DRAFTS_KEPT_UNDER)) return 'Judgement being written';
  if (row.key.startsWith(VISIT_KEPT_UNDER)) return 'When you were last here';
  return 'Other thing that a tool keeps';
}

/** Rows that a page makes or leaves behind without anything in them. They stand in the way of nothing and go nowhere. */
export function isEmpty({key, value}: KeptRow): boolean {
  if (key === CALCULATION) {
    const calculation = parseCalculation(value);
    return calculation !== null && writeSampleCode(calculation) === '';
  }
  if (!key.startsWith(STAKEHOLDERS)) return false;
  const list = parseStakeholders(value);
  return list !== null && list.entries.length === 0 && list.title.trim() === '';
}

/** What is inside, with counts, for people. Kinds of which there is nothing are left out. */
export function countRows(rows: DeviceRows): {what: string; count: number}[] {
  const kinds = new Map<string, number>();
  for (const row of rows.kept) if (!isEmpty(row)) kinds.set(kindOf(row), (kinds.get(kindOf(row)) ?? 0) + 1);
  const counts = (Object.keys(PARTS) as (keyof typeof PARTS)[]).map((part) => ({what: PARTS[part], count: rows[part].length}));
  return [...counts.slice(0, 4), ...[...kinds].map(([what, count]) => ({what, count})), ...counts.slice(4)].filter(({count}) => count > 0);
}

/** The key under which nobody's thing of the same kind is kept. Some kinds have one thing for each person. */
export function nobodysKey({key, owner}: KeptRow): string {
  if (owner !== null && key === timelineKeyOf(owner)) return timelineKeyOf(null);
  return key === `${STAKEHOLDERS}${owner}` ? `${STAKEHOLDERS}device` : key;
}
