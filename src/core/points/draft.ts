import type {NewPoint} from './point.ts';
import {findPage} from './place.ts';
import type {PageFact} from './place.ts';
import {FAULTS, LONGEST_TEXT, LONGEST_TITLE, MOST_LESSONS} from './words.ts';
import type {Fault} from './words.ts';

/** What a reader has typed about one page or question. No schema of zod here: this is part of every page, and zod would treble its weight. */
export interface PointDraft {
  kind: Fault | '';
  text: string;
  /** Id of a heading; empty: the page as a whole. */
  heading: string;
  mayAsk: boolean;
}
export const EMPTY_POINT: PointDraft = {kind: '', text: '', heading: '', mayAsk: false};

export interface LessonDraft {
  /** Made on the device; the id of the point that it becomes. */
  id: string;
  happened: string;
  nextTime: string;
  /** As typed: a path, an address or a title. */
  page: string;
}
/** What a practitioner has typed about a debrief. */
export interface DebriefDraft {
  title: string;
  lessons: LessonDraft[];
  mayAsk: boolean;
}
export const EMPTY_DEBRIEF: DebriefDraft = {title: '', lessons: [], mayAsk: false};

/** A fault in a form: the field and the sentence. Fields of a lesson are `happened-`, `nextTime-` or `page-` and its id. */
export interface DraftFault {
  field: string;
  message: string;
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
const textIn = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Reads what a device kept of a draft. Null: it is none. */
export function parsePointDraft(stored: unknown): PointDraft | null {
  if (!isObject(stored) || !('text' in stored)) return null;
  const kind = FAULTS.find((each) => each === stored.kind) ?? '';
  return {kind, text: textIn(stored.text), heading: textIn(stored.heading), mayAsk: stored.mayAsk === true};
}

/** Reads what a device kept of a debrief. Null: it is none. */
export function parseDebriefDraft(stored: unknown): DebriefDraft | null {
  if (!isObject(stored) || !Array.isArray(stored.lessons)) return null;
  const lessons = stored.lessons.filter(isObject).map(({id, happened, nextTime, page}) => ({id: textIn(id), happened: textIn(happened), nextTime: textIn(nextTime), page: textIn(page)}));
  return {title: textIn(stored.title), lessons: lessons.filter(({id}) => id !== '').slice(0, MOST_LESSONS), mayAsk: stored.mayAsk === true};
}

function faultOfWords(field: string, text: string, empty: string): DraftFault[] {
  const length = text.trim().length;
  if (length === 0) return [{field, message: empty}];
  return length > LONGEST_TEXT ? [{field, message: `Take out ${length - LONGEST_TEXT} characters: at most 1,000 can be sent.`}] : [];
}

/** What stops a draft from being sent; none: nothing does. */
export function faultsOfPoint({kind, text}: PointDraft): DraftFault[] {
  return [
    ...(kind === '' ? [{field: 'kind', message: 'Choose what is the matter.'}] : []),
    ...faultOfWords('text', text, 'Write what you noticed.'),
  ];
}

/** Where and when a draft was written, which the form does not ask. */
export interface Circumstances {
  id: string;
  /** ISO 8601, by the device's clock. */
  at: string;
  path: string;
  question: {id: string; version: string} | null;
  /** Id of the person signed in; null: nobody. */
  personId: string | null;
}

/** Makes the point of a draft that has no faults. */
export function pointOf(draft: PointDraft, {id, at, path, question, personId}: Circumstances): NewPoint {
  return {
    id, kind: draft.kind === '' ? 'other' : draft.kind, at, path, heading: draft.heading === '' ? null : draft.heading, question,
    debrief: null, text: draft.text.trim(), nextTime: null, askId: draft.mayAsk ? personId : null,
  };
}

const isBlank = ({happened, nextTime, page}: LessonDraft): boolean => `${happened}${nextTime}${page}`.trim() === '';

/** The lessons in which something is written. */
export function writtenLessons({lessons}: DebriefDraft): LessonDraft[] {
  return lessons.filter((lesson) => !isBlank(lesson));
}

/** What stops the lessons of a debrief from being sent. `pages`: those that may be named by their title. */
export function faultsOfDebrief(draft: DebriefDraft, pages: readonly Pick<PageFact, 'address' | 'title'>[]): DraftFault[] {
  const written = writtenLessons(draft);
  const title = draft.title.trim();
  return [
    ...(title === '' ? [{field: 'title', message: 'Name the consultation.'}] : []),
    ...(title.length > LONGEST_TITLE ? [{field: 'title', message: 'Use at most 120 characters for the name.'}] : []),
    ...(written.length === 0 ? [{field: draft.lessons[0] ? `happened-${draft.lessons[0].id}` : '', message: 'Write at least one lesson.'}] : []),
    ...written.flatMap(({id, happened, nextTime, page}) => [
      ...faultOfWords(`happened-${id}`, happened, 'Write what happened.'),
      ...faultOfWords(`nextTime-${id}`, nextTime, 'Write what to do next time.'),
      ...(page.trim() !== '' && findPage(page, pages) === null
        ? [{field: `page-${id}`, message: 'Choose a page from the list, write its address, for instance /methods/focus-group/, or leave this empty.'}] : []),
    ]),
  ];
}

/** Makes a point of each lesson that was written, in a draft that has no faults. `at`: ISO 8601, by the device's clock. */
export function pointsOfDebrief(draft: DebriefDraft, {at, pages, personId}: {at: string; pages: readonly Pick<PageFact, 'address' | 'title'>[]; personId: string | null}): NewPoint[] {
  return writtenLessons(draft).map(({id, happened, nextTime, page}) => ({
    id, kind: 'lesson', at, path: findPage(page, pages), heading: null, question: null, debrief: draft.title.trim().replace(/\s+/g, ' '),
    text: happened.trim(), nextTime: nextTime.trim(), askId: draft.mayAsk ? personId : null,
  }));
}
