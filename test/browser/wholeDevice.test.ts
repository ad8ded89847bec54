import {afterEach, beforeEach, describe, expect, it, vi} from 'vitest';
import type {Kept, KeptRow} from '#browser/database.ts';
import {rowsFor} from '#browser/wholeDevice.ts';
import type * as Whole from '#browser/wholeDevice.ts';
import {NO_ROWS} from '#core/records/wholeDevice.ts';
import type {DeviceRows, KeptAttempt} from '#core/records/wholeDevice.ts';
import {drawn, idOf, QUIZ} from '../core/records/anyDevice.ts';

const AT = '2026-11-22T10:00:00.000Z';
const attempt = (n: number, owner: string | null): KeptAttempt => ({
  id: idOf(n), quizId: 'sample', quizVersion: 'v1', mode: 'practice', drawnBy: 'device', startedAt: AT, drawn: drawn(3), quiz: QUIZ, owner, index: 0, handedInAt: null,
});
const thing = (key: string, owner: string | null): KeptRow => ({key, owner, changedAt: AT, value: {name: key}});

describe('what a person takes away from a shared device', () => {
  const record = {} as DeviceRows['outbox'][number]['record'];
  const outbox = (n: number, owner: string | null) => ({id: idOf(n), owner, state: 'waiting' as const, reason: null, tries: 0, lastTriedAt: null, record});
  const result = (n: number, owner: string | null) => ({id: idOf(n), owner, result: {} as DeviceRows['results'][number]['result'], completions: [], clockNote: null});
  const kept: Kept = {
    attempts: [attempt(1, null), attempt(2, 'ann'), attempt(3, 'bob')],
    responses: [1, 2, 3, 4].map((n) => ({attemptId: idOf(n), itemId: 'q-1', response: true})),
    outbox: [outbox(1, null), outbox(2, 'ann'), outbox(3, 'bob')],
    // A row that lost its owner still goes with its attempt.
    results: [result(1, null), result(2, 'ann'), result(3, null)],
  };
  const things = [thing('timeline/not-signed-in', null), thing('timeline/ann', 'ann'), thing('timeline/bob', 'bob')];
  const numbers = (list: {id: string}[]) => list.map(({id}) => [1, 2, 3, 4].find((n) => idOf(n) === id));

  it.each([['ann', [1, 2]], ['bob', [1, 3]], [null, [1]]] as const)('is theirs and nobody’s when it is %s', (personId, mine) => {
    const rows = rowsFor(kept, things, personId);
    expect(numbers(rows.attempts)).toEqual(mine);
    expect(numbers(rows.responses.map(({attemptId}) => ({id: attemptId})))).toEqual(mine);
    expect(numbers(rows.outbox)).toEqual(mine);
    expect(rows.kept.map(({owner}) => owner)).toEqual(personId === null ? [null] : [null, personId]);
    expect(JSON.stringify(rows)).not.toContain(personId === 'ann' ? 'bob' : 'ann');
  });
});

// Node has no IndexedDB. As much of it as five stores in one transaction need: nothing is written until all of it can be.
let disk: Map<string, Map<string, unknown>>;
let fault: Error | null;
const STORES = ['attempts', 'responses', 'outbox', 'results', 'kept'];
const keyOf = (row: Record<string, unknown>): string => JSON.stringify([row.key ?? row.id ?? [row.attemptId, row.itemId]]);

function openFake() {
  return Promise.resolve({
    getAll: async (store: string) => structuredClone([...disk.get(store)?.values() ?? []]),
    transaction: (_: string[], mode: string) => {
      const written: (() => void)[] = [];
      return {
        error: null,
        abort: () => { written.length = 0; },
        objectStore: (store: string) => ({
          getAll: async () => structuredClone([...disk.get(store)?.values() ?? []]),
          put: async (row: Record<string, unknown>) => {
            if (mode !== 'readwrite') throw new Error('Only for reading.');
            if (fault && store === 'kept') throw fault;
            written.push(() => disk.get(store)?.set(keyOf(row), structuredClone(row)));
          },
        }),
        get done() {
          for (const write of written) write();
          return Promise.resolve();
        },
      };
    },
  });
}

async function newPage(): Promise<typeof Whole> {
  vi.resetModules();
  return import('#browser/wholeDevice.ts');
}

describe('adding a file to this device', () => {
  const storage = new Map<string, string>();
  beforeEach(() => {
    disk = new Map(STORES.map((store) => [store, new Map<string, unknown>()]));
    fault = null;
    storage.clear();
    vi.stubGlobal('indexedDB', {});
    vi.stubGlobal('localStorage', {
      get length() { return storage.size; }, key: (index: number) => [...storage.keys()][index] ?? null, getItem: (key: string) => storage.get(key) ?? null,
      setItem: (key: string, value: string) => void storage.set(key, value), removeItem: (key: string) => void storage.delete(key),
    });
    vi.doMock('idb', () => ({openDB: openFake}));
  });
  afterEach(() => {
    vi.doUnmock('idb');
    vi.unstubAllGlobals();
  });
  const file: DeviceRows = {
    ...NO_ROWS, attempts: [attempt(1, null)], responses: [{attemptId: idOf(1), itemId: 'q-1', response: true}], kept: [thing('self-assessment/a', null)],
    ticks: [{page: '/toolkit/', items: ['Ask early']}], settings: [{name: 'theme', value: 'dark'}],
  };
  const NO = {asNobodys: false, replace: false};

  it('keeps all of it, and what the device then keeps is what was in the file', async () => {
    const page = await newPage();
    storage.set('askwell-ticks:/learn/', '["Read it"]');
    expect((await page.lookAhead(file, NO)).tallies.every(({added, there}) => added === 1 && there === 0)).toBe(true);
    expect((await page.addToDevice(file, NO)).kind).toBe('added');
    expect(await page.readDevice(null)).toEqual({...file, ticks: [{page: '/learn/', items: ['Read it']}, ...file.ticks]});
    expect((await page.lookAhead(file, NO)).tallies.every(({added, updated}) => added + updated === 0)).toBe(true);
  });

  it('keeps nothing at all when one row finds no room', async () => {
    fault = new DOMException('Full.', 'QuotaExceededError');
    const page = await newPage();
    expect(await page.addToDevice(file, NO)).toEqual({kind: 'full'});
    expect(STORES.map((store) => disk.get(store)?.size)).toEqual([0, 0, 0, 0, 0]);
    expect(storage.size).toBe(0);
  });

  it('says so, and changes nothing, where the browser offers no storage', async () => {
    vi.stubGlobal('indexedDB', undefined);
    const page = await newPage();
    expect(await page.addToDevice(file, NO)).toEqual({kind: 'blocked'});
    expect(storage.size).toBe(0);
  });
});
