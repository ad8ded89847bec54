import {createElement} from 'react';
import type {ReactElement, ReactNode} from 'react';
import {renderToStaticMarkup} from 'react-dom/server';
import {describe, expect, it} from 'vitest';
import {Reminders} from '#components/account/Reminders.tsx';
import {CompletedPanel} from '#components/learn/DueCompleted.tsx';
import {DueDates} from '#components/learn/DueDates.tsx';
import {DueList} from '#components/learn/DueList.tsx';
import {RefresherStanding} from '#components/learn/RefresherStanding.tsx';
import {plainLink} from '#components/methods/link.tsx';
import type {Course} from '#core/courses/course.ts';
import type {Coming, Due, HeldStanding} from '#core/courses/due.ts';
import {Completion} from '#core/records/api.ts';

const course: Course = {
  id: 'intro', title: 'Introduction', version: 1, summary: '-', minutes: 10, outcomes: [{id: 'one', text: 'You can do it.', competencies: ['know-the-law']}],
  lessons: [], assessment: 'final', rule: {all: [{lessons: 'all'}]}, validFor: 'P24M', refreshEvery: 'P6M', owner: 'Team', reviewed: '2026-11-22', reviewBy: '2027-11-22',
};
/** What a reader sees, without the markup. */
const textOf = (element: ReactElement): string => renderToStaticMarkup(element).replace(/<[^>]*>/g, ' ').replaceAll('&#x27;', "'").replace(/\s+/g, ' ').replace(/ ([.:,])/g, '$1').trim();

describe('what is due, on screen', () => {
  const due: Due = {kind: 'refresher', courseId: 'intro', title: 'Introduction', by: 'completion', on: '2026-12-20', until: '2028-11-22', assessed: true, href: '/learn/intro/refresher/'};

  it('is nothing at all when nothing is due or to come', () => {
    expect(renderToStaticMarkup(createElement(DueList, {due: [], linkTo: plainLink}))).toBe('');
    expect(renderToStaticMarkup(createElement(DueDates, {coming: [], linkTo: plainLink, onSaved: () => undefined}))).toBe('');
  });

  it('names the course in each link, so that links can be told apart', () => {
    const html = renderToStaticMarkup(createElement(DueList, {due: [due, {...due, kind: 'due-soon', href: '/learn/intro/assessment/'}], linkTo: plainLink}));
    expect([...html.matchAll(/<a href="([^"]+)"[^>]*>(.*?)<\/a>/g)].map(([, href, inner]) => [href, inner?.replace(/<[^>]*>/g, '')]))
      .toEqual([['/learn/intro/refresher/', 'Do the refresher: Introduction'], ['/learn/intro/assessment/', 'Take the assessment: Introduction']]);
  });

  it('folds later dates away and counts them', () => {
    const coming = ['2026-12-20', '2027-05-22', '2027-11-22', '2028-05-22', '2028-11-22'].map((on): Coming => ({kind: on === '2028-11-22' ? 'end' : 'refresher', courseId: 'intro', title: 'Introduction', on, href: '/'}));
    expect(textOf(createElement(DueDates, {coming, linkTo: plainLink, onSaved: () => undefined})))
      .toMatch(/20 December 2026: refresher of Introduction .*Later dates \(1\) 22 November 2028: the last day on which your completion of Introduction counts Add to my calendar$/);
  });
});

describe('how a course stands, on screen', () => {
  const standing = (changes: Partial<HeldStanding> = {}): HeldStanding => ({currency: 'current', until: '2028-11-22', refresher: {due: null, next: '2027-05-22'}, ...changes});
  const say = (each: HeldStanding | null, isDone = false): string => textOf(createElement(RefresherStanding, {course, isKnown: true, standing: each, isDone, linkTo: plainLink}));

  it.each([
    [null, 'Refreshers fall due once you have completed the course: first after four weeks.'],
    [standing(), 'Your next refresher is due on 22 May 2027.'],
    [standing({refresher: {due: '2026-12-20', next: '2027-05-22'}}), 'This refresher has been due since 20 December 2026.'],
    [standing({refresher: {due: null, next: null}}), 'No more refreshers come before your completion ends on 22 November 2028. Then it is the assessment that is due.'],
    [standing({currency: 'lapsed', refresher: {due: null, next: null}}), 'This course counted until 22 November 2028. A refresher does not renew it: take the assessment again.'],
  ])('says when a refresher is due (%#)', (each, text) => {
    expect(say(each)).toBe(text);
  });

  it.each([
    [null, standing(), 'You completed this course on 22 November 2026. It counts until 22 November 2028. Do a refresher: 5 questions, about 3 minutes. The next one is due on 22 May 2027. See my record or print a record of completion'],
    ['2028-10-01T10:00:00Z', standing({until: '2030-10-01', refresher: {due: '2028-10-29', next: null}}), 'You completed this course on 22 November 2026. You renewed it on 1 October 2028. It counts until 1 October 2030. Do a refresher: 5 questions, about 3 minutes. It has been due since 29 October 2028. See my record or print a record of completion'],
    [null, standing({currency: 'due-soon'}), 'You completed this course on 22 November 2026. It counts until 22 November 2028. To renew it, take the assessment again. Do a refresher: 5 questions, about 3 minutes. The next one is due on 22 May 2027. See my record or print a record of completion'],
    [null, standing({currency: 'lapsed'}), 'You completed this course on 22 November 2026. It counted until 22 November 2028 and has lapsed. To renew it, take the assessment again. See my record or print a record of completion'],
  ])('says until when a completion counts (%#)', (renewedAt, each, text) => {
    const Link = ({to, children}: {to: string; children: ReactNode}) => createElement('a', {href: to}, children);
    expect(textOf(createElement(CompletedPanel, {course, completedAt: '2026-11-22T10:00:00Z', renewedAt, standing: each, Link}))).toBe(text);
  });
});

describe('reminders, on screen', () => {
  const done = async () => [];
  const render = (email: boolean, feedSince: string | null, address: string | null = null): string => renderToStaticMarkup(createElement(Reminders, {
    settings: {email, feedSince: null}, feedSince, email: 'officer@example.org', address, onEmail: done, onFeedMade: done, onFeedEnded: done, onCopied: async () => true,
  }));

  it('are off until somebody asks, and offer no end to what was never made', () => {
    expect(render(false, null)).not.toMatch(/checked=""|End the address|Make a new address/);
    expect(render(true, '22 November 2026')).toMatch(/checked=""[\s\S]*Make a new address[\s\S]*End the address/);
  });

  it('show the address only when it was made just now', () => {
    expect(render(false, '22 November 2026')).not.toContain('feed-address');
    expect(render(false, '22 November 2026', 'https://consult.example.org/api/calendar/x.ics')).toContain('value="https://consult.example.org/api/calendar/x.ics"');
  });
});

it('reads completions that devices kept before there were renewals', () => {
  expect(Completion.safeParse({courseId: 'intro', courseVersion: 1, completedAt: '2026-11-22T10:00:00Z'}).success).toBe(true);
});
