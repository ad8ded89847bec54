import * as z from 'zod';
import {Id} from '../quizzes/question.ts';

/** What an assessor can say of one criterion, from the least on. */
export const TASK_LEVELS = ['not-yet', 'competent', 'strong'] as const;
export const TaskLevel = z.enum(TASK_LEVELS);
export type TaskLevel = z.infer<typeof TaskLevel>;

/** What may be handed in. */
export const EVIDENCE_KINDS = ['text', 'link'] as const;

const Sentence = z.string().trim().min(1).max(400);

/** One line of a rubric: something to look for in what was handed in, and what each level of it looks like. */
export const Criterion = z.strictObject({
  /** Id of the outcome of the course that it proves. */
  outcome: Id,
  /** What to look for, as a sentence. */
  criterion: Sentence,
  /** What each level looks like, one sentence each. */
  levels: z.strictObject({'not-yet': Sentence, competent: Sentence, strong: Sentence}),
});
export type Criterion = z.infer<typeof Criterion>;

/** A judged task of a course, as `course.yml` has it under `tasks`. */
export const Task = z.strictObject({
  id: Id,
  title: z.string().min(1).max(120),
  /** What to hand in, in two to five sentences. */
  brief: z.string().min(1).max(2000),
  evidence: z.array(z.enum(EVIDENCE_KINDS)).min(1).max(2),
  /** How long a text may be. Left out: up to the room that every text has. */
  words: z.strictObject({least: z.int().min(1).max(5000), most: z.int().min(1).max(5000)}).optional(),
  rubric: z.array(Criterion).min(1).max(20),
  /** How many people judge each hand-in: 1 or 2. */
  assessors: z.int().min(1).max(2),
  /** Percent of hand-ins that a second assessor judges too, where one is enough for the others. */
  sample: z.int().min(0).max(100),
});
export type Task = z.infer<typeof Task>;
