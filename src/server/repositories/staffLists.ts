import type {ImportCounts, StaffMember} from '#core/targets/api.ts';
import type {Queries} from '../database/database.ts';

/** Any fixed number will do; it is the name of the lock under which staff lists are imported one by one. */
const LOCK = 7_225_538;

const MEMBER = 'email, name, directorate, team, job_role as "jobRole"';

export interface ImportRow extends ImportCounts {
  id: string;
  importedBy: string;
  importedByName: string;
  afterId: string | null;
  parts: number;
  received: number;
  removeMissing: boolean;
  startedAt: string;
  appliedAt: string | null;
  undoneAt: string | null;
  /** Whether no other was applied after it: only then is it known how the list was before. */
  isLatest: boolean;
}

const IMPORT = `i.id::text as id, i.imported_by::text as "importedBy", coalesce(p.display_name, p.email) as "importedByName", i.after_id::text as "afterId", i.parts,
  (select count(*) from staff_import_parts s where s.import_id = i.id)::int as received, i.remove_missing as "removeMissing", i.started_at as "startedAt",
  i.applied_at as "appliedAt", i.undone_at as "undoneAt",
  not exists (select from staff_imports l where (l.applied_at, l.seq) > (i.applied_at, i.seq)) as "isLatest", coalesce(i.added, 0) as added, coalesce(i.changed, 0) as changed,
  coalesce(i.removed, 0) as removed, coalesce(i.unchanged, 0) as unchanged`;
const FROM = 'from staff_imports i join people p on p.id = i.imported_by';

/** Makes imports, and what undoes them, wait for each other until the transaction ends. */
export async function lockStaffList(db: Queries): Promise<void> {
  await db.query('select pg_advisory_xact_lock($1::bigint)::text as lock', [LOCK]);
}

export async function findImport(db: Queries, id: string): Promise<ImportRow | undefined> {
  const rows = await db.query<ImportRow>(`select ${IMPORT} ${FROM} where i.id = $1::uuid`, [id]);
  return rows[0];
}

/** The import that the list stands at: the last one applied and not undone. */
export async function findNewestImport(db: Queries): Promise<ImportRow | undefined> {
  const rows = await db.query<ImportRow>(`select ${IMPORT} ${FROM} where i.applied_at is not null and i.undone_at is null order by i.applied_at desc, i.seq desc limit 1`);
  return rows[0];
}

export async function addImport(db: Queries, wanted: {id: string; importedBy: string; afterId: string | null; parts: number; removeMissing: boolean}, now: Date): Promise<void> {
  await db.query(
    `insert into staff_imports (id, imported_by, after_id, parts, remove_missing, started_at)
     values ($1::uuid, $2::uuid, $3::uuid, $4::int, $5::boolean, $6::timestamptz) on conflict (id) do nothing`,
    [wanted.id, wanted.importedBy, wanted.afterId, wanted.parts, wanted.removeMissing, now.toISOString()],
  );
}

/** Adds a part unless it is there; gives the hash of the one that is. */
export async function addPart(db: Queries, importId: string, part: number, bodyHash: string, rows: readonly StaffMember[]): Promise<string> {
  await db.query(
    'insert into staff_import_parts (import_id, part, body_hash, rows) values ($1::uuid, $2::int, $3, $4::jsonb) on conflict do nothing',
    [importId, part, bodyHash, JSON.stringify(rows)],
  );
  const kept = await db.query<{bodyHash: string}>('select body_hash as "bodyHash" from staff_import_parts where import_id = $1::uuid and part = $2::int', [importId, part]);
  return kept[0]?.bodyHash ?? '';
}

const INCOMING = `select r.email, r.name, r.directorate, r.team, r."jobRole" as job_role
  from staff_import_parts s cross join jsonb_to_recordset(s.rows) as r(email text, name text, directorate text, team text, "jobRole" text) where s.import_id = $1::uuid`;

/** Addresses that stand in the parts of an import more than once; some of them. */
export async function listTwice(db: Queries, importId: string): Promise<string[]> {
  const rows = await db.query<{email: string}>(`select email from (${INCOMING}) n group by email having count(*) > 1 order by email limit 5`, [importId]);
  return rows.map(({email}) => email);
}

/**
 * Puts the parts of an import into the staff list, keeps how each row that it touches was before, and counts. Call it under the lock. It
 * forgets how the list was before the import before.
 */
