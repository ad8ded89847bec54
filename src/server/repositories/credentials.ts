import type {MarkFact, SessionFact} from '#core/courses/attendance.ts';
import type {CredentialKind} from '#core/credentials/kinds.ts';
import type {PublicKey} from '#core/credentials/signature.ts';
import type {Queries} from '../database/database.ts';

/** Any fixed number will do; it is the name of the lock under which one instance makes a signing key and the others wait. */
const KEY_LOCK = 7_225_536;
/** Certificates listed to their holder at once, newest first. */
const LIST_LIMIT = 200;

export interface KeyRow {
  kid: string;
  algorithm: 'ES256' | 'RS256';
  publicJwk: PublicKey;
  /** The private half, encrypted; null once retired. */
  sealed: string | null;
  createdAt: string;
  retiredAt: string | null;
}

const KEY = 'kid, algorithm, public_jwk as "publicJwk", sealed, created_at as "createdAt", retired_at as "retiredAt"';

/** Every key, the newest first. */
export function listKeys(db: Queries): Promise<KeyRow[]> {
  return db.query<KeyRow>(`select ${KEY} from signing_keys order by created_at desc, kid`);
}

/** The key in use. */
export async function findKeyInUse(db: Queries): Promise<KeyRow | undefined> {
  const rows = await db.query<KeyRow>(`select ${KEY} from signing_keys where retired_at is null`);
  return rows[0];
}

/** The key in use, held until the transaction ends, so that it is not retired while something is signed with it. */
export async function holdKeyInUse(tx: Queries): Promise<KeyRow | undefined> {
  const rows = await tx.query<KeyRow>(`select ${KEY} from signing_keys where retired_at is null for share`);
  return rows[0];
}

/** Lets one instance make a key at a time, until the transaction ends. */
export async function lockKeyMaking(tx: Queries): Promise<void> {
  await tx.query('select pg_advisory_xact_lock($1::bigint)::text as lock', [KEY_LOCK]);
}

export async function addKey(tx: Queries, {kid, algorithm, publicJwk, sealed, createdAt}: Omit<KeyRow, 'retiredAt'>): Promise<void> {
  await tx.query(
    'insert into signing_keys (kid, algorithm, public_jwk, sealed, created_at) values ($1, $2, $3::jsonb, $4, $5::timestamptz)',
    [kid, algorithm, JSON.stringify(publicJwk), sealed, createdAt],
  );
}

/** Waits until nothing is being signed with the key in use; gives its id. */
export async function lockKeyInUse(tx: Queries): Promise<string | undefined> {
  const rows = await tx.query<{kid: string}>('select kid from signing_keys where retired_at is null for update');
  return rows[0]?.kid;
}

/** Retires a key and erases its private half. */
export async function retireKey(tx: Queries, kid: string, now: Date): Promise<void> {
  await tx.query('update signing_keys set sealed = null, retired_at = $2::timestamptz where kid = $1', [kid, now.toISOString()]);
}

/** How many places of the lists are taken. */
export async function countPlaces(db: Queries): Promise<number> {
  const rows = await db.query<{count: number}>('select count(*)::int as count from credential_statuses');
  return rows[0]?.count ?? 0;
}

/** Takes a place of a list; false when it is taken already. */
export async function takePlace(tx: Queries, list: number, place: number): Promise<boolean> {
  const rows = await tx.query('insert into credential_statuses (list, place) values ($1::int, $2::int) on conflict do nothing returning place', [list, place]);
  return rows.length > 0;
}

/** The revoked places of a list; undefined for a list of which no place is taken. */
export async function findRevoked(db: Queries, list: number): Promise<number[] | undefined> {
  const rows = await db.query<{place: number | null}>(
    `select s.place from (select 1 as one from credential_statuses where list = $1::int limit 1) as known
     left join credential_statuses s on s.list = $1::int and s.revoked_at is not null order by s.place`,
    [list],
  );
  return rows.length === 0 ? undefined : rows.flatMap(({place}) => (place === null ? [] : [place]));
}

export interface CredentialRow {
  id: string;
  personId: string;
  courseId: string;
  courseVersion: number;
  kind: CredentialKind;
  cohortId: string | null;
  name: string;
  basisAt: string;
  validFrom: string;
  validUntil: string | null;
  jwt: string;
  revokedAt: string | null;
  revokedReason: string | null;
  replacedBy: string | null;
}

const CREDENTIAL = `c.id, c.person_id::text as "personId", c.course_id as "courseId", c.course_version as "courseVersion", c.kind, c.cohort_id::text as "cohortId", c.name,
  c.basis_at as "basisAt", c.valid_from as "validFrom", c.valid_until as "validUntil", c.jwt, c.revoked_at as "revokedAt", c.revoked_reason as "revokedReason",
  c.replaced_by as "replacedBy"`;

export interface NewCredential extends Omit<CredentialRow, 'revokedAt' | 'revokedReason' | 'replacedBy'> {
  kid: string;
  status: {list: number; place: number};
  issuedBy: string;
}

export async function addCredential(tx: Queries, each: NewCredential): Promise<void> {
  await tx.query(
    `insert into credentials (id, person_id, course_id, course_version, kind, cohort_id, name, basis_at, valid_from, valid_until, jwt, kid, status_list, status_place, issued_by)
     values ($1, $2::uuid, $3, $4::int, $5, $6::uuid, $7, $8::timestamptz, $9::timestamptz, $10::timestamptz, $11, $12, $13::int, $14::int, $15::uuid)`,
    [each.id, each.personId, each.courseId, each.courseVersion, each.kind, each.cohortId, each.name, each.basisAt, each.validFrom, each.validUntil, each.jwt, each.kid,
      each.status.list, each.status.place, each.issuedBy],
  );
}

