import type {JudgingFilter, JudgingQueue, QueuedSubmission, QueuePart, SubmissionToJudge} from '#core/tasks/api.ts';
import type {Person} from '#core/records/api.ts';
import {makeRecordId} from '#core/records/learningRecord.ts';
import {standingOfViewer} from '#core/tasks/assessors.ts';
import type {ViewerStanding} from '#core/tasks/assessors.ts';
import {faultsOfJudgement} from '#core/tasks/judgement.ts';
import type {NewJudgement} from '#core/tasks/judgement.ts';
import {writeTaskNews} from '#core/tasks/newsMail.ts';
import type {TaskStanding} from '#core/tasks/state.ts';
import {verdictOf} from '#core/tasks/verdict.ts';
import type {Verdict} from '#core/tasks/verdict.ts';
import type {Queries} from '../database/database.ts';
import type {Services} from '../parts.ts';
import {Refusal} from '../problem.ts';
import {applyTraining} from '../records/applyTraining.ts';
import {addAudit, noteLooks} from '../records/audit.ts';
import {canonicalHash} from '../records/canonical.ts';
import {addMail} from '../repositories/mail.ts';
import {
  addJudgement, askSecond, countEarlier, countPairs, findJudgement, findRun, findSubmission, isTrainerOf, keepResult, listDecided, listJudgements, listOpen, listVerdicts,
  lockSubmission, markDecided,
} from '../repositories/tasks.ts';
import type {JudgementRow, PairRow, QueuedRow, Reader, SubmissionRow, VerdictRow} from '../repositories/tasks.ts';
import {toShown} from './shown.ts';
import {noSuchSubmission, standingOfRow, taskOf} from './submissions.ts';

/** Open hand-ins read at once. A year of a large council is a few hundred. */
const MOST_OPEN = 500;
const MOST_DECIDED = 200;
/** A mail server that is away longer than this is no longer told. */
const MAIL_LIVES_MS = 3 * 86_400_000;
const OPENED = 'Judged task';
const LISTED = 'List of judged tasks';

const readerOf = ({id, role}: Person): Reader => ({id, isCoordinator: role === 'coordinator', isTrainer: role === 'trainer'});

function viewerStanding({id, role}: Person, row: Pick<SubmissionRow, 'personId' | 'cohortId'>, {state}: TaskStanding, judgements: readonly VerdictRow[], teachesRun: boolean): ViewerStanding {
  return standingOfViewer({id, role, teachesRun}, {learnerId: row.personId, hasRun: row.cohortId !== null, state, judgements});
}

function toQueued(services: Services, person: Person, row: QueuedRow, judgements: readonly VerdictRow[]): QueuedSubmission {
  const standing = standingOfRow(row, judgements);
  return {
    id: row.id, courseId: row.courseId, taskId: row.taskId, taskTitle: taskOf(services, row)?.title ?? row.taskId, learner: row.displayName,
    run: row.cohortId === null ? null : {id: row.cohortId, title: row.cohortTitle ?? ''},
    submittedAt: row.submittedAt, ...standing, yourPlace: viewerStanding(person, row, standing, judgements, row.teachesRun).place,
  };
}

/** What a person may judge or has judged, with counts. Notes that they looked at those who are listed. Throws a 404 for a run that is not theirs. */
export async function queueOf(services: Services, person: Person, {run = null, show = 'mine'}: {run?: string | null | undefined} & Pick<JudgingFilter, 'show'>): Promise<JudgingQueue> {
  const {database, clock} = services;
  const reader = readerOf(person);
  const found = run === null ? null : await findRun(database, run);
  if (run !== null && (!found || !(reader.isCoordinator || await isTrainerOf(database, run, person.id)))) {
    throw new Refusal(404, 'no-such-cohort', 'You run no course run with this id. Look at the list of your course runs.');
  }
  const [open, decided, pairs] = await Promise.all([
    listOpen(database, reader, run, MOST_OPEN + 1),
    show === 'decided' ? listDecided(database, reader, run, MOST_DECIDED + 1) : [],
    countPairs(database, reader, run),
  ]);
  const rows = [...open.slice(0, MOST_OPEN), ...decided.slice(0, MOST_DECIDED)];
  const verdicts = await listVerdicts(database, rows.map(({id}) => id));
  const queued = rows.map((row) => toQueued(services, person, row, verdicts.filter(({submissionId}) => submissionId === row.id)));
  const isIn = (part: QueuePart) => ({state, yourPlace}: QueuedSubmission): boolean => (part === 'mine' ? yourPlace !== null : state === part);
  const count = (part: QueuePart): number => queued.filter(isIn(part)).length;
  const shown = queued.filter(isIn(show));
  const shownIds = new Set(shown.map(({id}) => id));
  await noteLooks(database, person.id, [...new Set(rows.filter(({id}) => shownIds.has(id)).map(({personId}) => personId))], LISTED, clock());
  return {
    submissions: shown,
    counts: {mine: count('mine'), 'waiting-first': count('waiting-first'), 'waiting-second': count('waiting-second'), 'waiting-moderator': count('waiting-moderator')},
    agreement: byTask(pairs), run: found ?? null,
    isCut: show === 'decided' ? decided.length > MOST_DECIDED : open.length > MOST_OPEN,
  };
}

