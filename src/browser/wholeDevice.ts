import {REGISTERS_KEPT_UNDER} from '#core/attendance/kept.ts';
import {ticksFrom} from '#core/guides/ticks.ts';
import {countRows} from '#core/records/deviceKinds.ts';
import type {AttemptResult, MyRecords} from '#core/records/api.ts';
import {mergeDevice, takeRows} from '#core/records/mergeDevice.ts';
import type {Tally} from '#core/records/mergeDevice.ts';
import {faultOfSize, readDeviceFile, SETTINGS, writeDeviceFile} from '#core/records/wholeDevice.ts';
import type {DeviceRows, ReadFile, ServiceCopy} from '#core/records/wholeDevice.ts';
import {toLondonDay} from '#core/records/londonDay.ts';
import {callService} from './api.ts';
import {isShownTo} from './attempts.ts';
import {announceChange} from './changes.ts';
import {openChannel} from './channel.ts';
import {now} from './clock.ts';
import {isFull, openDatabase, readKept} from './database.ts';
import type {Kept, KeptRow} from './database.ts';
import {listRows} from './kept.ts';
import {sendNow} from './outbox.ts';
import {saveFile} from './saveFile.ts';
import {getPersonId, getSession} from './session.ts';
import {keepTicks, readTicks} from './ticks.ts';

const TICKS = 'askwell-ticks:';
/** On which `kept.ts` hears of changes by other tabs. A second end of it in this page is heard like a tab. */
const KEPT_CHANNEL = 'askwell-kept';
const STORES = ['attempts', 'responses', 'outbox', 'results', 'kept'] as const;

/** Storage that is blocked throws; then there is nothing in it. */
function readStorage(): Pick<DeviceRows, 'ticks' | 'settings'> {
  try {
    const names = Array.from({length: localStorage.length}, (_, index) => localStorage.key(index) ?? '').sort();
    return {
      ticks: names.filter((name) => name.startsWith(TICKS)).map((name) => ({page: name.slice(TICKS.length), items: [...ticksFrom(localStorage.getItem(name))]})).filter(({items}) => items.length > 0),
      settings: SETTINGS.flatMap((name) => {
        const value = localStorage.getItem(name);
        return value === null ? [] : [{name, value}];
      }),
    };
  } catch {
    return {ticks: [], settings: []};
  }
}

/** The rows that the person at the device may take away: theirs and nobody's, never those of somebody else who uses it. */
export function rowsFor(kept: Kept, things: readonly KeptRow[], personId: string | null): Pick<DeviceRows, (typeof STORES)[number]> {
  const isMine = (row: {owner: string | null}): boolean => isShownTo(row, personId);
  const mine = new Set(kept.attempts.filter(isMine).map(({id}) => id));
  const others = new Set(kept.attempts.filter((row) => !isMine(row)).map(({id}) => id));
  return {
    attempts: kept.attempts.filter(isMine), responses: kept.responses.filter(({attemptId}) => mine.has(attemptId)),
    outbox: kept.outbox.filter((row) => isMine(row) && !others.has(row.id)), results: kept.results.filter((row) => isMine(row) && !others.has(row.id)),
    // Registers hold other people's names, which are not one's own to take away.
    kept: things.filter((row) => isMine(row) && !row.key.startsWith(REGISTERS_KEPT_UNDER)),
  };
}

/** All that this device keeps for a person (null: nobody signed in) and for nobody. */
export async function readDevice(personId: string | null): Promise<DeviceRows> {
  const [kept, things] = [await readKept(), await listRows('')];
  return {...rowsFor(kept, things, personId), ...readStorage()};
}

/** What the record service has of the person signed in, and a sentence where some of it is missing. */
async function readRecord(): Promise<{record: ServiceCopy | null; note: string}> {
  if (!getSession().person) return {record: null, note: ''};
  const away = {record: null, note: 'The record service could not be reached when this file was made, so the copy of your record is missing.'};
  const me = await callService<{person: ServiceCopy['person'] | null}>('GET', '/api/me');
  const records = await callService<MyRecords>('GET', '/api/records');
  if (me.kind !== 'ok' || !me.value.person || records.kind !== 'ok') return away;
  const attempts: ServiceCopy['attempts'] = [];
  let without = 0;
  // One after the other: a hundred questions at once would look like an attack.
  for (const attempt of records.value.attempts) {
    const reply = await callService<AttemptResult>('GET', `/api/records/${encodeURIComponent(attempt.id)}`);
    attempts.push(reply.kind === 'ok' ? reply.value : attempt);
    if (reply.kind !== 'ok') without += 1;
  }
  const note = without === 0 ? '' : `${without} of ${attempts.length} attempts on your record came without their answers.`;
  return {record: {...records.value, person: me.value.person, attempts}, note};
}

