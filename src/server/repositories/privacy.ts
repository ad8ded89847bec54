import {TABLES} from '#core/privacy/tables.ts';
import type {TableFacts} from '#core/privacy/tables.ts';
import type {ErasureList, ErasureReason, FoundPerson} from '#core/privacy/api.ts';
import type {Role} from '#core/records/api.ts';
import type {Queries} from '../database/database.ts';

/** Records emptied by one statement, so that no statement holds the table for long. */
const EMPTY_AT_ONCE = 1000;
/** Acts and looks shown at once, the newest. */
const LIST_LIMIT = 1000;

export type Row = Record<string, unknown>;

/** Names come from constants and from the database's own catalogue; they are quoted all the same. */
const quote = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** The columns of every table, in order, with their types. */
export async function listColumns(db: Queries): Promise<Map<string, {name: string; type: string}[]>> {
  const rows = await db.query<{table: string; name: string; type: string}>(
    `select c.relname::text as "table", a.attname::text as name, format_type(a.atttypid, null) as type
     from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
     where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' order by c.relname, a.attnum`,
  );
  const columns = new Map<string, {name: string; type: string}[]>();
  for (const {table, name, type} of rows) columns.set(table, [...columns.get(table) ?? [], {name, type}]);
  return columns;
}

/** The condition under which a row is about a person: $1 their id, $2 their address. Null for a table that names nobody. */
function aboutPerson({people, emailColumn, through}: TableFacts): string | null {
  if (through) return `t.${quote(through.column)} in (select o.${quote(through.key)} from ${quote(through.table)} o where o.${quote(through.person)} = $1::uuid and $2::text is not null)`;
  if (people[0] !== undefined) return `t.${quote(people[0])} = $1::uuid and $2::text is not null`;
  if (emailColumn !== undefined) return `$1::uuid is not null and t.${quote(emailColumn)} = $2::text`;
  return null;
}

/** The columns in which a person stands in rows about somebody else. */
const actorColumns = ({people, through}: TableFacts): readonly string[] => (through ? people : people.slice(1));

/** The rows about a person, with the columns named. */
export async function listRowsAbout(db: Queries, facts: TableFacts, columns: readonly string[], personId: string, email: string): Promise<Row[]> {
  const condition = aboutPerson(facts);
  return condition === null ? [] : readRows(db, facts, columns, condition, [personId, email]);
}

/** The rows about somebody else in which a person acted, with the columns named. */
export async function listRowsActedIn(db: Queries, facts: TableFacts, columns: readonly string[], personId: string, email: string): Promise<Row[]> {
  const actors = actorColumns(facts);
  if (actors.length === 0) return [];
  const acted = actors.map((column) => `t.${quote(column)} = $1::uuid`).join(' or ');
  return readRows(db, facts, columns, `(${acted}) and not coalesce((${aboutPerson(facts) ?? 'false'}), false)`, [personId, email]);
}

async function readRows(db: Queries, {table}: TableFacts, columns: readonly string[], condition: string, params: readonly unknown[]): Promise<Row[]> {
  const chosen = columns.map((name) => `t.${quote(name)}`).join(', ');
  const rows = await db.query<{row: Row}>(`select to_jsonb(r) as row from (select ${chosen} from ${quote(table)} t where ${condition}) r`, params);
  return rows.map(({row}) => row);
}

/** The roles of those of these ids that are people's. */
export async function listRoles(db: Queries, ids: readonly string[]): Promise<Map<string, Role>> {
  const rows = await db.query<{id: string; role: Role}>('select id::text as id, role from people where id = any($1::uuid[])', [ids]);
  return new Map(rows.map(({id, role}) => [id, role]));
}

/** Who looked at a person's data, the newest first. A viewer who was erased since has no name. */
export function listViewers(db: Queries, personId: string): Promise<{viewer: string | null; role: Role; what: string; day: string; times: number; lastAt: string}[]> {
  return db.query(
    `select case when p.erased_at is null then coalesce(p.display_name, p.email) end as viewer, p.role, l.what, l.day, l.times, l.last_at as "lastAt"
     from looks l join people p on p.id = l.viewer_id where l.subject_id = $1::uuid order by l.last_at desc limit ${LIST_LIMIT}`,
    [personId],
  );
}

/** What was done with a person's data, the newest first. */
export function listActsOn(db: Queries, personId: string): Promise<{at: string; action: string; actorId: string | null; role: Role | null}[]> {
  return db.query(
    `select a.at, a.action, a.actor_id::text as "actorId", p.role from audit_log a left join people p on p.id = a.actor_id
     where a.subject_id = $1::uuid order by a.seq desc limit ${LIST_LIMIT}`,
    [personId],
  );
}

/** A person who was not erased, with this id. */
export async function findPersonById(db: Queries, id: string): Promise<FoundPerson | undefined> {
  const rows = await db.query<FoundPerson>(`select ${FOUND} from people where id = $1::uuid and erased_at is null`, [id]);
  return rows[0];
}

/** A person who was not erased, with exactly this address. */
export async function findPersonByEmail(db: Queries, email: string): Promise<FoundPerson | undefined> {
  const rows = await db.query<FoundPerson>(`select ${FOUND} from people where email = $1 and erased_at is null`, [email]);
  return rows[0];
}

