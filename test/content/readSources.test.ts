import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {afterEach, beforeEach, describe, expect, it} from 'vitest';
import {readSources} from '#content/readSources.ts';
import {formatProblem} from '#core/problem.ts';
import {projectRoot} from '../support/project.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'askwell-sources-'));
  for (const folder of ['docs/toolkit/sources', 'docs/methods']) mkdirSync(path.join(root, folder), {recursive: true});
  write('docs/toolkit/sources/law.yml', 'ACT-1:\n  title: An Act\n  url: https://example.org/act\n');
  write('docs/toolkit/sources/methods.yml', 'PA-FG:\n  title: A toolbox\n');
});
afterEach(() => rmSync(root, {recursive: true, force: true}));

function write(file: string, text: string): void {
  writeFileSync(path.join(root, file), text);
}

function writeMethod(source: string): void {
  write('docs/methods/focus-group.md', `---\ntitle: Focus group\nsources:\n  - ${source}\n---\n\nText.\n`);
}

async function problems(): Promise<string[]> {
  const checked = await readSources(root);
  return checked.ok ? [] : checked.problems.map(formatProblem);
}

describe('the register of sources', () => {
  it('holds each source once, by file, with those that only a method names', async () => {
    writeMethod('{key: NEW-1, title: A leaflet}\n  - {key: PA-FG, title: A toolbox}\n  - {key: ACT-1, title: An Act}\n  - {key: PJ, title: practice judgement}');
    expect(await readSources(root)).toEqual({ok: true, value: [
      {key: 'ACT-1', title: 'An Act', url: 'https://example.org/act', group: 'law'},
      {key: 'PA-FG', title: 'A toolbox', group: 'methods'},
      {key: 'NEW-1', title: 'A leaflet', group: 'methods'},
    ]});
  });

  it.each([
    ['a key in small letters', () => write('docs/toolkit/sources/law.yml', 'act-1:\n  title: An Act\n'), /law\.yml:2 act-1: `act-1` is not a key\. Use capital letters/],
    ['an address that is none', () => write('docs/toolkit/sources/law.yml', 'ACT-1:\n  title: An Act\n  url: example.org\n'), /law\.yml:3 ACT-1\.url: `example\.org` is not in the right form\. Write a full address/],
    ['an address that runs a script', () => write('docs/toolkit/sources/law.yml', 'ACT-1:\n  title: An Act\n  url: javascript:1\n'), /law\.yml:3 ACT-1\.url: /],
    ['a source without a title', () => write('docs/toolkit/sources/law.yml', 'ACT-1: {}\n'), /law\.yml:1 ACT-1\.title: This is missing/],
    ['a field that does not exist', () => write('docs/toolkit/sources/law.yml', 'ACT-1:\n  title: An Act\n  link: x\n'), /law\.yml:3 ACT-1\.link: There is no field called `link`/],
    ['a key for two titles in two files', () => write('docs/toolkit/sources/people.yml', 'ACT-1:\n  title: Another\n'), /people\.yml:2 ACT-1: `ACT-1` is "An Act" in docs\/toolkit\/sources\/law\.yml\. Write the same title here/],
    ['a method with another title', () => writeMethod('{key: PA-FG, title: Another}'), /focus-group\.md:4 sources\.0: `PA-FG` is "A toolbox" in docs\/toolkit\/sources\/methods\.yml/],
    ['a method with a key in small letters', () => writeMethod('{key: pa-fg, title: A toolbox}'), /focus-group\.md:4 sources\.0\.key: `pa-fg` is not a key/],
  ])('stops at %s, with its line', async (_, spoil, expected) => {
    spoil();
    expect(await problems()).toContainEqual(expect.stringMatching(expected));
  });

  it('leaves the other faults of a method to those who read methods', async () => {
    write('docs/methods/focus-group.md', '---\nsources: practice judgement\n---\n');
    expect(await problems()).toEqual([]);
  });

  it('is in order in this project', async () => {
    const checked = await readSources(projectRoot);
    expect(checked.ok ? [] : checked.problems.map(formatProblem)).toEqual([]);
    expect(checked.ok && checked.value.length).toBeGreaterThan(100);
  });
});
