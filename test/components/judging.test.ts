import {createElement} from 'react';
import {renderToStaticMarkup} from 'react-dom/server';
import {describe, expect, it} from 'vitest';
import {AgreementTable} from '#components/tasks/AgreementTable.tsx';
import {EvidenceView} from '#components/tasks/EvidenceView.tsx';
import {faultsOfForm} from '#components/tasks/JudgeForm.tsx';
import {handInWords} from '#components/tasks/MyHandIn.tsx';
import {newJudgementDraft} from '#core/tasks/draft.ts';

describe('evidence on screen', () => {
  it('shows a link whole, with the place it leads to, and opens it without telling where from', () => {
    const html = renderToStaticMarkup(createElement(EvidenceView, {evidence: {text: null, link: 'https://files.example.org/plan?a=1'}}));
    expect(html).toContain('<a href="https://files.example.org/plan?a=1" target="_blank" rel="noreferrer noopener">https://files.example.org/plan?a=1</a>');
    expect(html).toContain('Opens files.example.org in a new tab.');
  });

  it('makes no link of an address that is not safe, and no markup of a text', () => {
    const html = renderToStaticMarkup(createElement(EvidenceView, {evidence: {text: '<img src=x onerror=alert(1)>', link: 'javascript:alert(1)'}}));
    expect(html).not.toMatch(/<a |<img/);
    expect(html).toContain('&lt;img src=x');
  });
});

describe('the form of a judgement', () => {
  it('asks for a level of every criterion, and for a moderator’s reason', () => {
    const draft = newJudgementDraft(2);
    expect(faultsOfForm('first', draft).map(({field}) => field)).toEqual(['level-0', 'level-1']);
    expect(faultsOfForm('moderator', {...draft, lines: [{level: 'strong', note: 'x'.repeat(1001)}, {level: 'not-yet', note: ''}]}).map(({field}) => field)).toEqual(['note-0', 'comment']);
    expect(faultsOfForm('second', {...draft, lines: draft.lines.map(() => ({level: 'competent', note: ''}))})).toEqual([]);
  });
});

describe('agreement on screen', () => {
  const pairs = (count: number) => [{first: 'competent', second: 'competent', count}, {first: 'not-yet', second: 'not-yet', count: 1}, {first: 'competent', second: 'not-yet', count: 1}] as const;
  const rowOf = (count: number): string => /<tbody>.*<\/tbody>/.exec(renderToStaticMarkup(createElement(AgreementTable, {tasks: [{name: 'Example task', pairs: pairs(count)}]})))?.[0] ?? '';

  it('is kept back below ten double-marked tasks, and says from ten on what it rests on', () => {
    expect(rowOf(7)).toContain('Shown from 10 on');
    expect(rowOf(7)).not.toContain('%');
    // 9 of 10 agree; by chance 0.9 x 0.8 + 0.1 x 0.2 = 0.74 would, so kappa is (0.9 - 0.74) / 0.26.
    expect(rowOf(8)).toContain('90% (9 of 10)');
    expect(rowOf(8)).toContain('0.62 (from 10)');
  });
});

describe('how a hand-in stands in words', () => {
  const at = {submittedAt: '2026-11-20T10:00:00Z', decidedAt: null, verdict: null};
  it.each([
    [{...at, state: 'with-assessors'}, 'With the assessors since 20 November 2026'],
    [{...at, state: 'withdrawn'}, 'Handed in on 20 November 2026 and withdrawn'],
    [{...at, state: 'decided', verdict: 'not-yet', decidedAt: '2026-11-22T10:00:00Z'}, 'Judged “not yet” on 22 November 2026'],
  ] as const)('%o', (submission, words) => expect(handInWords(submission)).toBe(words));
});
