import {describe, expect, it} from 'vitest';
import {readQuizEntries} from '#content/readQuizzes.ts';
import {QUESTION_TYPES} from '#core/quizzes/questions/index.ts';

describe('the samples in quizzes/_samples', async () => {
  const {entries, problems} = await readQuizEntries(process.cwd());
  const samples = entries.filter(({id}) => id.startsWith('sample-'));

  it('have nothing wrong', () => {
    expect(problems.filter(({file}) => file.includes('_samples'))).toEqual([]);
  });

  it.each(QUESTION_TYPES)('show the question type %s in a file of its name', (type) => {
    const file = samples.find(({id}) => id === `sample-${type}`)?.file;
    expect(file?.kind === 'quiz' && file.mode === 'practice' && file.items.map((item) => item.type)).toEqual([type]);
  });

  it('show no type that does not exist', () => {
    expect(samples).toHaveLength(QUESTION_TYPES.length);
  });
});
