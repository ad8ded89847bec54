import type {Verdict} from './verdict.ts';

/** Whose judgement it is, in the order in which they come. */
export const JUDGING_PLACES = ['first', 'second', 'moderator'] as const;
export type JudgingPlace = (typeof JUDGING_PLACES)[number];

export const TASK_STATES = ['waiting-first', 'waiting-second', 'waiting-moderator', 'decided', 'withdrawn'] as const;
export type TaskState = (typeof TASK_STATES)[number];

/** What decides how a hand-in stands. Judgements may come in any order; there is at most one for each place. */
export interface SubmissionFacts {
  isWithdrawn: boolean;
  /** Drawn for double marking, or a second assessor was asked for. */
  needsSecond: boolean;
  judgements: readonly {place: JudgingPlace; verdict: Verdict}[];
}

export interface TaskStanding {
  state: TaskState;
  /** Null until it is decided. */
  verdict: Verdict | null;
}

/**
 * How a hand-in stands: a pure function of its judgements. A first verdict of "not yet" always asks for a second assessor, whatever the draw
 * said, so that nobody has to do their work again on one person's word (fairness; practice judgement). Two assessors agree when their
 * verdicts are the same, whatever levels led there; otherwise a moderator decides.
 */
export function standingOf({isWithdrawn, needsSecond, judgements}: SubmissionFacts): TaskStanding {
  const at = (place: JudgingPlace): Verdict | undefined => judgements.find((each) => each.place === place)?.verdict;
  const waiting = (state: TaskState): TaskStanding => ({state, verdict: null});
  const [first, second, moderator] = [at('first'), at('second'), at('moderator')];
  if (isWithdrawn) return waiting('withdrawn');
  if (first === undefined) return waiting('waiting-first');
  if (second === undefined) return needsSecond || first === 'not-yet' ? waiting('waiting-second') : {state: 'decided', verdict: first};
  if (first === second) return {state: 'decided', verdict: first};
  return moderator === undefined ? waiting('waiting-moderator') : {state: 'decided', verdict: moderator};
}

const NEXT: Partial<Record<TaskState, JudgingPlace>> = {'waiting-first': 'first', 'waiting-second': 'second', 'waiting-moderator': 'moderator'};

/** Whose judgement a hand-in waits for; null when it waits for nobody's. */
export function placeWaitedFor(state: TaskState): JudgingPlace | null {
  return NEXT[state] ?? null;
}
