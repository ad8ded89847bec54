import {createElement} from 'react';
import type {ReactElement} from 'react';
import {renderToStaticMarkup} from 'react-dom/server';
import {describe, expect, it} from 'vitest';
import {plainLink} from '#components/methods/link.tsx';
import {AskForm} from '#components/network/AskForm.tsx';
import {PeopleList} from '#components/network/PeopleList.tsx';
import {ProfileCard} from '#components/network/ProfileCard.tsx';
import {ProfileForm} from '#components/network/ProfileForm.tsx';
import {SuggestionList} from '#components/network/SuggestionList.tsx';
import type {MyProfile} from '#core/network/api.ts';
import {NOBODY} from '#core/network/fields.ts';
import type {FieldError} from '#components/account/loaded.ts';

const draw = (element: ReactElement): string => renderToStaticMarkup(element);
const SKILLS = [{id: 'citizens-jury', title: 'Citizens’ jury', kind: 'method' as const, aka: []}, {id: 'bsl', title: 'British Sign Language (BSL)', kind: 'other' as const, aka: []}];
const JURY = {skill: 'citizens-jury', done: 'few' as const, note: '<b>=Two</b> on transport'};
const fine = (): Promise<readonly FieldError[]> => Promise.resolve([]);
const nameOf = (id: string | null): string => `Directorate ${id}`;

describe('the profile form', () => {
  const mine: MyProfile & {displayName: string} = {
    displayName: 'Ann Example', directorate: 'place', held: [{courseId: 'law', title: 'The law', until: '2026-01-01'}], joinedAt: '2026-01-01T09:00:00Z', askedAt: null, isHidden: false,
    profile: {revision: 1, team: 'Insight', jobRole: null, interests: [], offers: [JURY], wants: [], languages: ['cy'], courses: ['law'], visibility: {...NOBODY, languages: 'members', courses: 'leads'}, takesQuestions: true},
  };
  const html = draw(createElement(ProfileForm, {mine, skills: SKILLS, today: '2026-11-22', directorateName: nameOf, onSaved: fine}));
  const preview = html.slice(html.indexOf('This is how a colleague sees you'));

  it('says that the name and the skills are seen by all, and asks for each other field who sees it', () => {
    expect(html).toContain('All members see your name, Ann Example, and the skills that you offer.');
    expect(html.match(/<select id="visibility-[^"]+"/g)).toHaveLength(7);
    expect(html).toMatch(/id="visibility-team"[^>]*>.*?<option value="nobody" selected="">Only you/);
  });

  it('previews what a member sees, and nothing else', () => {
    expect(preview).toContain('Citizens’ jury: has done it a few times. &lt;b&gt;=Two&lt;/b&gt; on transport');
    expect(preview).toContain('Welsh');
    expect(preview).not.toMatch(/Insight|The law/);
  });

  it('gives every control a label', () => {
    const ids = [...html.matchAll(/<(?:input|select|textarea)[^>]* id="([^"]+)"/g)].map((match) => match[1]);
    expect(ids.length).toBeGreaterThan(10);
    for (const id of ids) expect(html, id).toContain(`for="${id}"`);
  });
});

describe('a profile on screen', () => {
  it('says of a course until when it counts, or that it has lapsed', () => {
    const view = {id: 'a', displayName: 'Ann Example', offers: [], takesQuestions: true, courses: [{courseId: 'a', title: 'One', until: '2027-01-01'}, {courseId: 'b', title: 'Two', until: '2026-01-01'}, {courseId: 'c', title: 'Three', until: null}]};
    const html = draw(createElement(ProfileCard, {view, skills: SKILLS, today: '2026-11-22', directorateName: nameOf}));
    for (const line of ['One: current until 1 January 2027', 'Two: lapsed, was current until 1 January 2026', 'Three: held, no end date']) expect(html).toContain(line);
    expect(html).not.toMatch(/Team|Languages|Interests/);
  });
});

describe('the people found', () => {
  const person = {id: 'p1', displayName: 'Dee <i>Juror</i>', offers: [{skill: 'citizens-jury', done: 'often' as const}], moreOffers: 2, foundIn: ['skills' as const]};
  const props = {skills: SKILLS, directorateName: nameOf, linkTo: plainLink, hrefOfPerson: (id: string) => `/network/?person=${id}`, hrefOfPage: (page: number) => `/network/?page=${page}`};
  it('are listed with what they offer and why they were found', () => {
    const html = draw(createElement(PeopleList, {...props, answer: {total: 1, pages: 1, page: 1, isPartial: false, isCut: false, people: [person]}}));
    for (const part of ['1 person found', '<a href="/network/?person=p1">Dee &lt;i&gt;Juror&lt;/i&gt;</a>', 'Citizens’ jury, often', 'and 2 more', 'Found in: skills.']) expect(html).toContain(part);
    expect(html).not.toContain('<nav');
  });

  it('come in pages, and the last page says that there are more', () => {
    const html = draw(createElement(PeopleList, {...props, answer: {total: 560, pages: 10, page: 10, isPartial: true, isCut: true, people: Array.from({length: 50}, (_, index) => ({...person, id: `p${index}`}))}}));
    for (const part of ['Page 10 of 10', 'These are the first 500.', 'Nobody fits every word.', 'Choose a skill from the list']) expect(html).toContain(part);
    expect(html).not.toContain('Next page');
  });
});

describe('asking', () => {
  it('keeps the address back unless it is ticked, and says what is kept', () => {
    const html = draw(createElement(AskForm, {kind: 'question', to: 'Dee Juror', email: 'ann@example.org', onSent: fine}));
    expect(html).toMatch(/<input type="checkbox" id="sharesAddress"(?![^>]*checked)/);
    expect(html).toContain('Neither of you sees the other’s address.');
  });
});

describe('suggestions', () => {
  it('always say why', () => {
    const html = draw(createElement(SuggestionList, {suggestions: [{title: 'Read “Jury”', href: '/methods/citizens-jury/', reason: 'You chose it for “Park plan”.'}], linkTo: plainLink}));
    expect(html).toContain('<a href="/methods/citizens-jury/">Read “Jury”</a>');
    expect(html).toContain('You chose it for “Park plan”.');
  });
});
