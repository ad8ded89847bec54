import {afterEach, beforeEach, describe, expect, it, vi} from 'vitest';
import type {KeptRow} from '#browser/database.ts';
import type * as KeptModule from '#browser/kept.ts';
import type * as OpenRowModule from '#browser/openRow.ts';

// Node has no IndexedDB. This stands in for as much of it as one store needs: rows outlive a page, and transactions wait for one another.
interface Disk {
  version: number;
  stores: Map<string, Map<string, unknown>>;
  busy: Promise<unknown>;
  fault: Error | null;
}
let disk: Disk;
const emptyDisk = (version = 0, names: string[] = []): Disk => ({version, stores: new Map(names.map((name) => [name, new Map<string, unknown>()])), busy: Promise.resolve(), fault: null});
const rowsOf = (name: string): Map<string, unknown> => {
  const rows = disk.stores.get(name);
  if (!rows) throw new DOMException(`No store ${name}.`, 'NotFoundError');
  return rows;
};

interface Callbacks {upgrade: (database: unknown, from: number) => void}
function openFake(_name: string, version: number | undefined, {upgrade}: Callbacks) {
  if (version !== undefined && version < disk.version) return Promise.reject(new DOMException('Older.', 'VersionError'));
  if (version !== undefined && version > disk.version) {
    upgrade({createObjectStore: (name: string) => {
      if (disk.stores.has(name)) throw new DOMException(name, 'ConstraintError');
      disk.stores.set(name, new Map());
      return {createIndex: () => undefined};
    }}, disk.version);
    disk.version = version;
  }
  return Promise.resolve({
    get: async (store: string, key: string) => structuredClone(rowsOf(store).get(key)),
    getAll: async (store: string) => structuredClone([...rowsOf(store).values()]),
    clear: async (store: string) => rowsOf(store).clear(),
    transaction: (name: string) => {
      let finish: () => void = () => undefined;
      const before = disk.busy;
      disk.busy = new Promise<void>((resolve) => { finish = resolve; });
      const failed = (): void => {
        if (!disk.fault) return;
        finish();
        throw disk.fault;
      };
      const store = {
        get: async (key: string) => { await before; return structuredClone(rowsOf(name).get(key)); },
        put: async (row: {key: string}) => { failed(); rowsOf(name).set(row.key, structuredClone(row)); },
        delete: async (key: string) => { failed(); rowsOf(name).delete(key); },
      };
      return {store, error: null, get done() { finish(); return Promise.resolve(); }};
    },
  });
}

/** Channels of the same page and of others, told at once. */
const channels = new Set<{onmessage: ((event: {data: unknown}) => void) | null}>();
class Channel {
  onmessage: ((event: {data: unknown}) => void) | null = null;
  constructor() { channels.add(this); }
  postMessage(data: unknown): void {
    for (const other of channels) if (other !== this) other.onmessage?.({data});
  }
}

type Kept = typeof KeptModule & typeof OpenRowModule;
/** A page with a memory of its own over the one disk. */
async function newTab(): Promise<Kept> {
  vi.resetModules();
  return {...await import('#browser/kept.ts'), ...await import('#browser/openRow.ts')};
}
const settle = (): Promise<void> => new Promise((resolve) => { setTimeout(resolve, 5); });

interface Thing {a: string; b: string}
const parse = (stored: unknown): Thing | null => (typeof stored === 'object' && stored !== null && 'a' in stored ? stored as Thing : null);
const put = (kept: Kept, key: string, value: Thing, owner: string | null = null) => kept.changeRow(key, () => ({row: {owner, value}, value: null}));
const set = (change: Partial<Thing>) => (value: Thing) => ({value: {...value, ...change}, said: null});

beforeEach(() => {
  disk = emptyDisk();
  channels.clear();
  vi.stubGlobal('indexedDB', {});
  vi.stubGlobal('window', new EventTarget());
  vi.stubGlobal('document', Object.assign(new EventTarget(), {visibilityState: 'visible'}));
  vi.stubGlobal('navigator', {});
  vi.stubGlobal('BroadcastChannel', Channel);
  vi.doMock('idb', () => ({openDB: openFake}));
});
afterEach(() => {
  vi.doUnmock('idb');
  vi.unstubAllGlobals();
});