const FOUND = 'id::text as id, email, display_name as "displayName", directorate, role, created_at as since';

/** Runs that are not over and that nobody but this person runs. */
export async function countOnlyRuns(db: Queries, personId: string, now: Date, today: string): Promise<number> {
  const rows = await db.query<{count: number}>(
    `select count(*)::int as count from cohorts c join cohort_trainers t on t.cohort_id = c.id and t.person_id = $1::uuid
     where ${STILL_OPEN} and not exists (
       select 1 from cohort_trainers o join people p on p.id = o.person_id where o.cohort_id = c.id and o.person_id <> $1::uuid and p.erased_at is null)`,
    [personId, now.toISOString(), today],
  );
  return rows[0]?.count ?? 0;
}

/** $2 the time now, $3 the day. A run without sessions is over after its first day. */
const STILL_OPEN = `c.cancelled_at is null and case when exists (select 1 from course_sessions s where s.cohort_id = c.id and s.cancelled_at is null)
  then exists (select 1 from course_sessions s where s.cohort_id = c.id and s.cancelled_at is null and s.ends_at > $2::timestamptz) else c.starts_on >= $3::date end`;

/** Runs that are not over and in which a person has asked for a place or has one. */
export async function listOpenPlaces(db: Queries, personId: string, now: Date, today: string): Promise<string[]> {
  const rows = await db.query<{id: string}>(
    `select c.id::text as id from cohorts c join bookings b on b.cohort_id = c.id and b.person_id = $1::uuid and b.state <> 'cancelled' where ${STILL_OPEN} order by c.id`,
    [personId, now.toISOString(), today],
  );
  return rows.map(({id}) => id);
}

/** Gives up every place in runs that are not over, without a word to anybody. For a person who is already gone. */
export async function cancelOpenPlaces(tx: Queries, personId: string, now: Date, today: string): Promise<void> {
  for (const cohortId of await listOpenPlaces(tx, personId, now, today)) {
    await tx.query("update bookings set state = 'cancelled', changed_at = $3::timestamptz where cohort_id = $1::uuid and person_id = $2::uuid", [cohortId, personId, now.toISOString()]);
    await tx.query('delete from cohort_members where cohort_id = $1::uuid and person_id = $2::uuid', [cohortId, personId]);
  }
}

/** Writes down the numbers of a person's certificates, before their rows go. A certificate that was revoked stays revoked in the public list. */
export async function noteForgottenCredentials(tx: Queries, personId: string, now: Date): Promise<void> {
  await tx.query('insert into forgotten_credentials (id, forgotten_at) select id, $2::timestamptz from credentials where person_id = $1::uuid on conflict do nothing', [personId, now.toISOString()]);
}

/** Whether the holder of this certificate was erased. */
export async function isForgottenCredential(db: Queries, id: string): Promise<boolean> {
  return (await db.query('select 1 as one from forgotten_credentials where id = $1', [id])).length > 0;
}

/** Deletes the rows about a person; gives how many. */
export async function deleteRowsAbout(tx: Queries, facts: TableFacts, personId: string, email: string): Promise<number> {
  const condition = aboutPerson(facts);
  if (condition === null) return 0;
  const rows = await tx.query<{count: number}>(`with gone as (delete from ${quote(facts.table)} t where ${condition} returning 1) select count(*)::int as count from gone`, [personId, email]);
  return rows[0]?.count ?? 0;
}

/** Cuts the link of rows to a person; gives how many. */
export async function unlinkRows(tx: Queries, {table, people: [column]}: TableFacts, personId: string): Promise<number> {
  if (column === undefined) return 0;
  const rows = await tx.query<{count: number}>(
    `with cut as (update ${quote(table)} set ${quote(column)} = null where ${quote(column)} = $1::uuid returning 1) select count(*)::int as count from cut`, [personId],
  );
  return rows[0]?.count ?? 0;
}

/** Empties the columns of rows about a person that hold words; gives how many rows stay. */
export async function emptyRows(tx: Queries, facts: TableFacts, personId: string, email: string): Promise<number> {
  const condition = aboutPerson(facts);
  if (condition === null) return 0;
  const whole = Object.entries(facts.empties ?? {});
  const inside = Object.entries(facts.emptiesInside ?? {});
  if (whole.length + inside.length > 0) {
    const sets = [
      ...whole.map(([column, value], index) => (value === null ? `${quote(column)} = null` : `${quote(column)} = $${3 + index}::jsonb`)),
      ...inside.map(([column, field]) => `${quote(column)} = (select coalesce(jsonb_agg(e.item || jsonb_build_object('${field.replaceAll("'", "''")}', null) order by e.place), '[]') from jsonb_array_elements(t.${quote(column)}) with ordinality e(item, place))`),
    ];
    await tx.query(`update ${quote(facts.table)} t set ${sets.join(', ')} where ${condition}`, [personId, email, ...whole.filter(([, value]) => value !== null).map(([, value]) => JSON.stringify(value))]);
  }
  const rows = await tx.query<{count: number}>(`select count(*)::int as count from ${quote(facts.table)} t where ${condition}`, [personId, email]);
  return rows[0]?.count ?? 0;
}

