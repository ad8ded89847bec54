import * as z from 'zod';

/** Ids that authors write: small letters, digits and hyphens. A published id never changes meaning. */
export const Id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'Use small letters, digits and hyphens, for instance `closing-date`.');

/** Options carry single letters in the order written: legal in every export format, and shuffling never changes them. */
export const OptionId = z.string().regex(/^[a-z]$/, 'Use a single small letter: a, b, c.');

/** What every question has, whatever its type. */
export const QuestionBase = z.strictObject({
  /** Stable for ever: records, exports and print point at it. */
  id: Id,
  /** The id of one of the course's outcomes. Left out in samples. */
  outcome: Id.optional(),
  /** The question as the learner reads it. */
  stem: z.string().min(1),
  /** Whole marks. One mark is 60 units, so that shares of a mark stay whole numbers. */
  marks: z.int().min(1).max(10).default(1),
  /** Raised by hand when the meaning changes. The build adds a hash of the wording to it. */
  version: z.int().min(1).default(1).transform(String),
  /** `live` questions are asked. A `draft` waits for its review. A `retired` one stays here, so that its id is never used again. */
  status: z.enum(['live', 'draft', 'retired']).default('live'),
  /** Where the answer can be read. */
  source: z.strictObject({page: z.string().startsWith('/', 'Write the address on this site, for instance `/methods/focus-group/`.')}).optional(),
});

/** A choice in a question that is answered by choosing. */
export const Option = z.strictObject({
  id: OptionId,
  text: z.string().min(1),
  /** True for a right choice. Left out of the public view of an assessment. */
  right: z.boolean().optional(),
  /** Told to whoever picked it (or missed it): why it is right or wrong. Left out of the public view of an assessment. */
  why: z.string().min(1),
});
export type Option = z.infer<typeof Option>;

/** What a learner may see of an option before answering. */
export interface PublicOption {
  id: string;
  text: string;
}

/** One mark in units: divisible by 2, 3, 4, 5 and 6, so that common shares of a mark are whole numbers. */
export const UNITS_PER_MARK = 60;

/** Three outcomes and the one between: unanswered is not wrong. `noted`: answered, and nothing to mark. */
export const QUESTION_OUTCOMES = ['not-answered', 'wrong', 'partly', 'right', 'noted'] as const;
export type QuestionOutcome = (typeof QUESTION_OUTCOMES)[number];

/** A question marked: units got of units possible. Whole numbers, always. */
export interface Marked {
  outcome: QuestionOutcome;
  got: number;
  of: number;
}

/** Cuts a share of a mark (in percent) down to a whole unit, never rounding up. */
export function unitsOf(of: number, percent: number): number {
  return Math.floor((of * percent) / 100);
}

/** Takes units got and possible for an answered question, and names the outcome. */
export function toMarked(got: number, of: number): Marked {
  return {got, of, outcome: got === of ? 'right' : got === 0 ? 'wrong' : 'partly'};
}

/** The mark of a question that was left open. */
export function notAnswered(of: number): Marked {
  return {got: 0, of, outcome: 'not-answered'};
}

/** What is said about one part of an answer (an option, a row, a gap, a step), after marking. */
export interface PartFeedback {
  /** Id of the option, row, gap or step. */
  id: string;
  text: string;
  /** The learner chose it or filled it in. */
  chosen: boolean;
  /** Treated as it should be. Left out where saying so would give the key away. */
  right?: boolean;
  /** What the part earns, in percent of it, where it may earn some. */
  credit?: number;
  why: string;
  /** What the right answer is for this part, in words. Only with the key. */
  answer?: string;
}

/** What of any question may be seen before answering. Built field by field: a field added later stays private until it is named here. */
export interface PublicBase {
  id: string;
  outcome?: string;
  stem: string;
  marks: number;
}

/** Takes a question and gives what all types publish of it. */
export function toPublicBase(question: PublicBase): PublicBase {
  return {id: question.id, outcome: question.outcome, stem: question.stem, marks: question.marks};
}

/** Ids of rows, gaps and steps: digits in the order written. */
export const PlaceId = z.string().regex(/^[1-9]$/, 'Use a single digit in quotes: "1", "2".');

/** The ids of a list, refused when one comes twice. For a schema's refinements. */
export function firstRepeated(ids: readonly string[]): string | undefined {
  return ids.find((id, index) => ids.indexOf(id) !== index);
}
