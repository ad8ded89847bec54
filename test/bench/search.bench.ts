import {readFileSync} from 'node:fs';
import path from 'node:path';
import Fuse from 'fuse.js';
import {expect, test} from 'vitest';
import {makeSearch} from '#browser/search.ts';
import type {Section} from '#core/search/sections.ts';
import {projectRoot} from '../support/project.ts';

const QUERIES = ['focus group', 'fokus grup cost', 'citzens jury', 'equality impact', 'consultaton', 'how long', 'young people', 'eia'];
const ROUNDS = 20;

function median(values: number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

/** Milliseconds for one key press, the median over every prefix of every query. */
function timeOf(search: (query: string) => unknown): number {
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const query of QUERIES) {
      for (let length = 3; length <= query.length; length += 3) {
        const started = performance.now();
        search(query.slice(0, length));
        times.push(performance.now() - started);
      }
    }
  }
  return median(times);
}

test('a key press in the search box, against Fuse.js with its own settings over the same entries', {timeout: 120_000}, () => {
  const sections = JSON.parse(readFileSync(path.join(projectRoot, '.docusaurus/askwell-search/default/index.json'), 'utf8')) as Section[];
  const ours = makeSearch(sections);
  const peer = new Fuse(sections, {keys: ['heading', 'title', 'keywords']});
  const [mine, theirs] = [timeOf((query) => ours(query)), timeOf((query) => peer.search(query))];
  process.stdout.write(`a key press over ${sections.length} entries: ours ${mine.toFixed(2)} ms, Fuse.js as it comes ${theirs.toFixed(2)} ms, ratio ${(mine / theirs).toFixed(2)}\n`);
  expect(mine).toBeLessThan(16);
});
