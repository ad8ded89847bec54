import * as fc from 'fast-check';
import {beforeAll, describe, expect, it} from 'vitest';
import {readFramework} from '#content/readFramework.ts';
import {readMethods} from '#content/readMethods.ts';
import {valueOrThrow} from '#content/readContent.ts';
import {FIELDS, INTERESTS, LANGUAGES, NOBODY, VISIBILITIES} from '#core/network/fields.ts';
import type {Field, Interest, Language, Visibility} from '#core/network/fields.ts';
import {isSeenBy, viewOf} from '#core/network/profile.ts';
import type {Profile, Viewer} from '#core/network/profile.ts';
import {PAGE_SIZE, saysWhat, searchPeople} from '#core/network/search.ts';
import type {PeopleQuery} from '#core/network/search.ts';
import {EXTRA_SKILLS, skillsFrom} from '#core/network/skills.ts';
import type {Skill} from '#core/network/skills.ts';
import {wantedWords} from '#core/network/words.ts';
import {AUDIENCES, PURPOSES} from '#core/methods/vocabulary.ts';
import {projectRoot} from '../../support/project.ts';

let skills: Skill[];
beforeAll(async () => {
  skills = skillsFrom(valueOrThrow(await readMethods(projectRoot)), valueOrThrow(await readFramework(projectRoot)).framework);
});

const make = (changes: Partial<Profile> & {id: string}): Profile => ({
  displayName: `Person ${changes.id}`, directorate: null, team: null, jobRole: null, interests: [], offers: [], wants: [], languages: [], courses: [], visibility: NOBODY, takesQuestions: true, ...changes,
});
const offers = (...ids: string[]) => ids.map((skill) => ({skill, done: 'few' as const, note: null}));
const find = (profiles: readonly Profile[], query: PeopleQuery, viewer: Viewer = 'member', page = 1) => searchPeople(profiles.map((each) => viewOf(each, viewer)), query, skills, page);
const idsFor = (profiles: readonly Profile[], query: PeopleQuery, viewer: Viewer = 'member'): string[] => find(profiles, query, viewer).people.map(({id}) => id);

