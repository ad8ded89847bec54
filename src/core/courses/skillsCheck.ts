import {markQuestion} from '../quizzes/questions/index.ts';
import type {QuestionType} from '../quizzes/questions/index.ts';
import {FEWEST_IN_SKILLS_CHECK} from '../quizzes/attempt.ts';
import type {DrawnItem, Responses} from '../quizzes/attempt.ts';
import type {Quiz, VersionedQuestion} from '../quizzes/quiz.ts';
import type {Course} from './course.ts';
import {SKILLS_CHECK, SKILLS_CHECK_QUESTIONS} from './derivedQuizzes.ts';
import type {Framework} from './framework.ts';

/** A lesson, named so that it can be found again. */
export interface LessonRef {
  courseId: string;
  lessonId: string;
}

/** A lesson and the questions that may be asked about it. */
export interface CheckLesson extends LessonRef {
  questions: {id: string; type: QuestionType}[];
}

/** What one check is drawn from. It is kept with the attempt, so that a later edition of the site changes nothing half-way. */
export interface CheckBank {
  /** In the order of the framework's courses. */
  lessons: CheckLesson[];
  /** Every question with its options in the order drawn. */
  deck: DrawnItem[];
  /** Ids of questions met before on this device. */
  seen: string[];
}

/** Whether each question asked was answered fully right, in the order asked. */
export type Answers = ReadonlyMap<string, boolean>;

/** The harder to guess, the earlier: one option of three, several of many, and so on to a statement that is true or false. */
const HARD_TO_GUESS: readonly QuestionType[] = ['single', 'multi', 'numeric', 'short-text', 'gap', 'match', 'order', 'true-false'];
/** Right answers that show that a lesson is known. */
const TO_KNOW = 2;
/** Wrong answers after which a course of which nothing is known is left alone. */
const TO_LEAVE = 2;

/**
 * Whether a check can count for a course. Recognition stands for lessons and never for an assessment, so a course without one is
 * taken and not recognised.
 */
export function canBeRecognised({assessment}: Course): boolean {
  return assessment !== undefined;
}

/** Takes all courses, all quizzes and the framework; gives the lessons of the framework's courses with the check's questions on each. */
export function lessonsToCheck(courses: readonly Course[], quizzes: readonly Quiz[], {areas}: Framework): CheckLesson[] {
  const asked = new Set(quizzes.find(({id}) => id === SKILLS_CHECK)?.items.map(({id}) => id));
  return [...new Set(areas.map(({course}) => course))]
    .flatMap((id) => courses.find((course) => course.id === id) ?? []).filter(canBeRecognised)
    .flatMap(({id: courseId, lessons}) => lessons.map(({id: lessonId, practice}): CheckLesson => ({
      courseId, lessonId,
      questions: (quizzes.find(({id}) => id === practice)?.items ?? []).filter(({id}) => asked.has(id)).map(({id, type}) => ({id, type})),
    })));
}

/** Takes the questions, those drawn and the answers given. Partly right and “I do not know” count as not right: neither shows that a lesson is known. */
export function answersOf(items: readonly VersionedQuestion[], drawn: readonly DrawnItem[], responses: Responses): Map<string, boolean> {
  return new Map(drawn.flatMap(({itemId}): [string, boolean][] => {
    const question = items.find(({id}) => id === itemId);
    return question ? [[itemId, markQuestion(question, responses[itemId]).outcome === 'right']] : [];
  }));
}

/** How a lesson stands after some answers. */
export interface Tally {
  lesson: CheckLesson;
  right: number;
  wrong: number;
  /** Questions not asked yet. */
  open: CheckLesson['questions'];
}

/** How each lesson stands, in the order given. */
export function tallyOf(lessons: readonly CheckLesson[], answers: Answers): Tally[] {
  return lessons.map((lesson) => {
    const given = lesson.questions.flatMap(({id}) => answers.get(id) ?? []);
    const right = given.filter(Boolean).length;
    return {lesson, right, wrong: given.length - right, open: lesson.questions.filter(({id}) => !answers.has(id))};
  });
}

const sum = (tallies: readonly Tally[], of: 'right' | 'wrong'): number => tallies.reduce((total, tally) => total + tally[of], 0);
const isAsked = ({right, wrong}: Tally): boolean => right + wrong > 0;
const canBeKnown = ({lesson}: Tally): boolean => lesson.questions.length >= TO_KNOW;

