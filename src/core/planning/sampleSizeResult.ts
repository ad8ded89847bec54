import {groupName} from './sampleSize.ts';
import type {GroupField, SampleGroup, SampleSize, Way} from './sampleSize.ts';
import {answersFor, FEWEST_FOR_NORMAL, intervalOf, marginOf, marginTable, planInvitations} from './sampleSizeFormulas.ts';
import type {Confidence, Interval, Invitations, MarginRow} from './sampleSizeFormulas.ts';
import {writeCount} from './sampleSizeWords.ts';

/** A population above this is taken for a slip of the hand: it is more people than live on Earth. */
const MOST_PEOPLE = 10_000_000_000;

type Read = {ok: true; value: number | null} | {ok: false};

/** Reads a figure as people type it: 1,200 and 12 000 and 25% are fine. Empty is null. */
function readFigure(text: string): Read {
  const bare = text.replace(/[\s,]/g, '').replace(/%$/, '');
  if (bare === '') return {ok: true, value: null};
  return /^\d+(\.\d+)?$/.test(bare) ? {ok: true, value: Number(bare)} : {ok: false};
}

function readWhole(text: string, least: number): Read {
  const read = readFigure(text);
  return read.ok && (read.value === null || (Number.isInteger(read.value) && read.value >= least && read.value <= MOST_PEOPLE)) ? read : {ok: false};
}

/** Reads per cent as a fraction of 1. Both ends are given in per cent. */
function readPercent(text: string, least: number, most: number): Read {
  const read = readFigure(text);
  if (!read.ok || read.value === null) return read;
  return read.value >= least && read.value <= most ? {ok: true, value: read.value / 100} : {ok: false};
}

/** What is wrong with what was typed, by field. Each sentence says what to do. */
export type Faults = Partial<Record<'population' | 'answers' | 'share' | 'margin' | 'response' | 'reminded' | 'groupMargin', string>>;
export type GroupFaults = Partial<Record<GroupField, string>>;

const SAY = {
  population: 'Write how many people as a whole number, for instance 40,000. Leave it empty if you do not know.',
  answers: 'Write how many answers as a whole number, for instance 400.',
  tooMany: 'There are more answers than people here. Check both numbers.',
  share: 'Write a share from 0 to 100, for instance 50.',
  margin: 'Write a margin from 0.1 to 50 points, for instance 5.',
  response: 'Write a response from 0.1 to 100 in 100, for instance 25.',
  reminded: 'Write a response from 0 to 100 in 100, for instance 8.',
} as const;

/** Why a margin may or may not be quoted. */
export interface Verdict {
  /** `ask`: nobody has said how people came to answer. `exact`: everybody answered. */
  outcome: 'ask' | 'margin' | 'none' | 'exact';
  sentence: string;
  /** What to write or do instead; empty where a margin may be quoted. */
  instead: string;
}

const NONE: Record<Exclude<Way, 'random'>, {sentence: string; instead: string}> = {
  everyone: {
    sentence: 'No margin of error may be quoted. You asked everybody, so chance did not decide who is missing: the silent people did.',
    instead: 'Say how many you asked and how many answered. Check which groups are missing, and remind them.',
  },
  quota: {
    sentence: 'No margin of error may be quoted. Filled quotas and panels that people join look like the population, but chance did not pick them.',
    instead: 'Say how people were found and which quotas were set. A panel counts as random only if chance picked its members.',
  },
  open: {
    sentence: 'No margin of error may be quoted. People chose themselves, and no number of extra replies mends that.',
    instead: 'Write “of the people who replied”, with their number. Use the replies for reasons, groups and problems, and not as a count of opinion.',
  },
  unsure: {
    sentence: 'Quote no margin of error until you know how people came to answer.',
    instead: 'Ask whoever ran the survey: was there a full list, and did chance pick from it? If not, there is no margin.',
  },
};