export async function applyImport(db: Queries, importId: string, removeMissing: boolean, now: Date): Promise<ImportCounts> {
  await db.query('delete from staff_changes where import_id <> $1::uuid', [importId]);
  await db.query(
    `insert into staff_changes (import_id, email, before)
     select $1::uuid, coalesce(m.email, n.email), case when m.email is not null then
       jsonb_build_object('name', m.name, 'directorate', m.directorate, 'team', m.team, 'job_role', m.job_role, 'import_id', m.import_id) end
     from staff_members m full join (${INCOMING}) n on n.email = m.email
     where m.email is null or (n.email is null and $2::boolean)
        or (n.email is not null and (m.name, m.directorate, m.team, m.job_role) is distinct from (n.name, n.directorate, n.team, n.job_role))`,
    [importId, removeMissing],
  );
  const [counts = {added: 0, changed: 0, removed: 0, unchanged: 0}] = await db.query<ImportCounts>(
    `select count(*) filter (where c.before is null)::int as added, count(*) filter (where c.before is not null and n.email is not null)::int as changed,
            count(*) filter (where n.email is null)::int as removed,
            ((select count(*) from (${INCOMING}) a) - count(*) filter (where n.email is not null))::int as unchanged
     from staff_changes c left join (${INCOMING}) n on n.email = c.email where c.import_id = $1::uuid`,
    [importId],
  );
  await db.query(
    `insert into staff_members (email, name, directorate, team, job_role, import_id)
     select n.email, n.name, n.directorate, n.team, n.job_role, $1::uuid from (${INCOMING}) n join staff_changes c on c.import_id = $1::uuid and c.email = n.email
     on conflict (email) do update set name = excluded.name, directorate = excluded.directorate, team = excluded.team, job_role = excluded.job_role, import_id = excluded.import_id`,
    [importId],
  );
  if (removeMissing) {
    await db.query(`delete from staff_members m where not exists (select from (${INCOMING}) n where n.email = m.email)`, [importId]);
  }
  await db.query(
    `update staff_imports set applied_at = $2::timestamptz, added = $3::int, changed = $4::int, removed = $5::int, unchanged = $6::int where id = $1::uuid`,
    [importId, now.toISOString(), counts.added, counts.changed, counts.removed, counts.unchanged],
  );
  await countAgain(db);
  await placeCompletions(db, importId);
  await db.query("update staff_import_parts set rows = '[]'::jsonb where import_id = $1::uuid", [importId]);
  return counts;
}

/** Puts every row that an import touched back to how it was before. Call it under the lock. */
export async function undoImport(db: Queries, importId: string, undoneBy: string, now: Date): Promise<void> {
  await db.query('delete from staff_members m using staff_changes c where c.import_id = $1::uuid and c.email = m.email and c.before is null', [importId]);
  await db.query(
    `insert into staff_members (email, name, directorate, team, job_role, import_id)
     select email, before ->> 'name', before ->> 'directorate', before ->> 'team', before ->> 'job_role', (before ->> 'import_id')::uuid
     from staff_changes where import_id = $1::uuid and before is not null
     on conflict (email) do update set name = excluded.name, directorate = excluded.directorate, team = excluded.team, job_role = excluded.job_role, import_id = excluded.import_id`,
    [importId],
  );
  await countAgain(db);
  await placeCompletions(db, importId);
  await db.query('update staff_imports set undone_at = $2::timestamptz, undone_by = $3::uuid where id = $1::uuid', [importId, now.toISOString(), undoneBy]);
  await db.query('delete from staff_changes where import_id = $1::uuid', [importId]);
}

async function countAgain(db: Queries): Promise<void> {
  await db.query('delete from staff_headcounts');
  await db.query(
    `insert into staff_headcounts (directorate, role_key, job_role, people)
     select directorate, role_key, mode() within group (order by job_role), count(*)::int from staff_members group by directorate, role_key`,
  );
}

/** Completions count where the staff list has their people. Those being written at this moment wait, and read the new list. */
async function placeCompletions(db: Queries, importId: string): Promise<void> {
  await db.query('lock table completions in share row exclusive mode');
  await db.query(
    `update completions k set staff_directorate = s.directorate, staff_role = s.role_key
     from staff_changes c join people p on p.email = c.email left join staff_members s on s.email = c.email
     where c.import_id = $1::uuid and k.person_id = p.id
       and (k.staff_directorate, k.staff_role) is distinct from (s.directorate, s.role_key)`,
    [importId],
  );
}

/** People of the staff list after an address, by address. */
export function listStaffAfter(db: Queries, email: string, limit: number): Promise<StaffMember[]> {
  return db.query<StaffMember>(`select ${MEMBER} from staff_members where email > $1 order by email limit $2::int`, [email, limit]);
}

export interface HeadcountRow {
  directorate: string;
  roleKey: string;
  people: number;
}

/** How many people the staff list has, by directorate and by these job roles; all others stand under an empty one. With a directorate, that one alone. */
export function countStaff(db: Queries, directorate: string | null, roleKeys: readonly string[] = []): Promise<HeadcountRow[]> {
  return db.query<HeadcountRow>(
    `select directorate, case when role_key = any($2::text[]) then role_key else '' end as "roleKey", sum(people)::int as people from staff_headcounts
     where $1::text is null or directorate = $1 group by 1, 2`,
    [directorate, roleKeys],
  );
}

/** The job roles of the staff list, those of most people first, each as it is most often written. */
export function listJobRoles(db: Queries, limit: number): Promise<{name: string; people: number}[]> {
  return db.query<{name: string; people: number}>(
    `select (array_agg(job_role order by people desc, job_role))[1] as name, sum(people)::int as people from staff_headcounts
     where job_role is not null group by role_key order by people desc, name limit $1::int`,
    [limit],
  );
}

/** Imports that never became whole go after a day; how the list was before the newest one after 30 days. */
export async function removeOldImports(db: Queries, now: Date): Promise<void> {
  await db.query("delete from staff_imports where applied_at is null and started_at < $1::timestamptz - interval '1 day'", [now.toISOString()]);
  await db.query("delete from staff_changes c using staff_imports i where i.id = c.import_id and i.applied_at < $1::timestamptz - interval '30 days'", [now.toISOString()]);
}
