import type {Person, Role} from '#core/records/api.ts';
import type {Queries} from '../database/database.ts';

const PERSON = 'id::text as id, email, display_name as "displayName", directorate, role';

/** Most people listed at once. */
const LIST_LIMIT = 1000;

/** The person with this address, made now if there was none. */
export async function findOrAddByEmail(db: Queries, email: string, now: Date): Promise<Person> {
  await db.query('insert into people (email, created_at) values ($1, $2::timestamptz) on conflict (email) do nothing', [email, now.toISOString()]);
  const rows = await db.query<Person>(`select ${PERSON} from people where email = $1`, [email]);
  if (!rows[0]) throw new Error('A person was added and is not there.');
  return rows[0];
}

/** Holds the person's row until the transaction ends, so that two records of one person are handled one after the other. */
export async function lockPerson(db: Queries, personId: string): Promise<void> {
  await db.query('select id from people where id = $1::uuid for update', [personId]);
}

/** Changes what is given and leaves the rest; gives the person as they are now. */
export async function changePerson(db: Queries, personId: string, change: {displayName?: string; directorate?: string}): Promise<Person | undefined> {
  const rows = await db.query<Person>(
    `update people set display_name = coalesce($2::text, display_name), directorate = coalesce($3::text, directorate) where id = $1::uuid returning ${PERSON}`,
    [personId, change.displayName ?? null, change.directorate ?? null],
  );
  return rows[0];
}

/** Everybody with a role above learner. */
export function listStaff(db: Queries): Promise<Person[]> {
  return db.query<Person>(`select ${PERSON} from people where role <> 'learner' order by email limit ${LIST_LIMIT}`);
}

/** Holds the rows of all coordinators until the transaction ends, and gives their ids: two coordinators cannot remove each other at once. */
export async function lockCoordinators(db: Queries): Promise<string[]> {
  const rows = await db.query<{id: string}>("select id::text as id from people where role = 'coordinator' order by id for update");
  return rows.map(({id}) => id);
}

/** Sets the role (and the directorate, when given) and writes down who did so; `changedBy` null means the command line. */
export async function setRole(db: Queries, person: Person, role: Role, directorate: string | undefined, changedBy: string | null, now: Date): Promise<Person> {
  const rows = await db.query<Person>(
    `update people set role = $2, directorate = coalesce($3::text, directorate) where id = $1::uuid returning ${PERSON}`,
    [person.id, role, directorate ?? null],
  );
  if (!rows[0]) throw new Error('A person was found and is gone.');
  if (person.role !== role || person.directorate !== rows[0].directorate) {
    await db.query(
      'insert into role_changes (person_id, from_role, to_role, directorate, changed_by, changed_at) values ($1::uuid, $2, $3, $4, $5::uuid, $6::timestamptz)',
      [person.id, person.role, role, rows[0].directorate, changedBy, now.toISOString()],
    );
  }
  return rows[0];
}
