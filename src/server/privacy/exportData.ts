import {actionWords} from '#core/privacy/words.ts';
import type {MyData} from '#core/privacy/api.ts';
import type {Retention} from '#core/privacy/retention.ts';
import {howLongOf, tablesByGroup} from '#core/privacy/tables.ts';
import type {TableFacts} from '#core/privacy/tables.ts';
import type {Queries} from '../database/database.ts';
import {listActsOn, listColumns, listRoles, listRowsAbout, listRowsActedIn, listViewers} from '../repositories/privacy.ts';
import type {Row} from '../repositories/privacy.ts';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
/** Columns of rows about somebody else that say nothing of that person once ids are replaced: numbers and times. */
const PLAIN_TYPES = ['uuid', 'date', 'timestamp with time zone'];

/**
 * Everything that the tables hold about one person. Nobody else stands in it by name or number: ids of other people are
 * replaced by their roles, and of rows about somebody else in which the person acted only ids and times are given.
 */
export async function exportData(db: Queries, person: {id: string; email: string}, retention: Retention, now: Date): Promise<MyData> {
  const columns = await listColumns(db);
  const groups: MyData['groups'] = [];
  for (const {group, title, tables} of tablesByGroup()) {
    const held: MyData['groups'][number]['tables'] = [];
    for (const facts of tables) {
      const {about, acted} = await readTable(db, facts, columns.get(facts.table) ?? [], person);
      if (about.length + acted.length > 0) held.push({table: facts.table, what: facts.what ?? '', why: facts.why, howLong: howLongOf(facts, retention), rows: about, acted});
    }
    if (held.length > 0) groups.push({group, title, tables: held});
  }
  const [looks, acts] = [await listViewers(db, person.id), await listActsOn(db, person.id)];
  return {
    madeAt: now.toISOString(), groups: await withoutOthers(db, groups, person.id), looks,
    acts: acts.map(({at, action, actorId, role}) => ({at, action: actionWords(action), by: actorId === null ? null : actorId === person.id ? 'you' : role})),
  };
}

async function readTable(db: Queries, facts: TableFacts, columns: readonly {name: string; type: string}[], {id, email}: {id: string; email: string}): Promise<{about: Row[]; acted: Row[]}> {
  const shown = columns.filter(({name}) => !facts.hidden?.includes(name));
  const plain = shown.filter(({name, type}) => PLAIN_TYPES.includes(type) || facts.shared?.includes(name));
  return {
    about: await listRowsAbout(db, facts, shown.map(({name}) => name), id, email),
    acted: await listRowsActedIn(db, facts, plain.map(({name}) => name), id, email),
  };
}

/** Replaces the ids of people, wherever they stand: `you` for the person, and a role for anybody else. */
async function withoutOthers(db: Queries, groups: MyData['groups'], personId: string): Promise<MyData['groups']> {
  const ids = new Set<string>();
  collect(groups, ids);
  const roles = await listRoles(db, [...ids]);
  return replace(groups, (text) => (text === personId ? 'you' : roles.has(text) ? `a ${roles.get(text)}` : text)) as MyData['groups'];
}

function collect(value: unknown, into: Set<string>): void {
  if (typeof value === 'string' && UUID.test(value)) into.add(value);
  else if (typeof value === 'object' && value !== null) for (const each of Object.values(value)) collect(each, into);
}

function replace(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return UUID.test(value) ? change(value) : value;
  if (Array.isArray(value)) return value.map((each) => replace(each, change));
  if (typeof value === 'object' && value !== null) return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, replace(each, change)]));
  return value;
}
