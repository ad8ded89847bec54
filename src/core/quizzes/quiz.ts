import * as z from 'zod';
import {AttemptRule} from './attemptRule.ts';
import {firstRepeated, Id} from './question.ts';
import {PRACTICE_ONLY, Question, toPublicQuestion} from './questions/index.ts';
import type {PublicQuestion} from './questions/index.ts';

/**
 * How a quiz is used. `practice` ends a lesson. `assessed` decides about a course and is marked by the service. `refresher` and
 * `skills-check` are made from practice questions. All but `assessed` ship with their answers and tell at once.
 */
export const QUIZ_MODES = ['practice', 'assessed', 'refresher', 'skills-check'] as const;
export const QuizMode = z.enum(QUIZ_MODES);
export type QuizMode = z.infer<typeof QuizMode>;

const Shuffle = z.strictObject({items: z.boolean(), options: z.boolean()});

/** The mark that passes. Until a panel of judges has sat, every pass mark is provisional and says on what it rests. */
const PassMark = z.strictObject({
  /** Of all marks, in whole percent. */
  percent: z.int().min(1).max(100),
  basis: z.enum(['provisional', 'angoff']),
  rationale: z.string().min(1),
  /** The ratings of a panel, once one has sat: room for them, and nothing in it until then. */
  panel: z.strictObject({
    on: z.iso.date(),
    /** Each judge under a letter, never a name: for each question id, the chance (0 to 1) that a person who is only just competent gets it right. */
    ratings: z.array(z.strictObject({judge: z.string().regex(/^[A-Z]$/, 'Call each judge by one capital letter.'), items: z.record(Id, z.number().min(0).max(1))})).min(2),
  }).optional(),
}).superRefine((pass, context) => {
  if (pass.basis === 'angoff' && !pass.panel) context.addIssue({code: 'custom', path: ['basis'], message: 'A pass mark by a panel needs the ratings of its judges. Write them under `panel`, or say `basis: provisional`.'});
  const repeated = firstRepeated(pass.panel?.ratings.map(({judge}) => judge) ?? []);
  if (repeated) context.addIssue({code: 'custom', path: ['panel', 'ratings'], message: `Judge \`${repeated}\` is there twice. Give each judge a letter of their own.`});
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
  /** How often it may be taken, and how long to wait in between. Left out: as often as people like, at once. */
  attempts: AttemptRule.optional(),
  /** How many questions of which outcome are drawn from which bank. */
  draw: z.array(z.strictObject({bank: Id, outcome: Id.optional(), take: z.int().min(1).max(50)})).min(1),
  shuffle: Shuffle.default({items: true, options: true}),
});

/** Questions that assessments draw from. */
const Bank = z.strictObject({
  kind: z.literal('bank'),
  title: z.string().min(1),
  items: Items.superRefine((items, context) => items.forEach(({type}, index) => {
    if (PRACTICE_ONLY.includes(type)) context.addIssue({code: 'custom', path: [index, 'type'], message: `A \`${type}\` question cannot be assessed: it tells what it asks, or has nothing to mark. Move it to a practice quiz.`});
  })),
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
  mode: QuizMode;
  pass: {percent: number; basis: 'provisional' | 'angoff'; rationale: string} | null;
  /** Null where it may be taken as often as people like. */
  attempts: AttemptRule | null;
  shuffle: {items: boolean; options: boolean};
  draw: DrawRule[];
  items: VersionedQuestion[];
}

/** True when an answer is followed at once by what there is to say about it. */
export function tellsAtOnce(mode: QuizMode): boolean {
  return mode !== 'assessed';
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
    attempts: quiz.attempts && {max: quiz.attempts.max, wait: quiz.attempts.wait},
    shuffle: {items: quiz.shuffle.items, options: quiz.shuffle.options},
    draw: quiz.draw.map(({from, take}) => ({from, take})),
    items: quiz.items.map((item) => ({...toPublicQuestion(item), version: item.version, shuffle: !('shuffle' in item) || item.shuffle})),
  };
}
