import type {Course} from '#core/courses/course.ts';
import type {Response} from '#core/quizzes/questions/index.ts';
import type {Quiz, VersionedQuestion} from '#core/quizzes/quiz.ts';

/** A sentence that only the key of the assessment holds, to look for where it must not be. */
export const KEY_MARK = 'told-with-the-key-only';

/** A question whose right answer is `b`. */
export function makeQuestion(id: string, version = 'v1'): VersionedQuestion {
  return {
    id, version, type: 'single', stem: `Example question ${id}`, marks: 1, status: 'live', shuffle: true,
    options: [
      {id: 'a', text: 'First', why: `${id} a is wrong`},
      {id: 'b', text: 'Second', right: true, why: `${id} b is right: ${KEY_MARK}`},
      {id: 'c', text: 'Third', why: `${id} c is wrong`},
    ],
  };
}

function makePractice(id: string): Quiz {
  return {
    id, version: `${id}-v1`, title: `Practice ${id}`, mode: 'practice', pass: null, attempts: null, shuffle: {items: false, options: true},
    draw: [{from: [`${id}-q`], take: 1}], items: [makeQuestion(`${id}-q`)],
  };
}

/** An assessment of three questions, drawn from a bank of six; the pass mark is two thirds. */
export function makeAssessment(version = 'assessment-v1'): Quiz {
  const ids = ['q1', 'q2', 'q3', 'q4', 'q5', 'q6'];
  return {
    id: 'planning-assessment', version, title: 'Planning assessment', mode: 'assessed',
    pass: {percent: 66, basis: 'provisional', rationale: 'For the tests.'}, attempts: null, shuffle: {items: true, options: true},
    draw: [{from: ids.slice(0, 3), take: 2}, {from: ids.slice(3), take: 1}], items: ids.map((id) => makeQuestion(id)),
  };
}

export const COURSE: Course = {
  id: 'planning', title: 'Planning a consultation', version: 1, summary: 'For the tests.', minutes: 30,
  outcomes: [{id: 'plan', text: 'You can plan.', competencies: ['know-the-law']}],
  lessons: [
    {id: 'purpose', title: 'Purpose', description: 'Why', minutes: 5, outcomes: ['plan'], practice: 'practice-purpose'},
    {id: 'people', title: 'People', description: 'Who', minutes: 5, outcomes: ['plan'], practice: 'practice-people'},
  ],
  assessment: 'planning-assessment',
  rule: {all: [{lessons: 'all'}, {quiz: 'planning-assessment', passed: true}]},
  owner: 'Consultation team', reviewed: '2026-11-01', reviewBy: '2027-11-01',
};

export interface TestContent {
  courses: Course[];
  quizzes: Quiz[];
}

/** A course of two lessons with their practice quizzes and an assessment. */
export function makeContent(): TestContent {
  return {courses: [COURSE], quizzes: [makePractice('practice-purpose'), makePractice('practice-people'), makeAssessment()]};
}

export const RIGHT: Response = 'b';
export const WRONG: Response = 'a';
