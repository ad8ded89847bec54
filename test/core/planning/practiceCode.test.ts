import {describe, expect, it} from 'vitest';
import {PracticeCode, stepsByPhase} from '#core/planning/practiceCode.ts';
import type {Principle, Step} from '#core/planning/practiceCode.ts';
import {sampleCode} from './sampleCode.ts';

interface Draft {principles: Partial<Principle>[]; steps: Partial<Step>[]}

function faultsOf(change: (code: Draft) => void): string[] {
  const code: Draft = structuredClone(sampleCode());
  change(code);
  const checked = PracticeCode.safeParse(code);
  return checked.success ? [] : checked.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`);
}
const step = (code: Draft, number: number): Partial<Step> => code.steps[number - 1] ?? {};

describe('the code of practice', () => {
  it('accepts six principles and 18 steps in order', () => {
    expect(faultsOf(() => undefined)).toEqual([]);
  });

  it.each<[string, (code: Draft) => void, RegExp]>([
    ['a step too few', (code) => { code.steps.pop(); }, /^steps /],
    ['a principle too many', (code) => { code.principles.push({...code.principles[0], id: 'seventh', title: 'Seventh'}); }, /^principles /],
    ['two steps with one id', (code) => { step(code, 2).id = 'step-1'; }, /^steps\.1\.id `step-1` stands here twice/],
    ['two steps with one title', (code) => { step(code, 2).title = 'Do 1'; }, /^steps\.1\.title `Do 1` stands here twice/],
    ['a step without a principle of the code', (code) => { step(code, 3).principle = 'courage'; }, /^steps\.2\.principle `courage` is not a principle.*principle-1/],
    ['a principle that no step puts to work', (code) => { for (const each of code.steps) if (each.principle === 'principle-6') each.principle = 'principle-1'; }, /^principles\.5\.id No step puts `principle-6` to work/],
    ['a step that goes back a phase', (code) => { step(code, 9).phase = 'plan'; }, /^steps\.8\.phase `plan` comes before `prepare`/],
    ['a phase without steps', (code) => { step(code, 14).phase = 'prepare'; step(code, 15).phase = 'prepare'; }, /^steps No step is in the phase `run`/],
    ['a question without its mark', (code) => { step(code, 1).question = 'Say whether you did'; }, /^steps\.0\.question A question ends with a question mark/],
    ['an address of another site', (code) => { step(code, 1).more = 'https://example.org/'; }, /^steps\.0\.more Write an address on this site/],
    ['an id with capitals', (code) => { step(code, 1).id = 'Step1'; }, /^steps\.0\.id Use small letters/],
    ['a blank line among the evidence', (code) => { step(code, 1).evidence = ['One', ' ']; }, /^steps\.0\.evidence\.1 /],
  ])('refuses %s', (_what, change, expected) => {
    expect(faultsOf(change)).toContainEqual(expect.stringMatching(expected));
  });

  it('numbers the steps through the phases', () => {
    const phases = stepsByPhase(sampleCode());
    expect(phases.map(({phase, steps}) => [phase, steps.map(({number}) => number)])).toEqual([
      ['plan', [1, 2, 3, 4, 5, 6, 7]], ['prepare', [8, 9, 10, 11, 12, 13]], ['run', [14, 15]], ['report', [16, 17, 18]],
    ]);
  });
});
