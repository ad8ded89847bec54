import {describe, expect, it} from 'vitest';
import {createActor} from 'xstate';
import {getShortestPaths} from 'xstate/graph';
import type {LiveQuestion, LiveSession} from '#core/live/api.ts';
import {liveQuestion} from '#machines/liveQuestion.ts';
import type {LiveEvent} from '#machines/liveQuestion.ts';

const QUESTION: LiveQuestion = {id: 'q', type: 'true-false', stem: 'Example', options: [{id: 'true', text: 'True'}, {id: 'false', text: 'False'}]};
const session = (revision: number): LiveSession => ({id: 's', code: 'C7K4', courseId: 'c', state: 'open', revision, question: QUESTION, answered: 0, results: null});
const START: LiveEvent = {type: 'command.given', command: {kind: 'start', courseId: 'c', question: QUESTION}};
const CLOSE: LiveEvent = {type: 'command.given', command: {kind: 'set', state: 'closed'}};
const END: LiveEvent = {type: 'command.given', command: {kind: 'end'}};
const read = (value: LiveSession | null): LiveEvent => ({type: 'session.read', session: value});
const done = (value: LiveSession | null): LiveEvent => ({type: 'command.done', session: value});
const MISSED: LiveEvent = {type: 'command.missed', now: '2026-11-22T10:00:00.000Z'};
const AWAY: LiveEvent = {type: 'service.missed', now: '2026-11-22T10:00:00.000Z'};
const REFUSED: LiveEvent = {type: 'command.refused', sentence: 'Not now.'};

function after(...events: LiveEvent[]) {
  const actor = createActor(liveQuestion).start();
  for (const event of events) actor.send(event);
  return actor.getSnapshot();
}

describe('a live question on the trainer’s side', () => {
  it('has a session in `running` and none in `none`, on every path', () => {
    const events = [read(null), read(session(1)), AWAY, START, CLOSE, END, done(session(2)), done(null), REFUSED, MISSED];
    const paths = getShortestPaths(liveQuestion, {events, limit: 20_000});
    expect(new Set(paths.map(({state}) => state.value))).toEqual(new Set(['looking', 'none', 'running', 'sending']));
    for (const {state} of paths) {
      if (state.value === 'running') expect(state.context.session).not.toBeNull();
      if (state.value === 'none' || state.value === 'looking') expect(state.context.session).toBeNull();
      expect(state.context.command === null).toBe(state.value !== 'sending');
    }
  });

  it('finds the running one again when the page opens', () => {
    expect(after(read(session(3)))).toMatchObject({value: 'running', context: {session: {revision: 3}}});
  });

  it('keeps showing what it last knew, and since when, while the service is away', () => {
    const away = after(read(session(3)), AWAY, {...AWAY, now: '2026-11-22T10:05:00.000Z'});
    expect(away).toMatchObject({value: 'running', context: {session: {revision: 3}, awaySince: '2026-11-22T10:00:00.000Z'}});
    expect(after(read(session(3)), AWAY, read(session(3))).context.awaySince).toBeNull();
  });

  it('says that a press did not arrive, and takes it again', () => {
    const missed = after(read(session(1)), CLOSE, MISSED);
    expect(missed.value).toBe('running');
    expect(missed.context.note).toMatch(/did not reach the service/);
    expect(after(read(session(1)), CLOSE, MISSED, CLOSE, done(session(2)))).toMatchObject({value: 'running', context: {note: '', awaySince: null, session: {revision: 2}}});
  });

  it('gives the service’s own sentence when it refuses', () => {
    expect(after(read(null), START, REFUSED)).toMatchObject({value: 'none', context: {note: 'Not now.'}});
  });

  it('takes no older state for news, and says when it has ended elsewhere', () => {
    expect(after(read(session(5)), read(session(4))).context.session?.revision).toBe(5);
    const ended = after(read(session(5)), read(null));
    expect(ended).toMatchObject({value: 'none', context: {session: null}});
    expect(ended.context.note).toMatch(/has ended/);
  });

  it('sends one command at a time', () => {
    expect(after(read(session(1)), CLOSE, END).context.command).toEqual({kind: 'set', state: 'closed'});
    expect(after(read(session(1)), START).value).toBe('running');
    expect(after(read(session(1)), END, done(null))).toMatchObject({value: 'none', context: {session: null, note: ''}});
  });
});
