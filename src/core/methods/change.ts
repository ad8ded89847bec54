import type {MethodSummary} from './method.ts';
import type {Brief} from './brief.ts';
import type {Decided} from './decide.ts';
import {decide} from './decide.ts';
import {SENSITIVITIES, termsOf} from './vocabulary.ts';
import {costInWords, effortInWords, shortListInWords, weeksInWords} from './words.ts';

/** One answer changed, and what that would do. */
export interface Change {
  change: Partial<Brief>;
  effect: string;
}

const MOST_CHANGES = 5;
/** A method that fits less well than this is no reason to find more time or money. */
const WORTH_HAVING = 0.5;

/** Takes a brief and what was decided on it; gives at most five single changes that would alter it, the most useful first. */
export function nearestChanges(brief: Brief, methods: readonly MethodSummary[], now: Decided): Change[] {
  const tried = singleChanges(brief, now).map((change) => weigh(change, decide({...brief, ...change}, methods), now));
  return tried
    .filter((each): each is Weighed => each !== null)
    .sort((a, b) => b.use - a.use || a.size - b.size || (JSON.stringify(a.change) < JSON.stringify(b.change) ? -1 : 1))
    .slice(0, MOST_CHANGES)
    .map(({change, effect}) => ({change, effect}));
}

/** The changes worth trying: time up to each method's own minimum, one or two bands of money or of staff time, the next sensitivity, and saying that something is open. */
function singleChanges(brief: Brief, now: Decided): Partial<Brief>[] {
  const weeks = brief.weeksAvailable;
  const minimums = weeks === undefined ? []
    : [...new Set(now.shut.map(({method}) => method.elapsedWeeks.min).filter((min) => min > weeks))].sort((a, b) => a - b);
  const band = brief.budgetBand;
  const staff = brief.staffEffort;
  const order = termsOf(SENSITIVITIES);
  const place = brief.sensitivity === undefined ? -1 : order.indexOf(brief.sensitivity);
  return [
    ...(brief.canChange === false ? [{canChange: true}] : []),
    ...minimums.map((weeksAvailable) => ({weeksAvailable})),
    ...(band === undefined ? [] : [band + 1, band + 2].filter((next) => next <= 5).map((budgetBand) => ({budgetBand}))),
    ...(staff === undefined ? [] : [staff + 1, staff + 2].filter((next) => next <= 5).map((staffEffort) => ({staffEffort}))),
    ...(place < 0 ? [] : [order[place - 1], order[place + 1]].flatMap((sensitivity) => sensitivity === undefined ? [] : [{sensitivity}])),
  ];
}

interface Weighed extends Change {
  use: number;
  /** Smaller asks come first among equals. */
  size: number;
}

function weigh(change: Partial<Brief>, then: Decided, now: Decided): Weighed | null {
  const ids = new Set(now.ranked.map(({method}) => method.id));
  const gained = then.ranked.filter(({method, score}) => !ids.has(method.id) && score >= WORTH_HAVING);
  const left = new Set(then.ranked.map(({method}) => method.id));
  const lost = now.ranked.filter(({method}) => !left.has(method.id));
  const reached = now.mix.uncovered.length - then.mix.uncovered.length;
  const joining = then.mix.methods.filter((id) => !now.mix.methods.includes(id));
  const opened = now.gate !== null && then.gate === null;
  if (gained.length === 0 && lost.length === 0 && joining.length === 0 && !opened) return null;
  const best = Math.max(0, ...gained.map(({score}) => score));
  const effects = [
    opened ? 'It could be called a consultation.' : '',
    gained.length > 0 ? `${shortListInWords(gained.map(({method}) => method.title), 3)} would become possible.` : '',
    joining.length > 0 ? `The mix would take in ${shortListInWords(titlesOf(joining, then), 3)}.` : '',
    reached > 0 ? `It would suit ${reached} more of the groups you named.` : '',
    lost.length > 0 ? `${shortListInWords(lost.map(({method}) => method.title), 3)} would be ruled out.` : '',
  ];
  return {
    change,
    effect: `${leadIn(change)}: ${effects.filter(Boolean).join(' ')}`,
    use: (opened ? 100 : 0) + reached * 10 + (joining.length > 0 ? 2 : 0) + best * 3 - (lost.length > 0 ? 1 : 0),
    size: change.weeksAvailable ?? (change.budgetBand ?? change.staffEffort ?? 0) * 10,
  };
}

function titlesOf(ids: readonly string[], decided: Decided): string[] {
  return ids.map((id) => decided.ranked.find(({method}) => method.id === id)?.method.title ?? id);
}

function leadIn(change: Partial<Brief>): string {
  if (change.canChange) return 'If something is still open';
  if (change.weeksAvailable !== undefined) return `With ${weeksInWords(change.weeksAvailable)}`;
  if (change.budgetBand !== undefined) return `With a budget of ${costInWords(change.budgetBand)}`;
  if (change.staffEffort !== undefined) return `With ${effortInWords(change.staffEffort)} of your own staff’s time`;
  if (change.sensitivity === 'high') return 'If speaking openly could hurt or expose somebody';
  return change.sensitivity === 'medium' ? 'If some people would only rather not speak in front of others' : 'If most people would talk about it with a stranger';
}
