import {assign, initialTransition, setup, transition} from 'xstate';
import type {SnapshotFrom} from 'xstate';
import {isAnswer, sortAudiences} from '#core/methods/answers.ts';
import type {Brief, PartialBrief} from '#core/methods/brief.ts';
import {QUESTIONS} from '#core/methods/briefCode.ts';
import type {Answers, Question} from '#core/methods/briefCode.ts';
import {scopeGateOf} from '#core/methods/scopeGate.ts';
import type {Level} from '#core/methods/vocabulary.ts';

/** An answer: a question and a value that its field of the brief can hold. */
export type AnswerGiven = {[Q in Question]: {type: 'answer.given'; question: Q; value: NonNullable<Brief[Q]>}}[Question];

export type SelectorEvent =
  | AnswerGiven
  | {type: 'question.skipped'; question: Question}
  | {type: 'question.revisited'; question: Question}
  /** The person's own mix; null: back to the one recommended. */
  | {type: 'mix.changed'; ids: string[] | null}
  | {type: 'answers.cleared'};

interface Context {
  brief: PartialBrief;
  skipped: Question[];
  chosen: string[] | null;
}

type ToQuestion = {question: Question};

const isAnswered = ({brief, skipped}: Context, question: Question): boolean => brief[question] !== undefined || skipped.includes(question);

/** Takes a brief and an answer; gives the brief with it. A new answer overrules an earlier "not sure". */
function withAnswer({brief, skipped, chosen}: Context, {question, value}: AnswerGiven): Context {
  return {
    chosen,
    brief: {...brief, [question]: question === 'audience' ? sortAudiences(value) : value},
    skipped: skipped.filter((each) => each !== question),
  };
}

function withoutAnswer({brief, skipped, chosen}: Context, question: Question): Context {
  const rest = {...brief};
  delete rest[question];
  return {chosen, brief: rest, skipped: QUESTIONS.filter((each) => each === question || skipped.includes(each))};
}

/**
 * The method selector: one state per question, then the result or the gate. After each answer it goes to the first question that
 * has none, so a person who changes one answer is taken straight back to where they were.
 */
export const methodSelector = setup({
  types: {context: {} as Context, events: {} as SelectorEvent, input: {} as {level: Level | undefined}},
  guards: {
    fitsTheQuestion: ({event}) => event.type === 'answer.given' && QUESTIONS.includes(event.question) && isAnswer(event.question, event.value),
    isAQuestion: ({event}) => 'question' in event && QUESTIONS.includes(event.question),
    isUnanswered: ({context}, {question}: ToQuestion) => !isAnswered(context, question),
    asksFor: ({context, event}, {question}: ToQuestion) => event.type === 'question.revisited' && event.question === question && (
      scopeGateOf(context.brief) !== null || QUESTIONS.slice(0, QUESTIONS.indexOf(question)).every((each) => isAnswered(context, each))),
    isNotAConsultation: ({context}) => scopeGateOf(context.brief) !== null,
  },
  actions: {
    keepAnswer: assign(({context, event}) => event.type === 'answer.given' ? withAnswer(context, event) : context),
    forgetAnswer: assign(({context, event}) => event.type === 'question.skipped' ? withoutAnswer(context, event.question) : context),
    keepMix: assign(({context, event}) => event.type === 'mix.changed' ? {...context, chosen: event.ids} : context),
    forgetAll: assign({brief: {}, skipped: [], chosen: null}),
  },
}).createMachine({
  id: 'methodSelector',
  // The level is not asked for on screen; a link may carry it.
  context: ({input}) => ({brief: input.level === undefined ? {} : {level: input.level}, skipped: [], chosen: null}),
  initial: 'canChange',
  on: {
    'answer.given': {guard: 'fitsTheQuestion', actions: 'keepAnswer', target: '.deciding'},
    'question.skipped': {guard: 'isAQuestion', actions: 'forgetAnswer', target: '.deciding'},
    'question.revisited': QUESTIONS.map((question) => ({guard: {type: 'asksFor' as const, params: {question}}, target: `.${question}` as const})),
    'mix.changed': {actions: 'keepMix'},
    'answers.cleared': {actions: 'forgetAll', target: '.canChange'},
  },
  states: {
    deciding: {
      always: [
        {guard: 'isNotAConsultation', target: 'gate'},
        ...QUESTIONS.map((question) => ({guard: {type: 'isUnanswered' as const, params: {question}}, target: question})),
        {target: 'result'},
      ],
    },
    canChange: {}, duty: {}, decisionStage: {}, known: {}, purpose: {}, audience: {}, weeksAvailable: {}, budgetBand: {}, staffEffort: {}, sensitivity: {}, complexity: {}, geography: {}, numberAffected: {},
    gate: {},
    result: {},
  },
});

export type SelectorState = SnapshotFrom<typeof methodSelector>;

/** Where a state stands: a question, the result or the gate. */
export type Step = Question | 'result' | 'gate';

/** Takes a state; gives the step that is on screen. `deciding` is passed through at once and never seen. */
export function stepOf(state: SelectorState): Step {
  return state.value === 'deciding' ? 'result' : state.value;
}

/** Takes a state and an event; gives the next state. */
export function nextState(state: SelectorState, event: SelectorEvent): SelectorState {
  return transition(methodSelector, state, event)[0];
}

/**
 * Takes what an address says; gives the state by replaying the answers, so that rubbish or an old link reaches only states that a
 * person could reach. Without an open question, what is missing counts as "not sure" as long as the purpose is known.
 */
export function selectorFrom({brief, skipped, at, chosen}: Answers): SelectorState {
  const finished = at === null && (brief.purpose !== undefined || skipped.includes('purpose'));
  const events: SelectorEvent[] = QUESTIONS.flatMap((question): SelectorEvent[] => {
    const value = brief[question];
    if (value !== undefined) return [{type: 'answer.given', question, value} as AnswerGiven];
    return finished || skipped.includes(question) ? [{type: 'question.skipped', question}] : [];
  });
  if (chosen !== null) events.push({type: 'mix.changed', ids: chosen});
  if (at !== null) events.push({type: 'question.revisited', question: at});
  return events.reduce(nextState, initialTransition(methodSelector, {level: brief.level})[0]);
}

/** Takes a state; gives what its address must say. */
export function answersIn(state: SelectorState): Answers {
  const step = stepOf(state);
  return {...state.context, at: step === 'result' || step === 'gate' ? null : step};
}

/** Takes what is known; gives the brief to recommend on. Who is not sure of the purpose wants to find out what the question is. */
export function briefToRecommend({brief}: Pick<Answers, 'brief'>): Brief {
  return {...brief, purpose: brief.purpose ?? 'scope'};
}
