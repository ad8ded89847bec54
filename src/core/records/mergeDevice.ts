import {isEmpty, kindOf, nobodysKey, PARTS} from './deviceKinds.ts';
import {NO_ROWS, SETTINGS} from './wholeDevice.ts';
import type {DeviceRows, KeptAttempt} from './wholeDevice.ts';

/**
 * Which rows of a file may be taken by the person at the device (null: nobody signed in): theirs and nobody's. Those of somebody else
 * are left out and counted, or made nobody's where the person at the device has said that they are theirs.
 */
export function takeRows(rows: DeviceRows, personId: string | null, asNobodys: boolean): {rows: DeviceRows; others: number} {
  let others = 0;
  const take = <R extends {owner: string | null}>(list: readonly R[], change: (row: R) => R = (row) => row): R[] => list.flatMap((row) => {
    if (row.owner === null || row.owner === personId) return [row];
    others += 1;
    return asNobodys ? [{...change(row), owner: null}] : [];
  });
  const attempts = take(rows.attempts);
  const isLeft = new Set(rows.attempts.map(({id}) => id));
  for (const {id} of attempts) isLeft.delete(id);
  return {
    rows: {
      ...rows, attempts, responses: rows.responses.filter(({attemptId}) => !isLeft.has(attemptId)), outbox: take(rows.outbox),
      // What the service confirmed for one person confirms nothing for the next.
      results: take(rows.results, (row) => ({...row, completions: []})),
      kept: take(rows.kept, (row) => ({...row, key: nobodysKey(row)})),
    },
    others,
  };
}

/** What becomes of the things of one kind. */
export interface Tally {
  what: string;
  /** New on this device. */
  added: number;
  /** Further on in the file, and brought up to date. */
  updated: number;
  /** There already, the same or newer. */
  there: number;
  /** Of tools: here and in the file, and newer in the file. Replaced only when the person says so. */
  olderHere: number;
}

export interface Merge {
  /** Rows to write. Whole ones, so that writing them twice does no harm. */
  puts: DeviceRows;
  tallies: Tally[];
}

interface Choice {
  /** Whether the person at the device may see a row. What they may not see is left as it is. */
  isShown: (row: {owner: string | null}) => boolean;
  /** Put newer things of tools from the file in place of older ones here. */
  replace: boolean;
}

/**
 * Joins the rows of a file to those of a device. Nothing here is lost: a row that is here stays, except that an attempt handed in
 * elsewhere closes the same attempt here, one with more questions asked goes on from there, and things of tools follow `replace`. What
 * waits to be sent here goes on waiting whatever the file says, since sending twice is harmless and not sending is not.
 */
