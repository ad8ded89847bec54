import type {MethodSummary} from './method.ts';
import type {Mix} from './mix.ts';
import {AUDIENCES} from './vocabulary.ts';
import type {Audience} from './vocabulary.ts';
import {audiencesInWords, costInWords, effortInWords, upperFirst, weeksInWords} from './words.ts';

/** One thing that a person's own mix comes to, beside the mix recommended. */
export interface MixChange {
  what: string;
  now: string;
  /** What it is in the mix recommended. Equal to `now` where nothing changed. */
  before: string;
}

/** Takes the mix recommended and a person's own. Gives cover, time, cost and staff time of both, in words. */
export function compareMixes(recommended: Mix, own: Mix): MixChange[] {
  const covered = (mix: Mix): string => {
    const reached = Object.keys(mix.coverage).length;
    const all = reached + mix.uncovered.length;
    if (all === 0) return 'Nobody was named';
    return mix.uncovered.length === 0 ? `All ${all} of the groups you named` : `${reached} of ${all}. Missing: ${audiencesInWords(mix.uncovered)}`;
  };
  const row = (what: string, words: (mix: Mix) => string): MixChange => ({what, now: words(own), before: words(recommended)});
  return [
    row('Groups covered', covered),
    row('Time', ({weeks}) => weeksInWords(weeks)),
    row('Outside cost together', ({costBand, methods}) => methods.length === 0 ? 'Nothing' : upperFirst(costInWords(costBand))),
    row('Your own staff’s time together', ({staffEffort, methods}) => methods.length === 0 ? 'None' : upperFirst(effortInWords(staffEffort))),
    row('Face to face', ({faceToFace}) => faceToFace.included ? 'Yes' : 'No'),
  ];
}

/** A method that could stand in for another in the mix. */
export interface Alternative {
  id: string;
  title: string;
  /** What would change, a few words. */
  effect: string;
}

const MOST_ALTERNATIVES = 4;

/**
 * Takes a method of a mix, the mix, what passed (best first) and the methods. Gives what could stand in its place: first what suits
 * everybody whom only this method reaches, then the better fit.
 */
export function alternativesTo(id: string, mix: Mix, ranked: readonly {id: string}[], methods: readonly MethodSummary[]): Alternative[] {
  const alone = (Object.keys(AUDIENCES) as Audience[]).filter((audience) => mix.coverage[audience]?.length === 1 && mix.coverage[audience][0] === id);
  const others = ranked.flatMap(({id: other}) => (mix.methods.includes(other) ? [] : methods.find((method) => method.id === other) ?? []));
  const lost = ({audiences}: MethodSummary): Audience[] => alone.filter((audience) => !audiences.goodFor.includes(audience));
  return others
    .map((method, place) => ({method, place, lost: lost(method)}))
    .sort((a, b) => a.lost.length - b.lost.length || a.place - b.place)
    .slice(0, MOST_ALTERNATIVES)
    .map(({method, lost: gone}) => ({
      id: method.id, title: method.title,
      effect: gone.length > 0 ? `would leave out ${audiencesInWords(gone)}` : alone.length > 0 ? `also suits ${audiencesInWords(alone)}` : upperFirst(costInWords(method.costBand)).replace(/^Under/, 'under').replace(/^Over/, 'over'),
    }));
}
