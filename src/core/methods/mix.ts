import type {MethodSummary} from './method.ts';
import type {Brief} from './brief.ts';
import {audiencesOf} from './answers.ts';
import {costBandOf, staffEffortOf, weeksOf} from './resources.ts';
import type {Audience, CostBand, StaffEffort} from './vocabulary.ts';
import type {ShutGate} from './gates.ts';
import {adviseUncovered, whyFaceToFace} from './mixWords.ts';
import type {FaceToFace} from './mixWords.ts';

/** More than five methods at once is a programme, and beyond what one team can report on well. Practice judgement. */
const MOST_METHODS = 5;
/** A method that scores far below the core is not forced into the mix for the sake of a meeting or of a second view. */
const GOOD_SHARE = 0.6;

/** Between face-to-face methods that score as near as this, one known to work with the rest comes first. */
const NEAR_ENOUGH = 0.15;

/** What a method does in the mix. */
export type MixRole = 'core' | 'reach' | 'face-to-face' | 'second-view';

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
  /** Null when somebody in the mix reaches people who are not online; else what to offer beside it. */
  alternativeRoute: string | null;
  /** The longest of the methods, because they run side by side. */
  weeks: number;
  costBand: CostBand;
  staffEffort: StaffEffort;
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

const arePartners = (one: Candidate, other: Candidate): boolean =>
  one.method.pairsWith.includes(other.method.id) || other.method.pairsWith.includes(one.method.id);

const suits = (candidate: Candidate, audience: Audience): boolean => candidate.method.audiences.goodFor.includes(audience);

/**
 * Chooses greedily. First the core: the best method made for the purpose. Then, while somebody named is not covered, the method with
 * the highest score times the number of them it suits (ties: the higher score, then the id). Then a second method and one that is face to face. Nothing that would
 * take the sum over the budget is added.
 */
export function buildMix(brief: Brief, ranked: readonly Candidate[], shut: readonly ShutOut[]): Mix {
  const chosen: Candidate[] = [];
  const roles: Record<string, MixRole> = {};
  const fits = (candidate: Candidate): boolean => !chosen.includes(candidate) && chosen.length < MOST_METHODS &&
    (brief.budgetBand === undefined || costBandOf([...chosen, candidate].map(({method}) => method)) <= brief.budgetBand);
  const add = (candidate: Candidate | undefined, role: MixRole): void => {
    if (!candidate) return;
    chosen.push(candidate);
    roles[candidate.method.id] = role;
  };
  const affordable = ranked.filter(fits);
  add(affordable.find(({method}) => method.purposes.includes(brief.purpose)) ?? affordable[0], 'core');

  const named = audiencesOf(brief);
  for (;;) {
    const missing = named.filter((audience) => !chosen.some((each) => suits(each, audience)));
    const best = mostSuited(affordable.filter(fits), missing);
    if (!best) break;
    add(best, 'reach');
  }
  const faceToFace = bestFaceToFace(affordable.filter(fits), chosen);
  if (faceToFace) add(faceToFace, 'face-to-face');
  if (chosen.length === 1) add(secondView(affordable.filter(fits), chosen, named), 'second-view');
  return describe(brief, chosen, roles, ranked, shut);
}

/** Counting alone would bring in methods that suit many people and nothing else. Lists are best first, so the first wins a tie. */
function mostSuited(candidates: readonly Candidate[], missing: readonly Audience[]): Candidate | undefined {
  let best: Candidate | undefined;
  let most = 0;
  for (const candidate of candidates) {
    const gain = missing.filter((audience) => suits(candidate, audience)).length * candidate.score;
    if (gain > most) [best, most] = [candidate, gain];
  }
  return best;
}

function bestFaceToFace(candidates: readonly Candidate[], chosen: readonly Candidate[]): Candidate | undefined {
  const top = chosen[0];
  if (!top || chosen.some(({method}) => method.faceToFace)) return undefined;
  const meeting = candidates.filter(({method, score}) => method.faceToFace && score >= top.score * GOOD_SHARE);
  const best = meeting[0]?.score ?? 0;
  return meeting.find((each) => best - each.score <= NEAR_ENOUGH && chosen.some((other) => arePartners(each, other))) ?? meeting[0];
}

/**
 * What joins a core that would stand alone. First what suits somebody named, then what is open to people who cannot take part the
 * core's way, then a partner named on the core's own page; ties go to the higher score.
 */
function secondView(candidates: readonly Candidate[], [core]: readonly Candidate[], named: readonly Audience[]): Candidate | undefined {
  if (!core) return undefined;
  const worth = (candidate: Candidate): number =>
    (named.some((audience) => suits(candidate, audience)) ? 4 : 0) +
    ((!core.method.remote && candidate.method.remote) || (!core.method.faceToFace && candidate.method.faceToFace) ? 2 : 0) +
    (arePartners(core, candidate) ? 1 : 0);
  const good = candidates.filter(({score}) => score >= core.score * GOOD_SHARE);
  return [...(good.length > 0 ? good : candidates)].sort((a, b) => worth(b) - worth(a))[0];
}

function describe(brief: Brief, chosen: readonly Candidate[], roles: Record<string, MixRole>, ranked: readonly Candidate[], shut: readonly ShutOut[]): Mix {
  const methods = chosen.map(({method}) => method);
  const coverage: Mix['coverage'] = {};
  const uncoveredAdvice: Mix['uncoveredAdvice'] = {};
  for (const audience of audiencesOf(brief)) {
    const by = methods.filter((method) => method.audiences.goodFor.includes(audience)).map(({id}) => id);
    if (by.length > 0) coverage[audience] = by;
    else uncoveredAdvice[audience] = adviseUncovered(audience, ranked.map(({method}) => method), shut);
  }
  return {
    methods: methods.map(({id}) => id),
    roles,
    coverage,
    uncovered: audiencesOf(brief).filter((audience) => coverage[audience] === undefined),
    uncoveredAdvice,
    faceToFace: whyFaceToFace(methods, ranked.map(({method}) => method), brief),
    alternativeRoute: methods.length === 0 || methods.some((method) => method.faceToFace || method.audiences.goodFor.includes('digitally-excluded')) ? null
      : 'Nothing here is made for people who are not online. Offer paper and a telephone number beside it, and Easy Read or British Sign Language on request.',
    weeks: weeksOf(methods, brief.weeksAvailable),
    costBand: costBandOf(methods),
    staffEffort: staffEffortOf(methods),
  };
}
