import {useMachine} from '@xstate/react';
import {useEffect, useRef} from 'react';
import {newRecordId, now} from '#browser/clock.ts';
import {askLive, keepAsking} from '#browser/live.ts';
import type {Asking, LiveReply} from '#browser/live.ts';
import {refreshSession} from '#browser/session.ts';
import type {LiveSession} from '#core/live/api.ts';
import {liveQuestion} from '#machines/liveQuestion.ts';
import type {LiveCommand, LiveContext} from '#machines/liveQuestion.ts';

const NO_SERVICE = 'This copy of the site has no record service, so phones cannot answer. Count hands instead.';

async function perform(command: LiveCommand, session: LiveSession | null, newId: string): Promise<LiveReply<LiveSession | null>> {
  if (command.kind === 'start') {
    const started = await askLive<LiveSession>('POST', '/api/live', {body: {id: newId, courseId: command.courseId}});
    if (started.kind !== 'ok') return started;
    const {id, revision} = started.value;
    return askLive('PUT', `/api/live/${id}/question`, {body: {revision, question: command.question}});
  }
  const {id, revision} = session ?? {id: '', revision: 0};
  switch (command.kind) {
    case 'ask': return askLive('PUT', `/api/live/${id}/question`, {body: {revision, question: command.question}});
    case 'set': return askLive('PUT', `/api/live/${id}/state`, {body: {revision, state: command.state}});
    case 'end': {
      const reply = await askLive<undefined>('DELETE', `/api/live/${id}`);
      return reply.kind === 'ok' ? {...reply, value: null} : reply;
    }
  }
}

export interface Live {
  context: LiveContext;
  /** Whether it is known by now if a live question runs. */
  isKnown: boolean;
  isBusy: boolean;
  command: (command: LiveCommand) => void;
}

/** The live question that the person signed in runs: read every two seconds while `isTrainer`, and changed by commands. */
export function useLive(isTrainer: boolean): Live {
  const [snapshot, send, actor] = useMachine(liveQuestion);
  const asking = useRef<Asking | null>(null);
  const etag = useRef<string | null>(null);
  // Counts commands: what was read before one tells nothing of how things stand after it.
  const turn = useRef(0);
  const isUnsure = useRef(false);
  // One id for one start, so that a second press after a lost answer starts no second one.
  const newId = useRef('');

  useEffect(() => {
    if (!isTrainer) return undefined;
    const look = async (): Promise<boolean> => {
      const {value} = actor.getSnapshot();
      if (value === 'sending' || (value === 'none' && !isUnsure.current)) return true;
      const mine = turn.current;
      const reply = await askLive<{session: LiveSession | null}>('GET', '/api/live', {etag: etag.current});
      if (mine !== turn.current) return true;
      if (reply.kind === 'refused' || reply.kind === 'no-service') void refreshSession();
      if (reply.kind !== 'ok' && reply.kind !== 'unchanged') {
        send({type: 'service.missed', now: now()});
        return false;
      }
      isUnsure.current = false;
      if (reply.kind === 'ok') etag.current = reply.etag;
      send({type: 'session.read', session: reply.kind === 'ok' ? reply.value.session : actor.getSnapshot().context.session});
      return true;
    };
    const mine = keepAsking(look);
    asking.current = mine;
    return () => mine.stop();
  }, [isTrainer, actor, send]);

  const command = (wanted: LiveCommand): void => {
    send({type: 'command.given', command: wanted});
    const {value, context} = actor.getSnapshot();
    if (value !== 'sending' || context.command !== wanted) return;
    turn.current += 1;
    etag.current = null;
    if (wanted.kind === 'start') newId.current ||= newRecordId();
    void perform(wanted, context.session, newId.current).then((reply) => {
      turn.current += 1;
      switch (reply.kind) {
        case 'ok':
          newId.current = '';
          return send({type: 'command.done', session: reply.value});
        case 'refused':
          newId.current = '';
          send({type: 'command.refused', sentence: reply.problem.detail});
          if (reply.status === 401) void refreshSession();
          // The service knows better how things stand.
          isUnsure.current = true;
          return asking.current?.now();
        case 'no-service': return send({type: 'command.refused', sentence: NO_SERVICE});
        default:
          // It may have arrived all the same.
          isUnsure.current = true;
          return send({type: 'command.missed', now: now()});
      }
    });
  };
  return {context: snapshot.context, isKnown: snapshot.value !== 'looking', isBusy: snapshot.value === 'sending', command};
}
