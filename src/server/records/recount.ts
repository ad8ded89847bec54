import {isThere} from '#core/courses/attendance.ts';
import {standingIn} from '#core/courses/completion.ts';
import type {Course} from '#core/courses/course.ts';
import {lastMet} from '#core/courses/renewal.ts';
import {asksForSessions, conditionsIn, coursesIn, ignoringLapses} from '#core/courses/rule.ts';
import type {Queries} from '../database/database.ts';
import {addCompletion, correctRenewal, findCourseFacts, removeCompletion, renewCompletion} from '../repositories/readTables.ts';
import type {CourseFacts} from '../repositories/readTables.ts';

/** The quizzes that decide whether a course is complete. */
export function quizzesOf(course: Course): string[] {
  const assessed = conditionsIn(course.rule).flatMap(({condition}) => ('quiz' in condition ? [condition.quiz] : []));
  return [...new Set([...course.lessons.map(({practice}) => practice), ...(course.assessment === undefined ? [] : [course.assessment]), ...assessed])];
}

interface Options {
  /** Marks and judgements received later are left out; null: none are. For making the tables again. */
  asOf?: string | null;
  /** Whether a completion may be taken away: after a mark or a judgement, which can be corrected, and never after an attempt. */
  mayWithdraw?: boolean;
}

/** A completion that was taken away. */
export interface Withdrawn {
  personId: string;
  courseId: string;
  courseVersion: number;
}

/**
 * Looks at all that decides whether these people have completed a course, and writes down what follows: a completion, a renewal, or that a
 * completion no longer stands. Then the same for the courses that wait for this one, where something changed. Gives what was withdrawn.
 */
export async function recount(tx: Queries, personIds: readonly string[], course: Course, courses: readonly Course[], options: Options = {}): Promise<Withdrawn[]> {
  const facts = await findCourseFacts(tx, personIds, course, quizzesOf(course), options.asOf ?? null);
  const changed: string[] = [];
  const withdrawn: Withdrawn[] = [];
  for (const [personId, mine] of facts) {
    const outcome = await recountOne(tx, personId, course, mine, options.mayWithdraw ?? false);
    if (outcome !== 'same') changed.push(personId);
    if (outcome === 'withdrawn') withdrawn.push({personId, courseId: course.id, courseVersion: course.version});
  }
  return [...withdrawn, ...await recountWaiting(tx, changed, course.id, courses, options)];
}

/** The same for the courses that wait for one of which these people have, or no longer have, a completion or a recognised certificate. */
export async function recountWaiting(tx: Queries, personIds: readonly string[], courseId: string, courses: readonly Course[], options: Options = {}): Promise<Withdrawn[]> {
  const withdrawn: Withdrawn[] = [];
  if (personIds.length === 0) return withdrawn;
  for (const next of courses.filter(({rule}) => coursesIn(rule).includes(courseId))) withdrawn.push(...await recount(tx, personIds, next, courses, options));
  return withdrawn;
}

async function recountOne(tx: Queries, personId: string, course: Course, facts: CourseFacts, mayWithdraw: boolean): Promise<'same' | 'changed' | 'withdrawn'> {
  const {first, last, training, held} = facts;
  const {completedAt} = standingIn(course, first, training);
  const metAt = lastMet(course, last, training);
  const isAdded = completedAt !== null && await addCompletion(tx, personId, {courseId: course.id, courseVersion: course.version, completedAt});
  const since = completedAt ?? held?.completedAt;
  const isRenewed = metAt !== null && since !== undefined && Date.parse(metAt) > Date.parse(since) && await renewCompletion(tx, personId, course.id, metAt);
  // What somebody completed by an older version of the course stands, whatever is corrected under this one.
  if (mayWithdraw && held?.courseVersion === course.version) {
    if (completedAt === null && !isStillEarned(course, facts, held.completedAt)) {
      await removeCompletion(tx, personId, course.id);
      return 'withdrawn';
    }
    if (asksForSessions(course.rule) && held.renewedAt && (metAt === null || Date.parse(metAt) < Date.parse(held.renewedAt))) {
      await correctRenewal(tx, personId, course.id, metAt !== null && Date.parse(metAt) > Date.parse(held.completedAt) ? metAt : null);
      return 'changed';
    }
  }
  return isAdded || isRenewed ? 'changed' : 'same';
}

/**
 * Whether a completion stands although its rule is not met today. Only a correction takes one away: another course that has lapsed since
 * does not, nor does a session that was added to the run afterwards.
 */
function isStillEarned(course: Course, {first, training}: CourseFacts, completedAt: string): boolean {
  const runs = training.runs.map((run) => {
    const attended = new Set(run.sessions.filter((session) => run.marks.some((mark) => mark.sessionId === session.id && isThere(mark, session))).map(({id}) => id));
    return {...run, sessions: run.sessions.filter(({id, addedAt}) => attended.has(id) || Date.parse(addedAt) <= Date.parse(completedAt))};
  });
  return standingIn({...course, rule: ignoringLapses(course.rule)}, first, {...training, runs}).completedAt !== null;
}
