import * as z from 'zod';
import {Cancellation, NewRun, NewTrainer, Run, RunChange, RunDetail, RunList, RunListQuery} from '#core/runs/api.ts';
import type {RunBooking, RunMember} from '#core/runs/api.ts';
import {runCalendar} from '#core/runs/calendar.ts';
import type {App, Services} from '../parts.ts';
import {personOf} from '../parts.ts';
import {Refusal} from '../problem.ts';
import {addAudit, noteLooks} from '../records/audit.ts';
import {cohortFor, membersOf, withFigures} from '../records/cohorts.ts';
import {nameOfDirectorate} from '../records/directorates.ts';
import {RecordId} from '#core/records/learningRecord.ts';
import {findBooking, listAsked} from '../repositories/bookings.ts';
import {findCohort, isTrainerOf, LIST_LIMIT, listCohorts} from '../repositories/cohorts.ts';
import type {CohortRow} from '../repositories/cohorts.ts';
import {listSessions} from '../repositories/courseSessions.ts';
import {cancelRun, editRun, openRun, shareRun, unshareRun} from '../runs/runs.ts';
import {toSession} from '../runs/sessions.ts';
import {answers} from './answers.ts';
import {sendCsv} from './sendCsv.ts';

const params = z.object({id: z.string()});
const CSV_HEAD = ['Name', 'E-mail', 'Directorate', 'Joined', 'Lessons done', 'Lessons', 'Passed', 'Completed'];
/** What people are told when somebody looked at them in a list of members. */
const LOOK = 'List of a course run';
/** Nobody changes runs more often by hand, and one network may hold all trainers of a body. */
const CHANGE_LIMIT = {rateLimit: {max: 300, timeWindow: 15 * 60_000}};

