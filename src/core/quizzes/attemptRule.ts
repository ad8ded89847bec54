import * as z from 'zod';
import {toLondonDay, writeDay, writeTimeOf} from '../records/londonDay.ts';

/** An ISO 8601 duration of minutes, hours or days: PT10M, PT4H, P1D. */
const Wait = z.string().regex(/^(PT\d{1,3}M|PT\d{1,3}H|P\d{1,3}D)$/, 'Write minutes as PT10M, hours as PT4H or days as P1D.');

/** How often an assessment may be taken. There is never a time limit (WCAG 2.2, 2.2.1). */
export const AttemptRule = z.strictObject({
  /** Most attempts handed in without a pass. Left out: no limit. */
  max: z.int().min(1).max(20).optional(),
  /** How long to wait after an attempt that did not pass. Left out: no wait. */
  wait: Wait.optional(),
});
export type AttemptRule = z.infer<typeof AttemptRule>;

/** What the rule needs to know of an earlier attempt at the same assessment. */
export interface EarlierAttempt {
  /** When it was handed in, as an ISO date and time. */
  at: string;
  /** Null while nobody has marked it. */
  passed: boolean | null;
}

/** Whether a new attempt may be started. */
export type StartDecision =
  | {may: true; /** Attempts left with this one; null without a limit. */ left: number | null}
  | {may: false; why: 'used-up'; max: number}
  | {may: false; why: 'wait'; /** ISO date and time from which it may. */ from: string};

const MINUTES = {M: 1, H: 60, D: 24 * 60} as const;

/** The wait in milliseconds; 0 without one. */
export function waitOf(rule: AttemptRule | null): number {
  const [, count, unit] = /(\d+)([MHD])$/.exec(rule?.wait ?? '') ?? [];
  return count === undefined ? 0 : Number(count) * MINUTES[unit as keyof typeof MINUTES] * 60_000;
}

/**
 * Decides whether somebody may start an attempt at `now` (ISO date and time), given the rule and their earlier attempts in any
 * order. After a pass there is neither limit nor wait: the result cannot get worse. An attempt from the future, from a clock that
 * was wrong, makes nobody wait longer than the rule says.
 */
export function mayStart(rule: AttemptRule | null, earlier: readonly EarlierAttempt[], now: string): StartDecision {
  if (rule === null || earlier.some(({passed}) => passed === true)) return {may: true, left: null};
  if (rule.max !== undefined && earlier.length >= rule.max) return {may: false, why: 'used-up', max: rule.max};
  const wait = waitOf(rule);
  const last = Math.max(...earlier.map(({at}) => Math.min(Date.parse(at), Date.parse(now))), Number.NEGATIVE_INFINITY);
  if (wait > 0 && Date.parse(now) < last + wait) return {may: false, why: 'wait', from: new Date(last + wait).toISOString()};
  return {may: true, left: rule.max === undefined ? null : rule.max - earlier.length};
}

/** Says to the learner why no attempt may be started. */
export function toSentence(decision: Extract<StartDecision, {may: false}>): string {
  if (decision.why === 'used-up') {
    return `You have used ${decision.max === 1 ? 'the one try' : `all ${decision.max} tries`} at this assessment. Ask your trainer what comes next.`;
  }
  return `You can try again from ${writeTimeOf(decision.from)} on ${writeDay(toLondonDay(decision.from))}. Use the time to read the lessons again.`;
}

/** Says before the start how often somebody may try, in one or two sentences. */
export function toTerms(rule: AttemptRule | null): string {
  const [, count = '', unit = ''] = /(\d+)([MHD])$/.exec(rule?.wait ?? '') ?? [];
  const wait = count === '' ? '' : ` After a try that does not pass, you wait ${count} ${{M: 'minute', H: 'hour', D: 'day'}[unit] ?? ''}${count === '1' ? '' : 's'}.`;
  return `You can try ${rule?.max === undefined ? 'as often as you like' : rule.max === 1 ? 'once' : `up to ${rule.max} times`}.${wait}`;
}