export async function findCredential(db: Queries, id: string): Promise<CredentialRow | undefined> {
  const rows = await db.query<CredentialRow>(`select ${CREDENTIAL} from credentials c where c.id = $1`, [id]);
  return rows[0];
}

/** The certificate, held until the transaction ends. */
export async function lockCredential(tx: Queries, id: string): Promise<CredentialRow | undefined> {
  const rows = await tx.query<CredentialRow>(`select ${CREDENTIAL} from credentials c where c.id = $1 for update`, [id]);
  return rows[0];
}

export function listOfPerson(db: Queries, personId: string): Promise<CredentialRow[]> {
  return db.query<CredentialRow>(`select ${CREDENTIAL} from credentials c where c.person_id = $1::uuid order by c.valid_from desc, c.id limit ${LIST_LIMIT}`, [personId]);
}

/** Certificates for one course of the members of a run, the newest first: of attendance those of this run. */
export function listOfRun(db: Queries, cohortId: string, courseId: string): Promise<CredentialRow[]> {
  return db.query<CredentialRow>(
    `select ${CREDENTIAL}
     from credentials c join cohort_members m on m.person_id = c.person_id and m.cohort_id = $1::uuid
     where c.course_id = $2 and (c.kind = 'competence' or c.cohort_id = $1::uuid) order by c.valid_from desc, c.id`,
    [cohortId, courseId],
  );
}

/** Marks a certificate as revoked, in its row and in the published list. */
export async function revokeCredential(tx: Queries, id: string, by: string, reason: string, now: Date): Promise<void> {
  await tx.query(
    `with revoked as (update credentials set revoked_at = $2::timestamptz, revoked_by = $3::uuid, revoked_reason = $4 where id = $1 returning status_list, status_place)
     update credential_statuses s set revoked_at = $2::timestamptz from revoked r where s.list = r.status_list and s.place = r.status_place`,
    [id, now.toISOString(), by, reason],
  );
}

export async function setReplacement(tx: Queries, id: string, replacedBy: string): Promise<void> {
  await tx.query('update credentials set replaced_by = $2 where id = $1', [id, replacedBy]);
}

export interface RunRow {
  id: string;
  title: string;
  courseId: string;
}

/** The runs that a person has a place in, the newest first. */
export function listRunsOf(db: Queries, personId: string): Promise<RunRow[]> {
  return db.query<RunRow>(
    `select c.id::text as id, c.title, c.course_id as "courseId" from cohort_members m join cohorts c on c.id = m.cohort_id
     where m.person_id = $1::uuid order by c.starts_on desc, c.id desc limit ${LIST_LIMIT}`,
    [personId],
  );
}

export interface CompletionFact {
  personId: string;
  courseId: string;
  courseVersion: number;
  completedAt: string;
  renewedAt: string | null;
}

const COMPLETION = 'k.person_id::text as "personId", k.course_id as "courseId", k.course_version as "courseVersion", k.completed_at as "completedAt", k.renewed_at as "renewedAt"';

/** A person's completions: of one course, or of all when the course is null. */
export function listCompletionFacts(db: Queries, personId: string, courseId: string | null): Promise<CompletionFact[]> {
  return db.query<CompletionFact>(`select ${COMPLETION} from completions k where k.person_id = $1::uuid and ($2::text is null or k.course_id = $2)`, [personId, courseId]);
}

export interface RunMember {
  personId: string;
  displayName: string | null;
  email: string;
  courseVersion: number | null;
  completedAt: string | null;
  renewedAt: string | null;
}

/** The members of a run by name, with their completions of its course. */
export function listRunMembers(db: Queries, cohortId: string, courseId: string): Promise<RunMember[]> {
  return db.query<RunMember>(
    `select p.id::text as "personId", p.display_name as "displayName", p.email, k.course_version as "courseVersion", k.completed_at as "completedAt", k.renewed_at as "renewedAt"
     from cohort_members m join people p on p.id = m.person_id left join completions k on k.person_id = p.id and k.course_id = $2
     where m.cohort_id = $1::uuid order by lower(coalesce(p.display_name, p.email)), p.email`,
    [cohortId, courseId],
  );
}

/** The sessions of some runs, in order, each with its run. */
export function listSessions(db: Queries, cohortIds: readonly string[]): Promise<(SessionFact & {cohortId: string})[]> {
  return db.query<SessionFact & {cohortId: string}>(
    `select id::text as id, cohort_id::text as "cohortId", title, starts_at as "startsAt", ends_at as "endsAt", is_mandatory as "isMandatory", cancelled_at is not null as "isCancelled"
     from course_sessions where cohort_id = any($1::uuid[]) order by starts_at, id`,
    [cohortIds],
  );
}

/** The marks that count in some sessions: of each person and session the last one made. Of one person, or of everybody when the person is null. */
export function listMarks(db: Queries, sessionIds: readonly string[], personId: string | null): Promise<(MarkFact & {personId: string})[]> {
  return db.query<MarkFact & {personId: string}>(
    `select distinct on (session_id, person_id) session_id::text as "sessionId", person_id::text as "personId", mark, minutes, marked_at as at
     from attendance_marks where session_id = any($1::uuid[]) and ($2::uuid is null or person_id = $2::uuid) order by session_id, person_id, marked_at desc, id desc`,
    [sessionIds, personId],
  );
}
