import type {MethodSummary} from './method.ts';
import type {Asked} from './brief.ts';
import type {ShutGate} from './gates.ts';
import {concernsOf} from './concerns.ts';
import {costBandOf, DAYS, POUNDS, staffEffortOf, weeksOf} from './resources.ts';
import {bandOf} from './vocabulary.ts';
import {FIGURE_PURPOSES} from './weights.ts';
import type {Audience, CostBand, Purpose, StaffEffort} from './vocabulary.ts';
import {adviseUncovered, whyFaceToFace} from './mixWords.ts';
import type {FaceToFace} from './mixWords.ts';

/** What people add beyond cover for everybody stops here: more methods at once than one team can report on well. Practice judgement. */
const ENOUGH_METHODS = 4;
/** A method that scores far below the core is not brought in for the sake of a meeting or of a second view. */
const GOOD_SHARE = 0.6;

/** What being known to work with the core adds to a method that hears the reasons behind its figures. */
const PARTNER = 0.3;

/** How much each band of cost takes off a method that is there to reach somebody and not to carry the exercise. */
const DEAR = 0.03;

/** A method that is for certain people only was made with them in mind, and reaches them better than one that is open to all. */
const MADE_FOR_THEM = 1.1;

/** What is left of the worth of a method that fits far less well than the core: it reaches people, and asks them the wrong way. */
const POOR = 0.5;

/** Between methods that score as near as this, one known to work with the rest comes first. */
const NEAR_ENOUGH = 0.15;

/** What a method does in the mix. `chosen`: the person put it there. */
export type MixRole = 'core' | 'duty' | 'reach' | 'face-to-face' | 'offline' | 'from-home' | 'reasons' | 'open-door' | 'second-view' | 'chosen';

/** Methods that together answer the brief. */
export interface Mix {
  /** In the order chosen: the core first. */
  methods: string[];
  roles: Record<string, MixRole>;
  /** For every audience covered, the methods of the mix that suit it. */
  coverage: Partial<Record<Audience, string[]>>;
  /** Audiences that no method in the mix suits. */
  uncovered: Audience[];
  /** What to do about each of them. */
  uncoveredAdvice: Partial<Record<Audience, string>>;
  faceToFace: FaceToFace;
  /** Null when somebody in the mix reaches people who are not online; else why not, and what to offer beside it. */
  alternativeRoute: string | null;
  /** The longest of the methods, because they run side by side. */
  weeks: number;
  costBand: CostBand;
  staffEffort: StaffEffort;
  /** What to think about before going on with it: limits passed, one method alone. */
  concerns: string[];
}

/** A method that passed every gate, with its fit. Best first in every list here. */
export interface Candidate {
  method: MethodSummary;
  score: number;
}

/** A method that a gate shut out. */
export interface ShutOut {
  method: MethodSummary;
  gates: ShutGate[];
}

interface Chosen {
  candidate: Candidate;
  role: MixRole;
}

const arePartners = (one: Candidate, other: Candidate): boolean =>
  one.method.pairsWith.includes(other.method.id) || other.method.pairsWith.includes(one.method.id);

const suits = ({method}: Candidate, audience: Audience): boolean => method.audiences.goodFor.includes(audience);

/** People who are not online can surely take part: they meet somebody, or the method is known to reach them. */
export function isOffline({faceToFace, audiences}: Pick<MethodSummary, 'faceToFace' | 'audiences'>): boolean {
  return faceToFace || audiences.goodFor.includes('digitally-excluded');
}

/** The one worth most; the first in the list where two are worth the same. */
function best(candidates: readonly Candidate[], worth: (candidate: Candidate) => number): Candidate | undefined {
  return [...candidates].sort((a, b) => worth(b) - worth(a))[0];
}

/** What a method is worth beside a core: its fit, less a little for what it costs. */
const beside = ({method, score}: Candidate): number => score * (1 - DEAR * (method.costBand - 1));

/** Do these methods together keep within the money and the staff time of the brief? */
function isWithin({budgetBand, staffEffort}: Pick<Asked, 'budgetBand' | 'staffEffort'>, methods: readonly MethodSummary[]): boolean {
  return (budgetBand === undefined || costBandOf(methods) <= budgetBand) && (staffEffort === undefined || staffEffortOf(methods) <= staffEffort);
}

/**
 * Chooses a mix. First the core: the best method made for the purpose. Where a law says that people must be consulted, the best that
 * meets such a duty. Then, while somebody named is not covered, the method with the highest score times the number of them it suits,
 * less a little for what it costs (ties: the higher score, then the id); with no limit on money or staff, everybody whom some method suits is covered, so that naming
 * one more never leaves another out. Where limits leave somebody out, the cheapest cover is tried too, and the wider one counts. Last
 * come, as few methods as will do, a meeting, a way in for people who are not online, one for those who cannot come, one that hears
 * reasons where the others only count, and for most purposes one that is open to anybody. Nothing is added that would pass the money or the staff time.
 */
