import type {MethodSummary} from './method.ts';
import {askedIn} from './answers.ts';
import type {Asked, Brief} from './brief.ts';
import type {Candidate, Mix, ShutOut} from './mix.ts';
import type {Scored} from './score.ts';
import type {ScopeGate} from './scopeGate.ts';
import {canInform, scopeGateOf} from './scopeGate.ts';
import {shutGates} from './gates.ts';
import {buildMix} from './mix.ts';
import {byScore, scoreMethod} from './score.ts';

/** A candidate with what each part of its fit said. */
export interface Ranked extends Candidate {
  verdicts: Scored['verdicts'];
}

/** What the facts come to, before it is put into words. */
export interface Decided {
  /** The brief as it was ranked on. */
  asked: Asked;
  gate: ScopeGate | null;
  ranked: Ranked[];
  mix: Mix;
  shut: ShutOut[];
  /** Shut out by the scope gate alone: they ask for views, and nothing is open. */
  notInforming: MethodSummary[];
}

/** Takes a brief and methods in any order; gives who passes, in order of fit, and the mix. Pure: the same in gives the same out. */
export function decide(brief: Brief, methods: readonly MethodSummary[]): Decided {
  const gate = scopeGateOf(brief);
  // Behind the scope gate the only honest purpose left is to inform, so that is what ways of informing are ranked on.
  const said = askedIn(brief);
  const asked: Asked = gate ? {...said, purpose: 'give-information', level: 'inform'} : said;
  const ordered = [...methods].sort((a, b) => (a.id < b.id ? -1 : 1));
  const checked = ordered.map((method) => ({method, gates: shutGates(method, said)}));
  const open = checked.filter(({gates}) => gates.length === 0).map(({method}) => method);
  const shut = checked.filter(({gates}) => gates.length > 0);
  const ranked = open
    .filter((method) => gate === null || canInform(method))
    .map((method) => ({...scoreMethod(method, asked), method}))
    .sort(byScore)
    .map(({method, score, verdicts}) => ({method, score, verdicts}));
  return {
    asked, gate, ranked, shut,
    mix: buildMix(asked, ranked, shut),
    notInforming: gate === null ? [] : open.filter((method) => !canInform(method)),
  };
}
