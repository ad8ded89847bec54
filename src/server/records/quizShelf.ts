import type {Content} from '#content/readContent.ts';
import {canonicalHash} from './canonical.ts';
import type {Course} from '#core/courses/course.ts';
import type {Quiz} from '#core/quizzes/quiz.ts';
import type {Database, Queries} from '../database/database.ts';
import {findQuiz, keepCourse, keepQuiz, listQuizVersions} from '../repositories/quizVersions.ts';

/** Older quiz versions kept in memory; enough for the week after an edit, when they are asked for. */
const MOST_OLD = 100;

export interface QuizShelf {
  /** The quiz as it is today. */
  today(quizId: string): Quiz | undefined;
  /** The quiz in one version, however old. */
  find(db: Queries, quizId: string, version: string): Promise<Quiz | undefined>;
  courses: readonly Course[];
  course(id: string): Course | undefined;
}

/** Takes today's content, and gives it together with every version that the database kept. */
export function makeShelf(content: Pick<Content, 'courses' | 'quizzes'>): QuizShelf {
  const today = new Map(content.quizzes.map((quiz) => [quiz.id, quiz]));
  const old = new Map<string, Quiz>();
  return {
    courses: content.courses,
    course: (id) => content.courses.find((course) => course.id === id),
    today: (quizId) => today.get(quizId),
    find: async (db, quizId, version) => {
      const now = today.get(quizId);
      if (now?.version === version) return now;
      const key = `${quizId}@${version}`;
      const known = old.get(key);
      if (known) return known;
      const quiz = await findQuiz(db, quizId, version);
      if (quiz) {
        if (old.size >= MOST_OLD) old.clear();
        old.set(key, quiz);
      }
      return quiz;
    },
  };
}

/** Writes today's quizzes and courses into the database, whole, so that what is answered today can be marked and counted years on. */
export async function keepContent(database: Database, content: Pick<Content, 'courses' | 'quizzes'>, now: Date): Promise<void> {
  await database.transaction(async (tx) => {
    const known = new Set((await listQuizVersions(tx)).map(({quizId, version}) => `${quizId}@${version}`));
    for (const quiz of content.quizzes) {
      if (!known.has(`${quiz.id}@${quiz.version}`)) await keepQuiz(tx, quiz, now);
    }
    for (const course of content.courses) await keepCourse(tx, course, canonicalHash(course), now);
  });
}
