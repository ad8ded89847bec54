import {assign, setup} from 'xstate';
import {dealNext} from '#core/courses/skillsCheck.ts';
import type {CheckBank} from '#core/courses/skillsCheck.ts';
import {FEWEST_IN_SKILLS_CHECK} from '#core/quizzes/attempt.ts';
import type {DrawnItem, Responses} from '#core/quizzes/attempt.ts';
import {isAnswered} from '#core/quizzes/questions/index.ts';
import type {Response} from '#core/quizzes/questions/index.ts';
import type {VersionedQuestion} from '#core/quizzes/quiz.ts';

/** How far a check has come. With these three and its bank it goes on exactly where it was left. */
export interface CheckProgress {
  /** The questions asked, the open one included. */
  drawn: DrawnItem[];
  /** How many of them are over. One that is over and has no answer was not known. */
  index: number;
  responses: Responses;
}

export interface SkillsCheckInput extends CheckProgress {
  items: readonly VersionedQuestion[];
  bank: CheckBank;
}

export type SkillsCheckContext = SkillsCheckInput;

export type SkillsCheckEvent =
  | {type: 'answer.given'; itemId: string; response: Response}
  /** The learner says that they do not know. It counts as not right. */
  | {type: 'answer.unknown'; itemId: string}
  /** The learner has had enough of questions. */
  | {type: 'check.stopped'}
  /** Another tab went on with this check. */
  | {type: 'check.synced'; progress: CheckProgress}
  /** The record is made. */
  | {type: 'record.made'}
  /** Another tab handed this check in. */
  | {type: 'attempt.closed'};

/** The question that is open; undefined between questions and at the end. */
export function openQuestion({items, drawn, index}: SkillsCheckContext): VersionedQuestion | undefined {
  return items.find(({id}) => id === drawn[index]?.itemId);
}

/** Whether enough has been asked to end early. */
export function canStop({index}: Pick<CheckProgress, 'index'>): boolean {
  return index >= FEWEST_IN_SKILLS_CHECK;
}

/**
 * One skills check: a question at a time, chosen by the answers so far, and nothing said about any of them before the end. An answer
 * cannot be changed, since the next question depends on it.
 */
export const skillsCheck = setup({
  types: {input: {} as SkillsCheckInput, context: {} as SkillsCheckContext, events: {} as SkillsCheckEvent},
  guards: {
    isOpen: ({context}) => openQuestion(context) !== undefined,
    hasNext: ({context}) => dealNext(context.bank, context.items, context.drawn, context.responses) !== null,
    canStop: ({context}) => canStop(context),
    fits: ({context, event}) => {
      const question = openQuestion(context);
      return event.type === 'answer.given' && question?.id === event.itemId && isAnswered(question, event.response);
    },
    isOfOpen: ({context, event}) => event.type === 'answer.unknown' && openQuestion(context)?.id === event.itemId,
    isAhead: ({context, event}) => event.type === 'check.synced' && event.progress.index > context.index,
  },
  actions: {
    keepAnswer: assign(({context, event}) => (event.type === 'answer.given' ? {responses: {...context.responses, [event.itemId]: event.response}, index: context.index + 1} : {})),
    passOver: assign({index: ({context}) => context.index + 1}),
    askNext: assign(({context}) => {
      const next = dealNext(context.bank, context.items, context.drawn, context.responses);
      return next ? {drawn: [...context.drawn, next]} : {};
    }),
    leaveOpenOut: assign({drawn: ({context}) => context.drawn.slice(0, context.index)}),
    takeProgress: assign(({event}) => (event.type === 'check.synced' ? event.progress : {})),
  },
}).createMachine({
  id: 'skillsCheck',
  context: ({input}) => ({...input, index: Math.min(Math.max(0, input.index), input.drawn.length)}),
  initial: 'deciding',
  on: {'attempt.closed': '.handedIn'},
  states: {
    deciding: {
      always: [
        {guard: 'isOpen', target: 'asking'},
        {guard: 'hasNext', actions: 'askNext', target: 'asking'},
        {target: 'handingIn'},
      ],
    },
    asking: {
      on: {
        'answer.given': {guard: 'fits', actions: 'keepAnswer', target: 'deciding'},
        'answer.unknown': {guard: 'isOfOpen', actions: 'passOver', target: 'deciding'},
        'check.stopped': {guard: 'canStop', actions: 'leaveOpenOut', target: 'handingIn'},
        'check.synced': {guard: 'isAhead', actions: 'takeProgress', target: 'deciding'},
      },
    },
    handingIn: {on: {'record.made': 'handedIn'}},
    handedIn: {type: 'final'},
  },
});
