import type {Quiz, VersionedQuestion} from '../quizzes/quiz.ts';
import type {Course} from './course.ts';

/** Makes a short, stable hash of a text. Passed in, since core opens nothing. */
type Hash = (text: string) => string;

/** Questions of a refresher: few enough for a break, and retrieval is what helps (Adesope et al. 2017). */
export const REFRESHER_QUESTIONS = 5;
/** Questions of the skills check, which takes about eight minutes. */
export const SKILLS_CHECK_QUESTIONS = 20;
export const SKILLS_CHECK = 'skills-check';

/** The id of a course's refresher, the same in files, addresses and records. */
export function refresherIdOf(courseId: string): string {
  return `${courseId}-refresher`;
}

/** A case takes minutes and a reflection has no right answer, so neither fits into a few quick questions. */
const isQuick = ({type}: VersionedQuestion): boolean => type !== 'scenario' && type !== 'reflection';

/** The practice questions of a lesson's quiz that fit a purpose. */
function itemsOf(course: Course, quizzes: readonly Quiz[], fits: (item: VersionedQuestion) => boolean): VersionedQuestion[] {
  return course.lessons.flatMap(({practice}) => quizzes.find(({id, mode}) => id === practice && mode === 'practice')?.items.filter(fits) ?? []);
}

/**
 * The quizzes that no file holds, made from the practice questions of the courses: a refresher for each course, and the skills check
 * over all of them. Practice questions ship with their answers, so both tell at once and work without a network; neither can give
 * away an assessment.
 */
export function deriveQuizzes(courses: readonly Course[], quizzes: readonly Quiz[], hash: Hash): Quiz[] {
  const made = courses.map((course) => make(refresherIdOf(course.id), `Refresher: ${course.title}`, 'refresher', itemsOf(course, quizzes, isQuick), REFRESHER_QUESTIONS));
  const all = courses.flatMap((course) => itemsOf(course, quizzes, isQuick));
  return [...made, make(SKILLS_CHECK, 'Skills check', 'skills-check', all, SKILLS_CHECK_QUESTIONS)]
    .filter(({items}) => items.length > 0)
    .map((quiz) => ({...quiz, version: hash(JSON.stringify(quiz))}));
}

function make(id: string, title: string, mode: Quiz['mode'], items: VersionedQuestion[], take: number): Omit<Quiz, 'version'> {
  return {
    id, title, mode, pass: null, attempts: null, shuffle: {items: true, options: true},
    draw: [{from: items.map((item) => item.id), take: Math.min(take, items.length)}], items,
  };
}
