import {describe, expect, it} from 'vitest';
import {createActor} from 'xstate';
import {getShortestPaths} from 'xstate/graph';
import type {Responses} from '#core/quizzes/attempt.ts';
import type {StartedAttempt} from '#core/records/handIn.ts';
import {toLearningRecord} from '#core/records/handIn.ts';
import {LearningRecord} from '#core/records/learningRecord.ts';
import {isAnsweredAt, quizAttempt} from '#machines/quizAttempt.ts';
import type {AskedQuiz, AttemptEvent, AttemptInput} from '#machines/quizAttempt.ts';

const quiz: AskedQuiz = {
  items: [
    {type: 'single', id: 'one', version: 'v1', stem: 'One?', marks: 1, options: [{id: 'a', text: 'A'}, {id: 'b', text: 'B'}, {id: 'c', text: 'C'}]},
    {type: 'true-false', id: 'two', version: 'v1', stem: 'Two.', marks: 1},
    {type: 'order', id: 'three', version: 'v1', stem: 'Three?', marks: 1, options: [{id: 'a', text: 'A'}, {id: 'b', text: 'B'}, {id: 'c', text: 'C'}]},
  ],
};

const attempt = (mode: 'practice' | 'assessed'): StartedAttempt => ({
  id: '01932c07-209f-7000-8000-0123456789ab', quizId: 'sample', quizVersion: 'q1', mode, drawnBy: 'device', startedAt: '2026-11-22T10:00:00.000Z',
  drawn: [
    {itemId: 'three', itemVersion: 'v1', optionOrder: ['c', 'a', 'b']},
    {itemId: 'one', itemVersion: 'v1', optionOrder: ['b', 'c', 'a']},
    {itemId: 'two', itemVersion: 'v1', optionOrder: []},
  ],
});

const ANSWERS: Responses = {one: 'b', two: false, three: ['b', 'a', 'c']};
const given = (itemId: string): AttemptEvent => ({type: 'answer.given', itemId, response: ANSWERS[itemId] ?? ''});
const EVENTS: AttemptEvent[] = [
  given('one'), given('two'), given('three'), {type: 'question.next'}, {type: 'question.previous'}, {type: 'question.opened', index: 0},
  {type: 'question.opened', index: 2}, {type: 'answers.reviewed'}, {type: 'attempt.handedIn'},
];

function start(mode: 'practice' | 'assessed', stored: Partial<AttemptInput> = {}) {
  return createActor(quizAttempt, {input: {quiz, attempt: attempt(mode), ...stored}}).start();
}

/** Every way through the attempt, by its shortest path to each state and set of answers. */
function pathsOf(mode: 'practice' | 'assessed') {
  return getShortestPaths(quizAttempt, {
    input: {quiz, attempt: attempt(mode)},
    events: EVENTS,
    serializeState: (state) => JSON.stringify([state.value, state.context.index, Object.keys(state.context.responses).sort()]),
  });
}

describe.each(['practice', 'assessed'] as const)('every path of a %s attempt', (mode) => {
  const paths = pathsOf(mode);

  it('is walked', () => {
    expect(paths.length).toBeGreaterThan(mode === 'practice' ? 3 : 40);
  });

  it('keeps each answer that was taken, to its end', () => {
    for (const path of paths) {
      const actor = start(mode);
      const kept: Responses = {};
      for (const {event} of path.steps) {
        if ((event.type as string) === 'xstate.init') continue;
        const takes = event.type === 'answer.given' && actor.getSnapshot().can(event);
        actor.send(event);
        if (event.type === 'answer.given' && takes) kept[event.itemId] = event.response;
        expect(actor.getSnapshot().context.responses).toEqual(kept);
      }
    }
  });

  it('can go on to be handed in, with what was answered', () => {
    for (const path of paths) {
      const {responses, index} = path.state.context;
      const actor = start(mode, {responses, index});
      for (const event of mode === 'practice'
        ? [given('three'), {type: 'question.next'}, given('one'), {type: 'question.next'}, given('two')] as AttemptEvent[]
        : [{type: 'answers.reviewed'}, {type: 'attempt.handedIn'}] as AttemptEvent[]) actor.send(event);
      expect(actor.getSnapshot().value).toBe('handingIn');
      const before = actor.getSnapshot().context.responses;
      expect(before).toMatchObject(responses);
      actor.send({type: 'record.made', responses: before});
      expect(actor.getSnapshot().value).toBe('handedIn');
      const {context} = actor.getSnapshot();
      const record = LearningRecord.parse(toLearningRecord({...context.attempt, quiz: context.quiz}, context.responses, '2026-11-22T11:00:00.000Z'));
      expect(record.body.responses).toEqual(before);
      expect(record.body.drawn).toEqual(attempt(mode).drawn);
    }
  });

  it('resumes at the same question with the same options and answers', () => {
    for (const path of paths) {
      const {responses, index, attempt: started} = path.state.context;
      const stored = JSON.parse(JSON.stringify({responses, index, attempt: started})) as Partial<AttemptInput>;
      const resumed = start(mode, stored).getSnapshot();
      expect(resumed.context).toEqual(path.state.context);
      // The list of answers is looked at, not stored: who left it comes back to the question last open.
      if (path.state.value !== 'reviewing' && !(mode === 'assessed' && path.state.value === 'handingIn')) expect(resumed.value).toBe(path.state.value);
    }
  });
});

