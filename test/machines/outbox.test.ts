import {describe, expect, it} from 'vitest';
import * as fc from 'fast-check';
import {createActor} from 'xstate';
import {getShortestPaths} from 'xstate/graph';
import {waitAfter} from '#core/records/outbox.ts';
import type {OutboxItem} from '#core/records/outbox.ts';
import {outboxMachine} from '#machines/outbox.ts';
import type {OutboxEvent, OutboxReply} from '#machines/outbox.ts';

const item = (id: string, owner: string | null = 'me', state: OutboxItem['state'] = 'waiting'): OutboxItem =>
  ({id, quizId: 'q', at: '2026-11-22T10:00:00.000Z', owner, state, reason: null, tries: 0});
const reply = (value: OutboxReply): OutboxEvent => ({type: 'reply.received', reply: value, now: 1_000_000, random: 0.5});
const OK = reply({kind: 'ok'});
const DOWN = reply({kind: 'unreachable', retryAfterSeconds: null});
const refused = (status: number) => reply({kind: 'refused', status, detail: `Refused with ${status}.`});

function start(items: OutboxItem[], events: OutboxEvent[] = []) {
  const actor = createActor(outboxMachine).start();
  actor.send({type: 'items.read', items});
  for (const event of events) actor.send(event);
  return actor;
}
const asked: OutboxEvent[] = [{type: 'send.asked'}, {type: 'person.found', personId: 'me'}];
const states = (actor: ReturnType<typeof start>) => Object.fromEntries(actor.getSnapshot().context.items.map(({id, state}) => [id, state]));

describe('the outbox', () => {
  it('sends what waits, oldest first, and rests', () => {
    const actor = start([item('b'), item('a')], asked);
    expect(actor.getSnapshot().context.sendingId).toBe('a');
    actor.send(OK);
    expect(actor.getSnapshot().context.sendingId).toBe('b');
    actor.send(OK);
    expect(actor.getSnapshot().value).toBe('resting');
    expect(states(actor)).toEqual({a: 'sent', b: 'sent'});
  });

  it('asks nothing of the service when nothing waits', () => {
    expect(start([item('a', 'me', 'sent')], [{type: 'send.asked'}]).getSnapshot().value).toBe('resting');
  });

  it('asks who is signed in before each round, and sends nothing under another person', () => {
    const actor = start([item('a', 'somebody-else'), item('b', null)], asked);
    expect(actor.getSnapshot().value).toBe('resting');
    expect(states(actor)).toEqual({a: 'waiting', b: 'waiting'});
  });

  it('waits for sign-in when nobody is signed in, and goes on afterwards', () => {
    const actor = start([item('a')], [{type: 'send.asked'}, {type: 'person.found', personId: null}]);
    expect(actor.getSnapshot().value).toBe('needingSignIn');
    for (const event of asked) actor.send(event);
    expect(actor.getSnapshot().context.sendingId).toBe('a');
  });

  it('keeps the record and asks to sign in when the session has ended (401)', () => {
    const actor = start([item('a')], [...asked, refused(401)]);
    expect(actor.getSnapshot().value).toBe('needingSignIn');
    expect(states(actor)).toEqual({a: 'waiting'});
  });

  it.each([400, 403, 404, 409, 413, 415, 422])('sets aside what is refused for good (%i), with the sentence, and sends the next', (status) => {
    const actor = start([item('a'), item('b')], [...asked, refused(status)]);
    expect(actor.getSnapshot().context.items[0]).toMatchObject({state: 'set-aside', reason: `Refused with ${status}.`});
    expect(actor.getSnapshot().context.sendingId).toBe('b');
    actor.send(OK);
    for (const event of asked) actor.send(event);
    expect(actor.getSnapshot().value).toBe('resting');
  });

  it.each([['no answer', DOWN], ['408', refused(408)], ['425', refused(425)]] as const)('waits and tries the same record again after %s', (_, event) => {
    const actor = start([item('a')], [...asked, event]);
    expect(actor.getSnapshot().value).toBe('waiting');
    expect(actor.getSnapshot().context.retryAt).toBeGreaterThan(1_000_000);
    for (const next of asked) actor.send(next);
    expect(actor.getSnapshot().context.sendingId).toBe('a');
    actor.send(OK);
    expect(actor.getSnapshot().context).toMatchObject({failures: 0, retryAt: null, lastError: null});
  });

  it('waits as long as the service asked', () => {
    const actor = start([item('a')], [...asked, reply({kind: 'unreachable', retryAfterSeconds: 900})]);
    expect(actor.getSnapshot().context.retryAt).toBe(1_000_000 + 900_000);
  });

  it('says so where there is no record service, and keeps everything', () => {
    const actor = start([item('a')], [{type: 'send.asked'}, reply({kind: 'no-service'})]);
    expect(actor.getSnapshot().value).toBe('withoutService');
    expect(actor.getSnapshot().context.lastError).toContain('no record service');
    expect(states(actor)).toEqual({a: 'waiting'});
  });

  it('takes in records made while it was busy', () => {
    const actor = start([item('a')], asked);
    actor.send({type: 'items.read', items: [item('a'), item('b')]});
    actor.send(OK);
    expect(actor.getSnapshot().context.sendingId).toBe('b');
  });
});