export function buildMix(brief: Asked, ranked: readonly Candidate[], shut: readonly ShutOut[]): Mix {
  const chosen: Chosen[] = [];
  const open = (): Candidate[] => ranked.filter((each) => !chosen.some(({candidate}) => candidate === each) &&
    isWithin(brief, [...chosen.map(({candidate}) => candidate.method), each.method]));
  const add = (candidate: Candidate | undefined, role: MixRole): void => {
    if (candidate) chosen.push({candidate, role});
  };
  const has = (test: (method: MethodSummary) => boolean): boolean => chosen.some(({candidate}) => test(candidate.method));

  // With next to no staff time nothing fits. What asks least is still better than no answer, and the concerns say what it passes.
  add(open().find(({method}) => method.purposes.includes(brief.purpose)) ?? open()[0] ?? leastWork(brief, ranked), 'core');
  const core = chosen[0]?.candidate;
  if (core) {
    if (brief.duty === 'law' && !has(meetsDuty)) add(open().find(({method}) => meetsDuty(method)), 'duty');
    for (const each of coverOf(brief, ranked, chosen.map(({candidate}) => candidate))) add(each, 'reach');
    // A figure says how many and not why; whoever hears the reasons is not to be ranked by how well they count.
    if (FIGURE_PURPOSES.includes(brief.purpose) && !has(({depth}) => depth > MERELY_COUNTS)) {
      const asking = open().filter((each) => each.method.purposes.includes('explore-why') && (arePartners(each, core) || !isForOthers(each.method, brief)));
      add(best(asking, (each) => beside(each) + (arePartners(each, core) ? PARTNER : 0)), 'reasons');
    }
    const good = (): Candidate[] => open().filter(({method, score}) => score >= core.score * GOOD_SHARE && !isForOthers(method, brief));
    while (chosen.length < ENOUGH_METHODS) {
      const missing = needsOf(brief).filter(([, meets]) => !has(meets));
      const next = meetsMost(good(), missing, chosen);
      if (!next) break;
      add(next, missing.find(([, meets]) => meets(next.method))?.[0] ?? 'second-view');
    }
    if (!has(isOffline)) add(open().find(({method}) => isOffline(method)), 'offline');
    if (chosen.length === 1) add(secondView(open(), core, brief.audience), 'second-view');
  }
  return describe(brief, chosen, ranked, shut);
}

/** Of 1 to 5: up to here people tick boxes and say little of why. */
const MERELY_COUNTS = 2;

type Need = readonly [MixRole, (method: MethodSummary) => boolean];

/** What every mix should have if it can, whomever it is for. */
const NEEDS: readonly Need[] = [
  ['face-to-face', ({faceToFace}) => faceToFace],
  ['offline', isOffline],
  ['from-home', ({remote}) => remote],
  ['reasons', ({depth}) => depth > MERELY_COUNTS],
];

/** Ways of taking part that need no invitation. */
const OPEN_DOOR: readonly MethodSummary['reach'][] = ['self-selecting', 'broad', 'whole-population'];
/** Purposes for which nobody may be turned away: whoever is left out could rightly say that the matter was settled without them. */
const OPEN_TO_ALL: readonly Purpose[] = ['gather-views', 'meet-statutory-duty', 'accountability', 'choose-between-options', 'generate-ideas', 'allocate-money', 'resolve-conflict'];

/** Purposes for which nobody is asked why. */
const ASKS_NO_REASONS: readonly Purpose[] = ['give-information', 'accountability'];

function needsOf({purpose}: Asked): readonly Need[] {
  return [
    ...NEEDS.filter(([role]) => role !== 'reasons' || !ASKS_NO_REASONS.includes(purpose)),
    ...(OPEN_TO_ALL.includes(purpose) ? [['open-door', ({reach}: MethodSummary) => OPEN_DOOR.includes(reach)] as const] : []),
  ];
}

/** Does a method go to people whom somebody picks out, and to none of those named? Where nobody is named, that is so for purposes open to all. */
function isForOthers({reach, audiences}: MethodSummary, {audience: named, purpose}: Asked): boolean {
  return (reach === 'targeted' || reach === 'invited') && (named.length > 0 ? !named.some((audience) => audiences.goodFor.includes(audience)) : OPEN_TO_ALL.includes(purpose));
}

const meetsDuty = ({purposes}: MethodSummary): boolean => purposes.includes('meet-statutory-duty');

/**
 * Takes ids that a person chose, in any order, and what they were chosen from. Gives the mix of those, in the order of the list, with
 * the same reckoning as a mix of our own. `own`: the mix that was recommended, whose roles are kept. Ids that did not pass are left out.
 */
export function mixOf(ids: readonly string[], brief: Asked, own: Mix, ranked: readonly Candidate[], shut: readonly ShutOut[]): Mix {
  const wanted = [...own.methods.filter((id) => ids.includes(id)), ...ids.filter((id) => !own.methods.includes(id))];
  const chosen = [...new Set(wanted)].flatMap((id): Chosen[] => {
    const candidate = ranked.find(({method}) => method.id === id);
    return candidate ? [{candidate, role: own.roles[id] ?? 'chosen'}] : [];
  });
  return describe(brief, chosen, ranked, shut);
}

