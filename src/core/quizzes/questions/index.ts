import * as z from 'zod';
import * as match from './match.ts';
import * as multi from './multi.ts';
import * as order from './order.ts';
import * as single from './single.ts';
import * as trueFalse from './trueFalse.ts';
import type {Marked, PartFeedback} from '../question.ts';

/** Every question type. A new one is a file here, a component, a sample quiz and one line in each of these lists. */
export const QUESTION_TYPES = ['single', 'multi', 'true-false', 'match', 'order'] as const;
export type QuestionType = (typeof QUESTION_TYPES)[number];

export const Question = z.discriminatedUnion('type', [single.schema, multi.schema, trueFalse.schema, match.schema, order.schema]);
export type Question = z.infer<typeof Question>;

export type PublicQuestion = single.PublicSingle | multi.PublicMulti | trueFalse.PublicTrueFalse | match.PublicMatch | order.PublicOrder;

/** An answer to any type of question; each type says which form it takes. */
export const Response = z.union([z.boolean(), z.string().max(100), z.array(z.string().max(100)).max(26), z.record(z.string().max(10), z.string().max(100))]);
export type Response = z.infer<typeof Response>;

/** Takes a question and gives what a learner may see of it before answering. */
export function toPublicQuestion(question: Question): PublicQuestion {
  switch (question.type) {
    case 'single': return single.toPublic(question);
    case 'multi': return multi.toPublic(question);
    case 'true-false': return trueFalse.toPublic(question);
    case 'match': return match.toPublic(question);
    case 'order': return order.toPublic(question);
  }
}

/** The ids that an option order of this question is made of, in the order written. */
export function optionIds(question: PublicQuestion): string[] {
  switch (question.type) {
    case 'single': case 'multi': case 'order': return question.options.map(({id}) => id);
    case 'match': return question.targets.map(({id}) => id);
    case 'true-false': return [];
  }
}

/** True when the value has the form of an answer to this question and names only what the question holds. */
export function isAnswerTo(question: PublicQuestion, value: unknown): value is Response {
  const known = (ids: readonly string[]) => ids.every((id) => optionIds(question).includes(id));
  switch (question.type) {
    case 'single': { const given = single.response.safeParse(value); return given.success && known([given.data]); }
    case 'multi': { const given = multi.response.safeParse(value); return given.success && known(given.data); }
    case 'true-false': return trueFalse.response.safeParse(value).success;
    case 'match': {
      const given = match.response.safeParse(value);
      return given.success && known(Object.values(given.data)) && Object.keys(given.data).every((id) => question.rows.some((row) => row.id === id));
    }
    case 'order': { const given = order.response.safeParse(value); return given.success && known(given.data); }
  }
}

/** True when the learner has given enough to be marked: a choice, every row, a whole order. */
export function isAnswered(question: PublicQuestion, value: Response | undefined): boolean {
  if (value === undefined || !isAnswerTo(question, value)) return false;
  switch (question.type) {
    case 'single': case 'true-false': return true;
    case 'multi': return Array.isArray(value) && value.length > 0;
    case 'match': return Object.keys(value).length === question.rows.length;
    case 'order': return Array.isArray(value) && value.length === question.options.length;
  }
}

/** Marks one answer. `undefined`, and anything that is no answer to this question, is not answered, which is not wrong. */
export function markQuestion(question: Question, given: unknown): Marked {
  switch (question.type) {
    case 'single': return single.mark(question, single.response.safeParse(given).data);
    case 'multi': return multi.mark(question, multi.response.safeParse(given).data);
    case 'true-false': return trueFalse.mark(question, trueFalse.response.safeParse(given).data);
    case 'match': return match.mark(question, match.response.safeParse(given).data);
    case 'order': return order.mark(question, order.response.safeParse(given).data);
  }
}

/** What to tell the learner about an answer. Without the key, nothing that gives away the answer to what was missed. */
export function explainQuestion(question: Question, given: unknown, withKey: boolean): PartFeedback[] {
  switch (question.type) {
    case 'single': return single.explain(question, single.response.safeParse(given).data, withKey);
    case 'multi': return multi.explain(question, multi.response.safeParse(given).data, withKey);
    case 'true-false': return trueFalse.explain(question, trueFalse.response.safeParse(given).data, withKey);
    case 'match': return match.explain(question, match.response.safeParse(given).data, withKey);
    case 'order': return order.explain(question, order.response.safeParse(given).data, withKey);
  }
}
