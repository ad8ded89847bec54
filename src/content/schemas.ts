import * as z from 'zod';
import {CourseFile, LessonFacts} from '#core/courses/course.ts';
import {MethodFacts} from '#core/methods/method.ts';
import {QuizFile} from '#core/quizzes/quiz.ts';

/** Folder, from the top of the project, that holds the JSON Schemas. Committed, so that editors find them in a fresh checkout. */
export const SCHEMA_FOLDER = 'src/content/schemas';

/**
 * The JSON Schemas (draft 2020-12) of the files that authors write, by file name, so that editors complete and check YAML as it is
 * typed. Made from the same schemas that the build checks with.
 */
export function jsonSchemas(): Record<string, string> {
  const schemas = {quiz: QuizFile, course: CourseFile, lesson: LessonFacts, method: MethodFacts};
  return Object.fromEntries(Object.entries(schemas).map(([name, schema]) =>
    [`${name}.schema.json`, `${JSON.stringify(z.toJSONSchema(schema, {io: 'input'}), null, 2)}\n`]));
}