describe('a practice attempt', () => {
  it('gives feedback on each answer and ends with the last', () => {
    const actor = start('practice');
    actor.send({type: 'question.next'});
    expect(actor.getSnapshot().value).toBe('asking');
    actor.send(given('three'));
    expect(actor.getSnapshot().value).toBe('feedback');
    actor.send(given('three'));
    expect(actor.getSnapshot().context.index).toBe(0);
    actor.send({type: 'question.next'});
    actor.send(given('one'));
    actor.send({type: 'question.next'});
    actor.send(given('two'));
    expect(actor.getSnapshot().value).toBe('handingIn');
    expect(actor.getSnapshot().context.index).toBe(2);
  });

  it('keeps the first answer once its feedback is shown', () => {
    const actor = start('practice');
    actor.send(given('three'));
    actor.send({type: 'answer.given', itemId: 'three', response: ['c', 'b', 'a']});
    expect(actor.getSnapshot().context.responses['three']).toEqual(['b', 'a', 'c']);
  });
});

describe('an assessed attempt', () => {
  it('lets an answer be changed until it is handed in', () => {
    const actor = start('assessed');
    actor.send({type: 'answer.given', itemId: 'one', response: 'a'});
    actor.send({type: 'answer.given', itemId: 'one', response: 'c'});
    expect(actor.getSnapshot().context.responses).toEqual({one: 'c'});
  });

  it('can be handed in with questions left open, after the list of answers was shown', () => {
    const actor = start('assessed');
    actor.send({type: 'attempt.handedIn'});
    expect(actor.getSnapshot().value).toBe('asking');
    actor.send({type: 'answers.reviewed'});
    actor.send({type: 'attempt.handedIn'});
    expect(actor.getSnapshot().value).toBe('handingIn');
    expect(isAnsweredAt(actor.getSnapshot().context, 0)).toBe(false);
  });

  it.each([
    ['a question that was not drawn', {type: 'answer.given', itemId: 'four', response: 'a'}],
    ['an option the question does not have', {type: 'answer.given', itemId: 'one', response: 'z'}],
    ['an answer of another kind', {type: 'answer.given', itemId: 'two', response: 'a'}],
    ['a place beyond the end', {type: 'question.opened', index: 3}],
    ['a place before the start', {type: 'question.opened', index: -1}],
    ['a place that is no number', {type: 'question.opened', index: Number.NaN}],
  ] as [string, AttemptEvent][])('takes no notice of %s', (_, event) => {
    const actor = start('assessed');
    const before = actor.getSnapshot().context;
    actor.send(event);
    expect(actor.getSnapshot().context).toEqual(before);
  });

  it('takes the answers of another tab and keeps its own', () => {
    const actor = start('assessed', {responses: {one: 'a'}});
    actor.send({type: 'answers.synced', responses: {two: true}});
    expect(actor.getSnapshot().context.responses).toEqual({one: 'a', two: true});
    expect(actor.getSnapshot().value).toBe('asking');
  });

  it.each([['asking', []], ['reviewing', [{type: 'answers.reviewed'}]], ['handingIn', [{type: 'answers.reviewed'}, {type: 'attempt.handedIn'}]]] as [string, AttemptEvent[]][])(
    'closes when another tab hands it in while this one is %s', (state, events) => {
      const actor = start('assessed', {responses: {one: 'a'}});
      for (const event of events) actor.send(event);
      expect(actor.getSnapshot().value).toBe(state);
      actor.send({type: 'attempt.closed', responses: {one: 'b'}});
      expect(actor.getSnapshot().value).toBe('handedIn');
      expect(actor.getSnapshot().context.responses).toEqual({one: 'b'});
    },
  );

  it('stays handed in when it is opened again', () => {
    expect(start('assessed', {handedIn: true}).getSnapshot().value).toBe('handedIn');
  });

  it('opens at a question that exists, whatever place was stored', () => {
    expect(start('assessed', {index: 99}).getSnapshot().context.index).toBe(2);
  });
});
