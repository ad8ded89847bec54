import {assign, setup} from 'xstate';
import type {OnWall} from '#core/courses/wall.ts';

export interface ProjectionInput {
  /** The course that the notes are for. */
  course: string;
  /** How many parts its session has. */
  parts: number;
}

interface ProjectionContext extends ProjectionInput {
  /** What the wall shows, or showed last. */
  shown: OnWall | null;
  /** The part that the notes show, counted from 0. */
  part: number;
}

export type ProjectionEvent =
  /** The wall said what it shows. `part`: the part it belongs to, counted from 0; null for none. */
  | {type: 'wall.shown'; shown: OnWall; part: number | null}
  /** The wall was asked, and nothing came back. */
  | {type: 'wall.missed'}
  /** The trainer turned to another part. */
  | {type: 'part.chosen'; part: number};

/**
 * The trainer's notes beside the big screen. While the screen is open the notes follow it; without it they are a script to turn by hand.
 * Turning to a part while the screen is open changes nothing here: the screen is told, moves, and says so.
 */
export const projection = setup({
  types: {input: {} as ProjectionInput, context: {} as ProjectionContext, events: {} as ProjectionEvent},
  guards: {
    isThisCourse: ({context, event}) => event.type === 'wall.shown' && event.shown.course === context.course,
    isPart: ({context, event}) => event.type === 'part.chosen' && Number.isInteger(event.part) && event.part >= 0 && event.part < context.parts,
  },
  actions: {
    follow: assign(({context, event}) => (event.type === 'wall.shown'
      ? {shown: event.shown, part: event.part !== null && event.part < context.parts ? event.part : context.part} : {})),
    turn: assign(({event}) => (event.type === 'part.chosen' ? {part: event.part} : {})),
  },
}).createMachine({
  id: 'projection',
  context: ({input}) => ({...input, shown: null, part: 0}),
  initial: 'looking',
  on: {'wall.shown': {guard: 'isThisCourse', actions: 'follow', target: '.open'}},
  states: {
    looking: {on: {'wall.missed': 'closed', 'part.chosen': {guard: 'isPart', actions: 'turn'}}},
    open: {on: {'wall.missed': 'closed'}},
    closed: {on: {'part.chosen': {guard: 'isPart', actions: 'turn'}}},
  },
});
