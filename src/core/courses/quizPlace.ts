import type {Course} from './course.ts';
import {refresherIdOf, SKILLS_CHECK} from './derivedQuizzes.ts';

/** What a quiz is called to its learner, and the page on which it is taken. */
export interface QuizPlace {
  title: string;
  href: string;
}

/** Where a quiz belongs: a lesson, an assessment, a refresher or the skills check. Null for one that has left the site. */
export function quizPlace(courses: readonly Course[], quizId: string): QuizPlace | null {
  if (quizId === SKILLS_CHECK) return {title: 'Skills check', href: '/learn/skills-check/'};
  for (const course of courses) {
    const at = `/learn/${course.id}/`;
    if (course.assessment === quizId) return {title: `${course.title}: assessment`, href: `${at}assessment/`};
    if (refresherIdOf(course.id) === quizId) return {title: `${course.title}: refresher`, href: `${at}refresher/`};
    const lesson = course.lessons.find(({practice}) => practice === quizId);
    if (lesson) return {title: `${course.title}: ${lesson.title}`, href: `${at}${lesson.id}/`};
  }
  return null;
}
