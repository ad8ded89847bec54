import {afterEach, beforeEach, describe, expect, it, vi} from 'vitest';
import type {LearningRecord} from '#core/records/learningRecord.ts';

// Storage here is the page's memory (Node has no IndexedDB); the service is a function.
type Answer = Response | Error;
const json = (status: number, body: unknown, headers: Record<string, string> = {}): Response =>
  new Response(JSON.stringify(body), {status, headers: {'content-type': 'application/json', ...headers}});
const problem = (status: number, detail: string): Response =>
  new Response(JSON.stringify({type: 'about:blank', title: 'No', status, detail}), {status, headers: {'content-type': 'application/problem+json'}});
const me = (id: string | null): Response =>
  json(200, {person: id === null ? null : {id, email: `${id}@example.org`, displayName: null, directorate: null, role: 'learner'}});
const receipt = (id: string): Response =>
  json(201, {id, outcome: 'added', receivedAt: '2026-11-22T11:00:01.000Z', completions: [], clockNote: null, result: {id, quizId: 'sample'}});

let person: string | null;
let service: (record: LearningRecord) => Answer;
let posted: LearningRecord[];
let down: boolean;

const record = (id: string): LearningRecord => ({
  id, v: 1, type: 'attempt.submitted', at: '2026-11-22T11:00:00.000Z', object: {kind: 'quiz', id: 'sample', version: 'q1'},
  body: {mode: 'practice', drawnBy: 'device', startedAt: '2026-11-22T10:59:00.000Z', drawn: [{itemId: 'one', itemVersion: 'v', optionOrder: []}], responses: {one: true}},
});

async function load() {
  const outbox = await import('#browser/outbox.ts');
  const {change, readKept} = await import('#browser/database.ts');
  const {startOutboxMachine} = await import('#machines/outbox.ts');
  const put = (id: string, owner: string | null) => change(() => ({
    changes: [{put: 'outbox' as const, value: {id, record: record(id), owner, state: 'waiting' as const, reason: null, tries: 0, lastTriedAt: null}}], value: null,
  }));
  return {...outbox, put, readKept, start: () => outbox.startOutbox({machine: startOutboxMachine})};
}

beforeEach(() => {
  vi.resetModules();
  person = 'me';
  posted = [];
  down = false;
  service = ({id}) => receipt(id);
  vi.stubGlobal('window', new EventTarget());
  vi.stubGlobal('document', Object.assign(new EventTarget(), {visibilityState: 'visible'}));
  vi.stubGlobal('navigator', {});
  vi.stubGlobal('BroadcastChannel', undefined);
  vi.stubGlobal('fetch', (path: string, init?: {body?: string}) => {
    if (down) return Promise.reject(new TypeError('Failed to fetch'));
    if (path === '/api/me') return Promise.resolve(me(person));
    const sent = JSON.parse(init?.body ?? '') as LearningRecord;
    posted.push(sent);
    const answer = service(sent);
    return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
  });
});
afterEach(() => vi.unstubAllGlobals());