describe('the list of skills', () => {
  it('holds every method, every competency and the extra skills, no id twice', () => {
    const ids = skills.map(({id}) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toEqual(expect.arrayContaining(['citizens-jury', 'write-plain-english', ...EXTRA_SKILLS.map(({id}) => id)]));
    expect(skills.filter(({kind}) => kind === 'method')).toHaveLength(63);
  });

  it('has interests of which none is both a group and a purpose', () => {
    expect(Object.keys(INTERESTS)).toHaveLength(Object.keys(AUDIENCES).length + Object.keys(PURPOSES).length);
  });
});

describe('a search', () => {
  const jury = make({id: 'a', offers: offers('citizens-jury')});
  const panel = make({id: 'b', offers: offers('citizens-panel', 'school-workshop')});
  const survey = make({id: 'c', displayName: 'Ann Jury', offers: offers('postal-survey')});
  const all = [panel, survey, jury];

  it.each([
    ['who has run a citizens’ jury?', 'a'], ['Citizens Juries', 'a'], ['has anybody done a CITIZEN\'S JURY', 'a'], ['community jury', 'a'], ['questionnaire', 'c'], ['anne', ''], ['ann', 'c'], ['citizens panel', 'b'],
  ])('finds the right person first for “%s”', (q, id) => {
    expect(idsFor(all, {q})[0] ?? '').toBe(id);
  });

  it('puts who has done it often before who did it once, and a skill that holds every word before two that share them', () => {
    const once = make({id: 'd', offers: [{skill: 'citizens-jury', done: 'once', note: null}]});
    const often = make({id: 'e', offers: [{skill: 'citizens-jury', done: 'often', note: null}]});
    const shared = make({id: 'f', displayName: 'Jury Example', offers: offers('citizens-panel')});
    expect(idsFor([shared, once, often], {q: 'citizens jury'})).toEqual(['e', 'd', 'f']);
  });

  it('says so when nobody fits every word', () => {
    expect(find(all, {q: 'citizens jury zebra'})).toMatchObject({isPartial: true});
    expect(find(all, {q: 'zebra'})).toEqual({total: 0, pages: 0, isPartial: false, people: []});
  });

  it('shows what was asked for first among what somebody offers', () => {
    const busy = make({id: 'g', offers: [...offers('world-cafe', 'open-space', 'walkabout', 'roadshow', 'delphi', 'photovoice', 'petition-scheme'), {skill: 'citizens-jury', done: 'once', note: null}]});
    expect(find([busy], {q: 'citizens jury'}).people[0]).toMatchObject({offers: [{skill: 'citizens-jury', done: 'once'}, {}, {}, {}, {}, {}], moreOffers: 2});
  });

  it('gives pages of 50, and ten of them', () => {
    const many = Array.from({length: 620}, (_, index) => make({id: String(index).padStart(3, '0'), displayName: 'Same Name', offers: offers('delphi')}));
    const pages = Array.from({length: 11}, (_, index) => find(many, {skill: 'delphi'}, 'member', index + 1));
    expect(pages.map(({people}) => people.length)).toEqual([...Array.from({length: 10}, () => PAGE_SIZE), 0]);
    expect(pages[0]).toMatchObject({total: 620, pages: 10});
    expect(new Set(pages.flatMap(({people}) => people.map(({id}) => id))).size).toBe(500);
  });

  it('needs a word or a filter', () => {
    for (const q of ['', '  ', '?', 'who can help me', '%', '*']) expect(saysWhat({q}), q).toBe(false);
    expect([saysWhat({q: 'jury'}), saysWhat({language: 'cy'})]).toEqual([true, true]);
    expect(wantedWords('Who has run a citizens’ jury?')).toEqual(['citizen', 'jury']);
  });
});

describe('what is hidden', () => {
  const word = fc.constantFrom('alpha', 'beta', 'gamma', 'delta');
  const visibility = fc.record(Object.fromEntries(Object.keys(FIELDS).map((field) => [field, fc.constantFrom(...Object.keys(VISIBILITIES) as Visibility[])])) as Record<Field, fc.Arbitrary<Visibility>>);
  const someOf = <T>(...items: T[]): fc.Arbitrary<T[]> => fc.subarray(items);
  const profile: fc.Arbitrary<Omit<Profile, 'id'>> = fc.record({
    displayName: word.map((each) => `Name ${each}`), directorate: fc.constantFrom(null, 'place', 'adults-and-health'), team: fc.option(word), jobRole: fc.option(word),
    interests: someOf<Interest>('older-people', 'explore-why'), offers: someOf('citizens-jury', 'online-survey', 'bsl').map((ids) => offers(...ids)), wants: someOf('delphi', 'chairing'),
    languages: someOf<Language>('cy', 'so'), courses: someOf('intro', 'law').map((ids) => ids.map((courseId) => ({courseId, title: `Course ${courseId}`, until: null}))),
    visibility, takesQuestions: fc.boolean(),
  });
  const register = fc.array(profile, {maxLength: 12}).map((rows) => rows.map((row, index): Profile => ({...row, id: `id-${index}`})));
  const query: fc.Arbitrary<PeopleQuery> = fc.record({
    q: fc.constantFrom('alpha', 'beta gamma', 'citizens jury', 'welsh', 'older', 'survey alpha', 'delphi'), directorate: fc.constantFrom(undefined, 'place'), skill: fc.constantFrom(undefined, 'bsl'),
    language: fc.constantFrom<Language | undefined>(undefined, 'so'), interest: fc.constantFrom<Interest | undefined>(undefined, 'older-people'),
  });
  const viewer = fc.constantFrom<Viewer>('member', 'lead');

  it('is never sent', () => {
    fc.assert(fc.property(profile, viewer, (row, who) => {
      const view = viewOf({...row, id: 'x'}, who);
      for (const field of Object.keys(FIELDS) as Field[]) {
        const full = row[field];
        const isEmpty = full === null || (Array.isArray(full) && full.length === 0);
        expect(field in view, field).toBe(!isEmpty && isSeenBy(who, field, row.visibility));
      }
    }));
  });

  it('cannot be found, and changes neither counts nor order', () => {
    // The same register with other values wherever this viewer sees nothing.
    const other: Omit<Profile, 'id' | 'displayName' | 'offers' | 'visibility' | 'takesQuestions'> = {
      directorate: 'place', team: 'alpha beta gamma', jobRole: 'survey alpha', interests: ['older-people'], wants: ['delphi'], languages: ['so', 'cy'], courses: [{courseId: 'z', title: 'alpha', until: null}],
    };
    fc.assert(fc.property(register, query, viewer, (profiles, asked, who) => {
      const changed = profiles.map((each): Profile => ({
        ...each, ...Object.fromEntries((Object.keys(FIELDS) as Field[]).filter((field) => !isSeenBy(who, field, each.visibility)).map((field) => [field, other[field]])),
      }));
      expect(find(changed, asked, who)).toEqual(find(profiles, asked, who));
    }));
  });

  it('is the same for every member, in whatever order people stand in the register', () => {
    fc.assert(fc.property(register, query, viewer, (profiles, asked, who) => {
      expect(find([...profiles].reverse(), asked, who)).toEqual(find(profiles, asked, who));
    }));
  });

  it('names every language and visibility in words', () => {
    for (const words of [...Object.values(LANGUAGES), ...Object.values(VISIBILITIES)]) expect(words).toMatch(/^[A-Z]/);
  });
});
