import {taughtIn} from '../courses/framework.ts';
import type {Course} from '../courses/course.ts';
import type {Due} from '../courses/due.ts';
import {wordsOfDue} from '../courses/dueWords.ts';
import type {Begun} from '../courses/myLearning.ts';
import type {Reader} from '../guides/readers.ts';
import {audienceInWords, purposeInWords} from '../methods/words.ts';
import {AUDIENCES, PURPOSES} from '../methods/vocabulary.ts';
import type {Audience, Purpose} from '../methods/vocabulary.ts';
import type {Role} from '../records/api.ts';
import {toLondonDay, writeDay} from '../records/londonDay.ts';
import type {Interest} from './fields.ts';
import type {GuidedPage} from './guidedPage.ts';
import type {Skill} from './skills.ts';

/** Suggestions at once: a list that is read, not scrolled. Practice judgement. */
export const MOST_SUGGESTIONS = 8;

/** A selection of methods that is kept on the device, latest first among its like. */
export interface GuidedSelection {
  name: string;
  href: string;
  /** Ids of the methods of its mix. */
  methods: readonly string[];
  /** Whether the person put the mix together; otherwise the selector did. */
  isOwn: boolean;
}

/** All that guidance looks at. Nothing in it is asked for that the device or the service does not have already. */
export interface GuidanceFacts {
  /** Null: nobody is signed in. */
  role: Role | null;
  /** The day, as 2026-11-22. */
  today: string;
  /** When the visit before this one ended, in ISO 8601; null: this is the first. */
  lastVisit: string | null;
  due: readonly Due[];
  begun: readonly Begun[];
  /** Ids of courses completed. */
  held: readonly string[];
  selections: readonly GuidedSelection[];
  /** Of the person's own profile in the register; empty for those who have none. */
  interests: readonly Interest[];
  wants: readonly string[];
  pages: readonly GuidedPage[];
  courses: readonly Course[];
  skills: readonly Skill[];
}

/** Why something is suggested: what is true of this person. The reason on screen is written from it and from nothing else. */
export type Because =
  | {kind: 'due'; due: Due}
  | {kind: 'begun'; courseId: string; left: number}
  | {kind: 'selection'; selection: GuidedSelection; method: string}
  | {kind: 'changed'; reviewed: string; since: string}
  | {kind: 'wants'; skill: string}
  | {kind: 'interest'; interest: Interest}
  | {kind: 'role'; role: Role}
  | {kind: 'no-course'; isSignedIn: boolean}
  | {kind: 'no-selection'};

export interface Suggestion {
  title: string;
  href: string;
  because: Because;
  /** The reason in words. Always shown. */
  reason: string;
}

/** Most suggestions of each kind, so that one kind never fills the list. Practice judgement. */
const MOST: Readonly<Record<Because['kind'], number>> = {due: 3, begun: 2, selection: 3, changed: 3, wants: 2, interest: 2, role: 1, 'no-course': 1, 'no-selection': 1};

/**
 * What somebody should see first, in order: what is due, what they have begun, what they chose, what has changed since they were here,
 * what they want to learn, what they are interested in, and what their role does. At most eight, no address twice, each with its reason.
 */
export function suggest(facts: GuidanceFacts): Suggestion[] {
  const seen = new Set<string>();
  const counts = new Map<Because['kind'], number>();
  const suggestions: Suggestion[] = [];
  for (const one of [...dueNow(facts), ...begunCourses(facts), ...chosenMethods(facts), ...changedPages(facts), ...wantedSkills(facts), ...interests(facts), ...firstSteps(facts)]) {
    const count = counts.get(one.because.kind) ?? 0;
    if (seen.has(one.href) || count >= MOST[one.because.kind]) continue;
    seen.add(one.href);
    counts.set(one.because.kind, count + 1);
    suggestions.push({...one, reason: reasonOf(one.because, facts)});
  }
  return suggestions.slice(0, MOST_SUGGESTIONS);
}

type Unworded = Omit<Suggestion, 'reason'>;

function dueNow({due}: GuidanceFacts): Unworded[] {
  return due.map((each) => ({title: `${wordsOfDue(each).action}: ${each.title}`, href: each.href, because: {kind: 'due', due: each}}));
}

function begunCourses({begun}: GuidanceFacts): Unworded[] {
  return begun.flatMap(({courseId, title, missing, next}): Unworded[] => (next === null ? [] : [{title: `Finish “${title}”`, href: next.href, because: {kind: 'begun', courseId, left: missing.length}}]));
}

function chosenMethods({selections, pages}: GuidanceFacts): Unworded[] {
  return selections.flatMap((selection) => selection.methods.flatMap((method): Unworded[] => {
    const page = pages.find(({address}) => address === `/methods/${method}/`);
    return page ? [{title: `Read “${page.title}”`, href: page.address, because: {kind: 'selection', selection, method}}] : [];
  }));
}

/** Whom a role's pages are written for. Practice judgement. */
const READS: Readonly<Record<Role | 'none', readonly Reader[]>> = {
  none: ['newcomers', 'everyone'], learner: ['practitioners', 'newcomers', 'everyone'], trainer: ['trainers', 'practitioners', 'everyone'], lead: ['decision-makers', 'practitioners', 'everyone'], coordinator: ['practitioners', 'decision-makers', 'everyone'],
};

