import {SYNONYMS} from '../search/synonyms.ts';
import {INTERESTS, LANGUAGES} from './fields.ts';
import type {Done, Interest, Language} from './fields.ts';
import type {Offer, ProfileView} from './profile.ts';
import type {Skill} from './skills.ts';
import {toWords, wantedWords} from './words.ts';

/** People on one page of results, and pages that can be turned: a search answers a question, it is no copy of the register. */
export const PAGE_SIZE = 50;
export const MOST_PAGES = 10;
/** Skills shown with one person in a list. */
const OFFERS_SHOWN = 6;

/** What is asked for. Every filter that is given must be met. */
export interface PeopleQuery {
  /** Words as typed. */
  q?: string | undefined;
  directorate?: string | undefined;
  /** Id of a skill that is offered. */
  skill?: string | undefined;
  language?: Language | undefined;
  interest?: Interest | undefined;
}

/** Where a word was found, in the order of weight. */
export type FoundIn = 'name' | 'skills' | 'notes' | 'languages' | 'interests' | 'job';

/** A person in a list of results. */
export interface PersonFound {
  id: string;
  displayName: string;
  directorate?: string;
  jobRole?: string;
  /** What they offer, what was asked for first, and how many more there are. */
  offers: Omit<Offer, 'note'>[];
  moreOffers: number;
  /** What made them fit; empty where only filters were given. */
  foundIn: FoundIn[];
}

export interface PeopleFound {
  /** How many fit, whether or not they can all be paged to. */
  total: number;
  pages: number;
  /** True: nobody fits every word, and these fit some. */
  isPartial: boolean;
  people: PersonFound[];
}

/** How much a word counts where it is found. Practice judgement: a skill is what people come for, and a name is asked for by name. */
const WEIGHTS: Readonly<Record<FoundIn, number>> = {name: 8, skills: 8, notes: 3, languages: 3, interests: 1, job: 1};
const PLACES = Object.keys(WEIGHTS) as FoundIn[];
/** What a word counts that stands in the line beside a skill. */
const IN_NOTE = 0.5;
/** Added when one skill holds every word. */
const ONE_SKILL = 10;
/** Having done something often is worth more than once, and never more than a better fit. */
const PRACTICE: Readonly<Record<Done, number>> = {once: 0, few: 1, often: 2};

/** Whether a query says what is wanted: with neither a word nor a filter it would ask for everybody. */
export function saysWhat({q = '', directorate, skill, language, interest}: PeopleQuery): boolean {
  return wantedWords(q).length > 0 || [directorate, skill, language, interest].some((each) => each !== undefined);
}

/** A wanted word, or several ways to say the same; each way is words that must all be there. */
type Term = string[][];

const KNOWN = SYNONYMS.map(([typed, used]) => ({typed: wantedWords(typed), used: wantedWords(used)})).filter(({typed}) => typed.length > 0);

/** Takes a query as typed; gives what must be found. What people type and the site's own words for it count as the same. */
export function termsOf(query: string): Term[] {
  const words = wantedWords(query);
  const padded = ` ${words.join(' ')} `;
  const known = KNOWN.filter(({typed}) => padded.includes(` ${typed.join(' ')} `));
  const covered = new Set(known.flatMap(({typed}) => typed));
  // Two lines of the table may say the same word: then it is one term with more ways.
  const byTyped = new Map<string, Term>();
  for (const {typed, used} of known) byTyped.set(typed.join(' '), [...(byTyped.get(typed.join(' ')) ?? [typed]), ...used.map((word) => [word])]);
  return [...byTyped.values(), ...words.filter((word) => !covered.has(word)).map((word) => [[word]])];
}

/**
 * Finds people. Takes what the person who looks may see of everybody, the query and all skills. Since nothing else comes in, what is hidden
 * can neither be found nor change who comes first. `page` from 1. The same in gives the same out, in whatever order people come.
 */
export function searchPeople(views: readonly ProfileView[], query: PeopleQuery, skills: readonly Skill[], page: number): PeopleFound {
  const terms = termsOf(query.q ?? '');
  const passed = views.filter((view) => passes(view, query));
  const fits = fitsOf(skills, terms);
  const scored = passed.map((view) => scoreView(view, terms, query, fits));
  const whole = scored.filter(({met}) => met === terms.length);
  const found = whole.length > 0 ? whole : scored.filter(({met}) => met > 0);
  const ordered = found.sort((a, b) => b.met - a.met || b.score - a.score || compare(a.view, b.view));
  const pages = Math.min(MOST_PAGES, Math.ceil(ordered.length / PAGE_SIZE));
  const from = (page - 1) * PAGE_SIZE;
  return {
    total: ordered.length, pages, isPartial: whole.length === 0 && found.length > 0,
    people: page > pages ? [] : ordered.slice(from, from + PAGE_SIZE).map(({view, asked, foundIn}) => toFound(view, asked, foundIn)),
  };
}

/** Made once: it compares names many times faster than a call that names the language each time. */
const NAMES = new Intl.Collator('en-GB');