describe('the device’s database', () => {
  it('gets its new store, and keeps all that is there', async () => {
    disk = emptyDisk(1, ['attempts', 'responses', 'outbox', 'results']);
    disk.stores.get('attempts')?.set('a', {id: 'a'});
    const kept = await newTab();
    await put(kept, 'thing/1', {a: '1', b: ''});
    expect(disk.version).toBe(2);
    expect([...disk.stores.keys()]).toEqual(['attempts', 'responses', 'outbox', 'results', 'kept']);
    expect(disk.stores.get('attempts')?.get('a')).toEqual({id: 'a'});
  });

  it('is made whole on a device that has none', async () => {
    await put(await newTab(), 'thing/1', {a: '1', b: ''});
    expect([...disk.stores.keys()]).toEqual(['attempts', 'responses', 'outbox', 'results', 'kept']);
  });

  it('is still read by a page that is older than it', async () => {
    await put(await newTab(), 'thing/1', {a: '1', b: ''});
    disk.version = 3;
    expect((await (await newTab()).readRow('thing/1'))?.value).toEqual({a: '1', b: ''});
  });
});

describe('a row', () => {
  it('is read again by the next page, with its owner and the time of its change', async () => {
    expect(await put(await newTab(), 'thing/1', {a: '1', b: ''}, 'ann')).toMatchObject({keeping: 'kept'});
    const row = await (await newTab()).readRow('thing/1');
    expect(row).toMatchObject({key: 'thing/1', owner: 'ann', value: {a: '1', b: ''}});
    expect(Date.parse(row?.changedAt ?? '')).toBeGreaterThan(Date.now() - 60_000);
  });

  it('is listed with those of its kind, and goes when it is removed', async () => {
    const kept = await newTab();
    for (const key of ['thing/1', 'thing/2', 'other/1']) await put(kept, key, {a: key, b: ''});
    expect((await kept.listRows('thing/')).map(({key}) => key).sort()).toEqual(['thing/1', 'thing/2']);
    await kept.changeRow('thing/1', () => ({row: null, value: null}));
    expect((await kept.listRows('thing/')).map(({key}) => key)).toEqual(['thing/2']);
  });

  it('is changed in the order asked for, without waiting in between', async () => {
    const kept = await newTab();
    const add = (letter: string) => kept.changeRow('thing/1', (row) => ({row: {owner: null, value: {a: `${(row?.value as Thing | undefined)?.a ?? ''}${letter}`, b: ''}}, value: null}));
    await Promise.all(['h', 'e', 'l', 'l', 'o'].map(add));
    expect((await kept.readRow('thing/1'))?.value).toEqual({a: 'hello', b: ''});
  });
});

describe('a row open on the screen', () => {
  async function open(kept: Kept) {
    const store = kept.openRow('thing/1', parse);
    const stop = store.subscribe(() => undefined);
    await settle();
    return {...store, stop};
  }

  it('shows what is typed at once, and says when it is on the disk', async () => {
    const kept = await newTab();
    await put(kept, 'thing/1', {a: '', b: ''});
    const store = await open(kept);
    expect(store.get()).toMatchObject({isRead: true, value: {a: '', b: ''}, keeping: 'kept'});
    const done = store.change(set({a: 'x'}));
    expect(store.get()).toMatchObject({value: {a: 'x', b: ''}, keeping: 'saving'});
    await done;
    expect(store.get()).toMatchObject({value: {a: 'x', b: ''}, keeping: 'kept'});
    expect((disk.stores.get('kept')?.get('thing/1') as KeptRow).value).toEqual({a: 'x', b: ''});
  });

  it('shows what another tab wrote, and two tabs never lose each other’s words', async () => {
    const [here, there] = [await newTab(), await newTab()];
    await put(here, 'thing/1', {a: '', b: ''});
    const [one, two] = [await open(here), await open(there)];
    await one.change(set({a: 'here'}));
    await settle();
    expect(two.get().value).toEqual({a: 'here', b: ''});
    await Promise.all([one.change(set({a: 'here too'})), two.change(set({b: 'there'}))]);
    await settle();
    expect([one.get().value, two.get().value]).toEqual([{a: 'here too', b: 'there'}, {a: 'here too', b: 'there'}]);
  });

  it('is not taken back by news that comes while something is on its way to the disk', async () => {
    const [here, there] = [await newTab(), await newTab()];
    await put(here, 'thing/1', {a: '', b: ''});
    const one = await open(here);
    const seen: string[] = [];
    one.subscribe(() => seen.push(one.get().value?.a ?? ''));
    const typing = ['h', 'he', 'hel', 'hell', 'hello'].map((a) => one.change(set({a})));
    await put(there, 'thing/2', {a: '', b: ''});
    await there.changeRow('thing/1', (row) => ({row: {owner: null, value: {...row?.value as Thing, b: 'there'}}, value: null}));
    await Promise.all(typing);
    await settle();
    expect(seen).toEqual([...seen].sort((a, b) => a.length - b.length));
    expect(one.get().value).toEqual({a: 'hello', b: 'there'});
  });

  it('hears on coming back into view what it slept through', async () => {
    vi.stubGlobal('BroadcastChannel', undefined);
    const [here, there] = [await newTab(), await newTab()];
    await put(here, 'thing/1', {a: '', b: ''});
    const one = await open(here);
    await put(there, 'thing/1', {a: 'later', b: ''});
    await settle();
    expect(one.get().value?.a).toBe('');
    document.dispatchEvent(new Event('visibilitychange'));
    await settle();
    expect(one.get().value?.a).toBe('later');
  });

  it('says that it is gone when another tab removed it, and puts nothing back by itself', async () => {
    const [here, there] = [await newTab(), await newTab()];
    await put(here, 'thing/1', {a: 'x', b: ''});
    const one = await open(here);
    await there.changeRow('thing/1', () => ({row: null, value: null}));
    await settle();
    expect(one.get()).toMatchObject({isRead: true, value: null});
    expect(await one.change(set({a: 'y'}))).toBeNull();
    expect(disk.stores.get('kept')?.size).toBe(0);
  });

  it('hears nothing more once nobody looks at it', async () => {
    const kept = await newTab();
    await put(kept, 'thing/1', {a: '', b: ''});
    const one = await open(kept);
    one.stop();
    await put(await newTab(), 'thing/1', {a: 'later', b: ''});
    await settle();
    expect(one.get().value?.a).toBe('');
  });
});

