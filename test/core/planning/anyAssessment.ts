import * as fc from 'fast-check';
import type {PracticeCode} from '#core/planning/practiceCode.ts';
import {ANSWER_IDS} from '#core/planning/selfAssessment.ts';
import type {SelfAssessment} from '#core/planning/selfAssessment.ts';

/** Text that people and spreadsheets trip over. */
const text = fc.oneof(
  fc.string({unit: 'grapheme', maxLength: 60}),
  fc.constantFrom('=1+1', '+44 1632', '-5', '@sum', '\tx', '\rx', ' =A1', 'two\r\nlines', 'a "quoted", word', "it's", '＝1', '|cmd', '\u0000'),
);
const answer = fc.record({answer: fc.constantFrom(null, ...ANSWER_IDS), evidence: text, action: text});

/** Any self-assessment of a code, with some answers to steps that it does not have. */
export function anyAssessment(code: PracticeCode): fc.Arbitrary<SelfAssessment> {
  const step = fc.oneof({weight: 5, arbitrary: fc.constantFrom(...code.steps.map(({id}) => id))}, {weight: 1, arbitrary: fc.constantFrom('step-99', 'constructor', 'toString', 'old step', '=cmd')});
  return fc.record({
    version: fc.constant(1 as const), name: fc.oneof(text, fc.constant('Library hours')),
    started: fc.date({min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true}).map((date) => date.toISOString().slice(0, 10)),
    answers: fc.dictionary(step, answer, {maxKeys: 20, noNullPrototype: true}),
  });
}
