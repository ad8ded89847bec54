import {PHASE_IDS, PracticeCode} from '#core/planning/practiceCode.ts';

/** A code of the right size with words that say nothing: step 1 is `step-1`, and the phases have 7, 6, 2 and 3 steps. */
export function sampleCode(): PracticeCode {
  const phaseOf = (number: number) => PHASE_IDS[number <= 7 ? 0 : number <= 13 ? 1 : number <= 15 ? 2 : 3] ?? 'plan';
  const numbers = (to: number) => Array.from({length: to}, (_, index) => index + 1);
  return PracticeCode.parse({
    principles: numbers(6).map((number) => ({id: `principle-${number}`, title: `Principle ${number}`, principle: 'It asks.', inPractice: ['One.', 'Two.', 'Three.'], risk: 'It fails.'})),
    steps: numbers(18).map((number) => ({
      id: `step-${number}`, title: `Do ${number}`, question: `Did you do ${number}?`, goodLooksLike: ['One.', 'Two.'], evidence: ['One', 'Two'],
      more: '/toolkit/journey/time/', moreText: 'Time', principle: `principle-${((number - 1) % 6) + 1}`, phase: phaseOf(number),
    })),
  });
}
