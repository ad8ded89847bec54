import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {EMPTY_DEBRIEF, EMPTY_POINT, faultsOfDebrief, faultsOfPoint, parseDebriefDraft, parsePointDraft, pointOf, pointsOfDebrief} from '#core/points/draft.ts';
import {isSendable, pointsIn, standingOf} from '#core/points/kept.ts';
import type {KeptPoint, PointsView} from '#core/points/kept.ts';
import {mailHref, writePoints} from '#core/points/mail.ts';
import {findPage, PAGE_PATH, pageFactOf, toPagePath} from '#core/points/place.ts';
import {NewPoint} from '#core/points/point.ts';
import {FAULTS, LONGEST_TEXT} from '#core/points/words.ts';

const ID = '01932c07-8f00-7000-8000-000000000001';
const OTHER = '01932c07-8f00-7000-8000-000000000002';
const PERSON = '6b1f0d5e-0000-4000-8000-000000000001';
const AT = '2026-11-22T09:00:00.000Z';
const pages = [{address: '/methods/focus-group/', title: 'Focus group'}, {address: '/methods/', title: 'Methods'}];
const place = {id: ID, at: AT, path: '/methods/focus-group/', question: null, personId: PERSON};
const made: NewPoint = pointOf({kind: 'unclear', text: ' Step 3 says nothing. ', heading: 'steps', mayAsk: false}, place);

describe('the path of a page', () => {
  it.each([
    ['/methods/focus-group/', '/methods/focus-group/'],
    ['/methods/focus-group', '/methods/focus-group/'],
    ['methods/focus-group/index.html', '/methods/focus-group/'],
    ['https://consult.example.org/Methods/Focus-Group/?q=1#steps', '/methods/focus-group/'],
    ['/', '/'],
    ['', null],
    ['javascript:alert(1)', null],
    ['/methods/../etc/', null],
    ['/two words/', null],
    [`/${'a'.repeat(300)}/`, null],
  ])('%s becomes %s', (written, path) => {
    expect(toPagePath(written)).toBe(path);
  });

  it('never leads out of the site', () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.stringMatching(/^(https?:)?\/{0,3}[a-z.\/-]{0,20}[?#]?$/)), (written) => {
      const path = toPagePath(written);
      expect(path === null || (PAGE_PATH.test(path) && !path.startsWith('//') && new URL(path, 'https://here.example').origin === 'https://here.example')).toBe(true);
    }), {numRuns: 50});
  });

  it('is found by the title, the path or the address of a page, and not made of a loose word', () => {
    expect(['focus GROUP ', '/methods/', 'https://x.example/methods/', 'focus', '']
      .map((typed) => findPage(typed, pages))).toEqual(['/methods/focus-group/', '/methods/', '/methods/', null, null]);
  });
});

describe('the owner of a page', () => {
  const known = new Map([
    ['/learn/intro/', {address: '/learn/intro/', title: 'Introduction', owner: 'Research team'}],
    ['/methods/', {address: '/methods/', title: 'Methods', owner: ''}],
    ['/toolkit/duties/fairness/', {address: '/toolkit/duties/fairness/', title: 'Fairness', owner: 'Legal team'}],
  ]);
  it.each([
    ['/toolkit/duties/fairness/', 'Fairness', 'Legal team'],
    ['/learn/intro/first-lesson/', null, 'Research team'],
    ['/methods/', 'Methods', 'Consultation team'],
    ['/gone/', null, 'Consultation team'],
    ['/', null, 'Consultation team'],
    [null, null, 'Consultation team'],
  ])('%s: title %s, kept by the %s', (path, title, owner) => {
    expect(pageFactOf(path, known, 'Consultation team')).toEqual({title, owner});
  });
});