/** Pages that their owners went through since the last visit: first those of methods chosen and of interests, then those for this role; the latest first. */
function changedPages({pages, lastVisit, today, selections, interests: mine, role}: GuidanceFacts): Unworded[] {
  if (lastVisit === null) return [];
  const since = toLondonDay(lastVisit);
  const near = new Set([...selections.flatMap(({methods}) => methods.map((id) => `/methods/${id}/`)), ...mine.map(addressOfInterest)]);
  const reads = READS[role ?? 'none'];
  const rankOf = ({address, audience}: GuidedPage): number => {
    if (near.has(address)) return 0;
    const place = reads.findIndex((reader) => audience.includes(reader));
    return place === -1 ? reads.length + 1 : place + 1;
  };
  return pages.filter(({reviewed}) => reviewed > since && reviewed <= today)
    .sort((a, b) => rankOf(a) - rankOf(b) || (a.reviewed === b.reviewed ? (a.address < b.address ? -1 : 1) : a.reviewed > b.reviewed ? -1 : 1))
    .map(({title, address, reviewed}): Unworded => ({title: `Look again at “${title}”`, href: address, because: {kind: 'changed', reviewed, since}}));
}

function wantedSkills({wants, skills, pages, courses, held}: GuidanceFacts): Unworded[] {
  return wants.flatMap((id): Unworded[] => {
    const skill = skills.find((each) => each.id === id);
    const because = {kind: 'wants', skill: id} as const;
    const page = skill?.kind === 'method' ? pages.find(({address}) => address === `/methods/${id}/`) : undefined;
    if (page) return [{title: `Read “${page.title}”`, href: page.address, because}];
    const place = skill?.kind === 'competency' ? taughtIn(id, courses).find(({course, lessons}) => lessons.length > 0 && !held.includes(course.id)) : undefined;
    const [lesson] = place?.lessons ?? [];
    return place && lesson ? [{title: `Take the lesson “${lesson.title}”`, href: `/learn/${place.course.id}/${lesson.id}/`, because}] : [];
  });
}

const isAudience = (interest: Interest): interest is Audience => Object.hasOwn(AUDIENCES, interest);
const isPurpose = (interest: Interest): interest is Purpose => Object.hasOwn(PURPOSES, interest);

/** The page about a group; for a purpose, the selector with that purpose chosen. */
function addressOfInterest(interest: Interest): string {
  return isAudience(interest) ? `/toolkit/people/audiences/${interest}/` : `/method-selector/?purpose=${interest}`;
}

function interests({interests: mine, pages}: GuidanceFacts): Unworded[] {
  return mine.flatMap((interest): Unworded[] => {
    const href = addressOfInterest(interest);
    const because = {kind: 'interest', interest} as const;
    if (!isAudience(interest)) return [{title: 'See which methods fit', href, because}];
    const page = pages.find(({address}) => address === href);
    return page ? [{title: `Read “${page.title}”`, href, because}] : [];
  });
}

const ROLE_PAGES: Readonly<Record<Role, {title: string; href: string; why: string} | null>> = {
  learner: null,
  trainer: {title: 'Look after your course runs', href: '/cohorts/', why: 'You are a trainer here.'},
  lead: {title: 'See how your directorate is doing', href: '/overview/', why: 'You lead a directorate here.'},
  coordinator: {title: 'Read what people reported about pages', href: '/learning-points/', why: 'You are a coordinator here.'},
};

/** What the role does, and where to begin for those who have not. */
function firstSteps({role, begun, held, courses, selections}: GuidanceFacts): Unworded[] {
  const page = role === null ? null : ROLE_PAGES[role];
  const [first] = courses;
  return [
    ...(page && role !== null ? [{title: page.title, href: page.href, because: {kind: 'role', role} as const}] : []),
    ...(first && begun.length === 0 && held.length === 0 ? [{title: `Begin with “${first.title}”`, href: `/learn/${first.id}/`, because: {kind: 'no-course', isSignedIn: role !== null} as const}] : []),
    ...(selections.length === 0 ? [{title: 'Find methods for your next consultation', href: '/method-selector/', because: {kind: 'no-selection'} as const}] : []),
  ];
}

/** Writes the reason for a suggestion. */
function reasonOf(because: Because, {skills, pages}: GuidanceFacts): string {
  switch (because.kind) {
    case 'due': return wordsOfDue(because.due).text;
    case 'begun': return `You have begun it. ${because.left === 1 ? '1 thing is' : `${because.left} things are`} left to do.`;
    case 'selection': {
      const title = pages.find(({address}) => address === `/methods/${because.method}/`)?.title ?? because.method;
      return because.selection.isOwn ? `You chose ${title} for “${because.selection.name}”.` : `The selector suggested ${title} for “${because.selection.name}”.`;
    }
    case 'changed': return `Its owner went through it on ${writeDay(because.reviewed)}. Your last visit was on ${writeDay(because.since)}.`;
    case 'wants': return `Your profile says that you would like to learn “${skills.find(({id}) => id === because.skill)?.title ?? because.skill}”.`;
    case 'interest': return isPurpose(because.interest)
      ? `One of your interests is to ${purposeInWords(because.interest)}.` : `Your profile says that you are interested in this group: ${audienceInWords(because.interest)}.`;
    case 'role': return ROLE_PAGES[because.role]?.why ?? '';
    case 'no-course': return because.isSignedIn ? 'You have not begun a course yet.' : 'Nobody has begun a course on this device without signing in.';
    case 'no-selection': return 'You have saved no selection of methods on this device.';
  }
}