function leastWork(brief: Asked, ranked: readonly Candidate[]): Candidate | undefined {
  const affordable = ranked.filter(({method}) => isWithin({budgetBand: brief.budgetBand}, [method]));
  return best(affordable.length > 0 ? affordable : ranked, ({method, score}) => score - method.staffEffort);
}

/** What to add so that everybody named is covered, as far as money and staff allow. */
function coverOf(brief: Asked, ranked: readonly Candidate[], already: readonly Candidate[]): Candidate[] {
  const named = brief.audience;
  const coverable = named.filter((audience) => ranked.some((each) => suits(each, audience)));
  const cover = (worth: (candidate: Candidate, gain: number) => number): Candidate[] => {
    const added: Candidate[] = [];
    for (;;) {
      const missing = coverable.filter((audience) => ![...already, ...added].some((each) => suits(each, audience)));
      let best: Candidate | undefined;
      let most = 0;
      for (const candidate of ranked) {
        const gain = missing.filter((audience) => suits(candidate, audience)).length;
        if (gain === 0 || !isWithin(brief, [...already, ...added, candidate].map(({method}) => method))) continue;
        const value = worth(candidate, gain);
        if (value > most) [best, most] = [candidate, value];
      }
      if (!best) return added;
      added.push(best);
    }
  };
  const covers = (added: readonly Candidate[]): number => coverable.filter((audience) => [...already, ...added].some((each) => suits(each, audience))).length;
  // Counting alone would bring in methods that suit many people and nothing else. A second jury beside the first is more than reach asks for.
  const enough = (already[0]?.score ?? 0) * GOOD_SHARE;
  const byFit = cover((each, gain) => gain * beside(each) * (each.method.audienceExclusive ? MADE_FOR_THEM : 1) * (each.score < enough ? POOR : 1));
  if (covers(byFit) === coverable.length) return byFit;
  const byCost = cover(({method}, gain) => gain / (POUNDS[bandOf(method.costBand)] / POUNDS[3] + DAYS[bandOf(method.staffEffort)] / DAYS[3]));
  return covers(byCost) > covers(byFit) ? byCost : byFit;
}

/** What meets most of what is missing, by its fit; between two that come near each other, one known to work with the rest. */
function meetsMost(candidates: readonly Candidate[], missing: readonly Need[], chosen: readonly Chosen[]): Candidate | undefined {
  const met = ({method}: Candidate): number => missing.filter(([, meets]) => meets(method)).length;
  // Squared, because two needs met well beat three met by a method that was made for something else.
  const worth = (each: Candidate): number => met(each) * beside(each) ** 2;
  const useful = candidates.filter((each) => met(each) > 0).sort((a, b) => worth(b) - worth(a));
  const [top] = useful;
  return top && (useful.find((each) => met(each) === met(top) && top.score - each.score <= NEAR_ENOUGH && chosen.some(({candidate}) => arePartners(each, candidate))) ?? top);
}

/**
 * What joins a core that would stand alone: the best beside it, and the better for suiting somebody named, for being open to people who
 * cannot take part the core's way, and for being named as a partner on the core's own page.
 */
function secondView(candidates: readonly Candidate[], core: Candidate, named: readonly Audience[]): Candidate | undefined {
  const worth = (each: Candidate): number => beside(each) +
    (named.some((audience) => suits(each, audience)) ? 0.2 : 0) +
    ((!core.method.remote && each.method.remote) || (!core.method.faceToFace && each.method.faceToFace) ? 0.1 : 0) +
    (arePartners(core, each) ? 0.05 : 0);
  return best(candidates, worth);
}

function describe(brief: Asked, chosen: readonly Chosen[], ranked: readonly Candidate[], shut: readonly ShutOut[]): Mix {
  const methods = chosen.map(({candidate}) => candidate.method);
  const coverage: Mix['coverage'] = {};
  const uncoveredAdvice: Mix['uncoveredAdvice'] = {};
  for (const audience of brief.audience) {
    const by = methods.filter((method) => method.audiences.goodFor.includes(audience)).map(({id}) => id);
    if (by.length > 0) coverage[audience] = by;
    else uncoveredAdvice[audience] = adviseUncovered(audience, ranked.map(({method}) => method), shut, brief, methods);
  }
  const totals = {weeks: weeksOf(methods, brief.weeksAvailable), costBand: costBandOf(methods), staffEffort: staffEffortOf(methods)};
  return {
    methods: methods.map(({id}) => id),
    roles: Object.fromEntries(chosen.map(({candidate, role}) => [candidate.method.id, role])),
    coverage,
    uncovered: brief.audience.filter((audience) => coverage[audience] === undefined),
    uncoveredAdvice,
    faceToFace: whyFaceToFace(methods, ranked.map(({method}) => method), brief),
    alternativeRoute: methods.length === 0 || methods.some(isOffline) ? null
      : `${ranked.some(({method}) => isOffline(method)) ? 'No way in for people who are not online fits into your money and staff time with the rest.' : 'Every way in for people who are not online was ruled out.'} Offer paper and a telephone number beside it, and Easy Read or British Sign Language on request.`,
    ...totals,
    concerns: concernsOf(brief, methods, totals),
  };
}
