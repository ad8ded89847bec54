import * as fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import type {Course} from '#core/courses/course.ts';
import type {Due} from '#core/courses/due.ts';
import type {Begun} from '#core/courses/myLearning.ts';
import {suggest} from '#core/network/guidance.ts';
import type {GuidanceFacts, Suggestion} from '#core/network/guidance.ts';
import {pageKindOf} from '#core/network/guidedPage.ts';
import type {GuidedPage} from '#core/network/guidedPage.ts';
import {parseVisit, visitAt} from '#core/network/visit.ts';
import {COURSE} from '../../support/smallContent.ts';

const page = (address: string, reviewed: string, audience: GuidedPage['audience'] = []): GuidedPage => ({address, title: `Title of ${address}`, kind: pageKindOf(address), reviewed, audience});
const PAGES = [
  page('/methods/citizens-jury/', '2026-11-01'), page('/methods/online-survey/', '2026-11-10'), page('/methods/easy-read-workshop/', '2026-01-01'),
  page('/toolkit/people/audiences/older-people/', '2026-11-05'), page('/toolkit/duties/fairness/', '2026-11-12', ['decision-makers']), page('/toolkit/journey/purpose/', '2026-11-12', ['practitioners']),
  page('/writing/plain-english/', '2027-01-01', ['everyone']),
];
const LAW: Course = {...COURSE, id: 'law', title: 'The law', outcomes: [{id: 'plan', text: 'You can.', competencies: ['know-the-law']}]};
const SKILLS = [{id: 'easy-read-workshop', title: 'Easy Read workshop', kind: 'method' as const, aka: []}, {id: 'know-the-law', title: 'Know the law on consulting', kind: 'competency' as const, aka: []}, {id: 'chairing', title: 'Chairing', kind: 'other' as const, aka: []}];
const DUE: Due = {kind: 'refresher', courseId: 'planning', title: 'Planning a consultation', by: 'completion', on: '2026-11-01', until: null, assessed: true, href: '/learn/planning/refresher/'};
const BEGUN: Begun = {courseId: 'planning', title: 'Planning a consultation', done: [], lessons: 2, next: {text: 'People', href: '/learn/planning/people/'}, missing: [{text: 'People', href: '/learn/planning/people/'}, {text: 'Pass', href: '/learn/planning/assessment/'}]};
const PARK = {name: 'Park plan', href: '/method-selector/?x', methods: ['citizens-jury', 'online-survey'], isOwn: true};
const NOTHING: GuidanceFacts = {
  role: null, today: '2026-11-22', lastVisit: null, due: [], begun: [], held: [], selections: [], interests: [], wants: [], pages: PAGES, courses: [COURSE, LAW], skills: SKILLS,
};
const said = (facts: Partial<GuidanceFacts>): string[] => suggest({...NOTHING, ...facts}).map(({title, reason}) => `${title} | ${reason}`);

describe('guidance', () => {
  it('has something true to say to a stranger', () => {
    expect(said({})).toEqual([
      'Begin with “Planning a consultation” | Nobody has begun a course on this device without signing in.',
      'Find methods for your next consultation | You have saved no selection of methods on this device.',
    ]);
  });

  it('names the selection for which a method was chosen, by the person or by the selector', () => {
    expect(said({selections: [PARK]}).slice(0, 2)).toEqual([
      'Read “Title of /methods/citizens-jury/” | You chose Title of /methods/citizens-jury/ for “Park plan”.',
      'Read “Title of /methods/online-survey/” | You chose Title of /methods/online-survey/ for “Park plan”.',
    ]);
    expect(said({selections: [{...PARK, isOwn: false}]})[0]).toContain('The selector suggested Title of /methods/citizens-jury/ for “Park plan”.');
  });

  it('shows pages gone through since the last visit, those for the role first, and none from the day itself or to come', () => {
    const changed = (role: GuidanceFacts['role']) => suggest({...NOTHING, role, lastVisit: '2026-11-03T10:00:00Z'}).filter(({because}) => because.kind === 'changed');
    expect(changed('lead').map(({href}) => href)).toEqual(['/toolkit/duties/fairness/', '/toolkit/journey/purpose/', '/methods/online-survey/']);
    expect(changed('learner')[0]?.reason).toBe('Its owner went through it on 12 November 2026. Your last visit was on 3 November 2026.');
    expect(suggest({...NOTHING, lastVisit: '2026-11-12T10:00:00Z'}).some(({because}) => because.kind === 'changed')).toBe(false);
  });

  it('leads from a skill to its method or to a lesson, and no further for one that has neither', () => {
    expect(said({wants: ['easy-read-workshop', 'chairing', 'know-the-law'], held: ['planning']})).toEqual(expect.arrayContaining([
      'Read “Title of /methods/easy-read-workshop/” | Your profile says that you would like to learn “Easy Read workshop”.',
      'Take the lesson “Purpose” | Your profile says that you would like to learn “Know the law on consulting”.',
    ]));
    expect(suggest({...NOTHING, wants: ['know-the-law'], held: ['planning']})[0]?.href).toBe('/learn/law/purpose/');
  });

  it('puts what is due before what is begun, and both before the rest', () => {
    expect(suggest({...NOTHING, role: 'trainer', due: [DUE], begun: [BEGUN], interests: ['older-people', 'explore-why'], selections: [PARK]}).map(({because}) => because.kind))
      .toEqual(['due', 'begun', 'selection', 'selection', 'interest', 'interest', 'role']);
    expect(said({begun: [BEGUN]})[0]).toBe('Finish “Planning a consultation” | You have begun it. 2 things are left to do.');
  });
});

