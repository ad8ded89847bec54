import {LEAST_SHARE} from '#core/courses/attendance.ts';
import {DUE_SOON_DAYS} from '#core/courses/currency.ts';
import {lastQuarters} from '#core/measures/quarters.ts';
import {addDays} from '#core/planning/days.ts';
import {toLondonDay} from '#core/records/londonDay.ts';
import {firstCurrentDay, startOfLondonDay} from '#core/targets/since.ts';
import type {Queries} from '../database/database.ts';
import type {Services} from '../parts.ts';
import {countCurrency, countFirstTries, countPlaces, countPoints, countStarts, findCountedAt, keepFigures, lockCounting} from '../repositories/measures.ts';
import type {FigureRow} from '../repositories/measures.ts';

type Parts = Pick<Services, 'database' | 'shelf' | 'clock'>;

/** Figures of a quarter need no counting by the minute, and counting reads every attempt. */
const FRESH_MS = 3_600_000;
/** It is looked this often whether an hour is over. */
const LOOK_EVERY_MS = 5 * 60_000;
/** Figures this old are counted while somebody waits: the service slept. */
const STALE_MS = 2 * FRESH_MS;

/** Counts the figures if they are older than `olderThan` milliseconds, and nobody else is counting. Gives when they were counted; null before the first time. */
export async function countIfOlder(parts: Parts, olderThan: number): Promise<string | null> {
  const {database, clock} = parts;
  const isFresh = (at: string | null): boolean => at !== null && clock().getTime() - Date.parse(at) < olderThan;
  const at = await findCountedAt(database);
  if (isFresh(at)) return at;
  return database.transaction(async (tx) => {
    if (!await lockCounting(tx)) return findCountedAt(tx);
    const again = await findCountedAt(tx);
    if (isFresh(again)) return again;
    await keepFigures(tx, await countAll(tx, parts), clock());
    return clock().toISOString();
  });
}

/** The figures for somebody who looks now. On the first look another instance may still be counting; then this waits for nothing and gives null. */
export function countForReader(parts: Parts): Promise<string | null> {
  return countIfOlder(parts, STALE_MS);
}

async function countAll(tx: Queries, {shelf, clock}: Parts): Promise<FigureRow[]> {
  const now = clock();
  const today = toLondonDay(now.toISOString());
  const quarters = lastQuarters(today);
  const moments = quarters.map(startOfLondonDay);
  const quarterAt = (stretch: number): string => quarters[stretch - 1] ?? '';
  const starts = await countStarts(tx, moments);
  const tries = await countFirstTries(tx, moments);
  const places = await countPlaces(tx, moments, now, LEAST_SHARE);
  const points = await countPoints(tx, moments);
  const currency = await countCurrency(tx, shelf.courses.flatMap(({id, validFor}) => {
    const lapsed = firstCurrentDay(today, validFor);
    const soon = firstCurrentDay(addDays(today, DUE_SOON_DAYS + 1), validFor);
    return lapsed === null || soon === null ? [] : [{courseId: id, lapsed: startOfLondonDay(lapsed), soon: startOfLondonDay(soon)}];
  }));
  const of = (measure: FigureRow['measure'], stretch: number, directorate: string | null, count: number, all: number): FigureRow =>
    ({measure, quarter: quarterAt(stretch), directorate: directorate ?? '', count, of: all});
  return [
    ...starts.map((row) => of('completed-of-started', row.stretch, row.directorate, row.count, row.of)),
    ...tries.map((row) => of('first-try', row.stretch, row.directorate, row.count, row.of)),
    ...places.flatMap((row) => [of('attendance', row.stretch, row.directorate, row.attended, row.places), of('no-shows', row.stretch, row.directorate, row.absent, row.places)]),
    ...points.flatMap((row) => [
      of('points-closed', row.stretch, null, row.closed, row.opened),
      ...(row.days === null ? [] : [of('points-days', row.stretch, null, Math.round(row.days), row.closed)]),
    ]),
    ...currency.flatMap(({directorate, lapsed, soon, total}) => [
      of('lapsed', quarters.length, directorate, lapsed, total), of('due-soon', quarters.length, directorate, soon, total),
      of('current', quarters.length, directorate, total - lapsed - soon, total),
    ]),
  ];
}

export interface Counting {
  start(): void;
  /** Settles when nothing is under way any more. */
  stop(): Promise<void>;
}

/** Counts about once an hour in this process, unless another instance has. `warn` is told when it failed. */
export function makeCounting(parts: Parts, warn: (message: string) => void): Counting {
  let timer: NodeJS.Timeout | undefined;
  let working: Promise<void> | null = null;
  const look = (): void => {
    working ??= countIfOlder(parts, FRESH_MS).then(() => undefined, () => warn('The measures could not be counted; it will be tried again.')).finally(() => { working = null; });
  };
  return {
    start: () => {
      timer = setInterval(look, LOOK_EVERY_MS);
      timer.unref();
    },
    stop: async () => {
      clearInterval(timer);
      await working;
    },
  };
}
