import type {MethodSummary} from './method.ts';
import type {Brief} from './brief.ts';
import type {Candidate, Mix, ShutOut} from './mix.ts';
import type {Part} from './score.ts';
import type {ScopeGate} from './scopeGate.ts';
import {canInform, scopeGateOf} from './scopeGate.ts';
import {shutGates} from './gates.ts';
import {buildMix} from './mix.ts';
import {byScore, scoreMethod} from './score.ts';

/** A candidate with the parts of its score. */
export interface Ranked extends Candidate {
  parts: Part[];
}

/** What the facts come to, before it is put into words. */
export interface Decided {
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
  const asked: Brief = gate ? {...brief, purpose: 'give-information', level: 'inform'} : brief;
  const ordered = [...methods].sort((a, b) => (a.id < b.id ? -1 : 1));
  const checked = ordered.map((method) => ({method, gates: shutGates(method, brief)}));
  const open = checked.filter(({gates}) => gates.length === 0).map(({method}) => method);
  const shut = checked.filter(({gates}) => gates.length > 0);
  const ranked = open
    .filter((method) => gate === null || canInform(method))
    .map((method) => ({...scoreMethod(method, asked), method}))
    .sort(byScore)
    .map(({method, score, parts}) => ({method, score, parts}));
  return {
    gate, ranked, shut,
    mix: buildMix(asked, ranked, shut),
    notInforming: gate === null ? [] : open.filter((method) => !canInform(method)),
  };
}