describe('a draft about a page', () => {
  it.each([
    ['nothing typed', EMPTY_POINT, ['kind', 'text']],
    ['no kind', {...EMPTY_POINT, text: 'x'}, ['kind']],
    ['spaces alone', {...EMPTY_POINT, kind: 'wrong' as const, text: '  \n '}, ['text']],
    ['one character too many', {...EMPTY_POINT, kind: 'wrong' as const, text: 'x'.repeat(LONGEST_TEXT + 1)}, ['text']],
    ['as much as fits', {...EMPTY_POINT, kind: 'wrong' as const, text: ` ${'x'.repeat(LONGEST_TEXT)} `}, []],
  ])('%s: stops at %j', (_, draft, fields) => {
    expect(faultsOfPoint(draft).map(({field}) => field)).toEqual(fields);
  });

  it('without faults is always a point that the service takes, and names nobody unless they ticked it', () => {
    fc.assert(fc.property(fc.record({kind: fc.constantFrom(...FAULTS), text: fc.string({maxLength: 1100}), heading: fc.constantFrom('', 'steps'), mayAsk: fc.boolean()}), (draft) => {
      if (faultsOfPoint(draft).length > 0) return;
      const point = pointOf(draft, place);
      expect(NewPoint.safeParse(point).success).toBe(true);
      expect(point.askId).toBe(draft.mayAsk ? PERSON : null);
      expect(JSON.stringify({...point, askId: null})).not.toContain(PERSON);
    }));
  });

  it('is read again as it was kept, and anything else is not taken for one', () => {
    const draft = {kind: 'wrong' as const, text: 'x', heading: 'steps', mayAsk: true};
    expect(parsePointDraft(structuredClone(draft))).toEqual(draft);
    expect([null, 1, {}, []].map(parsePointDraft)).toEqual([null, null, null, null]);
    expect(parsePointDraft({text: 'x', kind: 'lesson'})).toEqual({...EMPTY_POINT, text: 'x'});
  });
});

describe('the lessons of a debrief', () => {
  const lesson = {id: ID, happened: 'Six people came.', nextTime: 'Try a stall first.', page: 'Focus group'};
  const blank = {id: OTHER, happened: '', nextTime: ' ', page: ''};
  const draft = {title: ' Library\n hours ', lessons: [lesson, blank], mayAsk: true};

  it('become points of their own, and an empty one is left out', () => {
    expect(faultsOfDebrief(draft, pages)).toEqual([]);
    const points = pointsOfDebrief(draft, {at: AT, pages, personId: PERSON});
    expect(points).toMatchObject([{id: ID, kind: 'lesson', path: '/methods/focus-group/', debrief: 'Library hours', text: 'Six people came.', nextTime: 'Try a stall first.', askId: PERSON}]);
    expect(points.every((point) => NewPoint.safeParse(point).success)).toBe(true);
  });

  it.each([
    ['nothing at all', EMPTY_DEBRIEF, ['title', '']],
    ['only an empty lesson', {...draft, lessons: [blank]}, [`happened-${OTHER}`]],
    ['half a lesson', {...draft, lessons: [{...lesson, nextTime: ''}]}, [`nextTime-${ID}`]],
    ['a page that is none', {...draft, lessons: [{...lesson, page: 'that page with the table'}]}, [`page-${ID}`]],
    ['no page', {...draft, lessons: [{...lesson, page: ''}]}, []],
  ])('%s: stops at %j', (_, typed, fields) => {
    expect(faultsOfDebrief(typed, pages).map(({field}) => field)).toEqual(fields);
  });

  it('are read again as they were kept, ten at most', () => {
    expect(parseDebriefDraft(structuredClone(draft))).toEqual(draft);
    expect(parseDebriefDraft({title: 'x', lessons: Array.from({length: 12}, (_, index) => ({...lesson, id: String(index)}))})?.lessons).toHaveLength(10);
    expect([null, {}, {lessons: 'x'}].map(parseDebriefDraft)).toEqual([null, null, null]);
  });
});