/** Takes everything out of a person's row that says who they are. */
export async function emptyPerson(tx: Queries, personId: string, now: Date): Promise<void> {
  await tx.query(
    `update people set email = 'erased.' || id::text || '@invalid', display_name = null, directorate = null, role = 'learner', erased_at = $2::timestamptz where id = $1::uuid`,
    [personId, now.toISOString()],
  );
}

/** The address of a person who was not erased yet, whose row is then held until the transaction ends. */
export async function lockToErase(tx: Queries, personId: string): Promise<string | undefined> {
  const rows = await tx.query<{email: string}>('select email from people where id = $1::uuid and erased_at is null for update', [personId]);
  return rows[0]?.email;
}

export interface ErasureRow {
  id: string;
  personId: string;
  reason: ErasureReason | null;
  erasedAt: string;
}

const ERASURE = 'id::text as id, person_id::text as "personId", reason, erased_at as "erasedAt"';

/** Writes an erasure down, unless the person's is there already. */
export async function addErasure(tx: Queries, {id, personId, reason, erasedAt}: ErasureRow): Promise<void> {
  await tx.query('insert into erasures (id, person_id, reason, erased_at) values ($1::uuid, $2::uuid, $3, $4::timestamptz) on conflict do nothing', [id, personId, reason, erasedAt]);
}

export async function findErasure(db: Queries, id: string): Promise<ErasureRow | undefined> {
  const rows = await db.query<ErasureRow>(`select ${ERASURE} from erasures where id = $1::uuid`, [id]);
  return rows[0];
}

/** Every erasure, the oldest first. */
export function listErasures(db: Queries): Promise<ErasureList['erasures']> {
  return db.query<ErasureRow>(`select ${ERASURE} from erasures order by erased_at, id`);
}

/** Sets the mark that the trigger on learning records asks for, and goes with the statement. See migration 017. */
const ALLOWED = "with allowed as (select set_config('askwell.erasing', 'yes', true) as said)";

/**
 * Takes the questions and answers out of learning records that came before a moment (of one person, or of everybody when the person is
 * null), and puts the marks that were counted in their place. Records that were never counted stay as they are. Gives how many were emptied.
 */
export async function emptyAnswers(db: Queries, before: Date, personId: string | null): Promise<number> {
  for (let emptied = 0; ;) {
    const rows = await db.query<{id: string}>(
      `${ALLOWED}, chosen as (
         select r.id from learning_records r where r.received_at < $1::timestamptz and ($2::uuid is null or r.person_id = $2::uuid)
           and not jsonb_exists(r.body -> 'body', 'emptied') and exists (select 1 from attempts a where a.id = r.id)
         order by r.received_at limit ${EMPTY_AT_ONCE}
       )
       update learning_records r set body = (r.body - 'body') || jsonb_build_object('body', jsonb_build_object(
         'mode', a.mode, 'drawnBy', a.drawn_by, 'startedAt', r.body -> 'body' -> 'startedAt',
         'emptied', jsonb_build_object('got', a.got, 'of', a.of, 'percent', a.percent, 'passed', a.passed, 'known', coalesce((
           select jsonb_agg(jsonb_build_object('courseId', k.course_id, 'lessonId', k.lesson_id) order by k.course_id, k.lesson_id)
           from recognised_lessons k where k.attempt_id = r.id), '[]'::jsonb))))
       from attempts a where a.id = r.id and r.id in (select id from chosen) and (select said from allowed) = 'yes'
       returning r.id::text as id`,
      [before.toISOString(), personId],
    );
    emptied += rows.length;
    if (rows.length < EMPTY_AT_ONCE) return emptied;
  }
}

/** Deletes the training records of people who were erased before a moment. */
export async function removeTrainingOfErased(db: Queries, before: Date): Promise<void> {
  for (const {table, people, through} of TRAINING) {
    const gone = '(select p.id from people p where p.erased_at is not null and p.erased_at <= $1::timestamptz)';
    const condition = through
      ? `t.${quote(through.column)} in (select o.${quote(through.key)} from ${quote(through.table)} o where o.${quote(through.person)} in ${gone})`
      : `t.${quote(people[0] ?? '')} in ${gone}`;
    await db.query(`${ALLOWED} delete from ${quote(table)} t where ${condition} and (select said from allowed) = 'yes'`, [before.toISOString()]);
  }
}

/** Training records, those first that point at others. */
const TRAINING = TABLES.filter(({isTraining}) => isTraining).reverse();

/** Takes the reasons out of marks of the register that came before a moment. */
export async function emptyAttendanceReasons(db: Queries, before: Date): Promise<void> {
  await db.query('update attendance_marks set reason = null where reason is not null and received_at < $1::timestamptz', [before.toISOString()]);
}

/** Takes away who looked at whose data before a moment. */
export async function removeLooksBefore(db: Queries, before: Date): Promise<void> {
  await db.query('delete from looks where last_at < $1::timestamptz', [before.toISOString()]);
}
