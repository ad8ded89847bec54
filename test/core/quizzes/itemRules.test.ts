import {readdirSync, readFileSync} from 'node:fs';
import path from 'node:path';
import {describe, expect, it} from 'vitest';
import {readItemAdvice} from '#content/readQuizzes.ts';
import {checkItems, ITEM_RULES} from '#core/quizzes/itemRules.ts';
import type {ItemFinding} from '#core/quizzes/itemRules.ts';
import {QuizFile} from '#core/quizzes/quiz.ts';
import {checkYaml} from '#core/problem.ts';
import {projectRoot} from '../../support/project.ts';

const FOLDER = path.join(projectRoot, 'test/fixtures/items');
/** The line that each fixture breaks its rule on. */
const LINES: Readonly<Record<string, number>> = {
  'duplicate-option': 10, 'all-of-the-above': 10, 'empty-stem': 6, 'long-key': 8, 'hidden-negative': 6, 'absolute-distractor': 8, 'number-order': 9, 'echoed-word': 8,
  'article-cue': 6, 'long-stem': 6, 'many-options': 8, 'hard-sentence': 6, picture: 6, 'no-case': 5, 'select-all-pays': 9, 'key-places': 4,
};

function findingsIn(text: string): ItemFinding[] {
  const source = {file: 'x.yml', text, linesBefore: 0};
  const checked = checkYaml(QuizFile, source);
  if (!checked.ok) throw new Error(JSON.stringify(checked.problems));
  return checkItems(checked.value, source);
}

describe('the rules of item writing', () => {
  it('have a fixture each, and no other', () => {
    expect(readdirSync(FOLDER).map((file) => file.replace('.yml', '')).sort()).toEqual(ITEM_RULES.map(({id}) => id).sort());
  });

  it.each(ITEM_RULES.map(({id, severity}) => [id, severity] as const))('%s finds its own fault, with its line and what to do', (id, severity) => {
    const findings = findingsIn(readFileSync(path.join(FOLDER, `${id}.yml`), 'utf8'));
    expect(findings.map(({rule}) => rule)).toEqual([id]);
    expect(findings[0]).toMatchObject({severity, line: LINES[id], file: 'x.yml'});
    expect(findings[0]?.message).toMatch(/\.$/);
  });

  it('find nothing in a sound question', () => {
    expect(findingsIn(readFileSync(path.join(FOLDER, 'key-places.yml'), 'utf8').split('  - id: q2')[0] ?? '')).toEqual([]);
  });

  it('let a negative stand in capitals, and inside what somebody said', () => {
    const text = readFileSync(path.join(FOLDER, 'hidden-negative.yml'), 'utf8');
    expect(findingsIn(text.replace('not take', 'NOT take'))).toEqual([]);
    expect(findingsIn(text.replace('Which step should you not take?', 'A member says “do not ask”. What do you say?'))).toEqual([]);
  });

  it('ask for numbers to keep their order', () => {
    const text = readFileSync(path.join(FOLDER, 'number-order.yml'), 'utf8').replace("'3 weeks'", "'20 weeks'");
    expect(findingsIn(text)).toEqual([]);
    expect(findingsIn(text.replace('    shuffle: false\n', '')).map(({message}) => message)).toEqual([expect.stringMatching(/shuffle: false/)]);
  });

  it('have no advice left for our own questions', async () => {
    expect((await readItemAdvice(projectRoot)).map(({file, line, rule}) => `${file}:${line} ${rule}`)).toEqual([]);
  });
});
