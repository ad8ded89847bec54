import {createElement} from 'react';
import type {ReactElement} from 'react';
import {renderToStaticMarkup} from 'react-dom/server';
import {describe, expect, it} from 'vitest';
import {plainLink} from '#components/methods/link.tsx';
import {DebriefForm} from '#components/points/DebriefForm.tsx';
import {PointCard} from '#components/points/PointCard.tsx';
import {PointForm} from '#components/points/PointForm.tsx';
import {PointStandings} from '#components/points/PointStandings.tsx';
import {QuestionPoint} from '#components/points/QuestionPoint.tsx';
import {EMPTY_POINT, faultsOfDebrief, faultsOfPoint} from '#core/points/draft.ts';
import {findPage} from '#core/points/place.ts';
import type {QueuedPoint} from '#core/points/point.ts';

const nothing = (): void => undefined;
const yes = (): Promise<boolean> => Promise.resolve(true);
const later = (): Promise<void> => Promise.resolve();
const draw = (element: ReactElement): string => renderToStaticMarkup(element);

describe('the form at the end of a page', () => {
  const props = {draft: {...EMPTY_POINT, text: 'x'.repeat(990)}, headings: [{id: 'steps', text: 'Steps'}], account: null, faultsOf: faultsOfPoint, mail: null, status: null, onEdited: nothing, onSent: later, onCopied: yes};

  it('warns of personal data, counts what is left, and says that nobody is named', () => {
    const html = draw(createElement(PointForm, props));
    expect(html).toContain('Do not write names or anything else about a person.');
    expect(html).toContain('You can write 10 more characters.');
    expect(html).toContain('We do not store who sends this.');
    expect(html).toContain('<option value="steps">Steps</option>');
    expect(html).not.toContain('type="checkbox"');
  });

  it('lets somebody who is signed in say that they may be asked, unticked at first', () => {
    const html = draw(createElement(PointForm, {...props, account: {email: 'ann@example.org'}}));
    expect(html).toMatch(/<input type="checkbox"(?![^>]*checked)[^>]*>/);
    expect(html).toContain('Then the address of your account, ann@example.org, goes with it.');
  });

  it('offers an e-mail with what was typed where there is no queue', () => {
    const mail = {address: 'team@example.org', href: 'mailto:team@example.org?subject=x&body=y', isWhole: true, words: 'y'};
    const html = draw(createElement(PointForm, {...props, mail}));
    expect(html).toContain('This copy of the site has no queue');
    expect(html).toContain('href="mailto:team@example.org?subject=x&amp;body=y"');
    expect(html).not.toContain('type="submit"');
  });

  it('is drawn only when it is opened, and says what to do without scripts', () => {
    const html = draw(createElement(QuestionPoint, {place: 3, children: 'the form'}));
    expect(html).toContain('Report a problem with this question<span class="aw-visually-hidden">: question 3</span>');
    expect(html).not.toContain('>the form');
    expect(html).toContain('<noscript>');
  });
});

describe('where points stand', () => {
  const props = {sent: 0, waiting: [{id: 'a', text: 'Step 3', standing: {state: 'waiting' as const, label: 'Kept on this device, not sent yet', sentence: 'It goes by itself.'}, words: 'x', mail: 'mailto:a'}], isWithoutService: false, onRetried: nothing, onDeleted: nothing, onCopied: yes};
  it.each([
    ['says that one is kept, and lets you try again', props, ['Kept on this device, not sent yet.', 'Try to send now'], ['Write it as an e-mail', 'Sent.']],
    ['offers an e-mail where there is no service', {...props, isWithoutService: true}, ['Write it as an e-mail'], ['Try to send now']],
    ['says that some are away', {...props, sent: 2, waiting: []}, ['Sent: 2 points.'], ['Try to send now', '<ul']],
  ])('%s', (_, shown, has, hasNot) => {
    const html = draw(createElement(PointStandings, shown));
    for (const each of has) expect(html).toContain(each);
    for (const each of hasNot) expect(html).not.toContain(each);
  });
});

describe('a point in the queue', () => {
  const point: QueuedPoint = {
    id: 'p', kind: 'wrong', path: '/methods/focus-group/', heading: 'steps', pageTitle: 'Focus group', question: {id: 'closing-date', version: 'v1'}, debrief: null, text: '<b>Step 3</b>', nextTime: null,
    at: '2026-11-22T09:00:00.000Z', receivedAt: '2026-11-22T15:04:00.000Z', contact: null, owner: 'Research team', state: 'done',
    changes: [{id: 'c', from: 'new', to: 'done', note: 'Mended.', at: '2026-11-23T10:00:00.000Z', by: {email: 'tess@example.org', displayName: null}}],
  };
  const card = (changes: Partial<QueuedPoint> = {}): string => draw(createElement(PointCard, {point: {...point, ...changes}, linkTo: plainLink, onChanged: () => Promise.resolve([])}));

  it('leads to its place, says what was noticed as it was typed, and what was done', () => {
    const html = card();
    expect(html).toContain('<a href="/methods/focus-group/#steps">Focus group</a>');
    expect(html).toContain('&lt;b&gt;Step 3&lt;/b&gt;');
    expect(html).toContain('22 November 2026, 3:04pm');
    expect(html).toContain('closing-date, version v1');
    expect(html).toContain('tess@example.org set it to “Done”.');
    expect(html).not.toContain('May be asked');
  });

  it('shows an address only of somebody who wants to be asked, and a page that has left the site by its path', () => {
    expect(card({contact: 'ann@example.org'})).toContain('<a href="mailto:ann@example.org">');
    expect(card({pageTitle: null})).toContain('>/methods/focus-group/</a>');
    expect(card({path: null, heading: null, pageTitle: null, question: null, debrief: 'Library hours'})).toContain('<h3>Library hours</h3>');
  });
});

it('the form of a debrief names the page that was typed, and takes ten lessons at most', () => {
  const pages = [{address: '/methods/focus-group/', title: 'Focus group'}];
  const lessons = Array.from({length: 10}, (_, index) => ({id: `l${index}`, happened: '', nextTime: '', page: index === 0 ? 'focus group' : ''}));
  const html = draw(createElement(DebriefForm, {
    draft: {title: '', lessons, mayAsk: false}, pages, pageOf: (typed: string) => findPage(typed, pages), account: null, faultsOf: (draft) => faultsOfDebrief(draft, pages), mail: null, keeping: null,
    onTitled: nothing, onAsked: nothing, onAdded: nothing, onRemoved: nothing, onEdited: nothing, onSent: later, onCopied: yes,
  }));
  expect(html).toContain('Page: Focus group');
  expect(html).toMatch(/<button[^>]*aria-disabled="true"[^>]*>Add a lesson/);
  expect(html.match(/<legend>Lesson/g)).toHaveLength(10);
});
