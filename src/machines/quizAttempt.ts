import {assign, setup} from 'xstate';
import type {Responses} from '#core/quizzes/attempt.ts';
import {isAnswered, isAnswerTo} from '#core/quizzes/questions/index.ts';
import type {PublicQuestion, Response} from '#core/quizzes/questions/index.ts';
import {tellsAtOnce} from '#core/quizzes/quiz.ts';
import type {StartedAttempt} from '#core/records/handIn.ts';

/** What an attempt needs of its quiz: a practice quiz with its answers, or the public view of an assessment. */
export interface AskedQuiz {
  items: (PublicQuestion & {version: string})[];
}

export interface AttemptInput<Q extends AskedQuiz = AskedQuiz> {
  quiz: Q;
  attempt: StartedAttempt;
  /** As stored: with these two an attempt goes on exactly where it was left. */
  responses?: Responses;
  index?: number;
  /** True when it was handed in before. */
  handedIn?: boolean;
}

export type AttemptContext = Required<AttemptInput>;

export type AttemptEvent =
  | {type: 'answer.given'; itemId: string; response: Response}
  | {type: 'question.next'}
  | {type: 'question.previous'}
  | {type: 'question.opened'; index: number}
  | {type: 'answers.reviewed'}
  /** The learner hands in. */
  | {type: 'attempt.handedIn'}
  /** The record is made; `responses` is what it holds, answers from other tabs included. */
  | {type: 'record.made'; responses: Responses}
  /** Another tab answered. */
  | {type: 'answers.synced'; responses: Responses}
  /** Another tab handed this attempt in. */
  | {type: 'attempt.closed'; responses: Responses};

/** The question drawn at a place (counted from 0), or undefined when the quiz does not hold it. */
export function questionAt({quiz, attempt}: Pick<AttemptContext, 'quiz' | 'attempt'>, index: number): AskedQuiz['items'][number] | undefined {
  const drawn = attempt.drawn[index];
  return drawn && quiz.items.find((item) => item.id === drawn.itemId);
}

/** True when the question at this place has been answered in full. */
export function isAnsweredAt(context: AttemptContext, index: number): boolean {
  const question = questionAt(context, index);
  return question !== undefined && isAnswered(question, context.responses[question.id]);
}

const firstOpen = (context: AttemptContext): number => context.attempt.drawn.findIndex((_, index) => !isAnsweredAt(context, index));
const isLast = ({attempt, index}: AttemptContext): boolean => index >= attempt.drawn.length - 1;
const responsesOf = (event: AttemptEvent): Responses => ('responses' in event ? event.responses : {});

/**
 * One attempt at a quiz. Practice: each answer is followed by its feedback, and the last one ends the attempt. Assessed: questions
 * may be answered in any order and changed until the attempt is handed in, also with questions left open. Trying again is a new attempt.
 */
export const quizAttempt = setup({
  types: {input: {} as AttemptInput, context: {} as AttemptContext, events: {} as AttemptEvent},
  guards: {
    wasHandedIn: ({context}) => context.handedIn,
    isPractice: ({context}) => tellsAtOnce(context.attempt.mode),
    isPracticeDone: ({context}) => tellsAtOnce(context.attempt.mode) && firstOpen(context) === -1,
    isPracticeAnswered: ({context}) => tellsAtOnce(context.attempt.mode) && isAnsweredAt(context, context.index),
    isAssessed: ({context}) => !tellsAtOnce(context.attempt.mode),
    isAssessedEnd: ({context}) => !tellsAtOnce(context.attempt.mode) && isLast(context),
    isNotLast: ({context}) => !isLast(context),
    isNotFirst: ({context}) => context.index > 0,
    fits: ({context, event}) => {
      if (event.type !== 'answer.given' || !context.attempt.drawn.some((item) => item.itemId === event.itemId)) return false;
      const question = context.quiz.items.find((item) => item.id === event.itemId);
      return question !== undefined && isAnswerTo(question, event.response);
    },
    isPlace: ({context, event}) => event.type === 'question.opened' && Number.isInteger(event.index) && event.index >= 0 && event.index < context.attempt.drawn.length,
  },
  actions: {
    keepResponse: assign(({context, event}) => (event.type === 'answer.given' ? {responses: {...context.responses, [event.itemId]: event.response}} : {})),
    mergeResponses: assign(({context, event}) => ({responses: {...context.responses, ...responsesOf(event)}})),
    takeResponses: assign(({event}) => ({responses: responsesOf(event), handedIn: true})),
    nextQuestion: assign({index: ({context}) => context.index + 1}),
    previousQuestion: assign({index: ({context}) => context.index - 1}),
    openQuestion: assign(({event}) => (event.type === 'question.opened' ? {index: event.index} : {})),
    openFirstUnanswered: assign({index: ({context}) => Math.max(0, firstOpen(context))}),
  },
}).createMachine({
  id: 'quizAttempt',
  context: ({input}) => ({
    quiz: input.quiz, attempt: input.attempt, responses: input.responses ?? {},
    index: Math.min(Math.max(0, input.index ?? 0), Math.max(0, input.attempt.drawn.length - 1)),
    handedIn: input.handedIn ?? false,
  }),
  initial: 'deciding',
  on: {
    'answers.synced': {actions: 'mergeResponses'},
    'attempt.closed': {actions: 'takeResponses', target: '.handedIn'},
  },
  states: {
    deciding: {
      always: [
        {guard: 'wasHandedIn', target: 'handedIn'},
        {guard: 'isPracticeDone', target: 'handingIn'},
        {guard: 'isPracticeAnswered', target: 'feedback'},
        {target: 'asking'},
      ],
    },
    asking: {
      on: {
        'answer.given': [
          {guard: 'fits', actions: 'keepResponse', target: 'deciding'},
        ],
        // In practice an answer comes first: the feedback is what the question is for.
        'question.next': [
          {guard: 'isAssessedEnd', target: 'reviewing'},
          {guard: 'isPractice'},
          {guard: 'isNotLast', actions: 'nextQuestion'},
        ],
        'question.previous': [{guard: 'isPractice'}, {guard: 'isNotFirst', actions: 'previousQuestion'}],
        'question.opened': [{guard: 'isPractice'}, {guard: 'isPlace', actions: 'openQuestion'}],
        'answers.reviewed': {guard: 'isAssessed', target: 'reviewing'},
      },
    },
    feedback: {
      on: {'question.next': {actions: 'openFirstUnanswered', target: 'deciding'}},
    },
    reviewing: {
      on: {
        'question.opened': {guard: 'isPlace', actions: 'openQuestion', target: 'asking'},
        'attempt.handedIn': 'handingIn',
      },
    },
    handingIn: {
      on: {'record.made': {actions: 'takeResponses', target: 'handedIn'}},
    },
    handedIn: {type: 'final'},
  },
});
