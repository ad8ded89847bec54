import type {MethodSummary} from './method.ts';
import type {Brief} from './brief.ts';
import type {Change} from './change.ts';
import type {Confidence} from './confidence.ts';
import {mixOf} from './mix.ts';
import type {Mix} from './mix.ts';
import {partsOf} from './score.ts';
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
  /** What a duty to consult asks for first; null where there is none, or nobody knows. */
  duty: string | null;
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
    duty: brief.duty === undefined || brief.duty === 'none' ? null : DUTY_ADVICE[brief.duty],
    stepZero: stepZeroOf(brief, methods),
    ranked: decided.ranked.map(explain),
    mix: decided.mix,
    rejected: rejectedOf(decided),
    wouldChange: nearestChanges(brief, methods, decided),
    confidence: confidenceIn(decided.mix.methods.flatMap((id) => methods.find((method) => method.id === id) ?? [])),
  };
}

/** Takes ids that a person put together, a brief and the methods. Gives the reckoning of that mix; what may not be used is left out. */
export function mixFor(ids: readonly string[], brief: Brief, methods: readonly MethodSummary[]): Mix {
  const {asked, mix, ranked, shut} = decide(brief, methods);
  return mixOf(ids, asked, mix, ranked, shut);
}

function explain({method, score, verdicts}: Ranked): RankedMethod {
  const parts = partsOf(verdicts);
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

/**
 * What each duty asks for. An expectation that people may rightly have: R v North and East Devon Health Authority, ex parte Coughlan
 * (1999, [2001] QB 213), and R (Silus Investments) v Hounslow (2015), where a promise to consult bound the council.
 */
const DUTY_ADVICE = {
  law: 'A law says that you must consult. Its own rules come first: who must be told, what they must be given, and how long they have. Check them with your legal team before you settle anything on this page.',
  promise: 'You have promised to consult, or always have, so people may rightly expect it. Keep to what they expect. If you cannot, tell them why before you begin, and ask your legal team.',
} as const;

/** Use what people have already told us: always the first step, and the whole point when the aim is not to ask again. */
function stepZeroOf({purpose, known}: Brief, methods: readonly MethodSummary[]): StepZero | null {
  if (!methods.some(({id}) => id === STEP_ZERO)) return null;
  const why = known === 'enough' ? 'You say that you know the answer already. Then tell people what you have heard, and ask only whether it is still right. People who are asked twice stop answering.'
    : known === 'gaps' ? 'You have read what people told you before. Say so in your papers, in a few lines, and ask only about what is missing.'
      : purpose === 'avoid-fatigue' || purpose === 'scope' ? 'This is where your purpose starts. Read what people have already told you and your partners. Then ask only about what is missing.'
        : 'Before you ask anybody, read what people have already told you and your partners. You may need to ask fewer people, or fewer questions.';
  return {id: STEP_ZERO, why};
}
