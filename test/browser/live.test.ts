import {afterEach, beforeEach, describe, expect, it, vi} from 'vitest';
import type {RoomShown} from '#browser/live.ts';
import type {LiveAnswer, LiveRoom} from '#core/live/api.ts';

const QUESTION: LiveRoom['question'] = {id: 'q', type: 'single', stem: 'Which?', options: [{id: 'a', text: 'A'}, {id: 'b', text: 'B'}]};
const json = (status: number, body: unknown, headers: Record<string, string> = {}): Response =>
  new Response(JSON.stringify(body), {status, headers: {'content-type': 'application/json', ...headers}});

/** The service: one room, which the tests change, and what reached it. */
let room: LiveRoom | null;
let counted: LiveAnswer[];
let asked: {method: string; headers: Record<string, string>; credentials: string}[];
/** `cut`: nothing gets through. `lost`: requests arrive and their answers are lost. */
let network: 'up' | 'cut' | 'lost';
let store: Map<string, string>;

async function serve(_: string, init: {method: string; headers: Record<string, string>; credentials: string; body?: string}): Promise<Response> {
  asked.push(init);
  if (network === 'cut') throw new TypeError('Failed to fetch');
  const answer = (): Response => {
    if (!room) return json(404, {detail: 'No.'});
    if (init.method === 'GET') return init.headers['if-none-match'] === `"${room.revision}"` ? new Response(null, {status: 304}) : json(200, room, {etag: `"${room.revision}"`});
    const sent = JSON.parse(init.body ?? '') as LiveAnswer;
    const isThere = counted.some((each) => JSON.stringify(each) === JSON.stringify(sent));
    if (room.state !== 'open' && !isThere) return json(409, {detail: 'Answers are closed.'});
    if (!isThere) counted = [...counted.filter(({token}) => token !== sent.token), sent];
    return json(200, room);
  };
  const given = answer();
  if (network === 'lost') throw new TypeError('Failed to fetch');
  return given;
}

async function follow() {
  const {followRoom} = await import('#browser/live.ts');
  const seen: RoomShown[] = [];
  const followed = followRoom('C7K4', (shown) => seen.push(shown));
  await vi.advanceTimersByTimeAsync(10);
  return {...followed, last: () => seen.at(-1) ?? expect.fail('Nothing was shown.')};
}
const standing = (shown: RoomShown) => shown.phone.answers.find(({questionId}) => questionId === 'q')?.standing;

beforeEach(() => {
  vi.useFakeTimers();
  room = {room: 'r', revision: 1, state: 'open', question: QUESTION, results: null};
  counted = [];
  asked = [];
  network = 'up';
  store = new Map();
  const target = {addEventListener: () => undefined, removeEventListener: () => undefined};
  vi.stubGlobal('window', target);
  vi.stubGlobal('document', {...target, visibilityState: 'visible'});
  vi.stubGlobal('fetch', serve);
  vi.stubGlobal('sessionStorage', {
    getItem: (key: string) => store.get(key) ?? null, setItem: (key: string, value: string) => store.set(key, value), removeItem: (key: string) => store.delete(key),
  });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('a phone in the room', () => {
  it('sends its answer without cookies, and then only asks for news', async () => {
    const phone = await follow();
    phone.answer('q', ['a']);
    await vi.advanceTimersByTimeAsync(10);
    expect(standing(phone.last())).toBe('sent');
    await vi.advanceTimersByTimeAsync(9000);
    expect(counted).toHaveLength(1);
    expect(asked.filter(({method}) => method === 'POST')).toHaveLength(1);
    expect(new Set(asked.map(({credentials}) => credentials))).toEqual(new Set(['omit']));
    expect(asked.filter(({headers}) => headers['if-none-match'] === '"1"').length).toBeGreaterThanOrEqual(2);
    phone.stop();
  });

  it('keeps an answer while the network is cut, asks more and more slowly, and sends it when the network is back', async () => {
    const phone = await follow();
    network = 'cut';
    phone.answer('q', ['a']);
    await vi.advanceTimersByTimeAsync(60_000);
    expect([standing(phone.last()), phone.last().isAway, counted.length]).toEqual(['unsent', true, 0]);
    expect(asked.length).toBeLessThan(12);
    network = 'up';
    await vi.advanceTimersByTimeAsync(12_000);
    expect([standing(phone.last()), phone.last().isAway, counted.length]).toEqual(['sent', false, 1]);
    phone.stop();
  });

  it('says that an answer came too late when answers were closed meanwhile', async () => {
    const phone = await follow();
    network = 'cut';
    phone.answer('q', ['a']);
    await vi.advanceTimersByTimeAsync(1000);
    room = {room: 'r', revision: 2, state: 'closed', question: QUESTION, results: null};
    network = 'up';
    await vi.advanceTimersByTimeAsync(12_000);
    expect([standing(phone.last()), phone.last().phone.view?.state, counted.length]).toEqual(['late', 'closed', 0]);
    phone.stop();
  });

  it('does not call an answer late whose receipt was lost', async () => {
    const phone = await follow();
    network = 'lost';
    phone.answer('q', ['b']);
    await vi.advanceTimersByTimeAsync(100);
    room = {room: 'r', revision: 2, state: 'closed', question: QUESTION, results: null};
    network = 'up';
    await vi.advanceTimersByTimeAsync(12_000);
    expect([standing(phone.last()), counted.length]).toEqual(['sent', 1]);
    phone.stop();
  });

  it('counts once across a reload of the page, and shows the answer again', async () => {
    const before = await follow();
    network = 'cut';
    before.answer('q', ['a']);
    await vi.advanceTimersByTimeAsync(1000);
    before.stop();
    const phone = await follow();
    expect([phone.last().standing, phone.last().phone.view?.question?.id, standing(phone.last())]).toEqual(['in', 'q', 'unsent']);
    network = 'up';
    await vi.advanceTimersByTimeAsync(12_000);
    phone.answer('q', ['b']);
    await vi.advanceTimersByTimeAsync(3000);
    expect(counted.map(({chosen}) => chosen)).toEqual([['b']]);
    phone.stop();
  });

  it('stops and keeps nothing when the trainer has ended it, or no room has the code', async () => {
    const phone = await follow();
    phone.answer('q', ['a']);
    await vi.advanceTimersByTimeAsync(10);
    expect(store.size).toBe(1);
    room = null;
    await vi.advanceTimersByTimeAsync(5000);
    expect([phone.last().standing, store.size]).toEqual(['ended', 0]);
    const count = asked.length;
    await vi.advanceTimersByTimeAsync(60_000);
    expect(asked.length).toBe(count);
    expect((await follow()).last().standing).toBe('no-room');
  });
});