describe('the outbox in the browser', () => {
  it('sends what waits when it starts, keeps the result, and says it was sent', async () => {
    const {put, start, sendNow, getOutboxView, readKept} = await load();
    await put('a', 'me');
    start();
    await sendNow();
    expect(posted).toEqual([record('a')]);
    expect((await readKept()).outbox[0]).toMatchObject({state: 'sent', tries: 1});
    expect((await readKept()).results[0]).toMatchObject({id: 'a', owner: 'me'});
    expect(getOutboxView()).toMatchObject({waiting: 0, sent: 1, service: 'reachable', lastError: null});
  });

  it('keeps the record while the network is off and sends it once when the network returns', async () => {
    const {put, start, sendNow, getOutboxView} = await load();
    await put('a', 'me');
    down = true;
    start();
    await sendNow();
    expect(getOutboxView()).toMatchObject({service: 'unreachable'});
    expect(getOutboxView().lastError).toContain('cannot be reached');
    expect(getOutboxView().retryAt).not.toBeNull();
    down = false;
    window.dispatchEvent(new Event('online'));
    await sendNow();
    await sendNow();
    expect(posted).toHaveLength(1);
    expect(getOutboxView()).toMatchObject({sent: 1, retryAt: null});
  });

  it.each([500, 502, 503, 429])('keeps the record and tries later when the service answers %i', async (status) => {
    const {put, start, sendNow, getOutboxView, readKept} = await load();
    await put('a', 'me');
    service = () => json(status, {}, {'retry-after': '60'});
    start();
    await sendNow();
    expect((await readKept()).outbox[0]).toMatchObject({state: 'waiting'});
    expect(Date.parse(getOutboxView().retryAt ?? '')).toBeGreaterThan(Date.now() + 55_000);
  });

  it('sets aside what the service refuses, shows its sentence, and does not ask again', async () => {
    const {put, start, sendNow, getOutboxView, readKept} = await load();
    await put('a', 'me');
    await put('b', 'me');
    service = ({id}) => (id === 'a' ? problem(409, 'Another record has this id.') : receipt(id));
    start();
    await sendNow();
    await sendNow();
    expect(posted.map(({id}) => id)).toEqual(['a', 'b']);
    expect(getOutboxView().setAside).toMatchObject([{id: 'a', reason: 'Another record has this id.'}]);
    expect((await readKept()).outbox.find(({id}) => id === 'a')?.record).toEqual(record('a'));
  });

  it('sends a record that was set aside again when asked to', async () => {
    const {put, start, sendNow, sendAgain, getOutboxView} = await load();
    await put('a', 'me');
    service = () => problem(422, 'No quiz has this version.');
    start();
    await sendNow();
    service = ({id}) => receipt(id);
    await sendAgain('a');
    expect(getOutboxView()).toMatchObject({sent: 1, setAside: []});
  });

  it('asks to sign in when the session has ended, and keeps the record', async () => {
    const {put, start, sendNow, getOutboxView, readKept} = await load();
    await put('a', 'me');
    service = () => problem(401, 'Sign in first.');
    start();
    await sendNow();
    expect(getOutboxView().needsSignIn).toBe(true);
    expect((await readKept()).outbox[0]).toMatchObject({state: 'waiting', owner: 'me'});
  });

  it('sends nothing of another person, even when the session changed without this tab knowing', async () => {
    const {put, start, sendNow, getOutboxView} = await load();
    start();
    await sendNow();
    person = 'somebody-else';
    await put('a', 'me');
    await sendNow();
    expect(posted).toEqual([]);
    await vi.waitFor(() => expect(getOutboxView().others).toBe(1));
  });

  it('gives what was done before signing in to the person who says it is theirs, and sends it', async () => {
    const {put, start, sendNow, claimUnowned, getOutboxView} = await load();
    await put('a', null);
    start();
    await sendNow();
    expect(posted).toEqual([]);
    expect(getOutboxView().unowned).toBe(1);
    expect(await claimUnowned('me')).toBe(1);
    expect(posted).toHaveLength(1);
    expect(getOutboxView()).toMatchObject({unowned: 0, sent: 1});
  });

  it('forgets what nobody owns only when told to', async () => {
    const {put, discardUnowned, readKept} = await load();
    await put('a', null);
    await put('b', 'me');
    await discardUnowned();
    expect((await readKept()).outbox.map(({id}) => id)).toEqual(['b']);
  });

  it('says so on a copy of the site without a record service', async () => {
    const {put, start, sendNow, getOutboxView, readKept} = await load();
    await put('a', 'me');
    vi.stubGlobal('fetch', () => Promise.resolve(new Response('<html>Not found</html>', {status: 404, headers: {'content-type': 'text/html'}})));
    start();
    await sendNow();
    expect(getOutboxView()).toMatchObject({service: 'no-service'});
    expect((await readKept()).outbox[0]).toMatchObject({state: 'waiting'});
  });

  it('sends once when asked many times at once', async () => {
    const {put, start, sendNow} = await load();
    await put('a', 'me');
    start();
    await Promise.all([sendNow(), sendNow(), sendNow()]);
    expect(posted).toHaveLength(1);
  });
});
