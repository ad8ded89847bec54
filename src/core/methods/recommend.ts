import type {MethodSummary} from './method.ts';
import type {Brief} from './brief.ts';
import type {Change} from './change.ts';
import type {Confidence} from './confidence.ts';
import type {Mix} from './mix.ts';
import type {Part} from './score.ts';
import type {ScopeGate} from './scopeGate.ts';
import type {Decided, Ranked} from './decide.ts';
import {nearestChanges} from './change.ts';
import {confidenceIn} from './confidence.ts';
import {decide} from './decide.ts';
import {STEP_ZERO} from './gates.ts';

/** A method that may be used, with its reasons. */
export interface RankedMethod {
  id: string;
  /** 0 to 1. */
  score: number;
  for: string[];
  against: string[];
  /** When the method's own page says to think again. */
  avoidWhen: string[];
  parts: Part[];
}

/** A method that may not be used, with every reason. */
export interface RejectedMethod {
  id: string;
  why: string[];
}

/** Look at this before any method. */
export interface StepZero {
  id: string;
  why: string;
}

/** The selector's whole answer. The names of its fields are a contract with the command line and with scripts. */
export interface Recommendation {
  gate: ScopeGate | null;
  stepZero: StepZero | null;
  ranked: RankedMethod[];
  mix: Mix;
  rejected: RejectedMethod[];
  wouldChange: Change[];
  confidence: Confidence;
}

/** Takes a brief and the methods of the catalogue, in any order; gives the recommendation. Pure: the same in gives the same out. */
export function recommend(brief: Brief, methods: readonly MethodSummary[]): Recommendation {
  const decided = decide(brief, methods);
  return {
    gate: decided.gate,
    stepZero: stepZeroOf(brief, methods),
    ranked: decided.ranked.map(explain),
    mix: decided.mix,
    rejected: rejectedOf(decided),
    wouldChange: nearestChanges(brief, methods, decided),
    confidence: confidenceIn(decided.mix.methods.flatMap((id) => methods.find((method) => method.id === id) ?? [])),
  };
}

function explain({method, score, parts}: Ranked): RankedMethod {
  return {
    id: method.id,
    score,
    for: parts.flatMap((part) => part.for),
    against: parts.flatMap((part) => part.against),
    avoidWhen: method.avoidWhen,
    parts,
  };
}

function rejectedOf({shut, notInforming}: Decided): RejectedMethod[] {
  return [
    ...shut.map(({method, gates}) => ({id: method.id, why: gates.map(({why}) => why)})),
    ...notInforming.map(({id}) => ({id, why: ['asks for views, and there is nothing for people to influence']})),
  ].sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** Use what people have already told us: always the first step, and the whole point when the aim is not to ask again. */
function stepZeroOf({purpose}: Brief, methods: readonly MethodSummary[]): StepZero | null {
  if (!methods.some(({id}) => id === STEP_ZERO)) return null;
  return {
    id: STEP_ZERO,
    why: purpose === 'avoid-fatigue' || purpose === 'scope'
      ? 'This is where your purpose starts. Read what people have already told you and your partners. Then ask only about what is missing.'
      : 'Before you ask anybody, read what people have already told you and your partners. You may need to ask fewer people, or fewer questions.',
  };
}
