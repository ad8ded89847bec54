import type {MethodSummary} from './method.ts';
import type {PartialBrief} from './brief.ts';

/** Says that the exercise should not be called a consultation, why, and what to do instead. */
export interface ScopeGate {
  id: 'not-a-consultation';
  why: string;
  instead: string;
}

/**
 * Takes what is known so far; gives the gate when nothing is open to influence or the aim is only to tell people, or null.
 * Source: the first Gunning principle, consult while proposals are still at a formative stage
 * (R v Brent London Borough Council, ex parte Gunning, 1985; approved in R (Moseley) v Haringey, 2014).
 * A decision that is made but leaves open how to carry it out is not shut: that part can still be asked about.
 */
export function scopeGateOf({canChange, duty, purpose, level}: PartialBrief): ScopeGate | null {
  if (canChange === false) {
    return {
      id: 'not-a-consultation',
      why: 'Nothing can change, so people’s answers could not make a difference. Asking all the same would be unfair, and a court could say so.',
      instead: duty === 'law'
        ? 'You say that a law asks you to consult, and that everything is settled. Stop and talk to your legal team: a decision made before people were heard may not stand.'
        : 'Tell people what was decided, why, what happens next and whom they can ask. If some part is still open, ask about that part only.',
    };
  }
  if (purpose === 'give-information' || level === 'inform') {
    return {
      id: 'not-a-consultation',
      why: 'You want to tell people something, and you are not asking them to influence it. Calling that a consultation would promise more than you mean.',
      instead: 'Call it information. Say what is settled, give a contact for questions, and say when people can have a say again.',
    };
  }
  return null;
}

/** Is this a way of telling people, by its level on the spectrum? */
export function canInform(method: Pick<MethodSummary, 'level'>): boolean {
  return method.level.includes('inform');
}
