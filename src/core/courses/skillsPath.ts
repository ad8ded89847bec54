import type {Standing} from './completion.ts';
import type {Course, Lesson} from './course.ts';
import type {Framework} from './framework.ts';
import {knownLessons, tallyOf} from './skillsCheck.ts';
import type {Answers, CheckLesson, Tally} from './skillsCheck.ts';

/** `known`: shown by a skills check. `done`: practised in the lesson itself. */
export type PathState = 'to-do' | 'known' | 'done';

export interface PathLesson {
  id: string;
  title: string;
  href: string;
  /** Minutes of reading. */
  minutes: number;
  state: PathState;
  /** Why it is on the path, or off it. */
  reason: string;
}

export interface PathCourse {
  id: string;
  title: string;
  href: string;
  /** Null for a course without one. */
  assessmentHref: string | null;
  isComplete: boolean;
  lessons: PathLesson[];
  /** Titles of the competencies that the lessons still to do build. */
  competencies: string[];
  /** Questions asked about it. */
  asked: number;
}

/** What a skills check comes to for one person. */
export interface SkillsPath {
  /** In the order of the framework. */
  courses: PathCourse[];
  /** The lesson to start with; null when none is left. */
  start: {courseId: string; courseTitle: string; lesson: PathLesson; why: string} | null;
  /** Minutes of reading in the lessons not done yet: all of them, and those left when what is known is skipped. */
  minutes: {all: number; left: number};
}

interface PathParts {
  courses: readonly Course[];
  framework: Framework;
  lessons: readonly CheckLesson[];
  answers: Answers;
  /** Where the person stands in each course, this check counted, by the course's id. */
  standings: ReadonlyMap<string, Standing>;
}

/** Makes the path from the answers of one check and what was done before. The same parts give the same path. */
export function pathOf({courses, framework, lessons, answers, standings}: PathParts): SkillsPath {
  const tallies = tallyOf(lessons, answers);
  const known = new Set(knownLessons(lessons, answers).map(({courseId, lessonId}) => `${courseId}/${lessonId}`));
  const titles = new Map(framework.areas.flatMap(({competencies}) => competencies.map(({id, title}) => [id, title] as const)));
  const pathCourses = [...new Set(framework.areas.map(({course}) => course))].flatMap((id) => courses.find((course) => course.id === id) ?? []).map((course): PathCourse => {
    const mine = tallies.filter(({lesson}) => lesson.courseId === course.id);
    const standing = standings.get(course.id);
    const pathLessons = course.lessons.map((lesson) => toPathLesson(course, lesson, mine.find((tally) => tally.lesson.lessonId === lesson.id), known.has(`${course.id}/${lesson.id}`), standing));
    const left = course.lessons.filter((_, place) => pathLessons[place]?.state === 'to-do').flatMap(({outcomes}) => outcomes);
    const built = course.outcomes.filter((outcome) => left.includes(outcome.id)).flatMap(({competencies}) => competencies);
    return {
      id: course.id, title: course.title, href: `/learn/${course.id}/`, assessmentHref: course.assessment === undefined ? null : `/learn/${course.id}/assessment/`,
      isComplete: Boolean(standing?.completedAt), lessons: pathLessons,
      competencies: [...new Set(built)].flatMap((id) => titles.get(id) ?? []),
      asked: mine.reduce((total, {right, wrong}) => total + right + wrong, 0),
    };
  });
  const all = pathCourses.flatMap((course) => course.lessons);
  const start = startOf(pathCourses, tallies);
  const minutesOf = (states: readonly PathState[]): number => all.filter(({state}) => states.includes(state)).reduce((total, {minutes}) => total + minutes, 0);
  return {
    courses: start ? pathCourses.map((course) => (course.id === start.courseId ? {...course, lessons: course.lessons.map((lesson) => (lesson.id === start.lesson.id ? start.lesson : lesson))} : course)) : pathCourses,
    start, minutes: {all: minutesOf(['to-do', 'known']), left: minutesOf(['to-do'])},
  };
}

function toPathLesson(course: Course, {id, title, minutes}: Lesson, tally: Tally | undefined, isKnown: boolean, standing: Standing | undefined): PathLesson {
  const {right = 0, wrong = 0} = tally ?? {};
  const wasKnown = standing?.lessonsKnown.includes(id) ?? false;
  const isDone = !wasKnown && (standing?.lessonsDone.includes(id) ?? false);
  const reason = (): string => {
    if (isKnown) return 'You answered both questions on this lesson right.';
    if (isDone) return wrong > 0 ? 'You have done this lesson, and missed a question on it. Read it again.' : 'You have done this lesson.';
    if (wasKnown) return 'An earlier skills check showed that you know this.';
    if (wrong > 0) return 'You missed a question on this lesson.';
    return right > 0 ? 'You answered one question right. It takes two to skip a lesson.' : 'We did not ask about this lesson.';
  };
  return {id, title, href: `/learn/${course.id}/${id}/`, minutes, state: isDone ? 'done' : isKnown || wasKnown ? 'known' : 'to-do', reason: reason()};
}

/** The first lesson missed of the course with most of them; without any, the first lesson left. */
function startOf(courses: readonly PathCourse[], tallies: readonly Tally[]): SkillsPath['start'] {
  const isMissed = (course: PathCourse, lesson: PathLesson): boolean => lesson.state === 'to-do'
    && tallies.some((tally) => tally.wrong > 0 && tally.lesson.courseId === course.id && tally.lesson.lessonId === lesson.id);
  const open = courses.filter(({isComplete, lessons}) => !isComplete && lessons.some(({state}) => state === 'to-do'));
  const missed = open.map((course) => ({course, lessons: course.lessons.filter((lesson) => isMissed(course, lesson))}));
  const most = Math.max(0, ...missed.map(({lessons}) => lessons.length));
  const leaders = missed.filter(({lessons}) => lessons.length === most);
  const [first] = leaders;
  if (!first) return null;
  const named = {courseId: first.course.id, courseTitle: first.course.title};
  if (most === 0) {
    const lesson = first.course.lessons.find(({state}) => state === 'to-do');
    return lesson ? {...named, lesson, why: 'You missed nothing that is still to do, so take the lessons in their order.'} : null;
  }
  const lesson = first.lessons[0];
  if (!lesson) return null;
  const count = most === 1 ? 'a question on one lesson' : `questions on ${most} lessons`;
  const why = leaders.length === 1 ? `You missed ${count} of this course, more than of any other.` : `You missed ${count} of this course. Other courses stand the same, and this one comes first.`;
  return {...named, lesson: {...lesson, reason: 'You missed a question on this lesson, so start here.'}, why};
}
