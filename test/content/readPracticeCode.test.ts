import {cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {afterEach, beforeEach, describe, expect, it} from 'vitest';
import {valueOrThrow} from '#content/readContent.ts';
import {readPracticeCode} from '#content/readPracticeCode.ts';
import {wordsToAvoidIn} from '#core/checker/findWords.ts';
import {formatProblem} from '#core/problem.ts';
import {projectRoot} from '../support/project.ts';

const FILE = 'docs/code-of-practice/code.yml';
let root: string;
beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'askwell-code-'));
  cpSync(path.join(projectRoot, 'docs/code-of-practice'), path.join(root, 'docs/code-of-practice'), {recursive: true});
});
afterEach(() => rmSync(root, {recursive: true, force: true}));

async function problems(): Promise<string[]> {
  const checked = await readPracticeCode(root);
  return checked.ok ? [] : checked.problems.map(formatProblem);
}

describe('the code of practice of this site', () => {
  it('has the six principles and 18 steps of the Staffordshire Compact, in its order', async () => {
    const {principles, steps} = valueOrThrow(await readPracticeCode(projectRoot));
    expect(principles.map(({id}) => id)).toEqual(['inclusivity', 'confidentiality', 'clarity-and-transparency', 'honesty', 'feedback', 'a-positive-approach']);
    expect(steps.map(({id}) => id)).toEqual([
      'consult-early-enough', 'plan-with-voluntary-groups', 'count-the-cost-to-groups', 'build-into-the-planning-cycle', 'appraise-new-policies', 'consult-groups-on-what-affects-them',
      'give-enough-time', 'fit-the-people-you-ask', 'state-the-purpose', 'say-what-is-decided', 'publicise-through-networks', 'use-more-than-one-method', 'write-plainly',
      'invite-honest-views', 'keep-confidences', 'analyse-and-report-back', 'represent-views-accurately', 'evaluate-and-learn',
    ]);
  });

  it('is written in plain English', async () => {
    const {principles, steps} = valueOrThrow(await readPracticeCode(projectRoot));
    const texts = [
      ...principles.flatMap(({title, principle, inPractice, risk}) => [title, principle, ...inPractice, risk]),
      ...steps.flatMap(({title, question, goodLooksLike, evidence, moreText}) => [title, question, ...goodLooksLike, ...evidence, moreText]),
    ];
    expect(texts.flatMap((text) => wordsToAvoidIn(text).map(({found}) => `${found}: ${text}`))).toEqual([]);
    const sentences = texts.flatMap((text) => text.split(/(?<=[.?!])\s+/));
    expect(sentences.filter((sentence) => sentence.split(/\s+/).length > 35)).toEqual([]);
    expect(sentences.filter((sentence, index) => sentence.length > 45 && sentences.indexOf(sentence) !== index)).toEqual([]);
  });
});

describe('a mistake in the code', () => {
  it.each([
    ['a principle that does not exist', /principle: honesty/, 'principle: courage', /code\.yml:\d+ steps\.0\.principle: `courage` is not a principle of the code\. Use one of: inclusivity/],
    ['a step taken out', / {2}- id: write-plainly[\s\S]*?(?= {2}- id: invite)/, '', /code\.yml:\d+ steps: This list is too short\. Give at least 18/],
    ['a phase that does not exist', /phase: plan/, 'phase: dream', /code\.yml:\d+ steps\.0\.phase: `dream` is not one of the values allowed\. Use one of: plan, prepare, run, report/],
    ['a field that does not exist', /moreText: What/, 'moreWords: What', /code\.yml:\d+ steps\.0\.moreWords: There is no field called `moreWords`/],
  ])('stops at %s, with file, line, what is wrong and what to write', async (_what, from, to, expected) => {
    const text = readFileSync(path.join(root, FILE), 'utf8');
    const changed = text.replace(from, to);
    expect(changed).not.toBe(text);
    writeFileSync(path.join(root, FILE), changed);
    expect(await problems()).toContainEqual(expect.stringMatching(expected));
  });

  it('says so when the file is missing', async () => {
    rmSync(path.join(root, FILE));
    expect(await problems()).toEqual([`${FILE}:1 file: The file is missing. Write the principles and the steps of the code there.`]);
  });
});
