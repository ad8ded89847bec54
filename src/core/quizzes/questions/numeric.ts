import * as z from 'zod';
import {notAnswered, QuestionBase, toMarked, toPublicBase, UNITS_PER_MARK, unitsOf} from '../question.ts';
import type {Marked, PartFeedback, PublicBase} from '../question.ts';
import {LONGEST_TYPED, readNumber} from './typed.ts';

/** A number is worked out and typed. */
export const schema = QuestionBase.extend({
  type: z.literal('numeric'),
  /** Shown beside the box, for instance `weeks`. */
  unit: z.string().min(1).max(30).optional(),
  answer: z.number(),
  /** Full marks within this of the answer. */
  tolerance: z.number().min(0).default(0),
  /** Some of the marks (in whole percent) within this of the answer. */
  near: z.strictObject({within: z.number().positive(), credit: z.int().min(1).max(99)}).optional(),
  /** How the answer is worked out. */
  why: z.string().min(1),
  /** Numbers that come from a known slip, each with the slip in words. */
  mistakes: z.array(z.strictObject({value: z.number(), why: z.string().min(1)})).max(5).default([]),
}).superRefine((question, context) => {
  if (question.near && question.near.within <= question.tolerance) {
    context.addIssue({code: 'custom', path: ['near', 'within'], message: `Within ${question.near.within} lies inside the tolerance of ${question.tolerance}, so it never counts. Make it wider.`});
  }
  question.mistakes.forEach(({value}, index) => {
    if (isWithin(value, question.answer, question.tolerance)) context.addIssue({code: 'custom', path: ['mistakes', index, 'value'], message: `${value} counts as right here. Name a wrong number, or narrow the tolerance.`});
  });
});
export type Numeric = z.infer<typeof schema>;

/** What was typed, as it was typed. */
export const response = z.string().max(LONGEST_TYPED);
export type NumericResponse = z.infer<typeof response>;

export interface PublicNumeric extends PublicBase {
  type: 'numeric';
  unit?: string;
}

/** What a learner may see before answering. */
export function toPublic(question: Numeric): PublicNumeric {
  return {type: 'numeric', ...toPublicBase(question), unit: question.unit};
}

/** Numbers such as 0.1 are not exact in a computer, so a hair's breadth is let pass. */
const HAIR = 1e-9;

function isWithin(value: number, answer: number, distance: number): boolean {
  return Math.abs(value - answer) <= distance + HAIR * Math.max(1, Math.abs(answer));
}

/** Full marks within the tolerance, some within `near`. What is no number is no answer. */
export function mark(question: Numeric, given: NumericResponse | undefined): Marked {
  const of = question.marks * UNITS_PER_MARK;
  const value = given === undefined ? null : readNumber(given);
  if (value === null) return notAnswered(of);
  if (isWithin(value, question.answer, question.tolerance)) return toMarked(of, of);
  return toMarked(question.near && isWithin(value, question.answer, question.near.within) ? unitsOf(of, question.near.credit) : 0, of);
}

/** The slip behind the number, if it is a known one; with the key, how the answer is worked out. */
export function explain(question: Numeric, given: NumericResponse | undefined, withKey: boolean): PartFeedback[] {
  const value = given === undefined ? null : readNumber(given);
  const {got, of} = mark(question, given);
  const right = value !== null && got === of;
  const slip = question.mistakes.find((mistake) => value !== null && isWithin(value, mistake.value, 0));
  const why = [slip?.why, withKey || right ? question.why : undefined].filter((text) => text !== undefined).join(' ');
  if (why === '') return [];
  const written = `${question.answer.toLocaleString('en-GB', {maximumFractionDigits: 6})}${question.unit === undefined ? '' : ` ${question.unit}`}`;
  return [{
    id: 'number', text: given ?? '', chosen: value !== null, right, credit: Math.floor((got * 100) / of), why,
    ...(withKey && {answer: written}),
  }];
}