/** Offers all of it as one file. Gives a sentence where something is missing from the file; empty when nothing is. */
export async function saveEverything(organisation: string): Promise<string> {
  const {record, note} = await readRecord();
  const personId = getPersonId();
  const device = await readDevice(personId);
  // Somebody else signed in meanwhile, in another tab: their file must not hold the first one's record.
  const mine = record && record.person.id === personId ? record : null;
  const onRecord = mine ? [
    {what: 'Attempts on your record', count: mine.attempts.length}, {what: 'Courses completed on your record', count: mine.completions.length},
    {what: 'Course runs joined', count: mine.cohorts.length},
  ].filter(({count}) => count > 0) : [];
  const savedAt = now();
  saveFile(`askwell-my-learning-${toLondonDay(savedAt)}.json`, writeDeviceFile({savedAt, organisation, device, record: mine, note, inside: [...countRows(device), ...onRecord]}));
  return note;
}

/** Reads a file that a person chose. Its size is looked at first, so that a film does not fill the memory. */
export async function readChosenFile(file: File): Promise<ReadFile> {
  const sentence = faultOfSize(file.size);
  if (sentence) return {ok: false, sentence};
  try {
    return readDeviceFile(await file.text());
  } catch {
    return {ok: false, sentence: 'Your browser could not read this file. Copy it to this device, then choose it again. Nothing on this device has changed.'};
  }
}

export interface Wish {
  /** The person at the device says that rows of somebody who is not signed in are theirs: they become nobody's. */
  asNobodys: boolean;
  replace: boolean;
}

/** What adding a file would come to, from what the device keeps now. Writes nothing. `others`: rows of somebody who is not signed in here. */
export async function lookAhead(file: DeviceRows, wish: Wish): Promise<{tallies: Tally[]; others: number}> {
  const personId = getPersonId();
  const {rows, others} = takeRows(file, personId, wish.asNobodys);
  const [{attempts, responses, outbox, results}, kept] = [await readKept(), await listRows('')];
  const here = {attempts, responses, outbox, results, kept, ...readStorage()};
  return {tallies: mergeDevice(here, rows, {isShown: (row) => isShownTo(row, personId), replace: wish.replace}).tallies, others};
}

export type Added = {kind: 'added'; tallies: Tally[]} | {kind: 'full' | 'blocked'};

/**
 * Adds a file to this device in one transaction: all of it is kept, or nothing is. What waits in it is sent like what was done here.
 * Never throws.
 */
export async function addToDevice(file: DeviceRows, wish: Wish): Promise<Added> {
  const personId = getPersonId();
  const {rows} = takeRows(file, personId, wish.asNobodys);
  const storage = readStorage();
  let giveUp: () => unknown = () => undefined;
  let merged: ReturnType<typeof mergeDevice>;
  try {
    const database = await openDatabase();
    const transaction = database.transaction(STORES, 'readwrite', {durability: 'strict'});
    giveUp = () => {
      const {error} = transaction;
      try {
        transaction.abort();
      } catch {
        // The browser has ended it by itself.
      }
      transaction.done.catch(() => undefined);
      return error;
    };
    const [attempts, responses, outbox, results, kept] = await Promise.all([
      transaction.objectStore('attempts').getAll(), transaction.objectStore('responses').getAll(), transaction.objectStore('outbox').getAll(),
      transaction.objectStore('results').getAll(), transaction.objectStore('kept').getAll(),
    ]);
    merged = mergeDevice({attempts, responses, outbox, results, kept, ...storage}, rows, {isShown: (row) => isShownTo(row, personId), replace: wish.replace});
    const {puts} = merged;
    await Promise.all([
      ...puts.attempts.map((row) => transaction.objectStore('attempts').put(row)), ...puts.responses.map((row) => transaction.objectStore('responses').put(row)),
      ...puts.outbox.map((row) => transaction.objectStore('outbox').put(row)), ...puts.results.map((row) => transaction.objectStore('results').put(row)),
      ...puts.kept.map((row) => transaction.objectStore('kept').put(row)),
    ]);
    await transaction.done;
  } catch (error) {
    const why = giveUp();
    return {kind: isFull(error) || isFull(why) ? 'full' : 'blocked'};
  }
  addToStorage(merged.puts);
  announceChange({kind: 'outbox'});
  const channel = openChannel<string | null>(KEPT_CHANNEL, () => undefined);
  channel.tell(null);
  channel.close();
  void sendNow();
  return {kind: 'added', tallies: merged.tallies};
}

/** Ticks and settings live beside the database. They come after it, so that a database that refuses leaves them alone too. */
function addToStorage({ticks, settings}: DeviceRows): void {
  for (const {page, items} of ticks) keepTicks(page, [...new Set([...readTicks(page), ...items])]);
  try {
    for (const {name, value} of settings) localStorage.setItem(name, value);
  } catch {
    // A setting that cannot be kept is not worth a word.
  }
}
