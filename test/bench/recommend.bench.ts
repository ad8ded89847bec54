import * as fc from 'fast-check';
import {expect, test} from 'vitest';
import {recommend} from '#core/methods/recommend.ts';
import {anyBrief, methods} from '../core/methods/catalogue.ts';

/** The same briefs in every run. */
const BRIEFS = fc.sample(anyBrief, {numRuns: 300, seed: 4});
const ROUNDS = 5;
/** Milliseconds that the middle brief may take, with all reasons, the mix and what would change it. */
const BUDGET = 5;

function middleOf(work: (index: number) => unknown): number {
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    for (let index = 0; index < BRIEFS.length; index += 1) {
      const started = performance.now();
      work(index);
      times.push(performance.now() - started);
    }
  }
  return times.sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;
}

test('one recommendation, against writing the catalogue as JSON and reading it back', {timeout: 120_000}, () => {
  const ours = middleOf((index) => recommend(BRIEFS[index] ?? {purpose: 'scope'}, methods));
  const peer = middleOf(() => JSON.parse(JSON.stringify(methods)) as unknown);
  process.stdout.write(`one brief over ${methods.length} methods: ${ours.toFixed(2)} ms; JSON there and back ${peer.toFixed(2)} ms; ratio ${(ours / peer).toFixed(1)}\n`);
  expect(ours).toBeLessThan(BUDGET);
});
