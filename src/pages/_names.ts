import courses from '@generated/askwell-courses/default/courses.json';
import organisation from '#config';
import {refresherIdOf, SKILLS_CHECK} from '#core/courses/derivedQuizzes.ts';

/** The title of a course by its id; the id itself for a course that has since left the site. */
export function courseTitle(id: string): string {
  return courses.find((course) => course.id === id)?.title ?? id;
}

/** What a quiz is called to its learner: the lesson or the course it belongs to. */
export function quizTitle(id: string): string {
  if (id === SKILLS_CHECK) return 'Skills check';
  for (const course of courses) {
    if (course.assessment === id) return `${course.title}: assessment`;
    if (refresherIdOf(course.id) === id) return `${course.title}: refresher`;
    const lesson = course.lessons.find((each) => each.practice === id);
    if (lesson) return `${course.title}: ${lesson.title}`;
  }
  return id;
}

/** The name of a directorate by its id. Null: nobody has said. */
export function directorateName(id: string | null): string {
  if (id === null) return 'Not said';
  return organisation.directorates.find((directorate) => directorate.id === id)?.name ?? id;
}

/** The title of a lesson by its course and id; the id itself for a lesson that has since left the site. */
export function lessonTitle(courseId: string, id: string): string {
  return courses.find((course) => course.id === courseId)?.lessons.find((lesson) => lesson.id === id)?.title ?? id;
}
