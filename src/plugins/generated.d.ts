declare module '@generated/askwell-methods/default/summaries.json' {
  import type {MethodSummary} from '#core/methods/method.ts';
  const summaries: MethodSummary[];
  export default summaries;
}

declare module '@generated/askwell-courses/default/courses.json' {
  import type {Course} from '#core/courses/course.ts';
  const courses: Course[];
  export default courses;
}

declare module '@generated/askwell-courses/default/framework.json' {
  import type {Framework} from '#core/courses/framework.ts';
  const framework: Framework;
  export default framework;
}

declare module '@generated/askwell-search/default/index.json' {
  import type {Section} from '#core/search/sections.ts';
  const sections: Section[];
  export default sections;
}

declare module '@generated/askwell-guides/default/journey.json' {
  import type {JourneyStep} from '#core/guides/view.ts';
  const journey: JourneyStep[];
  export default journey;
}

declare module '@generated/askwell-standards/default/standards.json' {
  import type {Standard} from '#core/standards/standard.ts';
  const standards: Standard[];
  export default standards;
}

declare module '@generated/askwell-methods/default/nextSteps.json' {
  import type {NextStep} from '#core/methods/stepsFor.ts';
  const steps: NextStep[];
  export default steps;
}

declare module '@generated/askwell-methods/default/count.json' {
  const count: {methods: number};
  export default count;
}

declare module '@generated/askwell-methods/default/details.json' {
  import type {MethodDetails} from '#core/methods/compare.ts';
  const details: MethodDetails[];
  export default details;
}

declare module '@generated/askwell-practice-code/default/code.json' {
  import type {PracticeCode} from '#core/planning/practiceCode.ts';
  const code: PracticeCode;
  export default code;
}

declare module '@generated/askwell-templates/default/files.json' {
  const files: {id: string; title: string; bytes: number}[];
  export default files;
}

declare module '@generated/askwell-quizzes/default/practice.json' {
  import type {LiveQuiz} from '#core/live/questions.ts';
  const quizzes: LiveQuiz[];
  export default quizzes;
}

declare module '@generated/askwell-quizzes/default/practice/skills-check.json' {
  import type {Quiz} from '#core/quizzes/quiz.ts';
  const quiz: Quiz;
  export default quiz;
}

declare module '@generated/askwell-skills-check/default/lessons.json' {
  import type {CheckLesson} from '#core/courses/skillsCheck.ts';
  const lessons: CheckLesson[];
  export default lessons;
}
