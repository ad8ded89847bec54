import type {Queries} from '../database/database.ts';

/** Rows read or written at once. */
const PAGE = 500;

/** A table of the database, with the columns that the database itself counts up. */
export interface TableShape {
  name: string;
  key: string[];
  /** Its columns, without those that the database works out from others. */
  columns: string[];
  counters: string[];
  /** Tables that its rows point at. */
  needs: string[];
}

const quote = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** Every table but the list of migrations, those first that others point at. Throws when tables point at each other in a circle. */
export async function listTables(db: Queries): Promise<TableShape[]> {
  const rows = await db.query<TableShape>(
    `select c.relname::text as name,
            array(select a.attname::text from pg_attribute a join pg_index i on i.indrelid = c.oid and i.indisprimary and a.attnum = any(i.indkey)
                  where a.attrelid = c.oid order by array_position(i.indkey::int[], a.attnum::int)) as key,
            array(select a.attname::text from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' order by a.attnum) as columns,
            array(select a.attname::text from pg_attribute a where a.attrelid = c.oid and a.attidentity <> '' order by 1) as counters,
            array(select distinct t.relname::text from pg_constraint k join pg_class t on t.oid = k.confrelid
                  where k.conrelid = c.oid and k.contype = 'f' and k.confrelid <> c.oid order by 1) as needs
     from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname <> 'migrations' order by 1`,
  );
  const sorted: TableShape[] = [];
  for (let left = rows; left.length > 0; ) {
    const ready = left.filter(({needs}) => needs.every((name) => sorted.some((each) => each.name === name)));
    if (ready.length === 0) throw new Error(`These tables point at each other in a circle: ${left.map(({name}) => name).join(', ')}.`);
    sorted.push(...ready);
    left = left.filter((table) => !ready.includes(table));
  }
  return sorted;
}

/** From here to the end of the transaction the database shows one moment. */
export async function holdOneMoment(db: Queries): Promise<void> {
  await db.query('set transaction isolation level repeatable read, read only');
}

/** Reads a table in pages, each row as one line of JSON made by the database, so that no figure is rounded on the way. */
export async function* readTable(db: Queries, {name, key}: TableShape): AsyncGenerator<string[]> {
  const order = key.length > 0 ? ` order by ${key.map((column) => `t.${quote(column)}`).join(', ')}` : '';
  await db.query(`declare backup_rows no scroll cursor for select to_jsonb(t)::text as line from ${quote(name)} t${order}`);
  for (;;) {
    const rows = await db.query<{line: string}>(`fetch ${PAGE} from backup_rows`);
    if (rows.length > 0) yield rows.map(({line}) => line);
    if (rows.length < PAGE) break;
  }
  await db.query('close backup_rows');
}

/** Puts rows back as they were read. Takes lines of JSON; what is no column of the table is left out. */
export async function writeRows(db: Queries, {name, columns}: TableShape, lines: readonly string[]): Promise<void> {
  const list = columns.map(quote).join(', ');
  await db.query(`insert into ${quote(name)} (${list}) overriding system value select ${list} from jsonb_populate_recordset(null::${quote(name)}, $1::jsonb)`, [`[${lines.join(',')}]`]);
}

/** Switches the triggers of these tables off or on: what they would write is in the backup already. */
export async function setTriggers(db: Queries, tables: readonly TableShape[], isOn: boolean): Promise<void> {
  for (const {name} of tables) await db.query(`alter table ${quote(name)} ${isOn ? 'enable' : 'disable'} trigger user`);
}

/** Moves the counters of a table past the rows that were put back. */
export async function moveCounters(db: Queries, {name, counters}: TableShape): Promise<void> {
  for (const column of counters) {
    await db.query(`select setval(pg_get_serial_sequence($1, $2), coalesce((select max(${quote(column)}) from ${quote(name)}), 0) + 1, false)::text as next`, [`public.${quote(name)}`, column]);
  }
}

/** The migrations that have run, in order. */
export function listMigrations(db: Queries): Promise<{name: string; checksum: string}[]> {
  return db.query<{name: string; checksum: string}>('select name, checksum from migrations order by name');
}

/** Whether there is any table yet. */
export async function isNew(db: Queries): Promise<boolean> {
  const rows = await db.query("select 1 as one from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' limit 1");
  return rows.length === 0;
}
