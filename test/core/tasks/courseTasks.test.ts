import {describe, expect, it} from 'vitest';
import {checkYaml} from '#core/problem.ts';
import {checkTasks} from '#core/tasks/courseTasks.ts';
import {Task} from '#core/tasks/task.ts';
import {makeTask} from './anyTask.ts';

const outcomes = [{id: 'plan'}];
const source = {
  file: 'docs/learn/example/course.yml',
  text: [
    'tasks:', '  - id: example-plan', '    title: Plan an example', '    brief: Hand in a plan. Say what can change.', '    evidence: [text, link]',
    '    words: {least: 300, most: 3000}', '    rubric:', '      - {outcome: plan, criterion: The purpose is clear.}', '      - {outcome: other, criterion: The purpose is clear.}',
  ].join('\n'),
};
const messages = (task: Task, more: Task[] = []): string[] => checkTasks({outcomes, tasks: [task, ...more]}, source).map(({line, message}) => `${line} ${message}`);

describe('the judged tasks of a course', () => {
  it('pass when they fit, and a course may have none', () => {
    expect(messages(makeTask({words: {least: 300, most: 3000}}))).toEqual([]);
    expect(checkTasks({outcomes}, source)).toEqual([]);
  });

  it('are refused with the line when an outcome is not one of the course, or a criterion stands twice', () => {
    const [first, second] = makeTask().rubric;
    if (!first || !second) throw new Error('The task has two criteria.');
    expect(messages(makeTask({rubric: [first, {...second, outcome: 'other', criterion: first.criterion}]}))).toEqual([
      '9 `other` is not an outcome of the course. Use one of: plan.', '9 This criterion stands twice. Say what is different about it, or take it out.',
    ]);
  });

  it.each<[string, Partial<Task>, string]>([
    ['a brief of one sentence', {brief: 'Hand in a plan.'}, '4 The brief has 1 sentence. Say what to hand in with 2 to 5.'],
    ['a brief of six sentences', {brief: 'A. B. C. D. E. F.'}, '4 The brief has 6 sentences. Say what to hand in with 2 to 5.'],
    ['a kind of evidence that stands twice', {evidence: ['text', 'text']}, '5 `text` stands twice. Name each kind of evidence once.'],
    ['a length without a text', {evidence: ['link'], words: {least: 1, most: 2}}, '6 A length is given, and no text may be handed in. Add `text` to `evidence`, or take the length out.'],
    ['a least length above the most', {words: {least: 3, most: 2}}, '6 At least 3 words and at most 2 cannot both be. Correct one of them.'],
  ])('are refused for %s', (_what, changes, message) => {
    expect(messages(makeTask(changes))).toEqual([message]);
  });

  it('are refused when two have one id', () => {
    expect(messages(makeTask(), [makeTask()])).toEqual([expect.stringContaining('`example-plan` stands twice. Give each task an id of its own.')]);
  });

  it('are read from YAML as authors write them, and a wrong number of assessors is refused at its line', () => {
    const yaml = (assessors: number): string => [
      'id: consultation-plan', 'title: Plan a real consultation', 'brief: Hand in a plan. Say what can change.', 'evidence: [text, link]', 'words: {least: 300, most: 3000}', 'rubric:',
      '  - outcome: plan-it', '    criterion: The purpose says what can still change.', '    levels: {not-yet: Nothing is open., competent: One thing is., strong: Each is named.}', `assessors: ${assessors}`, 'sample: 20',
    ].join('\n');
    expect(checkYaml(Task, {file: 'x.yml', text: yaml(1)})).toMatchObject({ok: true, value: {assessors: 1, sample: 20}});
    expect(checkYaml(Task, {file: 'x.yml', text: yaml(3)})).toMatchObject({ok: false, problems: [{line: 10, field: 'assessors'}]});
  });
});