describe('a browser that cannot keep a row', () => {
  it.each([
    ['has no room', () => { disk.fault = new DOMException('No room.', 'QuotaExceededError'); }, 'full'],
    ['offers no storage', () => { vi.stubGlobal('indexedDB', undefined); }, 'blocked'],
  ] as const)('%s: the page holds it, says so, and tries again', async (_, breakIt, keeping) => {
    const kept = await newTab();
    breakIt();
    expect(await put(kept, 'thing/1', {a: '1', b: ''})).toMatchObject({keeping});
    const store = kept.openRow('thing/1', parse);
    store.subscribe(() => undefined);
    await settle();
    expect(store.get()).toMatchObject({value: {a: '1', b: ''}, keeping});
    await store.change(set({b: 'typed'}));
    expect(store.get()).toMatchObject({value: {a: '1', b: 'typed'}, keeping});
    expect((await kept.listRows('thing/')).map(({value}) => value)).toEqual([{a: '1', b: 'typed'}]);

    disk.fault = null;
    vi.stubGlobal('indexedDB', {});
    await put(kept, 'thing/2', {a: '2', b: ''});
    expect(kept.keepingOf('thing/1')).toBe('kept');
    expect([...rowsOf('kept').keys()].sort()).toEqual(['thing/1', 'thing/2']);
  });
});

describe('clearing the device', () => {
  it('takes the rows, those that only the page holds too, and the screens say so', async () => {
    const kept = await newTab();
    await put(kept, 'thing/1', {a: '1', b: ''});
    const store = kept.openRow('thing/1', parse);
    store.subscribe(() => undefined);
    await settle();
    disk.fault = new DOMException('No room.', 'QuotaExceededError');
    await put(kept, 'thing/2', {a: '2', b: ''});
    disk.fault = null;
    vi.stubGlobal('indexedDB', {deleteDatabase: () => {
      disk = emptyDisk();
      disk.stores.set('kept', new Map());
      const request: {onsuccess?: () => void} = {};
      queueMicrotask(() => request.onsuccess?.());
      return request;
    }});
    vi.stubGlobal('localStorage', {clear: () => undefined});
    vi.stubGlobal('sessionStorage', {clear: () => undefined});
    const {clearDevice} = await import('#browser/forget.ts');
    expect(await clearDevice()).toBe(true);
    await settle();
    expect(await kept.listRows('thing/')).toEqual([]);
    expect(store.get()).toMatchObject({isRead: true, value: null});
  });

  it('takes the rows when everything kept is forgotten', async () => {
    const kept = await newTab();
    await put(kept, 'thing/1', {a: '1', b: ''});
    await (await import('#browser/database.ts')).clearKept();
    expect(disk.stores.get('kept')?.size).toBe(0);
  });
});
