import {cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {afterEach, beforeEach, describe, expect, it} from 'vitest';
import {readContent, valueOrThrow} from '#content/readContent.ts';
import {formatProblem} from '#core/problem.ts';
import {projectRoot, realContent} from '../support/project.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'askwell-content-'));
  for (const folder of ['docs', 'quizzes']) cpSync(path.join(projectRoot, folder), path.join(root, folder), {recursive: true});
});
afterEach(() => rmSync(root, {recursive: true, force: true}));

function edit(file: string, from: string | RegExp, to: string): void {
  const full = path.join(root, file);
  const text = readFileSync(full, 'utf8');
  const changed = text.replace(from, to);
  expect(changed, `nothing to replace in ${file}`).not.toBe(text);
  writeFileSync(full, changed);
}

async function problems(): Promise<string[]> {
  const checked = await readContent(root);
  return checked.ok ? [] : checked.problems.map(formatProblem);
}

const METHOD = 'docs/methods/focus-group.md';
const BANK = 'quizzes/introduction-to-consultation-bank.yml';
const COURSE = 'docs/learn/introduction-to-consultation/course.yml';

describe('content files', () => {
  it('are all right in this project, and read in seconds', async () => {
    const started = performance.now();
    const content = await realContent();
    expect(performance.now() - started).toBeLessThan(5_000);
    expect(content.methods.length).toBeGreaterThanOrEqual(16);
    expect(content.courses.map((course) => course.id)).toContain('introduction-to-consultation');
  });

  it.each([
    ['a word that is no term', METHOD, /^reach: .*$/m, 'reach: huge', /focus-group\.md:\d+ reach: `huge` is not one of the values allowed\. Use one of: none, targeted/],
    ['a field that does not exist', METHOD, /^costBand:/m, 'costband:', /focus-group\.md:\d+ costband: There is no field called `costband` here/],
    ['a missing field', METHOD, /^costBand:.*\n/m, '', /focus-group\.md:\d+ costBand: This is missing\. Write a number/],
    ['a figure out of range', METHOD, /^staffEffort: .*$/m, 'staffEffort: 9', /focus-group\.md:\d+ staffEffort: `9` is too big\. Use 5 or less/],
    ['a range the wrong way round', METHOD, /^participants: .*$/m, 'participants: {min: 12, max: 5}', /focus-group\.md:\d+ participants: The lowest figure is above the highest/],
    ['a pair that is no method', METHOD, /^pairsWith: .*$/m, 'pairsWith: [seance]', /focus-group\.md:\d+ pairsWith\.0: `seance` is not a method/],
    ['a source that is not listed', METHOD, /sources: \[HSC-FG\]/, 'sources: [NO-SUCH]', /focus-group\.md:\d+ .*sources: `NO-SUCH` is not a key in sources/],
    ['a review before it was reviewed', METHOD, /^reviewBy: .*$/m, 'reviewBy: 2020-01-01', /focus-group\.md:\d+ reviewBy: `2020-01-01` is not after the review/],
    ['a page that is not YAML at all', METHOD, /^aka: .*$/m, 'aka: [Focus, "Group', /focus-group\.md:\d+ file: This is not valid YAML/],
    ['a question without a right answer', BANK, /, right: true|\n\s+right: true/, '', /bank\.yml:\d+ items\.0\.options: A `single` question needs exactly one right option, and 0 are marked/],
    ['a question id used twice', BANK, 'id: intro-002', 'id: intro-001', /bank\.yml:\d+ items\.\d+\.id: `intro-001` is there twice/],
    ['an outcome that the course does not have', BANK, /outcome: [a-z-]+/, 'outcome: levitate', /bank\.yml:\d+ items\.0\.outcome: `levitate` is not an outcome of the course/],
    ['a bank that does not exist', 'quizzes/introduction-to-consultation-assessment.yml', /bank: introduction-to-consultation-bank/, 'bank: nowhere', /assessment\.yml:\d+ draw\.0\.bank: `nowhere` is not a question bank/],
    ['more questions drawn than there are', 'quizzes/introduction-to-consultation-assessment.yml', /take: \d/, 'take: 40', /assessment\.yml:\d+ draw\.0\.take: 40 questions are to be drawn, and the bank has 7/],
    ['a lesson without a page', COURSE, /- \{id: what-consultation-is/, '- {id: no-such-page', /course\.yml:\d+ lessons\.0\.id: There is no page no-such-page\.md/],
    ['a practice quiz that does not exist', COURSE, /practice: [a-z0-9-]+/, 'practice: nothing', /course\.yml:\d+ lessons\.0\.practice: `nothing` is not a practice quiz/],
    ['an assessment that does not exist', COURSE, /assessment: [a-z-]+/, 'assessment: nothing', /course\.yml:\d+ assessment: `nothing` is not an assessment/],
  ])('stops at %s, with file, line, what is wrong and what to write', async (_what, file, from, to, expected) => {
    edit(file, from, to);
    expect(await problems()).toContainEqual(expect.stringMatching(expected));
  });

  it('gathers every problem of every file before it stops', async () => {
    edit(METHOD, /^reach: .*$/m, 'reach: huge');
    edit(METHOD, /^costBand: .*$/m, 'costBand: lots');
    edit(BANK, 'id: intro-002', 'id: intro-001');
    expect((await problems()).length).toBeGreaterThanOrEqual(3);
    expect(() => valueOrThrow({ok: false, problems: [{file: 'a.md', line: 3, field: 'title', message: 'It is missing. Write one.'}]})).toThrow('a.md:3 title: It is missing. Write one.');
  });

  it('points at the very line', async () => {
    edit(METHOD, /^reach: .*$/m, 'reach: huge');
    const line = readFileSync(path.join(root, METHOD), 'utf8').split('\n').indexOf('reach: huge') + 1;
    expect(await problems()).toContainEqual(expect.stringContaining(`${METHOD}:${line} reach:`));
  });
});
