import type {Asked} from './brief.ts';
import type {MethodSummary} from './method.ts';
import type {Candidate, Chosen, MixRole} from './mix.ts';
import {isForOthers, isOffline, MERELY_COUNTS, needsOf} from './mixNeeds.ts';
import type {Need} from './mixNeeds.ts';
import {costBandOf, DAYS, POUNDS, staffEffortOf} from './resources.ts';
import {bandOf} from './vocabulary.ts';
import type {Audience} from './vocabulary.ts';
import {FIGURE_PURPOSES} from './weights.ts';

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

const arePartners = (one: Candidate, other: Candidate): boolean =>
  one.method.pairsWith.includes(other.method.id) || other.method.pairsWith.includes(one.method.id);

const suits = ({method}: Candidate, audience: Audience): boolean => method.audiences.goodFor.includes(audience);

const meetsDuty = ({purposes}: MethodSummary): boolean => purposes.includes('meet-statutory-duty');

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
 * less a little for what it costs (ties: the higher score, then the id). With no limit on money or staff, everybody whom some method
 * suits is covered, so that naming one more never leaves another out. Where limits leave somebody out, the cheapest cover is tried too,
 * and the wider one counts. Last come, as few methods as will do, a meeting, a way in for people who are not online, one
 * for those who cannot come, one that hears reasons where the others only count, and for most purposes one that is open to anybody.
 * Nothing is added that would pass the money or the staff time.
 */
export function chooseMix(brief: Asked, ranked: readonly Candidate[]): Chosen[] {
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
  return chosen;
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
