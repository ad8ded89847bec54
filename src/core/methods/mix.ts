import type {MethodSummary} from './method.ts';
import type {Asked} from './brief.ts';
import type {ShutGate} from './gates.ts';
import {chooseMix} from './chooseMix.ts';
import {concernsOf} from './concerns.ts';
import {costBandOf, staffEffortOf, weeksOf} from './resources.ts';
import type {Audience, CostBand, StaffEffort} from './vocabulary.ts';
import {isOffline} from './mixNeeds.ts';
import {adviseUncovered, whyFaceToFace} from './mixWords.ts';
import type {FaceToFace} from './mixWords.ts';

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

/** A method with what it is there for. */
export interface Chosen {
  candidate: Candidate;
  role: MixRole;
}

/** Takes a brief, what passed (best first) and what did not. Gives the mix that answers the brief. */
export function buildMix(brief: Asked, ranked: readonly Candidate[], shut: readonly ShutOut[]): Mix {
  return describe(brief, chooseMix(brief, ranked), ranked, shut);
}

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
