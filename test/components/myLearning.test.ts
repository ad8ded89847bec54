import {createElement} from 'react';
import {renderToStaticMarkup} from 'react-dom/server';
import {describe, expect, it} from 'vitest';
import {Done} from '#components/myLearning/Done.tsx';
import {InProgress} from '#components/myLearning/InProgress.tsx';
import {LoadFile} from '#components/myLearning/LoadFile.tsx';
import type {Preview} from '#components/myLearning/LoadFile.tsx';
import {reportOf} from '#components/myLearning/loading.ts';
import {Proofs} from '#components/myLearning/Proofs.tsx';
import {plainLink} from '#components/methods/link.tsx';
import type {Completed} from '#core/courses/myLearning.ts';

const nothing = (): void => undefined;
const completed = (over: Partial<Completed> = {}): Completed => ({
  courseId: 'intro', title: 'Introduction', version: 2, completedAt: '2026-11-22T10:00:00.000Z', renewedAt: null, until: '2028-11-22', currency: 'current',
  outcomes: ['Say why people are asked.'], isAssessed: true, where: 'record', ...over,
});
const proof = (over: Partial<Completed> = {}): string => renderToStaticMarkup(createElement(Proofs, {
  completed: [completed(over)], organisation: 'Sample Council', person: {name: 'Sample Officer', email: 'officer@example.org'}, today: '23 November 2026', onPrinted: nothing,
}));

describe('a record of completion', () => {
  it('names the course, what it teaches, the days, the organisation and the person when it is on the record', () => {
    const html = proof();
    for (const words of ['Record of completion: Introduction', 'Say why people are asked.', '22 November 2026', '22 November 2028', 'Sample Council', 'Sample Officer', 'this sheet is a copy']) expect(html).toContain(words);
  });

  it('says that it is no signed certificate', () => {
    expect(proof()).toContain('This is a record and not a signed certificate.');
  });

  it('names nobody when the completion stands on the device alone, and claims no marking by the service', () => {
    const html = proof({where: 'device'});
    expect(html).toContain('This completion stands only on this device, so the sheet names no person.');
    expect(html).not.toMatch(/Sample Officer|officer@example\.org|record service/);
  });

  it('says that a short course has no assessment', () => {
    expect(proof({isAssessed: false})).toContain('The course has no assessment.');
  });
});

it('shows practice as done and never as a mark', () => {
  const begun = [{courseId: 'intro', title: 'Introduction', done: [{title: 'Lesson a', href: '/learn/intro/a/'}], lessons: 2, next: null, missing: [{text: 'Pass the assessment', href: '/learn/intro/assessment/'}]}];
  const html = renderToStaticMarkup(createElement(Done, {completed: [], begun, checks: [{title: 'Introduction: refresher', on: '2026-11-22'}], linkTo: plainLink}));
  expect(html).toContain('What is missing (1)');
  expect(html).toContain('Introduction: refresher, done on 22 November 2026');
  expect(html).not.toContain('%');
});

it('offers to go on with what is under way, and a course where nothing is', () => {
  const draw = (props: Pick<Parameters<typeof InProgress>[0], 'underWay' | 'begun'>): string => renderToStaticMarkup(createElement(InProgress, {...props, linkTo: plainLink}));
  const html = draw({underWay: [{id: '1', title: 'Lesson a', href: '/learn/intro/a/', startedAt: '2026-11-22T10:00:00.000Z', answered: 1, of: 4}], begun: []});
  expect(html).toContain('You began on 22 November 2026 and have answered 1 of 4.');
  expect(html).toMatch(/<a href="\/learn\/intro\/a\/"[^>]*>Go on<span class="aw-visually-hidden">: Lesson a<\/span>/);
  expect(draw({underWay: [], begun: []})).toContain('Choose a course');
});

describe('loading a file', () => {
  const tally = {what: 'Answers', added: 0, updated: 0, there: 0, olderHere: 0};
  const draw = (preview: Partial<Preview>): string => renderToStaticMarkup(createElement(LoadFile, {
    fault: '', preview: {savedOn: '22 November 2026', tallies: [], others: 0, unshown: 0, ...preview}, wishes: {asNobodys: false, replace: false}, added: null, busy: false,
    onFileChosen: nothing, onWished: nothing, onAdded: nothing, onLeft: nothing,
  }));

  it('offers to add what is new, after showing it', () => {
    const html = draw({tallies: [{...tally, added: 3, there: 2}]});
    expect(html).toContain('<th scope="row">Answers</th><td>3</td><td>0</td><td>2</td><td>0</td>');
    expect(html).toContain('Add these');
    expect(html).not.toContain('Replace what is older here');
  });

  it('offers nothing when everything is there', () => {
    const html = draw({tallies: [{...tally, there: 5}]});
    expect(html).toContain('Everything in the file is on this device already.');
    expect(html).not.toContain('Add these');
  });

  it('asks before it replaces, before it takes what is somebody else’s, and says what it leaves out', () => {
    const html = draw({tallies: [{...tally, olderHere: 1}], others: 2, unshown: 1});
    for (const words of ['Replace what is older here', 'They are mine, add them', '1 attempt is left out']) expect(html).toContain(words);
    expect(html).not.toContain('checked=""');
  });

  it('says afterwards what was added and what was left', () => {
    expect(reportOf([{...tally, added: 2, there: 1}, {...tally, what: 'Timeline', updated: 1}, {...tally, what: 'Settings of this site', there: 1}]))
      .toEqual(['Answers: 2 new', 'Timeline: 1 brought up to date', 'Left as they were: 2']);
  });
});
