import {afterEach, beforeEach, describe, expect, it, vi} from 'vitest';
import type {MarkOutcome, NewMark, Register, RegisterMark} from '#core/attendance/api.ts';
import type {Intent} from '#core/attendance/kept.ts';
import {mergeMarks, openMarks} from '#core/attendance/merge.ts';

// Storage here is the page's memory (Node has no IndexedDB); the service is a small one that keeps marks as the real one does.
const json = (status: number, body: unknown, headers: Record<string, string> = {}): Response =>
  new Response(JSON.stringify(body), {status, headers: {'content-type': 'application/json', ...headers}});

let person: string | null;
let down: boolean;
let posted: {by: string; marks: NewMark[]}[];
let loads: number;
let held: RegisterMark[];
let refuse: (mark: NewMark) => string | null;
let answerWith: (() => Response | Error) | null;

const RUN = '01932c07-8f00-7000-8000-000000000001';
const session = {id: 's', title: 'Session 1', startsAt: '2026-11-22T10:00:00.000Z', endsAt: '2026-11-22T12:00:00.000Z', isMandatory: false, isCancelled: false};
const register = (): Register => ({
  run: {id: RUN, title: 'Autumn run', courseId: 'c', courseTitle: 'Course', startsOn: '2026-11-22'}, rule: null, sessions: [session],
  people: [], marks: openMarks(held), readAt: '2026-11-22T10:00:00.000Z',
});
const say = (personId: string, mark: Intent['mark'] = 'present', reason: string | null = null): Intent => ({personId, sessionId: 's', mark, minutes: null, reason});

function take({by, marks}: {by: string; marks: NewMark[]}): MarkOutcome[] {
  return marks.map((mark) => {
    const sentence = refuse(mark);
    if (sentence !== null) return {id: mark.id, outcome: 'refused', sentence};
    const before = held.find(({id}) => id === mark.id);
    const kept = before ?? {...mark, by: {id: by, name: 'Tess Example'}};
    if (!before) held.push(kept);
    return {id: mark.id, outcome: before ? 'already-there' : 'added', mark: kept};
  });
}

async function load() {
  return {...await import('#browser/attendance.ts'), ...await import('#browser/session.ts'), ...await import('#browser/kept.ts')};
}
type Device = Awaited<ReturnType<typeof load>>;

/** The page of a register, opened by whoever is signed in. */
async function open(): Promise<Device> {
  const device = await load();
  device.startAttendance();
  await device.refreshSession();
  await device.openRegister(RUN);
  return device;
}

