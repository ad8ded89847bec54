import {describe, expect, it} from 'vitest';
import * as fc from 'fast-check';
import {drawItems, DrawnItem, explainAttempt, faultOfDraw, faultOfResponses, markAttempt, Responses} from '#core/quizzes/attempt.ts';
import {optionIds} from '#core/quizzes/questions/index.ts';
import type {PublicQuestion, Response} from '#core/quizzes/questions/index.ts';
import {toPublicQuiz} from '#core/quizzes/quiz.ts';
import type {Quiz} from '#core/quizzes/quiz.ts';
import {toLearningRecord} from '#core/records/handIn.ts';
import {LearningRecord} from '#core/records/learningRecord.ts';
import {realContent} from '../../support/project.ts';

const RUNS = 10_000;

const quizzes = (await realContent()).quizzes;
/** One quiz of each kind, which together hold every type of question. */
const CHOSEN = ['planning-a-consultation-assessment', 'questions-surveys-analysis-refresher', 'skills-check', ...quizzes.filter(({id}) => /^(surveys|planning|sample)-/.test(id) && !id.includes('bank')).map(({id}) => id)]
  .flatMap((id) => quizzes.filter((quiz) => quiz.id === id && quiz.items.length > 0));

/** Any answer that a person could give to a question, whole or in part. */
function anyAnswer(question: PublicQuestion): fc.Arbitrary<Response> {
  const ids = optionIds(question);
  switch (question.type) {
    case 'single': return fc.constantFrom(...ids);
    case 'multi': return fc.shuffledSubarray(ids);
    case 'true-false': return fc.boolean();
    case 'match': return fc.dictionary(fc.constantFrom(...question.rows.map(({id}) => id)), fc.constantFrom(...ids));
    case 'order': return fc.shuffledSubarray(ids, {minLength: ids.length});
    case 'gap': return fc.record(Object.fromEntries(question.gaps.map(({id, options}) => [id, options ? fc.constantFrom(...options.map((option) => option.id)) : fc.string({maxLength: 20})])), {requiredKeys: []}) as fc.Arbitrary<Record<string, string>>;
    case 'numeric': return fc.oneof(fc.integer().map(String), fc.string({maxLength: 20}));
    case 'short-text': return fc.string({maxLength: 40});
    case 'scenario': return fc.record(Object.fromEntries(question.steps.map(({id, options}) => [id, fc.constantFrom(...options.map((option) => option.id))])), {requiredKeys: []}) as fc.Arbitrary<Record<string, string>>;
    case 'reflection': return fc.string({maxLength: 200});
  }
}

/** A quiz, a draw of it, and any answers to some of what was drawn. */
const anyAttempt = fc.constantFrom(...CHOSEN).chain((quiz) => fc.infiniteStream(fc.double({min: 0, max: 1, maxExcluded: true, noNaN: true})).chain((numbers) => {
  const drawn = drawItems(toPublicQuiz(quiz), () => numbers.next().value as number);
  const asked = toPublicQuiz(quiz).items.filter(({id}) => drawn.some(({itemId}) => itemId === id));
  return fc.record(Object.fromEntries(asked.map((item) => [item.id, anyAnswer(item)])), {requiredKeys: []}).map((given) => given as Responses).map((responses) => ({quiz, drawn, responses}));
}));

const AT = '2026-11-22T11:00:00.000Z';
const recordOf = (quiz: Quiz, drawn: DrawnItem[], responses: Responses) => toLearningRecord({
  id: '01932c07-209f-7000-8000-0123456789ab', quizId: quiz.id, quizVersion: quiz.version, mode: quiz.mode, drawnBy: 'device', startedAt: AT, drawn, quiz: toPublicQuiz(quiz),
}, responses, AT);

describe(`any of ${RUNS} attempts`, () => {
  it('never gets more than there is, is marked alike each time and in any order, and survives being written down', () => {
    fc.assert(fc.property(anyAttempt, ({quiz, drawn, responses}) => {
      const open = toPublicQuiz(quiz);
      if (faultOfDraw(open, drawn) !== null) throw new Error(`${quiz.id}: ${faultOfDraw(open, drawn) ?? ''}`);
      const marked = markAttempt(quiz, drawn, responses);
      for (const {got, of} of [marked, ...marked.items]) {
        if (!Number.isInteger(got) || !Number.isInteger(of) || got < 0 || got > of) throw new Error(`${got} of ${of}`);
      }
      if (marked.percent < 0 || marked.percent > 100 || marked.items.length !== drawn.length) throw new Error('out of bounds');

      const turned = Object.fromEntries(Object.entries(responses).reverse());
      const written = JSON.stringify([drawn, turned]);
      const [readDrawn, readResponses] = JSON.parse(written) as [unknown, unknown];
      expect(markAttempt(quiz, DrawnItem.array().parse(readDrawn), Responses.parse(readResponses))).toEqual(marked);

      const record = LearningRecord.parse(JSON.parse(JSON.stringify(recordOf(quiz, drawn, responses))));
      if (faultOfResponses(open, record.body.drawn, record.body.responses) !== null) throw new Error(`${quiz.id}: ${faultOfResponses(open, record.body.drawn, record.body.responses) ?? ''}`);
      const sent = markAttempt(quiz, record.body.drawn, record.body.responses);
      expect([sent.got, sent.of, sent.passed]).toEqual([marked.got, marked.of, marked.passed]);
      explainAttempt(quiz, drawn, responses, true);
    }), {numRuns: RUNS});
  }, 120_000);

  it('come of quizzes that hold every type of question', () => {
    const types = new Set(CHOSEN.flatMap(({items}) => items.map(({type}) => type)));
    expect(types.size).toBeGreaterThanOrEqual(8);
  });
});
