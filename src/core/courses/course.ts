import * as z from 'zod';
import {Id} from '../quizzes/question.ts';
import {Task} from '../tasks/task.ts';
import {RuleGroup} from './rule.ts';

/** An ISO 8601 duration in whole months, as in P24M. */
const Months = z.string().regex(/^P\d{1,3}M$/, 'Write a number of months as P24M.');

/** `docs/learn/<course>/course.yml`. The folder's name is the course's id. */
export const CourseFile = z.strictObject({
  title: z.string().min(1),
  /** Raised by hand when what the course teaches changes. */
  version: z.int().min(1),
  summary: z.string().min(1),
  minutes: z.int().min(5).max(600),
  outcomes: z.array(z.strictObject({
    id: Id,
    text: z.string().min(1),
    /** Ids of the competencies in `docs/learn/framework.yml` that it builds. */
    competencies: z.array(Id).min(1),
  })).min(1),
  lessons: z.array(z.strictObject({id: Id, practice: Id})).min(1),
  /** Id of the assessment. A short component has none: its lessons complete it. */
  assessment: Id.optional(),
  /** Tasks that people judge by a rubric. */
  tasks: z.array(Task).min(1).max(20).optional(),
  /** What must be so for the course to be complete. */
  rule: RuleGroup,
  /** How long a completion counts as current. */
  validFor: Months.optional(),
  refreshEvery: Months.optional(),
  /** Which certificates it gives. What is left out follows from the rule: see `kindsOf` in core/credentials. */
  certificates: z.strictObject({competence: z.boolean().optional(), attendance: z.boolean().optional()}).optional(),
  owner: z.string().min(1),
  reviewed: z.iso.date(),
  reviewBy: z.iso.date(),
});

/** What a lesson's own front matter says. */
export const LessonFacts = z.object({
  title: z.string().min(1),
  description: z.string().min(1),
  minutes: z.int().min(1).max(30),
  outcomes: z.array(Id).min(1),
});

export interface Lesson {
  id: string;
  title: string;
  description: string;
  minutes: number;
  /** Ids of the course's outcomes that the lesson teaches. */
  outcomes: string[];
  /** Id of the practice quiz that ends the lesson; answering it completes the lesson. */
  practice: string;
}

/** What a course's rule needs to know of another course that it names. */
export interface NamedCourse {
  id: string;
  title: string;
  /** Left out: a completion of it counts without end. */
  validFor?: string;
}

/** A course with its lessons' own facts looked up. */
export interface Course extends Omit<z.infer<typeof CourseFile>, 'lessons'> {
  id: string;
  lessons: Lesson[];
  /** The other courses that its rule names. Left out where it names none. */
  others?: NamedCourse[];
}
