import {createElement} from 'react';
import {renderToStaticMarkup} from 'react-dom/server';
import {describe, expect, it} from 'vitest';
import {AnalysisView} from '#components/itemAnalysis/AnalysisView.tsx';
import {SORTS, sortItems} from '#components/itemAnalysis/sortItems.ts';
import type {Sort} from '#components/itemAnalysis/sortItems.ts';
import {figure} from '#components/itemAnalysis/words.ts';
import {analyseItems} from '#core/quizzes/itemAnalysis.ts';
import {toAnalysed} from '#core/quizzes/itemAnalysis/attempts.ts';
import type {AnalysedAttempt} from '#core/quizzes/itemAnalysis/attempts.ts';
import type {AssessmentAnalysis} from '#core/quizzes/itemAnalysisApi.ts';
import {makeAssessment} from '../support/smallContent.ts';

const QUIZ = makeAssessment();
const times = (count: number, responses: Record<string, string>): AnalysedAttempt[] => Array.from({length: count},
  () => toAnalysed(QUIZ, Object.keys(responses).map((itemId) => ({itemId, itemVersion: 'v1', optionOrder: []})), responses));
const analyse = (attempts: AnalysedAttempt[]): AssessmentAnalysis => ({
  ...analyseItems(attempts, QUIZ.items.map((question) => ({question, isOld: question.id === 'q6'}))), quizId: QUIZ.id, title: QUIZ.title, isLatestOnly: false, leftOut: 0,
});
const draw = (analysis: AssessmentAnalysis): string => renderToStaticMarkup(createElement(AnalysisView, {analysis, onSavedAsCsv: () => undefined}));
const MANY = [...times(25, {q1: 'a', q2: 'b', q4: 'b'}), ...times(10, {q1: 'b', q2: 'a', q5: 'b'}), ...times(6, {q1: 'c', q2: 'c', q6: 'b'})];

describe('the page of item analysis', () => {
  it('says in a sentence that nobody has handed in, and draws nothing', () => {
    const html = draw(analyse([]));
    expect(html).toContain('Nobody has handed in “Planning assessment” yet');
    expect(html).not.toMatch(/<table|<svg/);
  });

  it('puts the questions that need a look first, each with what to try and what people chose', () => {
    const html = draw(analyse(MANY));
    expect(html).toContain('41 people have handed it in.');
    expect(html).toMatch(/1 question needs a look\.|2 questions need a look\./);
    const [first, rest] = [html.indexOf('Questions that need a look'), html.indexOf('All questions')];
    expect(first).toBeGreaterThan(0);
    expect(html.slice(first, rest)).toContain('1. q1');
    expect(html.slice(first, rest)).toContain('<strong>What to try:</strong> Check that the marked answer is right');
    expect(html.slice(first, rest)).toContain('What the 41 people chose in q1');
    expect(html).toContain('Older wording');
  });

  it('draws a chart with a name, and the same figures in a table that can be sorted', () => {
    const html = draw(analyse(MANY));
    expect(html).toMatch(/<svg[^>]*role="img"[^>]*aria-labelledby="[^"]+"/);
    expect(html).toContain('Facility against discrimination of 2 questions');
    for (const heading of Object.values(SORTS)) expect(html).toMatch(new RegExp(`<button type="button"[^>]*>${heading}<span aria-hidden="true">`));
    expect(html.match(/aria-sort=/g)).toHaveLength(1);
    expect(html).not.toMatch(/NaN|undefined|Infinity/);
  });

  it('shows counts and no statistics under 20 people, and no counts under 5', () => {
    const few = draw(analyse(MANY.slice(0, 12)));
    expect(few).toContain('Statistics need 20 people, so you see counts alone.');
    expect(few).toContain('What the 12 people chose in q1');
    expect(few).not.toMatch(/<svg|95% limits \d/);
    const four = draw(analyse(MANY.slice(0, 4)));
    expect(four).toContain('Counts are shown from 5 people on');
    expect(four).not.toContain('chose in q1');
  });
});

describe('the order of the table', () => {
  const {items} = analyse(MANY);
  it.each(Object.keys(SORTS) as Sort[])('by %s keeps every question, and those without the figure last', (by) => {
    for (const isDown of [false, true]) {
      const sorted = sortItems(items, by, isDown);
      expect(sorted.map(({itemId}) => itemId).sort()).toEqual(items.map(({itemId}) => itemId).sort());
      if (by === 'facility') expect(sorted.findIndex(({statistics}) => statistics === null)).toBe(3);
    }
  });

  it('writes a true minus, and no minus before nought', () => {
    expect([figure(-0.214), figure(-0.001), figure(0.5)]).toEqual(['−0.21', '0.00', '0.50']);
  });
});
