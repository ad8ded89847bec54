import {afterEach, beforeEach, describe, expect, it, vi} from 'vitest';
import type {NewPoint} from '#core/points/point.ts';

// Storage here is the page's memory (Node has no IndexedDB); the service is a function.
const json = (status: number, body: unknown, headers: Record<string, string> = {}): Response =>
  new Response(JSON.stringify(body), {status, headers: {'content-type': 'application/json', ...headers}});

let person: string | null;
let posted: NewPoint[];
let down: boolean;
let service: (point: NewPoint) => Response | Error;

const ID = '01932c07-8f00-7000-8000-00000000000';
const make = (place: number, changes: Partial<NewPoint> = {}): NewPoint => ({
  id: `${ID}${place}`, kind: 'wrong', at: '2026-11-22T09:00:00.000Z', path: '/methods/', heading: null, question: null, debrief: null, text: `Point ${place}`, nextTime: null, askId: null, ...changes,
});

async function load() {
  return {...await import('#browser/points.ts'), ...await import('#browser/session.ts')};
}

beforeEach(() => {
  vi.resetModules();
  person = null;
  posted = [];
  down = false;
  service = ({id}) => json(201, {id, outcome: 'added', receivedAt: '2026-11-22T11:00:01.000Z'});
  vi.stubGlobal('window', new EventTarget());
  vi.stubGlobal('document', Object.assign(new EventTarget(), {visibilityState: 'visible'}));
  vi.stubGlobal('navigator', {});
  vi.stubGlobal('BroadcastChannel', undefined);
  vi.stubGlobal('fetch', (path: string, init?: {body?: string}) => {
    if (down) return Promise.reject(new TypeError('Failed to fetch'));
    if (path === '/api/me') return Promise.resolve(json(200, {person: person === null ? null : {id: person, email: `${person}@example.org`, displayName: null, directorate: null, role: 'learner'}}));
    const sent = JSON.parse(init?.body ?? '') as NewPoint;
    posted.push(sent);
    const answer = service(sent);
    return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
  });
});
afterEach(() => vi.unstubAllGlobals());

describe('points on the device', () => {
  it('are sent oldest first, and leave the device when the service has them', async () => {
    const {keepPoint, sendPoints, getPointsView} = await load();
    await keepPoint(make(2));
    await keepPoint(make(1));
    await sendPoints();
    expect(posted.map(({id}) => id).sort()).toEqual([`${ID}1`, `${ID}2`]);
    expect(getPointsView()).toMatchObject({kept: [], service: 'reachable', sending: false});
    expect([...getPointsView().sent].sort()).toEqual([`${ID}1`, `${ID}2`]);
  });

  it('stay while the network is off, and go once when it is back', async () => {
    const {startPoints, keepPoint, sendPoints, getPointsView} = await load();
    down = true;
    startPoints();
    await keepPoint(make(1));
    await keepPoint(make(2));
    await sendPoints();
    expect(getPointsView()).toMatchObject({service: 'unreachable', sent: new Set()});
    expect(getPointsView().kept.map(({point}) => point)).toEqual([make(1), make(2)]);
    down = false;
    window.dispatchEvent(new Event('online'));
    await sendPoints();
    await sendPoints();
    expect(posted).toEqual([make(1), make(2)]);
    expect(getPointsView().kept).toEqual([]);
  });

  it('are sent again under the same id when the answer was lost', async () => {
    const {keepPoint, sendPoints, getPointsView} = await load();
    service = () => new TypeError('Connection lost');
    await keepPoint(make(1));
    await sendPoints();
    expect(getPointsView().kept).toHaveLength(1);
    service = ({id}) => json(200, {id, outcome: 'already-there', receivedAt: '2026-11-22T11:00:01.000Z'});
    await sendPoints();
    expect(new Set(posted.map((point) => JSON.stringify(point))).size).toBe(1);
    expect(getPointsView()).toMatchObject({kept: [], sent: new Set([`${ID}1`])});
  });

  it.each([500, 503, 429])('stay when the service answers %i', async (status) => {
    const {keepPoint, sendPoints, getPointsView} = await load();
    service = () => json(status, {}, {'retry-after': '900'});
    await keepPoint(make(1));
    await sendPoints();
    expect(getPointsView().kept[0]).toMatchObject({refused: null});
    expect(getPointsView().service).toBe('unreachable');
  });

  it('that are refused stay with the reason, hold nothing else up, and can be tried again', async () => {
    const {keepPoint, sendPoints, retryPoints, getPointsView, dropPoint} = await load();
    service = ({id}) => (id === `${ID}1` ? json(409, {type: 'x', title: 'x', status: 409, detail: 'Something else has this id.'}) : json(201, {}));
    await keepPoint(make(1));
    await keepPoint(make(2));
    await sendPoints();
    await sendPoints();
    expect(posted.filter(({id}) => id === `${ID}1`)).toHaveLength(1);
    expect(getPointsView().kept).toMatchObject([{point: {id: `${ID}1`}, refused: 'Something else has this id.'}]);
    await retryPoints();
    expect(posted.filter(({id}) => id === `${ID}1`)).toHaveLength(2);
    await dropPoint(`${ID}1`);
    expect(getPointsView().kept).toEqual([]);
  });

  it('whose sender wants to be asked wait for that person, and the others do not wait for them', async () => {
    const {startPoints, keepPoint, sendPoints, refreshSession, getPointsView} = await load();
    startPoints();
    await keepPoint(make(1, {askId: 'ann'}));
    await keepPoint(make(2));
    await sendPoints();
    expect(posted.map(({id}) => id)).toEqual([`${ID}2`]);
    person = 'bob';
    await refreshSession();
    await sendPoints();
    expect(posted).toHaveLength(1);
    person = 'ann';
    await refreshSession();
    await sendPoints();
    expect(posted.map(({id}) => id)).toEqual([`${ID}2`, `${ID}1`]);
    expect(getPointsView().kept).toEqual([]);
  });

  it('stay on a copy of the site without a service, which says so', async () => {
    const {keepPoint, sendPoints, getPointsView} = await load();
    vi.stubGlobal('fetch', () => Promise.resolve(new Response('<html>Not found</html>', {status: 404, headers: {'content-type': 'text/html'}})));
    await keepPoint(make(1));
    await sendPoints();
    expect(getPointsView()).toMatchObject({service: 'no-service'});
    expect(getPointsView().kept).toHaveLength(1);
  });

  it('are sent once when asked many times at once', async () => {
    const {keepPoint, sendPoints} = await load();
    await keepPoint(make(1));
    await Promise.all([sendPoints(), sendPoints(), sendPoints()]);
    expect(posted).toHaveLength(1);
  });
});
