import courses from '@generated/askwell-courses/default/courses.json';
import organisation from '#config';

/** The title of a course by its id; the id itself for a course that has since left the site. */
export function courseTitle(id: string): string {
  return courses.find((course) => course.id === id)?.title ?? id;
}

/** What a quiz is called to its learner: the lesson or the course it belongs to. */
export function quizTitle(id: string): string {
  for (const course of courses) {
    if (course.assessment === id) return `${course.title}: assessment`;
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
