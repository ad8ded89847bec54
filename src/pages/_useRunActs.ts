import {useRef, useState} from 'react';
import {callService} from '#browser/api.ts';
import type {Reply} from '#browser/api.ts';
import {newRecordId} from '#browser/clock.ts';
import type {FieldError} from '#components/account/loaded.ts';
import type {RunActs, Said} from '#components/cohorts/CohortView.tsx';
import type {SessionWanted} from '#components/cohorts/SessionForm.tsx';
import type {MessageReceipt, SessionReceipt} from '#core/runs/api.ts';
import {toErrors} from './_reply.ts';

const SESSION_FIELDS = ['title', 'day', 'from', 'to', 'place', 'instructions'];

const people = (count: number): string => (count === 1 ? '1 person gets' : `${count} people get`);
const mailed = (told: number): string => (told === 0 ? 'Nobody gets an e-mail.' : `${people(told)} an e-mail.`);

/** What came of a session that was saved, in words. */
const saved = (start: string, {note, told}: SessionReceipt): string => [start, note, mailed(told)].filter((each) => each !== null).join(' ');

interface Done {
  in: Said['in'];
  words: string;
}

/**
 * What a trainer can do with a run: each act asks the service, fetches the run anew, and says in its part of the page what was done.
 * `leave` is called when the reader took themselves off the run.
 */
export function useRunActs(id: string, self: string, refresh: () => Promise<boolean>, leave: () => void): {acts: RunActs; said: Said; say: (said: Said) => void} {
  const [said, say] = useState<Said>({in: '', words: ''});
  // One id for one thing sent, so that a second press after a lost answer makes nothing twice.
  const ids = useRef(new Map<string, string>());
  const path = `/api/cohorts/${encodeURIComponent(id)}` as const;

  const finish = async <T>(reply: Reply<T>, fields: readonly string[], doneOf: (value: T) => Done): Promise<readonly FieldError[]> => {
    if (reply.kind === 'ok') {
      const isShown = await refresh();
      const done = doneOf(reply.value);
      say({in: done.in, words: isShown ? done.words : `${done.words} We cannot show it now; look again in a minute.`});
    }
    return toErrors(reply, fields);
  };
  const sendOnce = async <T>(part: 'sessions' | 'messages', body: object, fields: readonly string[], doneOf: (value: T) => Done): Promise<readonly FieldError[]> => {
    const same = JSON.stringify([part, body]);
    const known = ids.current.get(same) ?? newRecordId();
    ids.current.set(same, known);
    const reply = await callService<T>('POST', `${path}/${part}`, {id: known, ...body});
    if (reply.kind === 'ok' || reply.kind === 'refused') ids.current.delete(same);
    return finish(reply, fields, doneOf);
  };
  const bodyOf = ({fields, tellEverybody}: SessionWanted) => ({...fields, tellEverybody});

  const acts: RunActs = {
    addSession: (wanted) => sendOnce<SessionReceipt>('sessions', bodyOf(wanted), SESSION_FIELDS, (receipt) => ({in: 'sessions', words: saved('The session is added.', receipt)})),
    changeSession: async ({id: sessionId, revision}, wanted) => finish(
      await callService<SessionReceipt>('PUT', `${path}/sessions/${sessionId}`, {revision, ...bodyOf(wanted)}), SESSION_FIELDS, (receipt) => ({in: 'sessions', words: saved('The session is saved.', receipt)}),
    ),
    cancelSession: async ({id: sessionId, revision}, reason, tellEverybody) => finish(
      await callService<SessionReceipt>('POST', `${path}/sessions/${sessionId}/cancellation`, {revision, reason, tellEverybody}), ['reason'], ({told}) => ({in: 'sessions', words: `The session is cancelled. ${mailed(told)}`}),
    ),
    decide: async ({personId, state, name}, to, reason) => finish(
      await callService('PUT', `${path}/bookings/${personId}`, {from: state, to, reason}), ['reason'],
      () => ({in: 'asked', words: `${name}: ${to === 'confirmed' ? 'the place is confirmed.' : to === 'waiting' ? 'now on the waiting list.' : 'the booking is cancelled.'} They get an e-mail.`}),
    ),
    cancelMember: async (personId, reason) => finish(
      await callService('PUT', `${path}/bookings/${personId}`, {from: 'confirmed', to: 'cancelled', reason}), ['reason'], () => ({in: 'asked', words: 'The booking is cancelled. It is under “Cancelled bookings” now.'}),
    ),
    addTrainer: async (email) => finish(await callService('POST', `${path}/trainers`, {email}), ['email'], () => ({in: 'trainers', words: `${email} now runs this course run with you.`})),
    removeTrainer: async ({id: trainerId, displayName, email}) => {
      const reply = await callService('DELETE', `${path}/trainers/${trainerId}`);
      if (reply.kind === 'ok' && trainerId === self) {
        leave();
        return [];
      }
      return finish(reply, [], () => ({in: 'trainers', words: `${displayName ?? email} no longer runs this course run.`}));
    },
    sendMessage: (message) => sendOnce<MessageReceipt>('messages', message, ['subject', 'text'], ({recipients, left}) => ({in: 'message', words: `Sent: ${people(recipients)} it. You can send ${left} more today.`})),
    changeRun: async (change) => finish(await callService('PATCH', path, change), ['title', 'capacity'], () => ({in: 'settings', words: 'The run is saved.'})),
    cancelRun: async (reason) => finish(await callService('POST', `${path}/cancellation`, {reason}), ['reason'], () => ({in: 'settings', words: 'The run is cancelled.'})),
  };
  return {acts, said, say};
}