/** Takes how people came to answer; gives whether a margin may be quoted (Cochran 1977, chapter 1, on probability sampling). */
export function verdictOf(way: SampleSize['way'], answers: number | null, population: number | null): Verdict {
  if (way === '') return {outcome: 'ask', sentence: 'First say how people come to answer. Whether a margin exists at all depends on it.', instead: ''};
  if ((way === 'random' || way === 'everyone') && answers !== null && answers === population) {
    return {outcome: 'exact', sentence: 'Everybody answered. The figure is exact, and there is nothing to estimate.', instead: ''};
  }
  if (way === 'random') return {outcome: 'margin', sentence: 'You may quote a margin of error, because chance picks who is asked.', instead: ''};
  return {outcome: 'none', ...NONE[way]};
}

export interface Plan {
  needed: number;
  /** Null until a response is given. */
  invitations: Invitations | null;
}

export interface GroupResult {
  id: string;
  name: string;
  size: number | null;
  answers: number | null;
  faults: GroupFaults;
  /** For an answer near 50% from the answers so far; null without answers, or where fewer than 40 make the margin unsafe. */
  margin: number | null;
  plan: Plan | null;
}

/** What a calculation comes to. Parts that cannot be worked out yet, or must not be quoted, are null. */
export interface SampleResult {
  faults: Faults;
  verdict: Verdict;
  confidence: Confidence;
  population: number | null;
  answers: number | null;
  share: number | null;
  /** The margin and the interval of the answers. */
  finding: {interval: Interval; margin: number} | null;
  /** The share that the plan counts on: 50% where the one typed is nobody or everybody, which nothing can be planned on. */
  plannedShare: number;
  margin: number | null;
  groupMargin: number | null;
  plan: Plan | null;
  groups: GroupResult[];
  /** Sum of what the groups need; null unless two or more can be worked out. */
  groupsNeed: {answers: number; invited: number | null} | null;
  /** Margins for this population; empty where no margin exists or everybody can be asked. */
  table: MarginRow[];
}

interface Basis {
  confidence: Confidence;
  margin: number | null;
  share: number;
  response: number | null;
  reminders: number;
  reminded: number;
}

function planOf(population: number | null, basis: Basis): Plan | null {
  const {confidence, margin, share, response, reminders, reminded} = basis;
  if (margin === null) return null;
  const needed = answersFor({margin, population, share, confidence});
  return {needed, invitations: response === null ? null : planInvitations({needed, population, first: response, reminders, reminded})};
}

const valueOf = (read: Read): number | null => (read.ok ? read.value : null);

function groupResult(group: SampleGroup, place: number, isRandom: boolean, basis: Basis): GroupResult {
  const size = readWhole(group.size, 1);
  const answers = readWhole(group.answers, 0);
  const response = readPercent(group.response, 0.1, 100);
  const people = valueOf(size);
  const given = valueOf(answers);
  const faults: GroupFaults = {
    ...(!size.ok && {size: SAY.population}),
    ...(!answers.ok ? {answers: SAY.answers} : given !== null && people !== null && given > people && {answers: SAY.tooMany}),
    ...(!response.ok && {response: SAY.response}),
  };
  const isSound = !faults.size && !faults.answers;
  const ownBasis = {...basis, share: 0.5, response: response.ok ? response.value ?? basis.response : null};
  const isEnough = given !== null && given > 0 && (given >= FEWEST_FOR_NORMAL || given === people);
  const margin = isRandom && isSound && isEnough ? marginOf({answers: given, population: people, share: 0.5, confidence: basis.confidence}) : null;
  return {id: group.id, name: groupName(group, place), size: people, answers: given, faults, margin, plan: isRandom && size.ok ? planOf(people, ownBasis) : null};
}

function sumGroups(groups: readonly GroupResult[]): SampleResult['groupsNeed'] {
  const plans = groups.map(({plan}) => plan).filter((plan) => plan !== null);
  if (plans.length < 2) return null;
  const invited = plans.map(({invitations}) => invitations?.invited ?? null).filter((count) => count !== null);
  const add = (counts: readonly number[]): number => counts.reduce((sum, count) => sum + count, 0);
  return {answers: add(plans.map(({needed}) => needed)), invited: invited.length === plans.length ? add(invited) : null};
}

