import type {Task} from '#core/tasks/task.ts';

/** A judged task for the tests. */
export function makeTask(changes: Partial<Task> = {}): Task {
  const levels = {'not-yet': 'It is missing.', competent: 'It is there.', strong: 'It is there, with reasons.'};
  return {
    id: 'example-plan', title: 'Plan an example', brief: 'Hand in a plan. Say what can change.', evidence: ['text', 'link'],
    rubric: [{outcome: 'plan', criterion: 'The purpose is clear.', levels}, {outcome: 'plan', criterion: 'The dates fit.', levels}],
    assessors: 1, sample: 0, ...changes,
  };
}
