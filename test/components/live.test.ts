import {createElement} from 'react';
import {renderToStaticMarkup} from 'react-dom/server';
import {describe, expect, it} from 'vitest';
import {HandCount} from '#components/live/HandCount.tsx';
import {PhoneQuestion} from '#components/live/PhoneQuestion.tsx';
import {ResultTable} from '#components/live/ResultTable.tsx';
import {WallControls} from '#components/live/WallControls.tsx';
import {WallQuestion} from '#components/live/WallQuestion.tsx';
import {sayStanding} from '#components/live/words.ts';
import type {LiveQuestion} from '#core/live/api.ts';
import type {PhoneAnswer} from '#core/live/phone.ts';
import type {LiveItem} from '#core/live/questions.ts';
import {toResultRows} from '#core/live/results.ts';

const QUESTION: LiveQuestion = {id: 'q', type: 'single', stem: 'Which is an example?', options: [{id: 'b', text: 'Second'}, {id: 'a', text: 'First'}]};
const ITEM: LiveItem = {...QUESTION, options: [{id: 'b', text: 'Second', right: true, why: 'It is.'}, {id: 'a', text: 'First', right: false, why: 'It is not.'}]};
const answer = (standing: PhoneAnswer['standing'], counted: string[] | null = null): PhoneAnswer => ({questionId: 'q', chosen: ['a'], standing, counted});
const nothing = (): void => undefined;
const cells = (html: string): string[] => [...html.matchAll(/<td[^>]*>([^<]*)<\/td>/g)].map(([, text]) => text ?? '');

describe('what a phone says of its answer', () => {
  it.each([
    ['nothing yet', null, 'open', false, ''],
    ['closed without one', null, 'closed', false, 'Answers are closed.'],
    ['on its way', answer('unsent'), 'open', false, 'Sending.'],
    ['no network', answer('unsent'), 'open', true, 'Not sent yet. We keep trying.'],
    ['there', answer('sent', ['a']), 'open', false, 'Sent. You can change it until answers are closed.'],
    ['there and closed', answer('sent', ['a']), 'closed', false, 'Answers are closed. Yours is counted.'],
    ['too late', answer('late'), 'closed', false, 'Answers were closed before yours arrived, so it is not counted.'],
    ['a change too late', answer('late', ['b']), 'closed', false, 'Answers were closed before your change arrived. Your earlier answer is counted.'],
    ['too late and open again', answer('late'), 'open', false, 'Your answer came after answers were closed. They are open again: send it once more.'],
  ] as const)('%s', (_, given, state, isAway, words) => {
    expect(sayStanding(given, state, isAway)).toBe(words);
  });
});

describe('results on the wall', () => {
  it('are a table with counts and shares, with bars that only repeat them', () => {
    const html = renderToStaticMarkup(createElement(ResultTable, {rows: toResultRows(QUESTION.options, {a: 2, b: 6}, 8), people: 8, chosen: ['a']}));
    expect(html).toContain('<caption>8 people answered</caption>');
    expect(cells(html)).toEqual(['6', '75%', '2', '25%']);
    expect(html.match(/<svg[^>]*aria-hidden="true"/g)).toHaveLength(2);
    expect(html.match(/Your answer/g)).toHaveLength(1);
  });

  it('say when they were counted by hand, and show no share of a number that nobody knows', () => {
    const html = renderToStaticMarkup(createElement(ResultTable, {rows: toResultRows(QUESTION.options, {a: 2, b: 6}, null), people: null, isByHand: true}));
    expect(html).toContain('<caption>Counted by hand</caption>');
    expect(cells(html)).toEqual(['6', '2']);
  });

  it('come without the key until the reasons are asked for', () => {
    const draw = (reasons: LiveItem | null) => renderToStaticMarkup(createElement(WallQuestion, {question: QUESTION, reasons, results: null, headingRef: null}));
    expect(draw(null)).not.toMatch(/Right|It is/);
    expect(draw(ITEM)).toMatch(/✓ Right\.<\/strong> It is\..*Not right\.<\/strong> It is not\./);
  });

  it('cannot be asked for below five answers, and the reason stands beside the button', () => {
    const draw = (canShowResults: boolean) => renderToStaticMarkup(createElement(WallControls, {
      state: 'open', canShowResults, hasReasons: true, areReasonsShown: false, isBusy: false, onClosed: nothing, onReopened: nothing, onResults: nothing, onReasons: nothing,
    }));
    expect(draw(false)).toMatch(/aria-disabled="true" aria-describedby="live-too-few">Show results.*from 5 answers on/);
    expect(draw(true)).not.toContain('live-too-few');
  });
});

it('gives a phone one labelled control for each option, disabled once answers are closed', () => {
  const draw = (state: 'open' | 'closed') => renderToStaticMarkup(createElement(PhoneQuestion, {question: QUESTION, state, answer: answer('sent', ['a']), isAway: false, onAnswered: nothing}));
  expect(draw('open').match(/<label[^>]*><input type="radio"/g)).toHaveLength(2);
  expect(draw('open')).toMatch(/<input type="radio" name="answer" checked="" value="a"/);
  expect(draw('open')).toContain('Send the change');
  expect(draw('closed')).toMatch(/<fieldset [^>]*disabled=""/);
  expect(draw('closed')).not.toContain('<button');
});

it('asks how many people are in the room only where each may raise a hand for several answers', () => {
  const draw = (type: LiveQuestion['type'], typed = '') => renderToStaticMarkup(createElement(HandCount, {question: {...QUESTION, type}, hands: {typed: {b: typed}, inRoom: ''}, areResultsShown: false, onTyped: nothing, onShown: nothing}));
  expect(draw('single')).toContain('Hands for A');
  expect(draw('single')).not.toContain('People in the room');
  expect(draw('multi')).toContain('People in the room');
  expect(draw('single', 'many')).toMatch(/aria-invalid="true" aria-describedby="hands-b-error"/);
});
