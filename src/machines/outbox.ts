import {assign, createActor, setup} from 'xstate';
import type {ActorRefFrom} from 'xstate';
import {isSendable, waitAfter} from '#core/records/outbox.ts';
import type {OutboxItem} from '#core/records/outbox.ts';

/** What became of a request, as far as the outbox cares. `detail` is the service's own sentence. */
export type OutboxReply =
  | {kind: 'ok'}
  | {kind: 'refused'; status: number; detail: string}
  | {kind: 'unreachable'; retryAfterSeconds: number | null}
  | {kind: 'no-service'};

export interface OutboxContext {
  items: OutboxItem[];
  /** Who the service says is signed in, asked before each round. */
  personId: string | null;
  sendingId: string | null;
  /** Tries in a row that found no service. */
  failures: number;
  /** When to try again, in milliseconds since 1970. */
  retryAt: number | null;
  lastError: string | null;
}

export type OutboxEvent =
  /** The device's storage was read. */
  | {type: 'items.read'; items: OutboxItem[]}
  /** Something to send, a network that came back, a timer that ran out, a person who pressed the button. */
  | {type: 'send.asked'}
  | {type: 'person.found'; personId: string | null}
  /** `now` in milliseconds since 1970; `random` from 0 up to 1. The machine has neither clock nor dice. */
  | {type: 'reply.received'; reply: OutboxReply; now: number; random: number};

/** Answers that say "not now" rather than "not this". */
const TRY_LATER = new Set([408, 425]);
const OUT_OF_REACH = 'The record service cannot be reached just now.';
const NO_SERVICE = 'This copy of the site has no record service, so nothing can be sent from it.';

const replyOf = (event: OutboxEvent): OutboxReply | null => (event.type === 'reply.received' ? event.reply : null);
const nextOf = ({items, personId}: OutboxContext): OutboxItem | undefined =>
  items.filter((item) => isSendable(item, personId)).sort((a, b) => (a.id < b.id ? -1 : 1))[0];

/**
 * Decides what the outbox does next and what each reply means. It sends nothing itself: in `checking` the driver asks who is
 * signed in, in `sending` it posts the record `sendingId`, in `waiting` it comes back at `retryAt`. It never drops a record.
 */
export const outboxMachine = setup({
  types: {context: {} as OutboxContext, events: {} as OutboxEvent},
  guards: {
    hasWaiting: ({context}) => context.items.some((item) => item.state === 'waiting'),
    hasNext: ({context}) => nextOf(context) !== undefined,
    isNobody: ({context}) => context.personId === null,
    isNobodyFound: ({event}) => event.type === 'person.found' && event.personId === null,
    isOk: ({event}) => replyOf(event)?.kind === 'ok',
    isNoService: ({event}) => replyOf(event)?.kind === 'no-service',
    needsSignIn: ({event}) => { const reply = replyOf(event); return reply?.kind === 'refused' && reply.status === 401; },
    isRefused: ({event}) => { const reply = replyOf(event); return reply?.kind === 'refused' && !TRY_LATER.has(reply.status); },
  },
  actions: {
    keepItems: assign(({event}) => (event.type === 'items.read' ? {items: event.items} : {})),
    keepPerson: assign(({event}) => (event.type === 'person.found' ? {personId: event.personId, failures: 0, retryAt: null, lastError: null} : {})),
    forgetPerson: assign({personId: null}),
    chooseNext: assign(({context}) => ({sendingId: nextOf(context)?.id ?? null})),
    chooseNone: assign({sendingId: null}),
    markSent: assign(({context}) => ({
      failures: 0, retryAt: null, lastError: null,
      items: context.items.map((item) => (item.id === context.sendingId ? {...item, state: 'sent' as const, reason: null, tries: item.tries + 1} : item)),
    })),
    setAside: assign(({context, event}) => {
      const reply = replyOf(event);
      const reason = reply?.kind === 'refused' ? reply.detail : null;
      return {
        failures: 0, retryAt: null,
        items: context.items.map((item) => (item.id === context.sendingId ? {...item, state: 'set-aside' as const, reason, tries: item.tries + 1} : item)),
      };
    }),
    waitLonger: assign(({context, event}) => {
      if (event.type !== 'reply.received') return {};
      const failures = context.failures + 1;
      const retryAfter = event.reply.kind === 'unreachable' ? event.reply.retryAfterSeconds : null;
      return {
        failures, lastError: OUT_OF_REACH, retryAt: event.now + waitAfter(failures, event.random, retryAfter),
        items: context.items.map((item) => (item.id === context.sendingId ? {...item, tries: item.tries + 1} : item)),
      };
    }),
    sayNoService: assign({lastError: NO_SERVICE, retryAt: null}),
  },
}).createMachine({
  id: 'outbox',
  context: {items: [], personId: null, sendingId: null, failures: 0, retryAt: null, lastError: null},
  initial: 'resting',
  on: {'items.read': {actions: 'keepItems'}},
  states: {
    resting: {entry: 'chooseNone', on: {'send.asked': {guard: 'hasWaiting', target: 'checking'}}},
    checking: {
      entry: 'chooseNone',
      on: {
        'person.found': [
          {guard: 'isNobodyFound', actions: 'keepPerson', target: 'needingSignIn'},
          {actions: 'keepPerson', target: 'choosing'},
        ],
        'reply.received': [
          {guard: 'isNoService', target: 'withoutService'},
          {actions: 'waitLonger', target: 'waiting'},
        ],
      },
    },
    choosing: {always: [{guard: 'hasNext', target: 'sending'}, {target: 'resting'}]},
    sending: {
      entry: 'chooseNext',
      on: {
        'reply.received': [
          {guard: 'isOk', actions: 'markSent', target: 'choosing'},
          {guard: 'isNoService', target: 'withoutService'},
          {guard: 'needsSignIn', actions: 'forgetPerson', target: 'needingSignIn'},
          {guard: 'isRefused', actions: 'setAside', target: 'choosing'},
          {actions: 'waitLonger', target: 'waiting'},
        ],
      },
    },
    waiting: {entry: 'chooseNone', on: {'send.asked': 'checking'}},
    needingSignIn: {entry: 'chooseNone', on: {'send.asked': {guard: 'hasWaiting', target: 'checking'}}},
    withoutService: {entry: ['chooseNone', 'sayNoService'], on: {'send.asked': {guard: 'hasWaiting', target: 'checking'}}},
  },
});

/** Starts the machine for the driver in `browser/outbox.ts`. */
export function startOutboxMachine(): ActorRefFrom<typeof outboxMachine> {
  return createActor(outboxMachine).start();
}
