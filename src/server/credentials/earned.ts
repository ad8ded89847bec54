import type {RunCredentials, RunStanding} from '#core/credentials/api.ts';
import {kindsOf} from '#core/credentials/kinds.ts';
import type {CredentialKind} from '#core/credentials/kinds.ts';
import {attendanceStanding, competenceStanding} from '#core/credentials/standing.ts';
import type {EarnStanding} from '#core/credentials/standing.ts';
import type {Course} from '#core/courses/course.ts';
import type {Queries} from '../database/database.ts';
import {listCompletionFacts, listMarks, listOfRun, listRunMembers, listSessions} from '../repositories/credentials.ts';
import type {CredentialRow, RunRow} from '../repositories/credentials.ts';

/** Whether a person has earned a certificate of a course; of attendance for one run. Reads what it needs. */
export async function earnStanding(db: Queries, {personId, course, kind, cohortId, now}: {personId: string; course: Course; kind: CredentialKind; cohortId: string | null; now: string}): Promise<EarnStanding> {
  if (kind === 'competence') return competenceStanding(course, (await listCompletionFacts(db, personId, course.id))[0] ?? null, now);
  const sessions = await listSessions(db, cohortId === null ? [] : [cohortId]);
  return attendanceStanding(course, sessions, await listMarks(db, sessions.map(({id}) => id), personId), now);
}

/**
 * Of a person's certificates, the one that stands for what was earned, or the one that was taken away for it. A renewal counts from a later moment,
 * so it asks for a new certificate; the old one runs out by itself.
 */
export function certificateFor(rows: readonly CredentialRow[], {course, kind, cohortId, basisAt}: {course: Pick<Course, 'id'>; kind: CredentialKind; cohortId: string | null; basisAt: string}): {held: CredentialRow | null; takenAway: CredentialRow | null} {
  const same = rows.filter((row) => row.courseId === course.id && row.kind === kind
    && (kind === 'attendance' ? row.cohortId === cohortId : Date.parse(row.basisAt) >= Date.parse(basisAt)));
  return {
    held: same.find(({revokedAt}) => revokedAt === null) ?? null,
    takenAway: same.find(({revokedAt, replacedBy, basisAt: of}) => revokedAt !== null && replacedBy === null && Date.parse(of) >= Date.parse(basisAt)) ?? null,
  };
}

/** Why somebody whose certificate was revoked gets no new one by themselves. */
export const TAKEN_AWAY = 'The certificate was revoked. Ask the team that runs this site.';

/** Who of a run has earned, or has, which certificate. `viewerId`: who may not issue to themselves. Four questions to the database, however large the run. */
export async function runCredentials(db: Queries, run: RunRow, course: Course, viewerId: string, now: string): Promise<RunCredentials> {
  const kinds = kindsOf(course);
  const [members, sessions, held] = await Promise.all([listRunMembers(db, run.id, course.id), listSessions(db, [run.id]), listOfRun(db, run.id, course.id)]);
  const marks = kinds.includes('attendance') ? await listMarks(db, sessions.map(({id}) => id), null) : [];
  const people = members.map(({personId, displayName, email, courseVersion, completedAt, renewedAt}) => {
    const completion = completedAt === null || courseVersion === null ? null : {completedAt, renewedAt, courseVersion};
    const standings = kinds.map((kind): RunStanding => {
      const earned = kind === 'competence' ? competenceStanding(course, completion, now) : attendanceStanding(course, sessions, marks.filter((mark) => mark.personId === personId), now);
      const cohortId = kind === 'attendance' ? run.id : null;
      const found = certificateFor(held.filter((row) => row.personId === personId), {course, kind, cohortId, basisAt: earned.state === 'earned' ? earned.basisAt : now});
      if (found.held) return {kind, state: 'issued', id: found.held.id, why: null};
      if (earned.state !== 'earned') return {kind, state: 'not-yet', id: null, why: earned.why};
      if (personId === viewerId) return {kind, state: 'own', id: null, why: 'You cannot issue to yourself.'};
      const why = found.takenAway ? TAKEN_AWAY : displayName === null ? 'No name is given. They must sign in and give it.' : null;
      return {kind, state: why === null ? 'ready' : 'not-yet', id: null, why};
    });
    return {personId, name: displayName ?? email, standings};
  });
  return {run: {id: run.id, title: run.title, courseId: run.courseId}, kinds, people};
}
