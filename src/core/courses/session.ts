import * as z from 'zod';
import {problemAt} from '../problem.ts';
import type {Problem, SourceText} from '../problem.ts';
import {Id} from '../quizzes/question.ts';
import type {Question} from '../quizzes/questions/index.ts';
import type {Quiz} from '../quizzes/quiz.ts';
import type {Course} from './course.ts';
import {PART_KINDS} from './partKinds.ts';
import type {PartKind} from './partKinds.ts';

const KINDS = Object.keys(PART_KINDS) as [PartKind, ...PartKind[]];

/** A text of so many words: enough to be of use in a room, and short enough to be read at a glance. */
function inWords(least: number, most: number): z.ZodString {
  return z.string().superRefine((text, context) => {
    const words = text.split(/\s+/).filter((word) => word !== '').length;
    if (words < least || words > most) context.addIssue({code: 'custom', message: `This has ${words} ${words === 1 ? 'word' : 'words'}. Write ${least} to ${most}.`});
  });
}

const Part = z.strictObject({
  kind: z.enum(KINDS),
  title: z.string().min(1),
  minutes: z.int().min(1).max(240),
  /** Id of a lesson of this course, which is shown on the big screen. */
  lesson: Id.optional(),
  /** Id of a practice question of this course, which is asked of the room. */
  question: Id.optional(),
  /** What the trainer says first. Left out in breaks. */
  say: inWords(10, 60).optional(),
  /** What to listen for, common mistakes, what to cut if time is short. Left out in breaks. */
  notes: inWords(20, 120).optional(),
}).superRefine((part, context) => {
  const fault = (field: string, message: string): void => context.addIssue({code: 'custom', path: [field], message});
  for (const field of ['say', 'notes'] as const) {
    if (part.kind === 'break' && part[field] !== undefined) fault(field, 'In a break the trainer says nothing. Take this out, or choose another kind.');
    if (part.kind !== 'break' && part[field] === undefined) fault(field, `\`${field}\` is missing. Write ${field === 'say' ? 'what the trainer says first, in 10 to 60 words' : 'what to listen for and what to cut, in 20 to 120 words'}.`);
  }
  if (part.kind === 'question' && part.question === undefined) fault('question', 'This part asks nothing. Write the id of a practice question of this course.');
  if (part.kind === 'break' && part.question !== undefined) fault('question', 'Nobody can answer in a break. Take the question out, or choose another kind.');
});
export type SessionPart = z.infer<typeof Part>;

/** `docs/learn/<course>/session.yml`: how a trainer teaches the course to a room. */
export const SessionFile = z.strictObject({
  /** The sum of the parts. */
  minutes: z.int().min(1),
  /** One or two sentences on the room and materials. */
  room: z.string().min(1),
  /** What to do before the day. */
  prepare: z.array(z.string().min(1)).min(3).max(8),
  parts: z.array(Part).min(6).max(14),
}).superRefine(({minutes, parts}, context) => {
  const sum = parts.reduce((total, part) => total + part.minutes, 0);
  if (sum !== minutes) context.addIssue({code: 'custom', path: ['minutes'], message: `The parts take ${sum} minutes together, and ${minutes} are written here. Write ${sum}, or change a part.`});
});
export type SessionFile = z.infer<typeof SessionFile>;

/** A course's session with the questions that it needs. All of them are practice questions, whose answers are public. */
export interface Session extends SessionFile {
  /** The course's id. */
  course: string;
  /** The question of each part that asks one, by its id. */
  asked: Record<string, Question>;
  /** The question sheet, by lesson, in the order of the course. */
  sheet: SheetLesson[];
}

/** One lesson's part of the question sheet. */
export interface SheetLesson {
  lesson: {id: string; title: string};
  questions: Question[];
}

/** Questions of a lesson on the sheet besides those that the session asks. */
const MORE_OF_EACH_LESSON = 2;

/** The questions of a practice quiz. Those of an assessment never leave this function: their answers are nobody's before they are marked. */
function practiceItems(quizzes: readonly Quiz[], id: string): Question[] {
  return quizzes.find((quiz) => quiz.id === id && quiz.mode === 'practice')?.items ?? [];
}

/** Takes a session, the text it came from, its course and all quizzes. Gives the session with its questions, and each lesson and question that the course does not have. */
export function resolveSession(file: SessionFile, source: SourceText, course: Course, quizzes: readonly Quiz[]): {session: Session; problems: Problem[]} {
  const lessons = course.lessons.map(({id, title, practice}) => ({lesson: {id, title}, practice, items: practiceItems(quizzes, practice)}));
  const all = lessons.flatMap(({items}) => items);
  const asked = all.filter(({id}) => file.parts.some((part) => part.question === id));
  const problems = file.parts.flatMap(({lesson, question}, index): Problem[] => [
    ...(lesson === undefined || lessons.some((each) => each.lesson.id === lesson) ? []
      : [problemAt(source, ['parts', index, 'lesson'], `\`${lesson}\` is not a lesson of this course. Use one of: ${course.lessons.map(({id}) => id).join(', ')}.`)]),
    ...(question === undefined || asked.some(({id}) => id === question) ? []
      : [problemAt(source, ['parts', index, 'question'], `\`${question}\` is not a practice question of this course. Use an id from one of: ${lessons.map(({practice}) => `quizzes/${practice}.yml`).join(', ')}.`)]),
  ]);
  return {
    session: {
      ...file, course: course.id, asked: Object.fromEntries(asked.map((item) => [item.id, item])),
      sheet: lessons.map(({lesson, items}) => ({lesson, questions: chooseForSheet(items, new Set(asked.map(({id}) => id)))})),
    },
    problems,
  };
}

/** Those that the session asks and two more, in the order of the quiz. */
function chooseForSheet(items: readonly Question[], asked: ReadonlySet<string>): Question[] {
  const more = new Set(items.filter(({id}) => !asked.has(id)).slice(0, MORE_OF_EACH_LESSON).map(({id}) => id));
  return items.filter(({id}) => asked.has(id) || more.has(id));
}
