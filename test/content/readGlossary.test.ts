import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {afterEach, beforeEach, describe, expect, it} from 'vitest';
import {GLOSSARY_FILE, readGlossary} from '#content/readGlossary.ts';
import {formatProblem} from '#core/problem.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'askwell-glossary-'));
  mkdirSync(path.join(root, 'docs/toolkit/sources'), {recursive: true});
  writeFileSync(path.join(root, 'docs/toolkit/sources/law.yml'), 'ACT-1:\n  title: An Act\n');
});
afterEach(() => rmSync(root, {recursive: true, force: true}));

const GOOD = `- id: sample
  term: sample
  also: [samples]
  definition: The people you ask.
  see: [bias]
  more: /writing/sample-size/
  source: ACT-1
- id: bias
  term: bias
  abbreviation: BB
  definition: A lean.
`;

async function problems(text: string): Promise<string[]> {
  writeFileSync(path.join(root, GLOSSARY_FILE), text);
  const checked = await readGlossary(root);
  return checked.ok ? [] : checked.problems.map(formatProblem);
}

describe('the glossary file', () => {
  it('gives its terms in the order written', async () => {
    writeFileSync(path.join(root, GLOSSARY_FILE), GOOD);
    const checked = await readGlossary(root);
    expect(checked.ok && checked.value.map(({id}) => id)).toEqual(['sample', 'bias']);
  });

  it.each([
    ['an id that is there twice', ['id: bias', 'id: sample'], /glossary\.yml:8 1\.id: `sample` is there twice\. Give each term an id of its own/],
    ['an id in the wrong form', ['id: bias', 'id: Bias'], /glossary\.yml:8 1\.id: .*small letters, digits and hyphens/],
    ['a term that is there twice', ['term: bias', 'term: Sample'], /glossary\.yml:9 1\.term: `Sample` stands for `sample` already/],
    ['a form that stands for two terms', ['abbreviation: BB', 'also: [samples]'], /glossary\.yml:10 1\.also\.0: `samples` stands for `sample` already/],
    ['a form that is there twice', ['also: [samples]', 'also: [sample]'], /glossary\.yml:3 0\.also\.0: `sample` is here twice/],
    ['an abbreviation that is a form', ['abbreviation: BB', 'abbreviation: SAMPLES'], /glossary\.yml:10 1\.abbreviation: `SAMPLES` stands for `sample` already/],
    ['a term that does not exist', ['see: [bias]', 'see: [luck]'], /glossary\.yml:5 0\.see\.0: `luck` is not a term/],
    ['a term that points at itself', ['see: [bias]', 'see: [sample]'], /glossary\.yml:5 0\.see\.0: A term cannot point at itself/],
    ['a source that does not exist', ['ACT-1', 'ACT-9'], /glossary\.yml:7 0\.source: `ACT-9` is not a source\. Use a key of docs\/toolkit\/sources\//],
    ['an address without its slash', ['/sample-size/', '/sample-size'], /glossary\.yml:6 0\.more: .*ends with a slash/],
    ['a definition that runs on', ['A lean.', `${'word '.repeat(36)}end.`], /glossary\.yml:11 1\.definition: This is longer than 35 words/],
    ['a definition that is no sentence', ['A lean.', 'A lean'], /glossary\.yml:11 1\.definition: A definition is a sentence/],
    ['a field that does not exist', ['abbreviation: BB', 'abbr: BB'], /glossary\.yml:10 1\.abbr: There is no field called `abbr`/],
    ['a term in brackets that nothing finds', ['term: bias', 'term: bias (in a survey)'], /glossary\.yml:8 1\.also: No text can be found/],
  ])('stops at %s, with its line', async (_, [from, to], expected) => {
    expect(GOOD).toContain(from);
    expect(await problems(GOOD.replace(from ?? '', to ?? ''))).toContainEqual(expect.stringMatching(expected));
  });

  it('gathers every problem', async () => {
    expect(await problems(GOOD.replace('see: [bias]', 'see: [luck]').replace('ACT-1', 'ACT-9'))).toHaveLength(2);
  });

  it('leaves the faults of sources to those who read them', async () => {
    writeFileSync(path.join(root, 'docs/toolkit/sources/law.yml'), 'act-1:\n  title: An Act\n');
    expect(await problems(GOOD)).toEqual([]);
  });

  it('is missed where it is not', async () => {
    const checked = await readGlossary(root);
    expect(checked.ok ? [] : checked.problems.map(formatProblem)).toEqual([`${GLOSSARY_FILE}:1 file: This file is missing. Write the terms of the glossary in it.`]);
  });
});
