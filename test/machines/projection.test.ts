import {describe, expect, it} from 'vitest';
import {createActor} from 'xstate';
import {getShortestPaths} from 'xstate/graph';
import type {OnWall} from '#core/courses/wall.ts';
import {projection} from '#machines/projection.ts';
import type {ProjectionEvent} from '#machines/projection.ts';

const input = {course: 'intro', parts: 3};
const shown = (part: number, course = 'intro'): OnWall => ({course, lesson: null, part: part + 1, title: `Part ${part + 1}`, at: 1, of: 1});
const EVENTS: ProjectionEvent[] = [
  {type: 'wall.shown', shown: shown(1), part: 1}, {type: 'wall.shown', shown: shown(2), part: 2}, {type: 'wall.shown', shown: shown(0, 'other'), part: 0},
  {type: 'wall.missed'}, {type: 'part.chosen', part: 2}, {type: 'part.chosen', part: 3}, {type: 'part.chosen', part: -1},
];
const paths = getShortestPaths(projection, {input, events: EVENTS, serializeState: (state) => JSON.stringify([state.value, state.context.part, state.context.shown?.title])});

describe('the trainer’s notes beside the big screen', () => {
  it('reach every state', () => {
    expect(new Set(paths.map(({state}) => state.value))).toEqual(new Set(['looking', 'open', 'closed']));
  });

  it('always show a part of this session, and nothing of another course', () => {
    for (const {state} of paths) {
      expect([0, 1, 2]).toContain(state.context.part);
      expect(state.context.shown?.course ?? 'intro').toBe('intro');
    }
  });

  it('follow the screen from everywhere, say when it is gone, and find it again', () => {
    for (const path of paths) {
      const actor = createActor(projection, {input}).start();
      for (const {event} of path.steps) if ((event.type as string) !== 'xstate.init') actor.send(event);
      actor.send({type: 'wall.shown', shown: shown(1), part: 1});
      expect(actor.getSnapshot()).toMatchObject({value: 'open', context: {part: 1, shown: shown(1)}});
      actor.send({type: 'wall.missed'});
      expect(actor.getSnapshot()).toMatchObject({value: 'closed', context: {part: 1}});
      actor.send({type: 'wall.shown', shown: shown(2), part: 2});
      expect(actor.getSnapshot().value).toBe('open');
    }
  });

  it('are turned by hand without the screen, and by the screen alone while it is open', () => {
    const actor = createActor(projection, {input}).start();
    actor.send({type: 'part.chosen', part: 2});
    expect(actor.getSnapshot().context.part).toBe(2);
    actor.send({type: 'wall.shown', shown: shown(1), part: 1});
    actor.send({type: 'part.chosen', part: 2});
    expect(actor.getSnapshot().context.part).toBe(1);
  });

  it('stay where they are while the screen shows the cover', () => {
    const actor = createActor(projection, {input}).start();
    actor.send({type: 'wall.shown', shown: shown(2), part: 2});
    actor.send({type: 'wall.shown', shown: shown(-1), part: null});
    expect(actor.getSnapshot().context).toMatchObject({part: 2, shown: {title: 'Part 0'}});
  });
});