function byTask(pairs: readonly PairRow[]): JudgingQueue['agreement'] {
  const tasks = new Map<string, JudgingQueue['agreement'][number]>();
  for (const {courseId, taskId, first, second, count} of pairs) {
    const key = `${courseId}/${taskId}`;
    const task = tasks.get(key) ?? {courseId, taskId, pairs: []};
    tasks.set(key, {...task, pairs: [...task.pairs, {first, second, count}]});
  }
  return [...tasks.values()];
}

interface Found {
  row: SubmissionRow;
  judgements: JudgementRow[];
  standing: TaskStanding;
  viewer: ViewerStanding;
}

/** Finds a hand-in for somebody who wants to judge. Throws the same 404 for what is not theirs to see as for what is not there. */
async function findFor(db: Queries, person: Person, id: string): Promise<Found> {
  const row = await findSubmission(db, id);
  if (!row) throw noSuchSubmission();
  const judgements = await listJudgements(db, [id]);
  const teachesRun = row.cohortId !== null && await isTrainerOf(db, row.cohortId, person.id);
  const standing = standingOfRow(row, judgements);
  const viewer = viewerStanding(person, row, standing, judgements, teachesRun);
  if (!viewer.maySee) throw noSuchSubmission();
  return {row, judgements, standing, viewer};
}

async function toJudge(services: Services, db: Queries, person: Person, {row, judgements, standing, viewer}: Found): Promise<SubmissionToJudge> {
  const task = taskOf(services, row);
  if (!task) throw noSuchSubmission();
  return {
    id: row.id, courseId: row.courseId, task, learner: row.displayName,
    run: row.cohortId === null ? null : {id: row.cohortId, title: row.cohortTitle ?? ''},
    evidence: row.evidence, submittedAt: row.submittedAt, earlier: await countEarlier(db, row), ...standing, yourPlace: viewer.place,
    judgements: judgements.filter(({assessorId}) => viewer.seesOthers || assessorId === person.id).map((each) => toShown(each, person.id)),
  };
}

/** Opens a hand-in for somebody who judges, and notes that they did. */
export async function openSubmission(services: Services, person: Person, id: string): Promise<SubmissionToJudge> {
  const {database, clock} = services;
  const found = await findFor(database, person, id);
  const opened = await toJudge(services, database, person, found);
  await noteLooks(database, person.id, [found.row.personId], OPENED, clock());
  return opened;
}

/**
 * Keeps a judgement once, and what follows from it: the result, the course, the mail and the audit entry stand in the same transaction.
 * Throws a 404 for what is not theirs to see, a 409 when somebody was faster or the id is taken, a 422 for a judgement that is not whole.
 */
export async function judge(services: Services, person: Person, submissionId: string, wanted: NewJudgement): Promise<{added: boolean; submission: SubmissionToJudge}> {
  const {database, shelf, clock, outbox} = services;
  const now = clock();
  const bodyHash = canonicalHash({submissionId, ...wanted});
  const outcome = await database.transaction(async (tx) => {
    await lockSubmission(tx, submissionId);
    const before = await findFor(tx, person, submissionId);
    const there = await findJudgement(tx, wanted.id);
    if (there) {
      if (there.assessorId !== person.id || there.bodyHash !== bodyHash) throw new Refusal(409, 'other-judgement', 'Another judgement has this id, so nothing was kept. Reload the page and send yours again; it is kept on your device.');
      return {added: false, isDecided: false, submission: await toJudge(services, tx, person, before)};
    }
    const {row, viewer} = before;
    if (viewer.place !== wanted.place) throw new Refusal(409, 'other-place', 'This task no longer waits for this judgement from you: somebody was faster, or you have judged it. Reload the page to see what it waits for.');
    const criteria = taskOf(services, row)?.rubric.length ?? 0;
    const faults = faultsOfJudgement(criteria, wanted);
    if (faults.length > 0) throw new Refusal(422, 'wrong-judgement', faults.map(({message}) => message).join(' '), faults);
    await addJudgement(tx, submissionId, wanted, {assessorId: person.id, verdict: verdictOf(wanted.lines.map(({level}) => level)), bodyHash}, now);
    if (wanted.asksSecond) await askSecond(tx, submissionId);
    const after = await findFor(tx, person, submissionId);
    const {verdict} = after.standing;
    if (verdict !== null) {
      await decide(services, tx, row, verdict, now);
      await applyTraining(tx, row.personId, row.courseId, shelf.courses, now);
    }
    const submission = await toJudge(services, tx, person, after);
    await addAudit(tx, {
      actorId: person.id, action: 'task-judged', subjectId: row.personId, object: `submission:${submissionId}`,
      detail: {courseId: row.courseId, taskId: row.taskId, place: wanted.place, decides: verdict !== null},
    }, now);
    return {added: true, isDecided: verdict !== null, submission};
  });
  if (outcome.isDecided) outbox.kick();
  return outcome;
}

async function decide(services: Services, tx: Queries, row: SubmissionRow, verdict: Verdict, now: Date): Promise<void> {
  const {config, organisation, randomBytes} = services;
  await markDecided(tx, row.id, now);
  await keepResult(tx, row, verdict, now);
  const {subject, text} = writeTaskNews({courseId: row.courseId, task: {id: row.taskId, title: taskOf(services, row)?.title ?? row.taskId}}, {site: config.publicUrl, contact: organisation.contact});
  await addMail(tx, {id: makeRecordId(now.getTime(), randomBytes(10)), recipient: row.email, subject, body: text}, now, new Date(now.getTime() + MAIL_LIVES_MS));
}