/**
 * Lessons of which two questions were answered fully right and none wrong. One right answer may be luck: with three options the chance
 * is one in three, and for two such questions one in nine.
 */
export function knownLessons(lessons: readonly CheckLesson[], answers: Answers): LessonRef[] {
  return tallyOf(lessons, answers).filter(({right, wrong}) => right >= TO_KNOW && wrong === 0)
    .map(({lesson: {courseId, lessonId}}) => ({courseId, lessonId}));
}

/**
 * The question to ask next, or null when the check is over. The same answers give the same question.
 *
 * First one question on each course. Then a second question on any lesson of which the first was right. Else a new lesson, of the
 * course that goes best; a course of which two answers were wrong and none right waits until no other has anything to ask. Within a
 * choice, lessons with two questions come first, since only they can be shown to be known; then questions not seen before on this
 * device; then those that are harder to guess. Each of these rules is practice judgement.
 */
export function nextQuestion(lessons: readonly CheckLesson[], answers: Answers, seen: ReadonlySet<string> = new Set()): string | null {
  if (answers.size >= SKILLS_CHECK_QUESTIONS) return null;
  const tallies = tallyOf(lessons, answers);
  const courses = [...new Set(lessons.map(({courseId}) => courseId))].map((id) => tallies.filter(({lesson}) => lesson.courseId === id));
  for (const course of courses) {
    const first = course.some(isAsked) ? null : bestOf(course, seen);
    if (first !== null) return first;
  }
  const toConfirm = tallies.filter(({right, wrong}) => right > 0 && right < TO_KNOW && wrong === 0);
  const useful = bestOf(toConfirm, seen) ?? bestOf(bestCourse(courses), seen);
  // A check of fewer questions is no check, and the service would not take it.
  return useful ?? (answers.size < FEWEST_IN_SKILLS_CHECK ? bestOf(tallies, seen) : null);
}

/** Takes lessons among which any will do; gives the question to ask, or null when all have been asked. */
function bestOf(tallies: readonly Tally[], seen: ReadonlySet<string>): string | null {
  const choices = tallies.flatMap((tally, place) => tally.open.map(({id, type}) => (
    {id, ranks: [Number(!canBeKnown(tally)), Number(seen.has(id)), place, HARD_TO_GUESS.indexOf(type)]}
  )));
  const compare = (a: readonly number[], b: readonly number[]): number => a.map((rank, index) => rank - (b[index] ?? 0)).find((difference) => difference !== 0) ?? 0;
  return choices.sort((a, b) => compare(a.ranks, b.ranks))[0]?.id ?? null;
}

/** Takes the courses' lessons; gives the lessons not asked about of the course to go on with. */
function bestCourse(courses: readonly (readonly Tally[])[]): readonly Tally[] {
  const choices = courses.map((course) => ({
    fresh: course.filter((tally) => !isAsked(tally) && tally.open.length > 0),
    balance: sum(course, 'right') - sum(course, 'wrong'),
    asked: sum(course, 'right') + sum(course, 'wrong'),
    isLeft: sum(course, 'right') === 0 && sum(course, 'wrong') >= TO_LEAVE,
  })).filter(({fresh}) => fresh.length > 0);
  const unlessNone = <T>(all: readonly T[], some: readonly T[]): readonly T[] => (some.length > 0 ? some : all);
  const going = unlessNone(choices, choices.filter(({isLeft}) => !isLeft));
  const useful = unlessNone(going, going.filter(({fresh}) => fresh.some(canBeKnown)));
  return [...useful].sort((a, b) => b.balance - a.balance || a.asked - b.asked)[0]?.fresh ?? [];
}

/** Takes what a check is drawn from and how it stands; gives the next question as it is shown, or null when the check is over. */
export function dealNext(bank: CheckBank, items: readonly VersionedQuestion[], drawn: readonly DrawnItem[], responses: Responses): DrawnItem | null {
  // What is no longer among the questions cannot be asked: a check that was ended keeps only what it asked.
  const there = bank.lessons.map((lesson) => ({...lesson, questions: lesson.questions.filter(({id}) => items.some((item) => item.id === id))}));
  const id = nextQuestion(there, answersOf(items, drawn, responses), new Set(bank.seen));
  return bank.deck.find(({itemId}) => itemId === id) ?? null;
}
