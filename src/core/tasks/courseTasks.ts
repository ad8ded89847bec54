import {problemAt} from '../problem.ts';
import type {Problem, SourceText} from '../problem.ts';
import {EVIDENCE_KINDS} from './task.ts';
import type {Task} from './task.ts';

const LEAST_SENTENCES = 2;
const MOST_SENTENCES = 5;

/**
 * Takes a course's outcomes and judged tasks, and the text they came from. Gives what does not fit: ids, criteria and kinds of evidence that
 * stand twice, outcomes that the course does not have, lengths that nothing can have, and briefs that are too short or too long.
 */
export function checkTasks({outcomes, tasks = []}: {outcomes: readonly {id: string}[]; tasks?: readonly Task[] | undefined}, source: SourceText): Problem[] {
  const known = outcomes.map(({id}) => id);
  const isTwice = <T>(all: readonly T[], index: number): boolean => all.indexOf(all[index] as T) < index;
  return tasks.flatMap((task, place): Problem[] => {
    const at = (path: readonly PropertyKey[], message: string): Problem => problemAt(source, ['tasks', place, ...path], message);
    const {evidence, words, rubric} = task;
    const criteria = rubric.map(({criterion}) => criterion);
    const sentences = task.brief.split(/[.!?](?:\s|$)/).filter((part) => part.trim() !== '').length;
    return [
      ...(isTwice(tasks.map(({id}) => id), place) ? [at(['id'], `\`${task.id}\` stands twice. Give each task an id of its own.`)] : []),
      ...(sentences < LEAST_SENTENCES || sentences > MOST_SENTENCES ? [at(['brief'], `The brief has ${sentences} ${sentences === 1 ? 'sentence' : 'sentences'}. Say what to hand in with ${LEAST_SENTENCES} to ${MOST_SENTENCES}.`)] : []),
      ...EVIDENCE_KINDS.filter((kind) => evidence.indexOf(kind) !== evidence.lastIndexOf(kind)).map((kind) => at(['evidence'], `\`${kind}\` stands twice. Name each kind of evidence once.`)),
      ...(words && !evidence.includes('text') ? [at(['words'], 'A length is given, and no text may be handed in. Add `text` to `evidence`, or take the length out.')] : []),
      ...(words && words.least > words.most ? [at(['words', 'least'], `At least ${words.least} words and at most ${words.most} cannot both be. Correct one of them.`)] : []),
      ...rubric.flatMap(({outcome}, index): Problem[] => [
        ...(known.includes(outcome) ? [] : [at(['rubric', index, 'outcome'], `\`${outcome}\` is not an outcome of the course. Use one of: ${known.join(', ')}.`)]),
        ...(isTwice(criteria, index) ? [at(['rubric', index, 'criterion'], 'This criterion stands twice. Say what is different about it, or take it out.')] : []),
      ]),
    ];
  });
}
