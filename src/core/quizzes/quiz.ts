import * as z from 'zod';
import {firstRepeated, Id} from './question.ts';
import {Question, toPublicQuestion} from './questions/index.ts';
import type {PublicQuestion} from './questions/index.ts';

const Shuffle = z.strictObject({items: z.boolean(), options: z.boolean()});

/** The mark that passes. Until a panel of judges has sat, every pass mark is provisional and says on what it rests. */
const PassMark = z.strictObject({
  /** Of all marks, in whole percent. */
  percent: z.int().min(1).max(100),
  basis: z.enum(['provisional', 'angoff']),
  rationale: z.string().min(1),
});

const Items = z.array(Question).min(1).superRefine((items, context) => {
  const repeated = firstRepeated(items.map((item) => item.id));
  if (repeated) {
    const path = [items.findLastIndex((item) => item.id === repeated), 'id'];
    context.addIssue({code: 'custom', path, message: `\`${repeated}\` is there twice. Give each question its own id.`});
  }
});

/** Ships with its answers, for feedback at once and without a network. Never leads to a certificate by itself. */
const PracticeQuiz = z.strictObject({
  kind: z.literal('quiz'),
  title: z.string().min(1),
  mode: z.literal('practice'),
  shuffle: Shuffle.default({items: false, options: true}),
  items: Items,
});

/** Ships its questions only; the service marks it. */
const AssessedQuiz = z.strictObject({
  kind: z.literal('quiz'),
  title: z.string().min(1),
  mode: z.literal('assessed'),
  pass: PassMark,
  /** How many questions of which outcome are drawn from which bank. */
  draw: z.array(z.strictObject({bank: Id, outcome: Id.optional(), take: z.int().min(1).max(50)})).min(1),
  shuffle: Shuffle.default({items: true, options: true}),
});

/** Questions that assessments draw from. */
const Bank = z.strictObject({
  kind: z.literal('bank'),
  title: z.string().min(1),
  items: Items,
});

/** A file of `quizzes/`: a quiz or a bank. The file's name is its id. */
export const QuizFile = z.discriminatedUnion('kind', [z.discriminatedUnion('mode', [PracticeQuiz, AssessedQuiz]), Bank]);
export type QuizFile = z.infer<typeof QuizFile>;

/** A question and the hash of its content, so that an attempt can say which wording was answered. */
export type VersionedQuestion = Question & {version: string};

/** How many questions are drawn, and from which of the quiz's items. */
export interface DrawRule {
  /** Ids that the rule may take from. */
  from: string[];
  take: number;
}

/** A quiz with its banks looked up. `version` is a hash of all that decides a mark. Holds the answers. */
export interface Quiz {
  id: string;
  version: string;
  title: string;
  mode: 'practice' | 'assessed';
  pass: {percent: number; basis: 'provisional' | 'angoff'; rationale: string} | null;
  shuffle: {items: boolean; options: boolean};
  draw: DrawRule[];
  items: VersionedQuestion[];
}

/** What anybody may see of a quiz. */
export interface PublicQuiz extends Omit<Quiz, 'items'> {
  items: (PublicQuestion & {version: string; shuffle: boolean})[];
}

/** Takes a quiz and gives what may be published of it: no answers, no explanations. Built field by field. */
export function toPublicQuiz(quiz: Quiz): PublicQuiz {
  return {
    id: quiz.id, version: quiz.version, title: quiz.title, mode: quiz.mode,
    pass: quiz.pass && {percent: quiz.pass.percent, basis: quiz.pass.basis, rationale: quiz.pass.rationale},
    shuffle: {items: quiz.shuffle.items, options: quiz.shuffle.options},
    draw: quiz.draw.map(({from, take}) => ({from, take})),
    items: quiz.items.map((item) => ({...toPublicQuestion(item), version: item.version, shuffle: !('shuffle' in item) || item.shuffle})),
  };
}