/** Course runs: trainers see those that they teach, a coordinator all. */
export function cohortRoutes(app: App, services: Services): void {
  const {database, clock, organisation, config, shelf} = services;

  const detailOf = async (id: string): Promise<z.infer<typeof RunDetail>> => {
    const row = await findCohort(database, id);
    if (!row) throw new Error('A course run was found and is gone.');
    const [[cohort], members, bookings, sessions] = await Promise.all([withFigures(services, [row]), membersOf(services, row), listAsked(database, id), listSessions(database, [id])]);
    if (!cohort) throw new Error('A course run was found and has no figures.');
    return {cohort, members, bookings, sessions: sessions.map(toSession)};
  };
  const noteMembers = (viewerId: string, people: readonly (Pick<RunMember, 'personId'> | Pick<RunBooking, 'personId'>)[]): Promise<void> =>
    noteLooks(database, viewerId, people.map(({personId}) => personId), LOOK, clock());
  /** The run as it is now, for whoever has just changed it. */
  const changed = async (viewerId: string, id: string): Promise<z.infer<typeof RunDetail>> => {
    const detail = await detailOf(id);
    await noteMembers(viewerId, [...detail.members, ...detail.bookings]);
    return detail;
  };

  app.get('/api/cohorts', {schema: {summary: 'Your course runs, the newest first', querystring: RunListQuery, response: answers({200: RunList})}}, async (request) => {
    const person = personOf(request);
    const [startsOn, id] = request.query.before?.split('_') ?? [];
    const before = startsOn === undefined || id === undefined ? null : readCursor(startsOn, id);
    const rows = await listCohorts(database, person.role === 'coordinator' ? null : person.id, before);
    const last = rows.at(-1);
    return {cohorts: await withFigures(services, rows), older: rows.length === LIST_LIMIT && last ? `${last.startsOn}_${last.id}` : null};
  });

  app.post('/api/cohorts', {
    config: CHANGE_LIMIT,
    schema: {summary: 'Open a course run, once', body: NewRun, response: answers({200: Run, 201: Run})},
  }, async (request, reply) => {
    const {added, row} = await openRun(services, request.body, personOf(request));
    const [cohort] = await withFigures(services, [row]);
    if (!cohort) throw new Error('A course run was added and has no figures.');
    return reply.code(added ? 201 : 200).send(cohort);
  });

  app.get('/api/cohorts/:id', {schema: {summary: 'A course run, its sessions, members and bookings', params, response: answers({200: RunDetail})}}, async (request) => {
    const person = personOf(request);
    const {id} = await cohortFor(services, person, request.params.id);
    return changed(person.id, id);
  });

  app.patch('/api/cohorts/:id', {
    config: CHANGE_LIMIT,
    schema: {summary: 'Change the title, places and listing of a course run', params, body: RunChange, response: answers({200: RunDetail})},
  }, async (request) => {
    const person = personOf(request);
    const {id} = await cohortFor(services, person, request.params.id);
    await editRun(services, id, request.body, person.id);
    return changed(person.id, id);
  });

  app.post('/api/cohorts/:id/cancellation', {
    config: CHANGE_LIMIT,
    schema: {summary: 'Cancel a course run and tell everybody who had booked', params, body: Cancellation, response: answers({200: RunDetail})},
  }, async (request) => {
    const person = personOf(request);
    const {id} = await cohortFor(services, person, request.params.id);
    await cancelRun(services, id, request.body.reason, person.id);
    return changed(person.id, id);
  });

  app.post('/api/cohorts/:id/trainers', {
    config: CHANGE_LIMIT,
    schema: {summary: 'Let another person run this course run', params, body: NewTrainer, response: answers({200: RunDetail})},
  }, async (request) => {
    const person = personOf(request);
    const {id} = await cohortFor(services, person, request.params.id);
    await shareRun(services, id, request.body.email, person.id);
    return changed(person.id, id);
  });

  app.delete('/api/cohorts/:id/trainers/:personId', {
    config: CHANGE_LIMIT,
    schema: {summary: 'Take a trainer off a course run, but never the last', params: z.object({id: z.string(), personId: z.string()}), response: answers({204: z.null()})},
  }, async (request, reply) => {
    const person = personOf(request);
    const {id} = await cohortFor(services, person, request.params.id);
    // Whoever takes themselves off no longer sees the run, so nothing of it comes back.
    await unshareRun(services, id, request.params.personId, person.id);
    return reply.code(204).send(null);
  });

  app.get('/api/cohorts/:id/members.csv', {schema: {summary: 'The members as a file for a spreadsheet', params}}, async (request, reply) => {
    const person = personOf(request);
    const cohort = await cohortFor(services, person, request.params.id);
    const members = await membersOf(services, cohort);
    await noteMembers(person.id, members);
    await database.transaction((tx) => addAudit(tx, {actorId: person.id, action: 'list-downloaded', subjectId: null, object: `cohort:${cohort.id}`, detail: {people: members.length}}, clock()));
    return sendCsv(reply, 'course-run-members.csv', CSV_HEAD, members.map((member) => [
      member.displayName, member.email, nameOfDirectorate(organisation, member.directorate), member.joinedAt,
      member.lessonsDone, member.lessons, member.passedAt, member.completedAt,
    ]));
  });

  app.get('/api/cohorts/:id/calendar.ics', {schema: {summary: 'The sessions of a course run as a calendar file, for people who are confirmed and its trainers', params}}, async (request, reply) => {
    const person = personOf(request);
    const cohort = await cohortInWhich(services, person, request.params.id);
    const sessions = await listSessions(database, [cohort.id]);
    const file = runCalendar(
      {title: cohort.title, courseTitle: shelf.course(cohort.courseId)?.title ?? cohort.courseId, isCancelled: cohort.cancelledAt !== null},
      sessions.map(toSession), {site: config.publicUrl, stamp: clock().toISOString()},
    );
    return reply.type('text/calendar; charset=utf-8').header('content-disposition', 'attachment; filename="course-run.ics"').header('cache-control', 'no-store').serializer(String).send(file);
  });
}

/** The place in the list that an address names. Throws a 422 for a day or an id that is none. */
function readCursor(startsOn: string, id: string): {startsOn: string; id: string} {
  if (!z.iso.date().safeParse(startsOn).success || !RecordId.safeParse(id).success) throw new Refusal(422, 'wrong-fields', 'This address is cut short. Go back to the newest runs.');
  return {startsOn, id};
}

/** The run, when this person is confirmed in it or runs it. Throws the same 404 for others as for a run that is not there. */
async function cohortInWhich({database}: Services, person: {id: string; role: string}, id: string): Promise<CohortRow> {
  const cohort = RecordId.safeParse(id).success ? await findCohort(database, id) : undefined;
  const mayRead = cohort && (
    person.role === 'coordinator' || (await findBooking(database, cohort.id, person.id))?.state === 'confirmed'
    || (person.role !== 'learner' && await isTrainerOf(database, cohort.id, person.id))
  );
  if (!cohort || !mayRead) throw new Refusal(404, 'no-such-calendar', 'You have no confirmed place in a course run with this id. Look under “My bookings”.');
  return cohort;
}
