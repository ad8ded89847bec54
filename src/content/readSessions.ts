import path from 'node:path';
import type {Course} from '#core/courses/course.ts';
import {resolveSession, SessionFile} from '#core/courses/session.ts';
import type {Session} from '#core/courses/session.ts';
import {checkYaml, problemAt} from '#core/problem.ts';
import type {Checked, Problem} from '#core/problem.ts';
import type {Quiz} from '#core/quizzes/quiz.ts';
import {readFiles} from './readFiles.ts';

/** Reads `docs/learn/<course>/session.yml` of every course that has one. Gives the sessions in the order of the courses, or every problem in any of the files. */
export async function readSessions(root: string, courses: readonly Course[], quizzes: readonly Quiz[]): Promise<Checked<Session[]>> {
  const problems: Problem[] = [];
  const sessions: Session[] = [];
  for (const source of await readFiles(root, 'docs/learn', 'session.yml')) {
    const course = courses.find(({id}) => source.file === path.posix.join('docs/learn', id, 'session.yml'));
    if (!course) {
      problems.push(problemAt(source, [], 'There is no course in this folder. Move the file beside the course.yml that it belongs to.'));
      continue;
    }
    const checked = checkYaml(SessionFile, source);
    if (!checked.ok) {
      problems.push(...checked.problems);
      continue;
    }
    const resolved = resolveSession(checked.value, source, course, quizzes);
    problems.push(...resolved.problems);
    sessions.push(resolved.session);
  }
  if (problems.length > 0) return {ok: false, problems};
  const place = ({course}: Session): number => courses.findIndex(({id}) => id === course);
  return {ok: true, value: sessions.sort((a, b) => place(a) - place(b))};
}
