import {REGIONS} from './bankHolidays.ts';
import {LENGTHS, MOST_PERIODS, PERIOD_KINDS} from './timelinePlan.ts';
import type {LengthId, Period, TimelinePlan} from './timelinePlan.ts';

type TextField = 'name' | 'region' | 'decision';

/** One change by the person at the screen: the field, what they saw in it and what they made of it. A period is added from null and removed to null. */
export type PlanEdit =
  | {[F in TextField]: {field: F; from: TimelinePlan[F]; to: TimelinePlan[F]}}[TextField]
  | {field: LengthId; from: number | null; to: number | null}
  | {field: 'period'; id: string; from: Period | null; to: Period | null};

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
const valueIn = (plan: TimelinePlan, edit: PlanEdit): unknown =>
  edit.field === 'period' ? plan.periods.find(({id}) => id === edit.id) ?? null : plan[edit.field];

function withEdit(plan: TimelinePlan, edit: PlanEdit): TimelinePlan {
  if (edit.field !== 'period') return {...plan, [edit.field]: edit.to};
  const {id, to} = edit;
  if (to === null) return {...plan, periods: plan.periods.filter((period) => period.id !== id)};
  if (plan.periods.some((period) => period.id === id)) return {...plan, periods: plan.periods.map((period) => (period.id === id ? to : period))};
  return plan.periods.length < MOST_PERIODS ? {...plan, periods: [...plan.periods, to]} : plan;
}

/**
 * Makes a change to the plan as it is stored by now, which another tab may have changed meanwhile. Touches one field or one period only.
 * `overwritten`: what somebody else wrote there and the person making the change never saw, in words; null when there is no such thing.
 */
export function applyPlanEdit(stored: TimelinePlan, edit: PlanEdit): {plan: TimelinePlan; overwritten: string | null} {
  const found = valueIn(stored, edit);
  const unseen = found !== null && found !== '' && !isSame(found, edit.from) && !isSame(found, edit.to);
  return {plan: withEdit(stored, edit), overwritten: unseen ? wordsOf(found) : null};
}

function wordsOf(found: unknown): string {
  if (typeof found !== 'object' || found === null) return String(found);
  const {kind, name, from, to} = found as Period;
  return `${PERIOD_KINDS[kind]}${name === '' ? '' : `, ${name}`}: ${from || 'no first day'} to ${to || 'no last day'}`;
}

/** The field that an edit changes, in words. */
export function boxOf(edit: PlanEdit): string {
  switch (edit.field) {
    case 'name': return 'Name of the consultation';
    case 'region': return `Part of the UK (${Object.values(REGIONS).join(', ')})`;
    case 'decision': return 'Day of the decision';
    case 'period': return `Time that does not count: ${edit.to?.name || edit.from?.name || 'a period'}`;
    default: return LENGTHS[edit.field].label;
  }
}

/** The edit that takes another back. */
export function inverseOf(edit: PlanEdit): PlanEdit {
  // The two ends have the same type; the compiler cannot see it through the union.
  return {...edit, from: edit.to, to: edit.from} as PlanEdit;
}

/** Adds an edit to those that can be undone, the latest last. Letters typed one after the other into one box are one edit. */
export function withDone(done: readonly PlanEdit[], edit: PlanEdit): PlanEdit[] {
  const last = done.at(-1);
  const isSameBox = last !== undefined && last.field === edit.field && (last.field !== 'period' || (edit.field === 'period' && last.id === edit.id));
  const isWhole = edit.field === 'period' && (edit.from === null || edit.to === null);
  if (!isSameBox || isWhole || !isSame(last.to, edit.from)) return [...done, edit];
  return [...done.slice(0, -1), {...edit, from: last.from} as PlanEdit];
}
