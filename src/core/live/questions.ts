import type {Course} from '../courses/course.ts';
import type {Question} from '../quizzes/questions/index.ts';
import type {Quiz} from '../quizzes/quiz.ts';
import type {LiveQuestion, LiveType} from './api.ts';

/** An option with its key, for the trainer's screen alone. */
export interface LiveOption {
  id: string;
  text: string;
  right: boolean;
  why: string;
}
/** A practice question that can be asked of a room, its options in the order shown. */
export interface LiveItem {
  id: string;
  type: LiveType;
  stem: string;
  options: LiveOption[];
}
/** A practice quiz with the questions that can be asked of a room. */
export interface LiveQuiz {
  id: string;
  items: LiveItem[];
}
export interface LiveLesson {
  id: string;
  title: string;
  items: LiveItem[];
}
export interface LiveCourse {
  id: string;
  title: string;
  lessons: LiveLesson[];
}

/** A number that any change of the text changes (FNV-1a, 32 bits). */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (const sign of text) hash = Math.imul(hash ^ (sign.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return hash;
}

/**
 * Options in an order that owes nothing to the writer's habit of putting the right one in a certain place, and is the same every time:
 * on the wall, on phones and after a reload.
 */
function mix<T extends {id: string; text: string}>(questionId: string, options: readonly T[]): T[] {
  return [...options].sort((a, b) => hashOf(`${questionId} ${a.text}`) - hashOf(`${questionId} ${b.text}`) || (a.id < b.id ? -1 : 1));
}

/** Takes a question and gives what a trainer can ask of a room; null for types that phones cannot answer by tapping. */
export function toLiveItem(question: Question): LiveItem | null {
  switch (question.type) {
    case 'single': case 'multi': {
      const options = question.options.map(({id, text, right, why}) => ({id, text, right: right === true, why}));
      return {id: question.id, type: question.type, stem: question.stem, options: question.shuffle ? mix(question.id, options) : options};
    }
    case 'true-false':
      return {
        id: question.id, type: question.type, stem: question.stem,
        options: [
          {id: 'true', text: 'True', right: question.answer, why: question.why.true},
          {id: 'false', text: 'False', right: !question.answer, why: question.why.false},
        ],
      };
    default: return null;
  }
}

/** The practice quizzes that have something to ask of a room: no draft, nothing retired. Never an assessment: its answers must not reach a page. */
export function toLiveQuizzes(quizzes: readonly Quiz[]): LiveQuiz[] {
  return quizzes
    .filter(({mode}) => mode === 'practice')
    .map(({id, items}) => ({id, items: items.filter(({status}) => status === 'live').map(toLiveItem).filter((item) => item !== null)}))
    .filter(({items}) => items.length > 0);
}

/** Courses with the lessons whose practice can be asked of a room, in the order of the courses and lessons. */
export function toLiveCourses(courses: readonly Pick<Course, 'id' | 'title' | 'lessons'>[], quizzes: readonly LiveQuiz[]): LiveCourse[] {
  const itemsOf = (practice: string): LiveItem[] => quizzes.find(({id}) => id === practice)?.items ?? [];
  return courses
    .map(({id, title, lessons}) => ({
      id, title,
      lessons: lessons.map((lesson) => ({id: lesson.id, title: lesson.title, items: itemsOf(lesson.practice)})).filter(({items}) => items.length > 0),
    }))
    .filter(({lessons}) => lessons.length > 0);
}

/** What the service and the phones get of a question. Built field by field: which option is right, and why, stays on the trainer's device. */
export function toLiveQuestion({id, type, stem, options}: LiveItem): LiveQuestion {
  return {id, type, stem, options: options.map((option) => ({id: option.id, text: option.text}))};
}

/** Every question of a course in the order in which they are asked. */
export function itemsOf(course: LiveCourse | undefined): LiveItem[] {
  return course?.lessons.flatMap(({items}) => items) ?? [];
}

/** The question so many places on from this one; null past either end. A question that the course does not have counts as before the first. */
export function itemBeside(items: readonly LiveItem[], id: string | null, step: 1 | -1): LiveItem | null {
  return items[items.findIndex((item) => item.id === id) + step] ?? null;
}