describe('what the service takes', () => {
  it.each([
    ['a text of 1,001 characters', {text: 'x'.repeat(1001)}],
    ['no text', {text: '  '}],
    ['another site', {path: '//evil.example/'}],
    ['a script as a heading', {heading: '"><script>'}],
    ['no page', {path: null}],
    ['a lesson without a consultation', {kind: 'lesson', nextTime: 'x'}],
    ['a fault with a next time', {nextTime: 'x'}],
    ['a year before calendars', {at: '0000-01-01T00:00:00Z'}],
    ['a name', {name: 'Ann'}],
  ])('refuses %s', (_, change) => {
    expect(NewPoint.safeParse(made).success).toBe(true);
    expect(NewPoint.safeParse({...made, ...change}).success).toBe(false);
  });
});

describe('where a point stands', () => {
  const kept: KeptPoint = {point: made, owner: null, refused: null};
  const view: PointsView = {isRead: true, kept: [kept], sent: new Set(), service: 'unreachable', sending: false, isSafe: true};
  const asking: KeptPoint = {...kept, point: {...made, askId: PERSON}};
  it.each([
    ['away', {...view, kept: []}, null, 'Sent', /in the queue/],
    ['without a network', view, null, 'Kept on this device, not sent yet', /as soon as the network/],
    ['refused', {...view, kept: [{...kept, refused: 'Too long.'}]}, null, 'Could not send', /^Too long\. It stays on this device/],
    ['on a copy without a service', {...view, service: 'no-service' as const}, null, 'Kept on this device, not sent yet', /no queue.*e-mail/],
    ['for somebody who is not signed in', {...view, kept: [asking]}, null, 'Kept on this device, not sent yet', /when you are signed in/],
    ['for somebody who is', {...view, kept: [asking]}, PERSON, 'Kept on this device, not sent yet', /as soon as the network/],
    ['where the browser keeps nothing', {...view, isSafe: false}, null, 'Not sent, and this browser cannot keep it', /Leave this page open/],
  ])('%s', (_, shown, personId, label, sentence) => {
    const standing = standingOf(ID, shown, personId);
    expect(standing.label).toBe(label);
    expect(standing.sentence).toMatch(sentence);
  });

  it('never goes out under another person', () => {
    expect([null, 'other', PERSON].map((personId) => isSendable(asking, personId))).toEqual([false, false, true]);
    expect(isSendable(kept, 'anybody')).toBe(true);
  });

  it('is read from what a device keeps, oldest first, and what is no point is left alone', () => {
    const row = (id: string, value: unknown) => ({key: `learning-point/${id}`, owner: null, value});
    const rows = [row(OTHER, {point: {...made, id: OTHER}, refused: null}), row(ID, {point: made, refused: 'No.'}), row('x', {point: null}), row('y', 'x'), {key: 'timeline/1', owner: null, value: {point: made}}];
    expect(pointsIn(rows).map(({point, refused}) => [point.id, refused])).toEqual([[ID, 'No.'], [OTHER, null]]);
  });
});

describe('a point as an e-mail', () => {
  const words = writePoints([made, {...made, question: {id: 'closing-date', version: 'v1'}}], 'https://consult.example.org');
  it('says all that the point says', () => {
    expect(words).toContain('Page: https://consult.example.org/methods/focus-group/#steps');
    expect(words).toContain('What was noticed: Step 3 says nothing.');
    expect(words).toContain('Question: closing-date (version v1)');
  });

  it('carries the text where it fits, and says so where it does not', () => {
    const short = mailHref('team@example.org', 'Learning point', words);
    expect(short.isWhole).toBe(true);
    expect(decodeURIComponent(short.href.split('body=')[1] ?? '').replaceAll('\r\n', '\n')).toBe(words);
    const long = mailHref('team@example.org', 'Learning point', 'é'.repeat(1000));
    expect(long).toEqual({href: 'mailto:team@example.org?subject=Learning%20point', isWhole: false});
  });

  it('is made of any text', () => {
    fc.assert(fc.property(fc.string({unit: 'binary'}), (text) => mailHref('a@example.org', 'x', text).href.startsWith('mailto:a@example.org?')));
    expect(mailHref('a@example.org', 'x', 'cut \ud83d').isWhole).toBe(true);
  });
});
