import {assign, setup} from 'xstate';
import type {LiveQuestion, LiveSession, SettableState} from '#core/live/api.ts';

/** What a trainer asks of the service. */
export type LiveCommand =
  | {kind: 'start'; courseId: string; question: LiveQuestion}
  | {kind: 'ask'; question: LiveQuestion}
  | {kind: 'set'; state: SettableState}
  | {kind: 'end'};

export interface LiveContext {
  /** The live question as the service last told it. */
  session: LiveSession | null;
  /** The command under way. */
  command: LiveCommand | null;
  /** Since when the service has not answered (ISO 8601); null while it does. */
  awaySince: string | null;
  /** What the trainer must know about their last command. Empty: nothing. */
  note: string;
}

export type LiveEvent =
  /** The service was asked how things stand. `now` as ISO 8601: the machine has no clock. */
  | {type: 'session.read'; session: LiveSession | null}
  | {type: 'service.missed'; now: string}
  | {type: 'command.given'; command: LiveCommand}
  /** The service did it; this is how things stand now. */
  | {type: 'command.done'; session: LiveSession | null}
  | {type: 'command.refused'; sentence: string}
  | {type: 'command.missed'; now: string};

const MISSED = 'That did not reach the service. Press it again when the connection is back, or count hands instead.';
const ENDED = 'This live question has ended: somebody ended it, or it is older than 12 hours. Its answers are deleted.';

/** Whether the event tells something older than what is known: answers may overtake each other. */
function isOlder(known: LiveSession | null, told: LiveSession | null): boolean {
  return known !== null && told !== null && known.id === told.id && told.revision < known.revision;
}

/**
 * The trainer's side of a live question. It asks nothing of the service itself: in every state the driver reads how things stand, and
 * in `sending` it carries out `command`. What was last known stays on the screen while the service is away.
 */
export const liveQuestion = setup({
  types: {context: {} as LiveContext, events: {} as LiveEvent},
  guards: {
    hasSession: ({context}) => context.session !== null,
    isOld: ({context, event}) => event.type === 'session.read' && isOlder(context.session, event.session),
    isThere: ({event}) => 'session' in event && event.session !== null,
    isStart: ({event}) => event.type === 'command.given' && event.command.kind === 'start',
    isForSession: ({event}) => event.type === 'command.given' && event.command.kind !== 'start',
  },
  actions: {
    keepSession: assign(({event}) => ('session' in event ? {session: event.session, awaySince: null} : {})),
    keepCommand: assign(({event}) => (event.type === 'command.given' ? {command: event.command, note: ''} : {})),
    dropCommand: assign({command: null}),
    noteAway: assign(({context, event}) => ('now' in event ? {awaySince: context.awaySince ?? event.now} : {})),
    noteMissed: assign({note: MISSED}),
    noteEnded: assign({note: ENDED}),
    noteRefused: assign(({event}) => (event.type === 'command.refused' ? {note: event.sentence, awaySince: null} : {})),
  },
}).createMachine({
  id: 'liveQuestion',
  context: {session: null, command: null, awaySince: null, note: ''},
  initial: 'looking',
  on: {'service.missed': {actions: 'noteAway'}},
  states: {
    looking: {
      on: {'session.read': [{guard: 'isThere', actions: 'keepSession', target: 'running'}, {actions: 'keepSession', target: 'none'}]},
    },
    none: {
      on: {
        'session.read': [{guard: 'isThere', actions: 'keepSession', target: 'running'}, {actions: 'keepSession'}],
        'command.given': {guard: 'isStart', actions: 'keepCommand', target: 'sending'},
      },
    },
    running: {
      on: {
        'session.read': [
          {guard: 'isOld'},
          {guard: 'isThere', actions: 'keepSession'},
          {actions: ['keepSession', 'noteEnded'], target: 'none'},
        ],
        'command.given': {guard: 'isForSession', actions: 'keepCommand', target: 'sending'},
      },
    },
    // What is read meanwhile may be from before the command, so only the command's own outcome counts here.
    sending: {
      exit: 'dropCommand',
      on: {
        'command.done': {actions: 'keepSession', target: 'settling'},
        'command.refused': {actions: 'noteRefused', target: 'settling'},
        'command.missed': {actions: ['noteAway', 'noteMissed'], target: 'settling'},
      },
    },
    settling: {always: [{guard: 'hasSession', target: 'running'}, {target: 'none'}]},
  },
});
