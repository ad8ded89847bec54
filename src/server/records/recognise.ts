import type {Course} from '#core/courses/course.ts';
import {answersOf, canBeRecognised, knownLessons} from '#core/courses/skillsCheck.ts';
import type {CheckLesson, LessonRef} from '#core/courses/skillsCheck.ts';
import {emptiedOf} from '#core/privacy/emptied.ts';
import type {Quiz} from '#core/quizzes/quiz.ts';
import type {Queries} from '../database/database.ts';
import {addRecognised, listQuestionPlaces} from '../repositories/recognised.ts';
import type {KeptRecord} from '../repositories/records.ts';

/**
 * Writes down the lessons that a skills check showed to be known, by the rule that the device follows, and gives them. `courses` are
 * those in force when the record was received, and so are the places of the questions, so that the tables can be made again alike.
 */
export async function recognise(tx: Queries, kept: KeptRecord, quiz: Quiz, courses: readonly Course[]): Promise<LessonRef[]> {
  const emptied = emptiedOf(kept.record);
  if (emptied) {
    for (const lesson of emptied.known) await addRecognised(tx, kept.personId, {...lesson, attemptId: kept.id, at: kept.at});
    return emptied.known;
  }
  const {drawn, responses} = kept.record.body;
  const lessons = courses.filter(canBeRecognised).flatMap((course) => course.lessons.map(({id, practice}) => ({courseId: course.id, lessonId: id, practice})));
  const places = await listQuestionPlaces(tx, [...new Set(lessons.map(({practice}) => practice))], drawn.map(({itemId}) => itemId), kept.receivedAt);
  const asked = lessons.map(({courseId, lessonId, practice}): CheckLesson => ({
    courseId, lessonId,
    questions: quiz.items.filter(({id}) => places.some(({quizId, questionId}) => quizId === practice && questionId === id)).map(({id, type}) => ({id, type})),
  }));
  const known = knownLessons(asked, answersOf(quiz.items, drawn, responses));
  for (const lesson of known) await addRecognised(tx, kept.personId, {...lesson, attemptId: kept.id, at: kept.at});
  return known;
}