/** Takes a calculation as typed; gives what it comes to. Never throws. */
export function workOut(calculation: SampleSize): SampleResult {
  const confidence = Number(calculation.confidence) as Confidence;
  const reads = {
    population: readWhole(calculation.population, 1), answers: readWhole(calculation.answers, 1), share: readPercent(calculation.share, 0, 100),
    margin: readPercent(calculation.margin, 0.1, 50), groupMargin: readPercent(calculation.groupMargin, 0.1, 50),
    response: readPercent(calculation.response, 0.1, 100), reminded: readPercent(calculation.reminded, 0, 100),
  };
  const [population, answers, margin] = [valueOf(reads.population), valueOf(reads.answers), valueOf(reads.margin)];
  // An emptied box means the widest case, as the hint beside it says.
  const share = reads.share.ok ? reads.share.value ?? 0.5 : null;
  const faults: Faults = {};
  for (const field of ['population', 'answers', 'share', 'response', 'reminded'] as const) if (!reads[field].ok) faults[field] = SAY[field];
  for (const field of ['margin', 'groupMargin'] as const) if (!reads[field].ok) faults[field] = SAY.margin;
  if (answers !== null && population !== null && answers > population) faults.answers = SAY.tooMany;

  const verdict = verdictOf(calculation.way, faults.answers ? null : answers, population);
  const isRandom = calculation.way === 'random';
  const isSound = !faults.population && !faults.answers && answers !== null && share !== null;
  const sample = isRandom && isSound ? {answers, population, share, confidence} : null;
  const plannedShare = share === null || share === 0 || share === 1 ? 0.5 : share;
  const basis: Basis = {confidence, margin, share: plannedShare, response: valueOf(reads.response), reminders: Number(calculation.reminders), reminded: valueOf(reads.reminded) ?? 0};
  const groups = calculation.groups.map((group, place) => groupResult(group, place, isRandom, {...basis, margin: valueOf(reads.groupMargin)}));
  return {
    faults, verdict, confidence, population, answers, share, plannedShare, margin, groupMargin: valueOf(reads.groupMargin), groups,
    finding: sample && {interval: intervalOf(sample), margin: marginOf(sample)},
    plan: isRandom && !faults.population && !faults.share ? planOf(population, basis) : null,
    groupsNeed: sumGroups(groups),
    table: isRandom && !faults.population ? marginTable(population, faults.answers ? null : answers) : [],
  };
}

/** Sentences about figures that do not fit together, or that a plan rests on. */
export function remarksOn(result: SampleResult, calculation: SampleSize): string[] {
  const {population, groups, plan, plannedShare, share} = result;
  const sizes = groups.map(({size}) => size).filter((size) => size !== null);
  const sum = sizes.reduce((total, size) => total + size, 0);
  const said: string[] = [];
  if (population !== null && sum > population) said.push(`The groups add up to ${writeCount(sum)} people, more than the ${writeCount(population)} in all. That is right only if somebody can be in two groups.`);
  if (plan?.invitations && plan.invitations.wanted > plan.invitations.invited) {
    said.push(`At this response you would have to invite ${writeCount(plan.invitations.wanted)} people, more than there are. Ask everybody, raise the response or accept a wider margin.`);
  }
  if (plan?.invitations && plan.invitations.rate < 0.5) said.push('Fewer than half of those invited would answer. The margin covers chance alone: if the silent people think otherwise, the figure is further out.');
  if (plan && share !== null && plannedShare !== share) said.push('Nobody can plan on a share of nobody or everybody, so the plan takes 50%, the widest case.');
  else if (plan && Math.min(plannedShare, 1 - plannedShare) * plan.needed < 10) said.push('For so small a share the planned number is too rough. Plan with 50%, or aim for a narrower margin.');
  if (Number(calculation.reminders) > 0 && calculation.reminded.trim() === '') said.push('Say how many in 100 answer a reminder, or the reminders add nothing to the plan.');
  return said;
}
