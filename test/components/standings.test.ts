import {createElement} from 'react';
import type {ReactElement, ReactNode} from 'react';
import {renderToStaticMarkup} from 'react-dom/server';
import {describe, expect, it} from 'vitest';
import {Conditions} from '#components/learn/Conditions.tsx';
import {CompletedPanel} from '#components/learn/DueCompleted.tsx';
import {nextStep} from '#components/learn/nextStep.ts';
import {StandingsView} from '#components/standings/StandingsView.tsx';
import type {RunStandings} from '#core/courses/api.ts';
import {NO_TRAINING, standingIn} from '#core/courses/completion.ts';
import type {Course} from '#core/courses/course.ts';
import {wordsOfDue} from '#core/courses/dueWords.ts';

const course: Course = {
  id: 'programme', title: 'Programme', version: 1, summary: '-', minutes: 10, outcomes: [{id: 'one', text: 'You can do it.', competencies: ['know-the-law']}],
  lessons: [{id: 'a', title: 'Lesson a', description: '-', minutes: 5, outcomes: ['one'], practice: 'practice-a'}],
  rule: {all: [{lessons: 'all'}, {attendance: {minPercent: 75}}, {any: [{current: 'intro'}, {current: 'short'}]}]}, validFor: 'P36M',
  others: [{id: 'intro', title: 'Introduction'}, {id: 'short', title: 'Short'}], owner: 'Team', reviewed: '2026-11-22', reviewBy: '2027-11-22',
};
const Link = ({to, children}: {to: string; children: ReactNode}): ReactElement => createElement('a', {href: to}, children);
const textOf = (element: ReactElement): string => renderToStaticMarkup(element).replace(/<[^>]*>/g, ' ').replaceAll('&#x27;', "'").replace(/\s+/g, ' ').replace(/ ([.:,;])/g, '$1').trim();
const linksOf = (html: string): [string, string][] => [...html.matchAll(/<a href="([^"]+)"[^>]*>(.*?)<\/a>/g)].map(([, href = '', text = '']) => [href, text]);
const practised = [{quizId: 'practice-a', at: '2026-11-01T10:00:00Z', passed: null}];

describe('what completes a course, for its learner', () => {
  const {conditions} = standingIn(course, practised, NO_TRAINING);
  const draw = (changes: object = {}) => createElement(Conditions, {course, conditions, isRead: true, isHeld: false, Link, ...changes});

  it('shows each condition, when it was met or what to do with a place to do it, each way of a choice by itself', () => {
    const html = renderToStaticMarkup(draw());
    expect(textOf(draw())).toContain('All lessons ✓ Met on 1 November 2026 Attendance: 75% of all sessions Book a place in a run of this course One of these: “Introduction”, completed and not lapsed; “Short”, completed and not lapsed One of these: Complete “Introduction”; Complete “Short”');
    expect(linksOf(html)).toEqual([['/bookings/', 'Book a place in a run of this course'], ['/learn/intro/', 'Complete “Introduction”'], ['/learn/short/', 'Complete “Short”']]);
  });

  it('asks for nothing before the device has been read, nor once the course is held', () => {
    for (const changes of [{isRead: false}, {isHeld: true}]) expect(linksOf(renderToStaticMarkup(draw(changes)))).toEqual([]);
  });

  it('names as the next step what is missing after the lessons, where there is no assessment', () => {
    expect(nextStep(course, standingIn(course, []), 'none')).toEqual({text: 'Start the course', href: '/learn/programme/a/'});
    expect(nextStep(course, standingIn(course, practised), 'none')).toEqual({text: 'Book a place in a run of this course', href: '/bookings/'});
    expect(nextStep({...course, assessment: 'final'}, standingIn(course, practised), 'passed')).toEqual({text: 'Book a place in a run of this course', href: '/bookings/'});
  });

  it('says that another run renews it', () => {
    const standing = {currency: 'due-soon' as const, until: '2029-11-22', refresher: {due: null, next: null}};
    expect(textOf(createElement(CompletedPanel, {course, completedAt: '2026-11-22T10:00:00Z', renewedAt: null, standing, Link}))).toContain('To renew it, take part in another run of the course.');
    expect(wordsOfDue({kind: 'lapsed', courseId: 'programme', title: 'Programme', by: 'completion', on: '2029-11-23', until: '2029-11-22', assessed: false, taught: true, href: '/bookings/'}))
      .toEqual({title: 'Programme', text: 'Your completion lapsed: it counted until 22 November 2029. Take part in another run of the course to renew it.', action: 'Find a course run'});
  });
});

describe('the standings of a run, for its trainer', () => {
  const standings: RunStandings = {
    run: {id: 'r', title: 'Autumn', courseId: 'programme', courseTitle: 'Programme'}, conditions: ['All lessons', 'Attendance'],
    people: [
      {name: '<b>Ann</b>', completedAt: null, withdrawnAt: '2026-11-20T10:00:00Z', states: [{state: 'met', metAt: '2026-11-01T10:00:00Z', sentences: []}, {state: 'cannot', metAt: null, sentences: ['Can no longer reach 75% in this run']}]},
      {name: 'Ben', completedAt: '2026-11-09T10:00:00Z', withdrawnAt: null, states: [{state: 'met', metAt: '2026-11-01T10:00:00Z', sentences: []}, {state: 'missing', metAt: null, sentences: ['1 more session']}]},
    ],
  };
  const draw = (changes: Partial<RunStandings> = {}) => createElement(StandingsView, {standings: {...standings, ...changes}, readAt: '3:04pm'});

  it('says each state in words, what was withdrawn and what to do about it, and shows names as text', () => {
    const html = renderToStaticMarkup(draw());
    expect(html).not.toContain('<b>Ann</b>');
    expect(textOf(draw())).toContain('Not yet Completion withdrawn after a correction. If a certificate was issued, revoke it. Met on 1 November 2026 Cannot be met in this run Can no longer reach 75% in this run');
    expect(textOf(draw())).toContain('Ben 9 November 2026 Met on 1 November 2026 Missing 1 more session');
    expect(linksOf(html)).toContainEqual(['/certificates/issue/?run=r', 'revoke it']);
  });

  it('counts who is lost, and says so when nobody is there', () => {
    expect(textOf(draw())).toContain('In this run 2 Completed the course 1 Can no longer complete it in this run 1');
    expect(textOf(draw({people: []}))).toContain('Nobody has a place in this run yet.');
  });
});