describe('every path of the outbox', () => {
  const base = createActor(outboxMachine).start();
  base.send({type: 'items.read', items: [item('a'), item('b', 'somebody-else'), item('c', null), item('d')]});
  const paths = getShortestPaths(outboxMachine, {
    fromState: base.getSnapshot(),
    events: [...asked, {type: 'person.found', personId: null}, OK, DOWN, refused(401), refused(409), reply({kind: 'no-service'})],
    serializeState: (state) => JSON.stringify([state.value, state.context.items.map((each) => each.state)]),
  });

  it('is walked', () => {
    expect(paths.length).toBeGreaterThan(20);
  });

  it('keeps every record, sent only after a yes and set aside only after a no', () => {
    for (const path of paths) {
      const {items} = path.state.context;
      expect(items.map(({id}) => id)).toEqual(['a', 'b', 'c', 'd']);
      expect(items.filter(({owner}) => owner !== 'me').every(({state}) => state === 'waiting')).toBe(true);
      const count = (kind: string, status?: number) =>
        path.steps.filter(({event}) => event.type === 'reply.received' && event.reply.kind === kind && (!status || (event.reply.kind === 'refused' && event.reply.status === status))).length;
      expect(items.filter(({state}) => state === 'sent').length).toBeLessThanOrEqual(count('ok'));
      expect(items.filter(({state}) => state === 'set-aside').length).toBeLessThanOrEqual(count('refused', 409));
    }
  });

  it('ends with everything of this person sent once the service answers', () => {
    for (const path of paths) {
      const actor = createActor(outboxMachine, {snapshot: outboxMachine.getPersistedSnapshot(path.state)}).start();
      for (let round = 0; round < 4; round += 1) for (const event of [...asked, OK]) actor.send(event);
      expect(actor.getSnapshot().context.items.some((each) => each.owner === 'me' && each.state === 'waiting')).toBe(false);
    }
  });
});

describe('the wait between tries', () => {
  it('grows and stops growing at five minutes', () => {
    expect([1, 2, 3, 10, 1000].map((failures) => waitAfter(failures, 1, null))).toEqual([5000, 10_000, 20_000, 300_000, 300_000]);
  });

  it('is never under half, never over the cap, and never sooner than asked', () => {
    fc.assert(fc.property(fc.nat(10_000), fc.double({min: 0, max: 1, maxExcluded: true, noNaN: true}), fc.option(fc.nat(3600)), (failures, random, asked) => {
      const wait = waitAfter(failures, random, asked);
      expect(wait).toBeGreaterThanOrEqual(Math.max(2500, (asked ?? 0) * 1000));
      expect(wait).toBeLessThanOrEqual(Math.max(300_000, (asked ?? 0) * 1000));
    }));
  });
});
