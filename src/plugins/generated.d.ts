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

declare module '@generated/askwell-search/default/index.json' {
  import type {Section} from '#core/search/sections.ts';
  const sections: Section[];
  export default sections;
}
