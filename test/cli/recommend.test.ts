import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {run} from '#cli/recommend.ts';
import type {Recommendation} from '#core/methods/recommend.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'askwell-brief-'));
});
afterAll(() => {
  rmSync(folder, {recursive: true});
});

async function ask(brief: unknown, ...options: string[]): Promise<{code: number; out: string; err: string}> {
  const file = path.join(folder, 'brief.json');
  writeFileSync(file, typeof brief === 'string' ? brief : JSON.stringify(brief, null, 2));
  return call(file, ...options);
}

async function call(...args: string[]): Promise<{code: number; out: string; err: string}> {
  const out: string[] = [];
  const err: string[] = [];
  const code = await run(args, {out: (text) => out.push(text), err: (text) => err.push(text)});
  return {code, out: out.join('\n'), err: err.join('\n')};
}

describe('askwell recommend', () => {
  it('gives the result of the contract as JSON', async () => {
    const {code, out} = await ask({level: 'consult', purpose: 'meet-statutory-duty', audience: ['older-people', 'carers-parents'],
      decisionStage: 'preferred-proposal', weeksAvailable: 14, budgetBand: 2, sensitivity: 'high', geography: 'single-site', numberAffected: 45}, '--json');
    expect(code).toBe(0);
    const result = JSON.parse(out) as Recommendation;
    expect(Object.keys(result)).toEqual(expect.arrayContaining(['gate', 'ranked', 'mix', 'rejected', 'wouldChange']));
    expect(Object.keys(result.mix)).toEqual(expect.arrayContaining(['methods', 'coverage', 'uncovered', 'faceToFace', 'weeks', 'costBand', 'staffEffort']));
    expect(result.gate).toBeNull();
    expect(result.rejected).toContainEqual({id: 'citizens-assembly', why: expect.arrayContaining(['needs 20 weeks, you have 14']) as string[]});
  });

  it('can be read in a terminal', async () => {
    const {code, out} = await ask({purpose: 'gather-views', audience: ['older-people']});
    expect(code).toBe(0);
    expect(out).toMatch(/^First\n/);
    expect(out).toMatch(/Recommended together\n {2}\S/);
    expect(out).toMatch(/Face to face: (yes|no)\. /);
    expect(out).not.toMatch(/undefined|null|\[object/);
  });

  it('gives 1 when it should not be called a consultation', async () => {
    const {code, out} = await ask({purpose: 'gather-views', canChange: false});
    expect(code).toBe(1);
    expect(out).toMatch(/^Do not call this a consultation/);
  });

  it('names every fault of a brief with its line, and gives 2', async () => {
    const {code, err} = await ask('{\n  "purpose": "gather",\n  "weeksAvailable": -2,\n  "budget": 3\n}');
    expect(code).toBe(2);
    expect(err).toMatch(/brief\.json:2 purpose: /);
    expect(err).toMatch(/brief\.json:3 weeksAvailable: /);
    expect(err).toMatch(/brief\.json:4 budget: There is no field called `budget`/);
  });

  it.each([[[]], [['a.json', 'b.json']], [['a.json', '--jsno']], [['missing.json']]])('gives 2 and says why for %j', async (args) => {
    const {code, err} = await call(...args);
    expect(code).toBe(2);
    expect(err).toMatch(/\.$/m);
  });
});
