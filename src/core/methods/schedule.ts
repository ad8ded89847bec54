import type {MethodSummary} from './method.ts';
import type {Brief} from './brief.ts';
import type {Mix} from './mix.ts';
import {weeksFor} from './resources.ts';
import type {Purpose} from './vocabulary.ts';

/** A method in the weeks of a mix, counted from 1. */
export interface ScheduledMethod {
  id: string;
  title: string;
  from: number;
  to: number;
  /** Why it stands there, a sentence. */
  why: string;
}

/** When what is done. */
export interface Schedule {
  /** Weeks from the first day to the last results. */
  weeks: number;
  /** Weeks left over when there is a limit; null where there is none. */
  inHand: number | null;
  /** In order of their beginning. */
  methods: ScheduledMethod[];
  /** Some methods come before others. */
  isInSteps: boolean;
}

/** What a method that comes first is made for: it finds out what to ask the rest about. */
const OPENING: readonly Purpose[] = ['explore-why', 'generate-ideas', 'scope', 'test-materials'];
/** What gains from being asked second: the questions are set once people have shown what matters to them. */
const CLOSING: readonly Purpose[] = ['measure-opinion', 'track-change', 'choose-between-options', 'gather-views', 'meet-statutory-duty', 'informed-public-judgement', 'allocate-money', 'resolve-conflict'];
/** A method that comes first has to hear more than ticks in boxes. */
const SAYS_WHY = 3;

/**
 * Takes a brief, its mix and the methods; gives when each is done. Methods run side by side and end together. Where the time is known and
 * allows it, those that find out what matters come before those that count or settle: qualitative work first, to shape the questions of
 * the rest (Creswell, exploratory sequential design, 2003).
 */
export function scheduleOf({purpose, weeksAvailable}: Pick<Brief, 'purpose' | 'weeksAvailable'>, mix: Pick<Mix, 'methods' | 'roles'>, methods: readonly MethodSummary[]): Schedule {
  const all = mix.methods.flatMap((id) => methods.find((method) => method.id === id) ?? []);
  const long = (list: readonly MethodSummary[]): number => Math.max(0, ...list.map((method) => weeksFor(method, weeksAvailable)));
  const first = all.filter(({id, purposes, depth}) => mix.roles[id] !== 'core' && depth >= SAYS_WHY && purposes.some((each) => OPENING.includes(each)));
  const then = all.filter((method) => !first.includes(method));
  // The shortest sound time for each, since steps one after the other are what makes time short.
  const least = (list: readonly MethodSummary[]): number => Math.max(0, ...list.map(({elapsedWeeks}) => elapsedWeeks.min));
  const isInSteps = CLOSING.includes(purpose) && first.length > 0 && then.length > 0 && weeksAvailable !== undefined && least(first) + least(then) <= weeksAvailable;
  if (!isInSteps) {
    const weeks = long(all);
    const placed = all.map((method): ScheduledMethod => {
      const takes = weeksFor(method, weeksAvailable);
      return {id: method.id, title: method.title, from: weeks - takes + 1, to: weeks, why: takes === weeks ? 'Begin at once: nothing takes longer.' : 'Can begin later, and ends with the rest.'};
    });
    return {weeks, inHand: weeksAvailable === undefined ? null : weeksAvailable - weeks, methods: placed.sort(byBeginning), isInSteps: false};
  }
  const forFirst = Math.min(long(first), weeksAvailable - least(then));
  const forThen = Math.min(long(then), weeksAvailable - forFirst);
  const weeks = forFirst + forThen;
  const placed = [
    ...first.map((method): ScheduledMethod => ({
      id: method.id, title: method.title, from: 1, to: Math.max(method.elapsedWeeks.min, Math.min(weeksFor(method, weeksAvailable), forFirst)), why: 'First: what people say here shapes what the others ask.',
    })),
    ...then.map((method): ScheduledMethod => ({
      id: method.id, title: method.title, from: weeks - Math.min(weeksFor(method, weeksAvailable), forThen) + 1, to: weeks, why: 'After that, with questions in the words that people used.',
    })),
  ];
  return {weeks, inHand: weeksAvailable - weeks, methods: placed.sort(byBeginning), isInSteps: true};
}

function byBeginning(a: ScheduledMethod, b: ScheduledMethod): number {
  return a.from - b.from || a.to - b.to || (a.id < b.id ? -1 : 1);
}