function compare(a: ProfileView, b: ProfileView): number {
  return NAMES.compare(a.displayName, b.displayName) || (a.id < b.id ? -1 : 1);
}

function passes(view: ProfileView, {directorate, skill, language, interest}: PeopleQuery): boolean {
  return (directorate === undefined || view.directorate === directorate)
    && (skill === undefined || view.offers.some((offer) => offer.skill === skill))
    && (language === undefined || (view.languages?.includes(language) ?? false))
    && (interest === undefined || (view.interests?.includes(interest) ?? false));
}

/** How well a skill fits each term: 2 by its name, 1 by what it is also called, 0 not at all. */
type Fits = readonly number[];

/** The fit of every skill. The list is the same for everybody, so it is looked through once for each search. */
function fitsOf(skills: readonly Skill[], terms: readonly Term[]): ReadonlyMap<string, Fits> {
  return new Map(skills.map(({id, title, aka}) => {
    const [named, called] = [toWords(title), [title, ...aka].flatMap(toWords)];
    return [id, terms.map((term) => (isMet(term, named) ? 2 : isMet(term, called) ? 1 : 0))];
  }));
}

interface Scored {
  view: ProfileView;
  score: number;
  /** How many terms are met. */
  met: number;
  foundIn: FoundIn[];
  /** Skills that were asked for. */
  asked: ReadonlySet<string>;
}

const LANGUAGE_WORDS = new Map(Object.entries(LANGUAGES).map(([id, words]) => [id, toWords(words)]));
const INTEREST_WORDS = new Map(Object.entries(INTERESTS).map(([id, words]) => [id, toWords(words)]));

function scoreView(view: ProfileView, terms: readonly Term[], {skill}: PeopleQuery, skillFits: ReadonlyMap<string, Fits>): Scored {
  if (terms.length === 0) return {view, score: 0, met: 0, foundIn: [], asked: new Set(skill === undefined ? [] : [skill])};
  const offers = view.offers.map((offer) => {
    const note = toWords(offer.note ?? '');
    const own = skillFits.get(offer.skill);
    // A note counts for its skill, and less than the skill's own words.
    return {offer, fits: terms.map((term, index) => own?.[index] || (isMet(term, note) ? IN_NOTE : 0))};
  });
  const places: Readonly<Record<Exclude<FoundIn, 'skills' | 'notes'>, readonly string[]>> = {
    name: toWords(view.displayName),
    languages: (view.languages ?? []).flatMap((language) => LANGUAGE_WORDS.get(language) ?? []),
    interests: (view.interests ?? []).flatMap((interest) => INTEREST_WORDS.get(interest) ?? []),
    job: toWords(`${view.jobRole ?? ''} ${view.team ?? ''}`),
  };
  const foundIn = new Set<FoundIn>();
  let [met, score] = [0, 0];
  for (const [index, term] of terms.entries()) {
    const fits = offers.map((each) => each.fits[index] ?? 0);
    const where = PLACES.filter((place) => (
      place === 'skills' ? fits.some((fit) => fit >= 1) : place === 'notes' ? fits.includes(IN_NOTE) : isMet(term, places[place])
    ));
    if (where.length === 0) continue;
    met += 1;
    score += Math.max(...where.map((place) => WEIGHTS[place])) + Math.max(0, ...fits);
    for (const place of where) foundIn.add(place);
  }
  const fitting = offers.filter(({fits}) => fits.some((fit) => fit > 0));
  // "Citizens' jury" is one skill that holds both words, and not a citizens' panel beside a jury of young people.
  const exact = fitting.filter(({fits}) => fits.every((fit) => fit > 0));
  const asked = new Set((exact.length > 0 ? exact : fitting).map(({offer}) => offer.skill));
  if (skill !== undefined) asked.add(skill);
  if (exact.length > 0) score += ONE_SKILL;
  score += Math.max(0, ...offers.filter(({offer}) => asked.has(offer.skill)).map(({offer}) => PRACTICE[offer.done])) / 4;
  return {view, score, met, foundIn: PLACES.filter((place) => foundIn.has(place)), asked};
}

function isMet(term: Term, words: readonly string[]): boolean {
  return term.some((way) => way.every((wanted) => words.some((word) => word === wanted || (wanted.length >= 4 && word.startsWith(wanted)))));
}

function toFound({id, displayName, directorate, jobRole, offers}: ProfileView, asked: ReadonlySet<string>, foundIn: FoundIn[]): PersonFound {
  const ordered = [...offers].sort((a, b) => Number(asked.has(b.skill)) - Number(asked.has(a.skill)) || PRACTICE[b.done] - PRACTICE[a.done] || (a.skill < b.skill ? -1 : 1));
  return {
    id, displayName, ...(directorate !== undefined && {directorate}), ...(jobRole !== undefined && {jobRole}),
    offers: ordered.slice(0, OFFERS_SHOWN).map(({skill, done}) => ({skill, done})), moreOffers: Math.max(0, ordered.length - OFFERS_SHOWN), foundIn,
  };
}