export function mergeDevice(here: DeviceRows, file: DeviceRows, {isShown, replace}: Choice): Merge {
  const tallies = new Map<string, Tally>();
  const puts: DeviceRows = {attempts: [], responses: [], outbox: [], results: [], kept: [], ticks: [], settings: []};
  const count = (what: string, how: Exclude<keyof Tally, 'what'>): void => {
    const tally = tallies.get(what) ?? {what, added: 0, updated: 0, there: 0, olderHere: 0};
    tallies.set(what, {...tally, [how]: tally[how] + 1});
  };
  const open = new Set<string>();
  const closed = new Set<string>();
  const attempts = byKey(here.attempts, ({id}) => id);
  for (const row of byKey(file.attempts, ({id}) => id).values()) {
    const mine = attempts.get(row.id);
    const next = mine ? isShown(mine) ? furtherOn(mine, row) : null : row;
    if (next) puts.attempts.push(next);
    count(PARTS.attempts, mine ? next ? 'updated' : 'there' : 'added');
    if (mine && next?.handedInAt) closed.add(row.id);
    else if (!mine || (isShown(mine) && !mine.handedInAt)) open.add(row.id);
  }
  const answerKey = ({attemptId, itemId}: {attemptId: string; itemId: string}): string => JSON.stringify([attemptId, itemId]);
  const answers = byKey(here.responses, answerKey);
  for (const [key, row] of byKey(file.responses, answerKey)) {
    const mine = answers.get(key);
    const isNew = !mine && (open.has(row.attemptId) || closed.has(row.attemptId));
    const isOther = mine && closed.has(row.attemptId) && !isSame(mine.response, row.response);
    if (isNew || isOther) puts.responses.push(row);
    if (isNew || mine) count(PARTS.responses, isNew ? 'added' : isOther ? 'updated' : 'there');
  }
  addMissing(here.outbox, file.outbox, puts.outbox, (how) => count(PARTS.outbox, how));
  addMissing(here.results, file.results, puts.results, (how) => count(PARTS.results, how));
  const things = byKey(here.kept, ({key}) => key);
  for (const row of byKey(file.kept.filter((each) => !isEmpty(each)), ({key}) => key).values()) {
    const mine = things.get(row.key);
    const what = kindOf(row);
    if (!mine || (isShown(mine) && isEmpty(mine))) {
      puts.kept.push(row);
      count(what, 'added');
    } else if (!isShown(mine) || isSame(mine.value, row.value) || Date.parse(mine.changedAt) >= Date.parse(row.changedAt)) count(what, 'there');
    else {
      if (replace) puts.kept.push({...row, owner: mine.owner});
      count(what, replace ? 'updated' : 'olderHere');
    }
  }
  const ticks = byKey(here.ticks, ({page}) => page);
  for (const {page, items} of byKey(file.ticks, (row) => row.page).values()) {
    const mine = ticks.get(page)?.items ?? [];
    const all = [...new Set([...mine, ...items])];
    if (all.length > new Set(mine).size) puts.ticks.push({page, items: all});
    count(PARTS.ticks, mine.length === 0 ? 'added' : all.length > new Set(mine).size ? 'updated' : 'there');
  }
  const settings = byKey(here.settings, ({name}) => name);
  for (const row of byKey(file.settings.filter(({name}) => SETTINGS.some((known) => known === name)), ({name}) => name).values()) {
    if (!settings.has(row.name)) puts.settings.push(row);
    count(PARTS.settings, settings.has(row.name) ? 'there' : 'added');
  }
  return {puts, tallies: [...tallies.values()]};
}

/** The attempt of the file where it is further on than the same one here; null where it is not. */
function furtherOn(mine: KeptAttempt, row: KeptAttempt): KeptAttempt | null {
  if (mine.handedInAt) return null;
  if (row.handedInAt) return {...row, owner: mine.owner};
  const isLonger = row.drawn.length > mine.drawn.length && mine.drawn.every(({itemId}, index) => itemId === row.drawn[index]?.itemId);
  return isLonger ? {...row, owner: mine.owner} : null;
}

function addMissing<R extends {id: string}>(here: readonly R[], file: readonly R[], puts: R[], count: (how: 'added' | 'there') => void): void {
  const known = byKey(here, ({id}) => id);
  for (const row of byKey(file, ({id}) => id).values()) {
    if (!known.has(row.id)) puts.push(row);
    count(known.has(row.id) ? 'there' : 'added');
  }
}

/** Rows by their key. Of two with the same key the first counts, as in a file that was put together by hand. */
function byKey<R>(rows: readonly R[], keyOf: (row: R) => string): Map<string, R> {
  const map = new Map<string, R>();
  for (const row of rows) if (!map.has(keyOf(row))) map.set(keyOf(row), row);
  return map;
}

/** Same content, whatever the order in which fields were written. */
function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, each]) => [key, sorted(each)]));
}

/** The rows of a device after those of a merge are written. */
export function withRows(here: DeviceRows, puts: DeviceRows): DeviceRows {
  const join = <R>(mine: readonly R[], added: readonly R[], keyOf: (row: R) => string): R[] => [...new Map([...mine, ...added].map((row) => [keyOf(row), row])).values()];
  return {
    ...NO_ROWS,
    attempts: join(here.attempts, puts.attempts, ({id}) => id),
    responses: join(here.responses, puts.responses, ({attemptId, itemId}) => JSON.stringify([attemptId, itemId])),
    outbox: join(here.outbox, puts.outbox, ({id}) => id), results: join(here.results, puts.results, ({id}) => id),
    kept: join(here.kept, puts.kept, ({key}) => key), ticks: join(here.ticks, puts.ticks, ({page}) => page),
    settings: join(here.settings, puts.settings, ({name}) => name),
  };
}
