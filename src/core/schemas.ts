import * as z from 'zod';
import {CourseFile, LessonFacts} from './courses/course.ts';
import {FrameworkFile} from './courses/framework.ts';
import {SessionFile} from './courses/session.ts';
import {GlossaryFile} from './glossary/glossary.ts';
import {GuideFacts} from './guides/guide.ts';
import {MethodFacts} from './methods/method.ts';
import {NextSteps} from './methods/nextSteps.ts';
import {PracticeCode} from './planning/practiceCode.ts';
import {QuizFile} from './quizzes/quiz.ts';
import {SourceFile} from './sources/source.ts';
import {Standards} from './standards/standard.ts';

/**
 * The JSON Schemas (draft 2020-12) of the files that authors write, by file name, so that editors complete and check YAML as it is
 * typed. Made from the same schemas that the build checks with.
 */
export function jsonSchemas(): Record<string, string> {
  const schemas = {
    quiz: QuizFile, course: CourseFile, lesson: LessonFacts, session: SessionFile, framework: FrameworkFile, method: MethodFacts, 'next-steps': NextSteps, guide: GuideFacts, glossary: GlossaryFile, 'practice-code': PracticeCode,
    sources: SourceFile, standards: Standards,
  };
  return Object.fromEntries(Object.entries(schemas).map(([name, schema]) =>
    [`${name}.schema.json`, `${JSON.stringify(z.toJSONSchema(schema, {io: 'input'}), null, 2)}\n`]));
}
