import type {Standing} from '#core/courses/completion.ts';
import type {Course} from '#core/courses/course.ts';

/** How far somebody is with a course's assessment. `waiting`: handed in and not marked. */
export type AssessmentState = 'none' | 'under-way' | 'waiting' | 'failed' | 'passed';

/** The one thing to do next in a course, in words and with its place; null when it is complete. */
export function nextStep(course: Course, standing: Pick<Standing, 'lessonsDone' | 'completedAt' | 'missing'>, assessment: AssessmentState): {text: string; href: string} | null {
  const assessmentHref = `/learn/${course.id}/assessment/`;
  if (assessment === 'under-way') return {text: 'Continue with: the assessment', href: assessmentHref};
  if (standing.completedAt) return null;
  const lesson = course.lessons.find(({id}) => !standing.lessonsDone.includes(id));
  if (lesson) {
    const isNew = standing.lessonsDone.length === 0 && assessment === 'none';
    return {text: isNew ? 'Start the course' : `Continue with: ${lesson.title}`, href: `/learn/${course.id}/${lesson.id}/`};
  }
  const [first] = standing.missing;
  if (course.assessment === undefined) return first ? {text: first.text, href: first.href} : null;
  switch (assessment) {
    case 'none': return {text: 'Continue with: the assessment', href: assessmentHref};
    case 'waiting': return {text: 'See where your assessment stands', href: assessmentHref};
    case 'failed': return {text: 'See your result and try again', href: assessmentHref};
    case 'passed': return first ? {text: first.text, href: first.href} : null;
  }
}
