import {describe, expect, it} from 'vitest';
import {createActor} from 'xstate';
import {getShortestPaths} from 'xstate/graph';
import type {CheckBank} from '#core/courses/skillsCheck.ts';
import type {VersionedQuestion} from '#core/quizzes/quiz.ts';
import {openQuestion, skillsCheck} from '#machines/skillsCheck.ts';
import type {CheckProgress, SkillsCheckEvent, SkillsCheckInput} from '#machines/skillsCheck.ts';
import {makeQuestion, RIGHT, WRONG} from '../support/smallContent.ts';

const COURSES = ['a', 'b', 'c', 'd', 'e'];
const ids = COURSES.flatMap((course) => [`${course}-1`, `${course}-2`]);
const items: VersionedQuestion[] = ids.map((id) => makeQuestion(id));
const bank: CheckBank = {
  lessons: COURSES.map((courseId) => ({courseId, lessonId: courseId, questions: [{id: `${courseId}-1`, type: 'single'}, {id: `${courseId}-2`, type: 'single'}]})),
  deck: ids.map((itemId) => ({itemId, itemVersion: 'v1', optionOrder: ['c', 'a', 'b']})),
  seen: [],
};
const NEW: SkillsCheckInput = {items, bank, drawn: [], index: 0, responses: {}};
const start = (stored: Partial<SkillsCheckInput> = {}) => createActor(skillsCheck, {input: {...NEW, ...stored}}).start();
const answer = (itemId: string, response = RIGHT): SkillsCheckEvent => ({type: 'answer.given', itemId, response});

const paths = getShortestPaths(skillsCheck, {
  input: NEW,
  events: [...ids.flatMap((id): SkillsCheckEvent[] => [answer(id), answer(id, WRONG)]), {type: 'check.stopped'}],
  serializeState: (state) => JSON.stringify([state.value, state.context.drawn.map(({itemId}) => itemId), state.context.index, state.context.responses]),
});

describe('every path of a skills check', () => {
  it('is walked', () => {
    expect(paths.length).toBeGreaterThan(150);
  });

  it('asks at most as many questions as there are, none twice, and one at a time', () => {
    for (const {state: {value, context}} of paths) {
      const asked = context.drawn.map(({itemId}) => itemId);
      expect(new Set(asked).size).toBe(asked.length);
      expect(asked.length - context.index).toBe(value === 'asking' ? 1 : 0);
      expect(Object.keys(context.responses).every((id) => asked.slice(0, context.index).includes(id))).toBe(true);
    }
  });

  it('ends with at least eight questions', () => {
    const ends = paths.filter(({state}) => state.value === 'handingIn');
    expect(ends.length).toBeGreaterThan(20);
    for (const {state} of ends) expect(state.context.drawn.length).toBeGreaterThanOrEqual(8);
  });

  it('resumes at the same question, also from storage, and goes on alike', () => {
    for (const {state, steps} of paths.filter((path) => path.state.value === 'asking')) {
      const {drawn, index, responses} = JSON.parse(JSON.stringify(state.context)) as CheckProgress;
      const resumed = start({drawn, index, responses});
      expect(resumed.getSnapshot()).toMatchObject({value: 'asking', context: {drawn, index, responses}});
      const open = openQuestion(resumed.getSnapshot().context)?.id ?? '';
      const never = start();
      for (const {event} of steps) if ((event.type as string) !== 'xstate.init') never.send(event);
      for (const actor of [resumed, never]) actor.send(answer(open));
      expect(resumed.getSnapshot().context).toEqual(never.getSnapshot().context);
      expect(resumed.getSnapshot().value).toBe(never.getSnapshot().value);
    }
  });
});

describe('a skills check', () => {
  const progressAfter = (count: number): CheckProgress => {
    const actor = start();
    for (let asked = 0; asked < count; asked += 1) actor.send(answer(openQuestion(actor.getSnapshot().context)?.id ?? ''));
    const {drawn, index, responses} = actor.getSnapshot().context;
    return {drawn, index, responses};
  };

  it('opens at its first question', () => {
    expect(start().getSnapshot()).toMatchObject({value: 'asking', context: {index: 0, drawn: [{itemId: 'a-1', optionOrder: ['c', 'a', 'b']}]}});
  });

  it('asks a second question only of a lesson whose first was right, and takes “I do not know” as not right', () => {
    const actor = start();
    for (const id of ['a-1', 'b-1', 'c-1', 'd-1', 'e-1']) actor.send(id === 'c-1' ? answer(id) : {type: 'answer.unknown', itemId: id});
    const {context} = actor.getSnapshot();
    expect(openQuestion(context)?.id).toBe('c-2');
    expect(context.responses).toEqual({'c-1': RIGHT});
    expect(context.index).toBe(5);
  });

  it.each([
    ['an answer to a question that is not open', answer('b-1')], ['an option the question does not have', answer('a-1', 'z')],
    ['“I do not know” for another question', {type: 'answer.unknown', itemId: 'b-1'}], ['stopping before eight questions', {type: 'check.stopped'}],
    ['another tab that is no further', {type: 'check.synced', progress: {drawn: [], index: 0, responses: {}}}],
  ] as [string, SkillsCheckEvent][])('takes no notice of %s', (_, event) => {
    const actor = start();
    const before = actor.getSnapshot().context;
    actor.send(event);
    expect(actor.getSnapshot().context).toEqual(before);
    expect(actor.getSnapshot().value).toBe('asking');
  });

  it('leaves the open question out when the learner stops', () => {
    const actor = start(progressAfter(8));
    actor.send({type: 'check.stopped'});
    expect(actor.getSnapshot()).toMatchObject({value: 'handingIn', context: {index: 8}});
    expect(actor.getSnapshot().context.drawn).toHaveLength(8);
    actor.send({type: 'record.made'});
    expect(actor.getSnapshot().value).toBe('handedIn');
  });

  it('goes on where another tab has come to', () => {
    const actor = start(progressAfter(2));
    actor.send({type: 'check.synced', progress: progressAfter(4)});
    expect(actor.getSnapshot().context.index).toBe(4);
    expect(openQuestion(actor.getSnapshot().context)?.id).toBe('e-1');
  });

  it('closes when another tab hands it in first', () => {
    const actor = start(progressAfter(3));
    actor.send({type: 'attempt.closed'});
    expect(actor.getSnapshot().value).toBe('handedIn');
  });

  it('hands in at once when it comes back from storage ended', () => {
    const {drawn, responses} = progressAfter(8);
    const asked = drawn.slice(0, 8);
    const ended = start({drawn: asked, index: 8, responses, items: items.filter(({id}) => asked.some(({itemId}) => itemId === id)), bank: {...bank, deck: [], seen: []}});
    expect(ended.getSnapshot().value).toBe('handingIn');
  });
});
