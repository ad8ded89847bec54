import * as z from 'zod';
import * as gap from './gap.ts';
import * as match from './match.ts';
import * as multi from './multi.ts';
import * as numeric from './numeric.ts';
import * as order from './order.ts';
import * as reflection from './reflection.ts';
import * as scenario from './scenario.ts';
import * as shortText from './shortText.ts';
import * as single from './single.ts';
import * as trueFalse from './trueFalse.ts';
import {normalise, readNumber} from './typed.ts';
import type {Marked, PartFeedback} from '../question.ts';

/** Every question type. A new one is a file here, a component, a sample quiz and one line in each of these lists. */
export const QUESTION_TYPES = ['single', 'multi', 'true-false', 'match', 'order', 'gap', 'numeric', 'short-text', 'scenario', 'reflection'] as const;
export type QuestionType = (typeof QUESTION_TYPES)[number];

/**
 * Types that only practice may use. A scenario tells what follows from each choice, which gives the better choice away; a reflection
 * has nothing to mark.
 */
export const PRACTICE_ONLY: readonly QuestionType[] = ['scenario', 'reflection'];

export const Question = z.discriminatedUnion('type', [
  single.schema, multi.schema, trueFalse.schema, match.schema, order.schema, gap.schema, numeric.schema, shortText.schema, scenario.schema, reflection.schema,
]);
export type Question = z.infer<typeof Question>;

export type PublicQuestion = single.PublicSingle | multi.PublicMulti | trueFalse.PublicTrueFalse | match.PublicMatch | order.PublicOrder
  | gap.PublicGap | numeric.PublicNumeric | shortText.PublicShortText | scenario.PublicScenario | reflection.PublicReflection;

/** An answer to any type of question; each type says which form it takes. */
export const Response = z.union([z.boolean(), z.string().max(reflection.LONGEST_REFLECTION), z.array(z.string().max(100)).max(26), z.record(z.string().max(10), z.string().max(100))]);
export type Response = z.infer<typeof Response>;

/** Takes a question and gives what a learner may see of it before answering. */
export function toPublicQuestion(question: Question): PublicQuestion {
  switch (question.type) {
    case 'single': return single.toPublic(question);
    case 'multi': return multi.toPublic(question);
    case 'true-false': return trueFalse.toPublic(question);
    case 'match': return match.toPublic(question);
    case 'order': return order.toPublic(question);
    case 'gap': return gap.toPublic(question);
    case 'numeric': return numeric.toPublic(question);
    case 'short-text': return shortText.toPublic(question);
    case 'scenario': return scenario.toPublic(question);
    case 'reflection': return reflection.toPublic(question);
  }
}

/** The ids that an option order of this question is made of, in the order written. The steps of a scenario share one order of letters. */
export function optionIds(question: PublicQuestion): string[] {
  switch (question.type) {
    case 'single': case 'multi': case 'order': return question.options.map(({id}) => id);
    case 'match': return question.targets.map(({id}) => id);
    case 'scenario': return [...new Set(question.steps.flatMap(({options}) => options.map(({id}) => id)))].sort();
    case 'true-false': case 'gap': case 'numeric': case 'short-text': case 'reflection': return [];
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
    case 'gap': {
      const given = gap.response.safeParse(value);
      return given.success && Object.entries(given.data).every(([id, text]) => {
        const place = question.gaps.find((each) => each.id === id);
        return place !== undefined && (!place.options || place.options.some((option) => option.id === text));
      });
    }
    case 'numeric': return numeric.response.safeParse(value).success;
    case 'short-text': return shortText.response.safeParse(value).success;
    case 'scenario': {
      const given = scenario.response.safeParse(value);
      return given.success && Object.entries(given.data).every(([id, chosen]) => question.steps.some((step) => step.id === id && step.options.some((option) => option.id === chosen)));
    }
    case 'reflection': return reflection.response.safeParse(value).success;
  }
}

/** True when the learner has given enough to be marked: a choice, every row, a whole order, a number, a case played to its end. */
export function isAnswered(question: PublicQuestion, value: Response | undefined): boolean {
  if (value === undefined || !isAnswerTo(question, value)) return false;
  switch (question.type) {
    case 'single': case 'true-false': case 'reflection': return true;
    case 'multi': return Array.isArray(value) && value.length > 0;
    case 'match': return Object.keys(value).length === question.rows.length;
    case 'order': return Array.isArray(value) && value.length === question.options.length;
    case 'gap': { const given = gap.response.safeParse(value).data; return question.gaps.every(({id}) => gap.isFilled(given, id)); }
    case 'numeric': return typeof value === 'string' && readNumber(value) !== null;
    case 'short-text': return typeof value === 'string' && normalise(value) !== '';
    case 'scenario': return scenario.pathOf(question.steps, scenario.response.safeParse(value).data).open === null;
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
    case 'gap': return gap.mark(question, gap.response.safeParse(given).data);
    case 'numeric': return numeric.mark(question, numeric.response.safeParse(given).data);
    case 'short-text': return shortText.mark(question, shortText.response.safeParse(given).data);
    case 'scenario': return scenario.mark(question, scenario.response.safeParse(given).data);
    case 'reflection': return reflection.mark(question, reflection.response.safeParse(given).data);
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
    case 'gap': return gap.explain(question, gap.response.safeParse(given).data, withKey);
    case 'numeric': return numeric.explain(question, numeric.response.safeParse(given).data, withKey);
    case 'short-text': return shortText.explain(question, shortText.response.safeParse(given).data, withKey);
    case 'scenario': return scenario.explain(question, scenario.response.safeParse(given).data, withKey);
    case 'reflection': return reflection.explain(question);
  }
}

/**
 * An answer as it may leave the device: a reflection without its words, which are nobody else's business; everything else as given.
 */
export function toSendable(question: PublicQuestion, given: Response): Response {
  return question.type === 'reflection' ? '' : given;
}
