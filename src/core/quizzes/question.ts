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

/** Three outcomes and the one between: unanswered is not wrong. */
export type QuestionOutcome = 'not-answered' | 'wrong' | 'partly' | 'right';

/** A question marked: units got of units possible. Whole numbers, always. */
export interface Marked {
  outcome: QuestionOutcome;
  got: number;
  of: number;
}

/** Takes units got and possible for an answered question, and names the outcome. */
export function toMarked(got: number, of: number): Marked {
  return {got, of, outcome: got === of ? 'right' : got === 0 ? 'wrong' : 'partly'};
}

/** The mark of a question that was left open. */
export function notAnswered(of: number): Marked {
  return {got: 0, of, outcome: 'not-answered'};
}

/** What is said about one part of an answer (an option, a row), after marking. */
export interface PartFeedback {
  /** Option or row id. */
  id: string;
  text: string;
  /** The learner chose it or filled it in. */
  chosen: boolean;
  /** Treated as it should be. Left out where saying so would give the key away. */
  right?: boolean;
  why: string;
  /** What the right answer is for this part, in words. Only with the key. */
  answer?: string;
}

/** The ids of a list, refused when one comes twice. For a schema's refinements. */
export function firstRepeated(ids: readonly string[]): string | undefined {
  return ids.find((id, index) => ids.indexOf(id) !== index);
}
