import type {MySubmission, MyTasks, NewSubmission} from '#core/tasks/api.ts';
import {faultsOfEvidence} from '#core/tasks/evidence.ts';
import {isDrawn} from '#core/tasks/sample.ts';
import {standingOf} from '#core/tasks/state.ts';
import type {TaskStanding} from '#core/tasks/state.ts';
import type {Task} from '#core/tasks/task.ts';
import type {Queries} from '../database/database.ts';
import type {Services} from '../parts.ts';
import {Refusal} from '../problem.ts';
import {canonicalHash} from '../records/canonical.ts';
import {countFrom} from '../records/deviceClock.ts';
import {lockPerson} from '../repositories/people.ts';
import {addSubmission, findStanding, findSubmission, listJudgements, listOwn, listRunsOf, lockSubmission, markWithdrawn} from '../repositories/tasks.ts';
import type {JudgementRow, SubmissionRow, VerdictRow} from '../repositories/tasks.ts';
import {toShown} from './shown.ts';

/** The task as it stood when it was handed in; for rows of earlier releases as it is now. Undefined when nobody knows it any more. */
export function taskOf({shelf}: Pick<Services, 'shelf'>, {task, courseId, taskId}: Pick<SubmissionRow, 'task' | 'courseId' | 'taskId'>): Task | undefined {
  return task ?? shelf.course(courseId)?.tasks?.find(({id}) => id === taskId);
}

/** How a hand-in stands, from its row and its judgements. */
export function standingOfRow({withdrawnAt, needsSecond}: Pick<SubmissionRow, 'withdrawnAt' | 'needsSecond'>, judgements: readonly VerdictRow[]): TaskStanding {
  return standingOf({isWithdrawn: withdrawnAt !== null, needsSecond, judgements});
}

function toMine(services: Pick<Services, 'shelf'>, row: SubmissionRow, judgements: readonly JudgementRow[]): MySubmission {
  const task = taskOf(services, row);
  const {state, verdict} = standingOfRow(row, judgements);
  return {
    id: row.id, courseId: row.courseId, taskId: row.taskId, taskTitle: task?.title ?? row.taskId,
    run: row.cohortId === null ? null : {id: row.cohortId, title: row.cohortTitle ?? ''},
    evidence: row.evidence, submittedAt: row.submittedAt,
    state: state === 'decided' || state === 'withdrawn' ? state : 'with-assessors',
    mayWithdraw: state !== 'withdrawn' && judgements.length === 0,
    verdict, decidedAt: row.decidedAt,
    rubric: task?.rubric ?? [],
    judgements: state === 'decided' ? judgements.map((each) => toShown(each, row.personId)) : [],
  };
}

async function readMine(services: Services, db: Queries, row: SubmissionRow): Promise<MySubmission> {
  return toMine(services, row, await listJudgements(db, [row.id]));
}

/** All that a person has handed in, and the runs they may hand in for. */
export async function tasksOf(services: Services, personId: string): Promise<MyTasks> {
  const {database} = services;
  const [rows, runs] = await Promise.all([listOwn(database, personId), listRunsOf(database, personId)]);
  const judgements = await listJudgements(database, rows.map(({id}) => id));
  return {submissions: rows.map((row) => toMine(services, row, judgements.filter(({submissionId}) => submissionId === row.id))), runs};
}

/**
 * Keeps a hand-in once: the same id and body again gives the same back. Throws a 409 for another body, or another person's, under the id,
 * for a task that is with the assessors or was judged competent, and for a task that has changed since the learner read it; a 422 for what
 * the task does not take.
 */
export async function handIn(services: Services, personId: string, wanted: NewSubmission): Promise<{added: boolean; submission: MySubmission}> {
  const {database, shelf, clock} = services;
  const {id, courseId, courseVersion, taskId, cohortId, evidence} = wanted;
  const bodyHash = canonicalHash(wanted);
  const now = clock();
  return database.transaction(async (tx) => {
    await lockPerson(tx, personId);
    const there = await findSubmission(tx, id);
    if (there) {
      if (there.personId !== personId || there.bodyHash !== bodyHash) throw new Refusal(409, 'other-submission', 'Something else was handed in under this id, so this was not taken. Reload the page and hand it in again.');
      return {added: false, submission: await readMine(services, tx, there)};
    }
    const course = shelf.course(courseId);
    const task = course?.tasks?.find((each) => each.id === taskId);
    if (!course || !task) throw new Refusal(422, 'unknown-task', 'There is no such task in this course. Go back to the list of tasks and choose one.', [{field: 'taskId', message: 'Choose a task from the list.'}]);
    if (course.version !== courseVersion) throw new Refusal(409, 'other-version', 'The course has changed since you opened this page. Reload the page, read the task again, then hand in. What you wrote stays on your device.');
    const faults = faultsOfEvidence(task, evidence);
    if (faults.length > 0) throw new Refusal(422, 'wrong-evidence', faults.map(({message}) => message).join(' '), faults);
    const runs = cohortId === null ? [] : await listRunsOf(tx, personId);
    if (cohortId !== null && !runs.some((run) => run.id === cohortId && run.courseId === courseId)) {
      throw new Refusal(422, 'not-in-run', 'You are not in this run of the course. Choose one of yours, or none.', [{field: 'cohortId', message: 'Choose a run that you are in, or none.'}]);
    }
    const {isOpen, isCompetent} = await findStanding(tx, personId, courseId, taskId);
    if (isOpen) throw new Refusal(409, 'already-open', 'This task is with the assessors already. Withdraw what you handed in first, if nobody has judged it yet.');
    if (isCompetent) throw new Refusal(409, 'already-competent', 'You were judged competent at this task, so there is nothing left to hand in.');
    await addSubmission(tx, {
      id, personId, courseId, courseVersion, taskId, task, cohortId, evidence, bodyHash,
      needsSecond: task.assessors === 2 || isDrawn(id, task.sample), submittedAt: countFrom(wanted.at, now).at,
    }, now);
    const row = await findSubmission(tx, id);
    if (!row) throw new Error('A task was handed in and is not there.');
    return {added: true, submission: toMine(services, row, [])};
  });
}

/** Takes back what a person handed in, as long as nobody has judged it. Doing so again changes nothing. */
export async function withdraw(services: Services, personId: string, id: string): Promise<MySubmission> {
  const {database, clock} = services;
  return database.transaction(async (tx) => {
    await lockSubmission(tx, id);
    const row = await findSubmission(tx, id);
    if (row?.personId !== personId) throw noSuchSubmission();
    const judgements = await listJudgements(tx, [id]);
    if (judgements.length > 0) throw new Refusal(409, 'already-judged', 'An assessor has judged this already, so you cannot withdraw it. You will hear when it is decided.');
    if (row.withdrawnAt === null) await markWithdrawn(tx, id, clock());
    return toMine(services, {...row, withdrawnAt: row.withdrawnAt ?? clock().toISOString()}, judgements);
  });
}

/** The refusal for a hand-in that is not there, or not for this person to see. */
export function noSuchSubmission(): Refusal {
  return new Refusal(404, 'no-such-submission', 'There is no task here that is yours to see. Go back to the list and load it again.');
}
