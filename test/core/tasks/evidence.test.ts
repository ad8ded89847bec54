import * as fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {evidenceOf, newJudgementDraft, parseJudgementDraft, parseTaskDraft} from '#core/tasks/draft.ts';
import {countWords, faultsOfEvidence, hostOfLink} from '#core/tasks/evidence.ts';
import {faultsOfJudgement} from '#core/tasks/judgement.ts';
import {writeTaskNews} from '#core/tasks/newsMail.ts';
import {makeTask} from './anyTask.ts';

describe('a link', () => {
  it.each([
    ['https://example.org/plan.pdf', 'example.org'], ['https://files.example.org:8443/a?b=c#d', 'files.example.org:8443'], ['HTTPS://EXAMPLE.org/', 'example.org'],
    ['https://еxample.org/', 'xn--xample-2of.org'],
  ])('%s leads to %s', (link, host) => expect(hostOfLink(link)).toBe(host));

  it.each([
    'http://example.org/', 'javascript:alert(1)', 'data:text/html,x', '//example.org', 'example.org', 'https://', 'https://user:secret@example.org/', 'https://example.org@evil.example/',
    'https://example.org/a b', 'https:\\\\example.org', 'https://example.org/\u0007', ' https://example.org/', '',
  ])('%j is refused', (link) => expect(hostOfLink(link)).toBeNull());

  it('that is taken is always an https address without a user', () => {
    fc.assert(fc.property(fc.oneof(fc.webUrl({validSchemes: ['https', 'http']}), fc.string()), (link) => {
      if (hostOfLink(link) === null) return;
      const {protocol, username, password} = new URL(link);
      expect([protocol, username, password]).toEqual(['https:', '', '']);
    }), {numRuns: 40});
  });
});

describe('what is handed in', () => {
  it('has its words counted as a person would', () => {
    expect(countWords('  One two\nthree — “four” 5. ')).toBe(5);
    expect(countWords(' … – ')).toBe(0);
  });

  it.each([
    ['nothing', {}, {text: null, link: null}, ['text']], ['nothing, for a link alone', {evidence: ['link' as const]}, {text: null, link: null}, ['link']],
    ['a text where a link is asked for', {evidence: ['link' as const]}, {text: 'Words', link: null}, ['text']],
    ['a link where a text is asked for', {evidence: ['text' as const]}, {text: null, link: 'https://example.org/'}, ['link']],
    ['too few words', {words: {least: 3, most: 5}}, {text: 'One two', link: null}, ['text']], ['too many words', {words: {least: 1, most: 2}}, {text: 'One two three', link: null}, ['text']],
    ['a text without a word', {}, {text: '— …', link: null}, ['text']], ['a link that is none', {}, {text: 'Words', link: 'http://example.org/'}, ['link']],
  ])('is refused for %s', (_what, changes, evidence, fields) => {
    expect(faultsOfEvidence(makeTask(changes), evidence).map(({field}) => field)).toEqual(fields);
  });

  it('may be a short note where a link goes with it', () => {
    expect(faultsOfEvidence(makeTask({words: {least: 300, most: 3000}}), {text: 'See the link.', link: 'https://example.org/plan'})).toEqual([]);
    expect(faultsOfEvidence(makeTask(), {text: 'Words', link: null})).toEqual([]);
  });
});

describe('a judgement', () => {
  const line = {level: 'competent', note: null} as const;
  it('has a level for every criterion, a moderator’s has a reason, and only the first assessor asks for a second', () => {
    const whole = {place: 'first', lines: [line, line], comment: null, asksSecond: true} as const;
    const fields = (changes: object): string[] => faultsOfJudgement(2, {...whole, lines: [...whole.lines], ...changes}).map(({field}) => field);
    expect(fields({})).toEqual([]);
    expect(fields({lines: [line]})).toEqual(['lines']);
    expect(fields({place: 'moderator', asksSecond: false})).toEqual(['comment']);
    expect(fields({place: 'second'})).toEqual(['asksSecond']);
  });

  it('of a moderator begins with the levels on which both assessors agree', () => {
    const draft = newJudgementDraft(2, [[line, {level: 'not-yet', note: 'No dates'}], [line, line]]);
    expect(draft.lines).toEqual([{level: 'competent', note: ''}, {level: null, note: ''}]);
  });
});

describe('what a device keeps', () => {
  it('is read back as it was written, and anything else is nothing', () => {
    const judgement = newJudgementDraft(3);
    expect(parseJudgementDraft(JSON.parse(JSON.stringify(judgement)))).toEqual(judgement);
    const task = {text: ' Words ', link: ' ', cohortId: '', sending: null};
    expect(parseTaskDraft(task)).toEqual(task);
    expect(evidenceOf(task)).toEqual({text: 'Words', link: null});
    fc.assert(fc.property(fc.anything(), (stored) => {
      expect(() => [parseTaskDraft(stored), parseJudgementDraft(stored)]).not.toThrow();
    }));
  });
});

it('the mail says that there is news and where, and no verdict', () => {
  const {subject, text} = writeTaskNews({courseId: 'planning', task: {id: 'example-plan', title: 'Plan an example'}}, {site: 'https://learn.example.org', contact: {team: 'Example team', email: 'team@example.org'}});
  expect(subject).toBe('There is news on your task');
  expect(text).toContain('https://learn.example.org/tasks/?course=planning&task=example-plan');
  expect(`${subject} ${text}`).not.toMatch(/competent|not yet|passed|failed/i);
});