beforeEach(() => {
  vi.useFakeTimers({toFake: ['setTimeout', 'clearTimeout', 'Date'], now: Date.parse('2026-11-22T10:00:00Z')});
  vi.resetModules();
  person = 'tess';
  down = false;
  posted = [];
  loads = 0;
  held = [];
  refuse = () => null;
  answerWith = null;
  const storage = new Map<string, string>();
  vi.stubGlobal('localStorage', {getItem: (key: string) => storage.get(key) ?? null, setItem: (key: string, value: string) => storage.set(key, value), removeItem: (key: string) => storage.delete(key)});
  vi.stubGlobal('window', new EventTarget());
  vi.stubGlobal('document', Object.assign(new EventTarget(), {visibilityState: 'visible'}));
  vi.stubGlobal('navigator', {});
  vi.stubGlobal('BroadcastChannel', undefined);
  vi.stubGlobal('fetch', (path: string, init?: {method?: string; body?: string}) => {
    if (down) return Promise.reject(new TypeError('Failed to fetch'));
    if (path === '/api/me') return Promise.resolve(json(200, {person: person === null ? null : {id: person, email: `${person}@example.org`, displayName: null, directorate: null, role: 'trainer'}}));
    if (init?.method === 'DELETE') {
      person = null;
      return Promise.resolve(new Response(null, {status: 204}));
    }
    if (init?.method !== 'POST') {
      loads += 1;
      return Promise.resolve(json(200, register()));
    }
    const batch = JSON.parse(init.body ?? '') as {by: string; marks: NewMark[]};
    posted.push(batch);
    const wrong = answerWith?.();
    if (wrong) return wrong instanceof Error ? Promise.reject(wrong) : Promise.resolve(wrong);
    if (batch.by !== person) return Promise.resolve(json(409, {type: 'x', title: 'x', status: 409, detail: 'Somebody else.'}));
    return Promise.resolve(json(200, {outcomes: take(batch)}));
  });
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

const ids = (): string[] => posted.flatMap(({marks}) => marks.map(({id}) => id));

describe('a register on the device', () => {
  it('keeps marks at once, sends them after the moment of grace, and holds them in the register then', async () => {
    const {makeMarks, getAttendanceView, sendMarks} = await open();
    await makeMarks([say('ann')]);
    expect(getAttendanceView()).toMatchObject({waiting: [{mark: {personId: 'ann', sawId: null}, tries: 0}], kept: {register: {marks: []}}});
    await sendMarks();
    expect(posted).toEqual([]);
    await vi.advanceTimersByTimeAsync(5_001);
    await sendMarks();
    expect(posted).toHaveLength(1);
    expect(getAttendanceView()).toMatchObject({waiting: [], sent: 1, service: 'reachable', kept: {register: {marks: [{personId: 'ann', mark: 'present', by: {id: 'tess'}}]}}});
  });

  it('goes on without a network, and sends each mark once when it is back', async () => {
    const {makeMarks, getAttendanceView, sendMarks} = await open();
    down = true;
    await makeMarks([say('ann')]);
    await vi.advanceTimersByTimeAsync(6_000);
    await makeMarks([say('bob', 'absent')]);
    await makeMarks([say('ann', 'late', 'Came at ten')]);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(getAttendanceView()).toMatchObject({service: 'unreachable', waiting: [{}, {}, {}]});
    down = false;
    window.dispatchEvent(new Event('online'));
    await sendMarks();
    await sendMarks();
    expect(getAttendanceView().waiting).toEqual([]);
    expect(new Set(ids()).size).toBe(3);
    expect(held).toHaveLength(3);
    expect([...mergeMarks(held).values()].map(({personId, counts}) => [personId, counts.mark])).toEqual([['ann', 'late'], ['bob', 'absent']]);
  });

  it('loses nothing and doubles nothing when the answer is lost', async () => {
    const {makeMarks, sendMarks, getAttendanceView} = await open();
    await makeMarks([say('ann')]);
    answerWith = () => {
      take(posted.at(-1) ?? {by: '', marks: []});
      return new TypeError('Connection lost');
    };
    await vi.advanceTimersByTimeAsync(5_001);
    await sendMarks();
    expect(getAttendanceView().waiting).toMatchObject([{refused: null}]);
    answerWith = null;
    await vi.advanceTimersByTimeAsync(400_000);
    await sendMarks();
    expect(getAttendanceView().waiting).toEqual([]);
    expect(held).toHaveLength(1);
    expect(new Set(ids()).size).toBe(1);
  });

  it('waits as long as a busy service asks', async () => {
    const {makeMarks, getAttendanceView} = await open();
    answerWith = () => json(429, {}, {'retry-after': '900'});
    await makeMarks([say('ann')]);
    await vi.advanceTimersByTimeAsync(5_001);
    expect(posted).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(890_000);
    expect(posted).toHaveLength(1);
    answerWith = null;
    await vi.advanceTimersByTimeAsync(20_000);
    expect(getAttendanceView().waiting).toEqual([]);
  });

  it.each([401, 403])('keeps marks and does not press on when the service answers %i', async (status) => {
    const {makeMarks, getAttendanceView} = await open();
    answerWith = () => json(status, {type: 'x', title: 'x', status, detail: 'Not now.'});
    await makeMarks([say('ann')]);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(posted.length).toBeGreaterThan(0);
    expect(posted.length).toBeLessThan(5);
    expect(getAttendanceView().waiting).toMatchObject([{refused: null}]);
  });

  it('sets aside what the service refuses, with its sentence, and sends the rest', async () => {
    const {makeMarks, sendMarks, getAttendanceView, dropMark} = await open();
    refuse = ({personId}) => (personId === 'bob' ? 'This person has no place.' : null);
    await makeMarks([say('ann'), say('bob'), say('cat')]);
    await vi.advanceTimersByTimeAsync(20_001);
    await sendMarks();
    expect(getAttendanceView().waiting).toMatchObject([{mark: {personId: 'bob'}, refused: 'This person has no place.'}]);
    expect(held.map(({personId}) => personId)).toEqual(['ann', 'cat']);
    await dropMark(getAttendanceView().waiting[0]?.mark.id ?? '');
    expect(getAttendanceView().waiting).toEqual([]);
  });

  it('sends marks one by one when a batch is not understood', async () => {
    const {makeMarks, sendMarks, getAttendanceView} = await open();
    answerWith = () => (posted.at(-1)?.marks.some(({personId}) => personId === 'bob') ? json(422, {type: 'x', title: 'x', status: 422, detail: 'Does not fit.'}) : json(200, {outcomes: take(posted.at(-1) ?? {by: '', marks: []})}));
    await makeMarks([say('ann'), say('bob'), say('cat')]);
    await vi.advanceTimersByTimeAsync(20_001);
    await sendMarks();
    expect(getAttendanceView().waiting).toMatchObject([{mark: {personId: 'bob'}, refused: 'Does not fit.'}]);
    expect(held.map(({personId}) => personId)).toEqual(['ann', 'cat']);
  });

  it('takes back a whole hall until it is sent, and says how many were', async () => {
    const {makeMarks, undoMarks, sendMarks, getAttendanceView} = await open();
    const first = await makeMarks([say('ann'), say('bob')], true);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(await undoMarks(first)).toBe(0);
    expect(getAttendanceView().waiting).toEqual([]);
    const second = await makeMarks([say('ann'), say('bob')], true);
    await vi.advanceTimersByTimeAsync(20_001);
    await sendMarks();
    expect(await undoMarks(second)).toBe(2);
    expect(posted.flatMap(({marks}) => marks.map(({id}) => id))).toEqual(second);
  });

  it('holds nothing back when the page goes out of sight', async () => {
    const {makeMarks, sendMarks, getAttendanceView} = await open();
    await makeMarks([say('ann'), say('bob')], true);
    Object.assign(document, {visibilityState: 'hidden'});
    document.dispatchEvent(new Event('visibilitychange'));
    await sendMarks();
    expect(getAttendanceView().waiting).toEqual([]);
    expect(held).toHaveLength(2);
  });

  it('shows and sends nothing of one trainer to another on the same device', async () => {
    const {makeMarks, refreshSession, sendMarks, getAttendanceView, openRegister} = await open();
    await makeMarks([say('ann')]);
    person = 'tom';
    await refreshSession();
    await vi.advanceTimersByTimeAsync(60_000);
    await openRegister(RUN);
    await sendMarks();
    expect(posted).toEqual([]);
    expect(getAttendanceView()).toMatchObject({ownerId: 'tom', waiting: [], others: 1});
    person = 'tess';
    await refreshSession();
    await sendMarks();
    expect(posted.map(({by}) => by)).toEqual(['tess']);
    expect(getAttendanceView()).toMatchObject({ownerId: 'tess', waiting: [], others: 0});
  });

  it('keeps marks waiting when another tab signed somebody else in a moment ago', async () => {
    const {makeMarks, sendMarks, getAttendanceView} = await open();
    await makeMarks([say('ann')]);
    person = 'tom';
    await vi.advanceTimersByTimeAsync(5_001);
    await sendMarks();
    expect(posted.map(({by}) => by)).toEqual(['tess']);
    expect(held).toEqual([]);
    expect(getAttendanceView().others + getAttendanceView().waiting.length).toBe(1);
  });

  it('loses its names when everything is sent and its owner signs out', async () => {
    const {makeMarks, sendMarks, signOut, getAttendanceView, listRows} = await open();
    await makeMarks([say('ann')]);
    await vi.advanceTimersByTimeAsync(5_001);
    await sendMarks();
    expect(await listRows('register/')).toHaveLength(1);
    await signOut();
    await vi.advanceTimersByTimeAsync(10);
    expect(await listRows('register')).toEqual([]);
    expect(getAttendanceView()).toMatchObject({ownerId: null, kept: null, registers: []});
  });

  it('keeps names for seven days at most, and marks for as long as it takes', async () => {
    const {makeMarks, refreshSession, listRows} = await open();
    down = true;
    await makeMarks([say('ann')]);
    await refreshSession();
    vi.setSystemTime(Date.parse('2026-11-30T10:00:00Z'));
    person = null;
    down = false;
    await refreshSession();
    await vi.advanceTimersByTimeAsync(10);
    expect(await listRows('register/')).toEqual([]);
    expect(await listRows('register-marks/')).toHaveLength(1);
    expect(JSON.stringify(await listRows('register'))).not.toContain('Autumn run');
  });

  it('says so on a copy of the site without a service', async () => {
    const device = await load();
    vi.stubGlobal('fetch', () => Promise.resolve(new Response('<html></html>', {status: 404, headers: {'content-type': 'text/html'}})));
    device.startAttendance();
    await device.refreshSession();
    await device.openRegister(RUN);
    expect(device.getAttendanceView()).toMatchObject({service: 'no-service', kept: null, ownerId: null});
    expect(loads).toBe(0);
  });
});
