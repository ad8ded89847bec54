import {marksKey, mustForget, parseKeptRegister, parseWaiting, REGISTERS_KEPT_UNDER, runIdOf} from '#core/attendance/kept.ts';
import {now} from './clock.ts';
import type {KeptRow} from './database.ts';
import {changeRow, listRows, readRow} from './kept.ts';

async function countWaiting(row: KeptRow): Promise<number> {
  const marks = await readRow(marksKey(row.owner ?? '', runIdOf(row.key)));
  return parseWaiting(marks?.value).filter(({refused}) => refused === null).length;
}

/**
 * Takes registers off the device that have no business on it any more: those of others than the person here (null: nobody) once their
 * marks are sent, old ones, and what cannot be read. `openKey`: the one on screen, which stays. Never throws.
 */
export async function forgetRegisters(personId: string | null, openKey: string | null = null): Promise<void> {
  for (const row of await listRows(REGISTERS_KEPT_UNDER)) {
    const kept = parseKeptRegister(row.value);
    const isDue = !kept || mustForget(kept, {isHere: row.owner !== null && row.owner === personId, waiting: await countWaiting(row), now: now()});
    if (row.key !== openKey && isDue) await changeRow(row.key, () => ({row: null, value: null}));
  }
}

/** Takes one register, with the names in it, off the device. Marks that wait stay: they name nobody. */
export async function forgetRegister(key: string): Promise<void> {
  await changeRow(key, () => ({row: null, value: null}));
}
