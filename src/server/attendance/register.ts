import type {MyAttendance, Register, RegisterMark} from '#core/attendance/api.ts';
import {factsByPerson} from '#core/attendance/marking.ts';
import {byMoment, cellKey, mergeMarks} from '#core/attendance/merge.ts';
import type {Cell} from '#core/attendance/merge.ts';
import {attendanceRuleOf, standingSentence} from '#core/attendance/rule.ts';
import {markWords} from '#core/attendance/words.ts';
import {attendanceOf} from '#core/courses/attendance.ts';
import type {AttendanceRule} from '#core/courses/attendance.ts';
import {toLondonDay} from '#core/records/londonDay.ts';
import type {Services} from '../parts.ts';
import type {KeptMark, SessionRow} from '../repositories/attendance.ts';
import {listPeople, listPersonMarks, listRunMarks, listRunsOf, listSessions} from '../repositories/attendance.ts';
import type {CohortRow} from '../repositories/cohorts.ts';

type Known = Pick<Services, 'database' | 'shelf' | 'clock'>;

/** A mark as trainers and the person marked see it: field by field, so that nothing kept beside it goes out. */
export function toRegisterMark({id, sessionId, personId, mark, minutes, reason, sawId, settles, at, by}: KeptMark): RegisterMark {
  return {id, sessionId, personId, mark, minutes, reason, sawId, settles, at, by: {id: by.id, name: by.name}};
}

const toSession = ({id, title, startsAt, endsAt, isMandatory, isCancelled}: SessionRow) => ({id, title, startsAt, endsAt, isMandatory, isCancelled});

function runAndRule({shelf}: Known, {id, title, courseId, startsOn}: Pick<CohortRow, 'id' | 'title' | 'courseId' | 'startsOn'>): {run: Register['run']; rule: AttendanceRule | null} {
  const course = shelf.course(courseId);
  return {run: {id, title, courseId, courseTitle: course?.title ?? courseId, startsOn}, rule: attendanceRuleOf(course?.rule)};
}

/** The register of a course run: who has a place, what they were marked, and where each stands. */
export async function registerOf(known: Known, cohort: CohortRow): Promise<Register> {
  const {database, clock} = known;
  const [sessions, people, marks] = await Promise.all([listSessions(database, [cohort.id]), listPeople(database, cohort.id), listRunMarks(database, cohort.id)]);
  const {run, rule} = runAndRule(known, cohort);
  const cells = [...mergeMarks(marks).values()];
  const facts = factsByPerson(cells);
  const readAt = clock().toISOString();
  return {
    run, rule, sessions: sessions.map(toSession), readAt,
    people: people.map(({id, name, isMember}) => ({id, name, isMember, standing: attendanceOf(sessions, facts.get(id) ?? [], rule ?? {}, readAt)})),
    marks: cells.flatMap(({open}) => open.map(toRegisterMark)),
  };
}

/** Every mark of one person in one session of the run, the oldest first; none for a session of another run. */
export async function changesOf({database}: Known, cohort: CohortRow, personId: string, sessionId: string): Promise<RegisterMark[]> {
  const sessions = await listSessions(database, [cohort.id]);
  if (!sessions.some(({id}) => id === sessionId)) return [];
  return (await listPersonMarks(database, personId, sessionId)).sort(byMoment).map(toRegisterMark);
}

/** Somebody's own attendance in every course run of theirs. */
export async function attendanceOfPerson(known: Known, personId: string): Promise<MyAttendance> {
  const {database, clock} = known;
  const runs = await listRunsOf(database, personId);
  const [sessions, marks] = await Promise.all([listSessions(database, runs.map(({id}) => id)), listPersonMarks(database, personId)]);
  const cells = mergeMarks(marks);
  const now = clock().toISOString();
  return {
    runs: runs.map((each) => {
      const {run, rule} = runAndRule(known, each);
      const ofRun = sessions.filter(({cohortId}) => cohortId === each.id);
      const own = ofRun.flatMap((session) => cells.get(cellKey({sessionId: session.id, personId})) ?? []);
      return {run, rule, sessions: ofRun.map(toSession), marks: own.flatMap(({open}) => open.map(toRegisterMark)), standing: attendanceOf(ofRun, factsByPerson(own).get(personId) ?? [], rule ?? {}, now)};
    }),
  };
}

/** The register as a table for a spreadsheet: a line for each person, a column for each session, then the sum of it. */
export function registerTable({people, sessions, marks, rule, readAt}: Register): {head: string[]; rows: (string | number)[][]} {
  const cells = mergeMarks(marks);
  const facts = factsByPerson(cells.values());
  const heading = (session: Register['sessions'][number]): string => `${session.title}, ${toLondonDay(session.startsAt)}${session.isCancelled ? ' (cancelled)' : ''}`;
  return {
    head: ['Name', 'Has a place', ...sessions.map(heading), 'Sessions attended', 'Sessions', 'Percent of all', 'Standing'],
    rows: people.map(({id, name, isMember, standing}) => [
      name, isMember ? 'Yes' : 'No', ...sessions.map((session) => cellText(cells.get(cellKey({sessionId: session.id, personId: id})))),
      standing.attended, standing.of, standing.percent, standingSentence(sessions, facts.get(id) ?? [], rule, readAt),
    ]),
  };
}

function cellText(cell: Cell<RegisterMark> | undefined): string {
  if (!cell) return '';
  return cell.isDisputed ? `${markWords(cell.counts)} (trainers disagree)` : markWords(cell.counts);
}