const anyFacts: fc.Arbitrary<GuidanceFacts> = fc.record({
  role: fc.constantFrom(null, 'learner' as const, 'trainer' as const, 'lead' as const, 'coordinator' as const), today: fc.constant('2026-11-22'),
  lastVisit: fc.constantFrom(null, '2026-11-03T10:00:00Z', '2025-01-01T00:00:00Z', '2026-11-22T09:00:00Z'),
  due: fc.subarray([DUE, {...DUE, kind: 'lapsed' as const, courseId: 'law', title: 'The law', until: '2026-10-01', href: '/learn/law/assessment/'}]), begun: fc.subarray([BEGUN, {...BEGUN, courseId: 'law', next: null}]),
  held: fc.subarray(['planning', 'law']),
  selections: fc.array(fc.record({name: fc.string({maxLength: 10}), href: fc.constant('/method-selector/?a'), methods: fc.subarray(['citizens-jury', 'online-survey', 'gone']), isOwn: fc.boolean()}), {maxLength: 4}),
  interests: fc.subarray(['older-people' as const, 'explore-why' as const, 'tenants' as const]), wants: fc.subarray(['easy-read-workshop', 'know-the-law', 'chairing', 'gone']),
  pages: fc.shuffledSubarray(PAGES), courses: fc.subarray([COURSE, LAW]), skills: fc.constant(SKILLS),
});

/** Whether the facts bear out the reason. Written against the facts alone, not against how suggestions are made. */
function isTrue({because, href}: Suggestion, facts: GuidanceFacts): boolean {
  switch (because.kind) {
    case 'due': return facts.due.includes(because.due) && href === because.due.href;
    case 'begun': return facts.begun.some(({courseId, missing}) => courseId === because.courseId && missing.length === because.left);
    case 'selection': return facts.selections.includes(because.selection) && because.selection.methods.includes(because.method) && href === `/methods/${because.method}/`;
    case 'changed': return facts.pages.some(({address, reviewed}) => address === href && reviewed === because.reviewed) && because.reviewed > because.since && because.reviewed <= facts.today && facts.lastVisit?.startsWith(because.since) === true;
    case 'wants': return facts.wants.includes(because.skill);
    case 'interest': return facts.interests.includes(because.interest);
    case 'role': return facts.role === because.role;
    case 'no-course': return facts.begun.length === 0 && facts.held.length === 0 && because.isSignedIn === (facts.role !== null);
    case 'no-selection': return facts.selections.length === 0;
  }
}

describe('whatever the facts', () => {
  it('gives at most eight suggestions, no address twice, each with a reason that is true', () => {
    fc.assert(fc.property(anyFacts, (facts) => {
      const suggestions = suggest(facts);
      expect(suggestions.length).toBeLessThanOrEqual(8);
      expect(new Set(suggestions.map(({href}) => href)).size).toBe(suggestions.length);
      for (const each of suggestions) {
        expect(each.reason).toMatch(/^\S.*\.$/s);
        expect(isTrue(each, facts), JSON.stringify(each)).toBe(true);
      }
    }));
  });

  it('gives the same order again, in whatever order the pages come', () => {
    fc.assert(fc.property(anyFacts, (facts) => {
      expect(suggest({...facts, pages: [...facts.pages].reverse()})).toEqual(suggest(facts));
    }));
  });
});

describe('the visit before this one', () => {
  it('stays the same while the visit lasts, and becomes the last one after four hours', () => {
    const first = visitAt(null, '2026-11-22T09:00:00Z');
    expect(first.beforeAt).toBeNull();
    const second = visitAt(first, '2026-11-25T09:00:00Z');
    expect(second.beforeAt).toBe('2026-11-22T09:00:00Z');
    expect(visitAt(second, '2026-11-25T12:59:00Z')).toEqual({version: 1, lastAt: '2026-11-25T12:59:00Z', beforeAt: '2026-11-22T09:00:00Z'});
    expect(visitAt(second, '2026-11-25T13:00:00Z').beforeAt).toBe('2026-11-25T09:00:00Z');
  });

  it.each([null, 1, {}, {version: 2, lastAt: '2026-11-22T09:00:00Z', beforeAt: null}, {version: 1, lastAt: 'soon', beforeAt: null}, {version: 1, lastAt: '2026-11-22T09:00:00Z', beforeAt: 3}])('does not take %j for one', (stored) => {
    expect(parseVisit(stored)).toBeNull();
  });
});
