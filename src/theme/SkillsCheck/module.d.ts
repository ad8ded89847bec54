declare module '@theme/SkillsCheck' {
  import type {ReactNode} from 'react';
  import type {CheckLesson} from '#core/courses/skillsCheck.ts';
  import type {Course} from '#core/courses/course.ts';
  import type {Framework} from '#core/courses/framework.ts';
  import type {Quiz} from '#core/quizzes/quiz.ts';
  export default function SkillsCheck(props: {quiz: Quiz; lessons: CheckLesson[]; courses: Course[]; framework: Framework}): ReactNode;
}
