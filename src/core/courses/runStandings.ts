import {writeDayOf} from '../records/londonDay.ts';
import type {ConditionState, RunStandings} from './api.ts';
import {standingIn} from './completion.ts';
import type {AttemptFact, ConditionStanding, TrainingFacts} from './completion.ts';
import type {Course} from './course.ts';
import {sayRule, sayToTrainer} from './missingWords.ts';

/** Somebody in a course run, with all that decides about them. */
export interface MemberFacts {
  name: string;
  attempts: readonly AttemptFact[];
  training: TrainingFacts;
  /** As the record says; null where it says nothing. */
  completedAt: string | null;
  /** When a completion was last withdrawn; null for never. */
  withdrawnAt: string | null;
}

type Person = RunStandings['people'][number];
type State = Person['states'][number];

/** What each state is called on screen and in files. */
export const STATE_WORDS: Readonly<Record<ConditionState, string>> = {met: 'Met', missing: 'Missing', cannot: 'Cannot be met in this run'};

/**
 * Where everybody in a run stands, condition by condition. Takes the course, the run's id, its members and the moment (ISO 8601). What
 * somebody did in another run of the course counts, and what is missing is said of this one.
 */
export function standingsOf(course: Course, runId: string, members: readonly MemberFacts[], now: string): Pick<RunStandings, 'conditions' | 'people'> {
  const conditions = standingIn(course, [], undefined, now).conditions.map(({rule}) => sayRule(course, rule));
  return {
    conditions,
    people: members.map(({name, attempts, training, completedAt, withdrawnAt}): Person => {
      const everywhere = standingIn(course, attempts, training, now).conditions;
      const here = standingIn(course, attempts, {...training, runs: training.runs.filter(({id}) => id === runId)}, now).conditions;
      return {
        name, completedAt, withdrawnAt: completedAt === null ? withdrawnAt : null,
        states: everywhere.map((condition, index) => toState(condition.metAt === null ? here[index] ?? condition : condition)),
      };
    }),
  };
}

function toState({metAt, needs, isOutOfReach}: ConditionStanding): State {
  return {state: metAt !== null ? 'met' : isOutOfReach ? 'cannot' : 'missing', metAt, sentences: sayToTrainer(needs)};
}

/** Whether somebody has not completed the course and can no longer do so in this run. */
export function isLost({completedAt, states}: Pick<Person, 'completedAt' | 'states'>): boolean {
  return completedAt === null && states.some(({state}) => state === 'cannot');
}

/** A state as one line, for files: “Met on 3 May 2027”, “Missing: Has not passed the assessment”. */
export function writeState({state, metAt, sentences}: State): string {
  return state === 'met' && metAt !== null ? `${STATE_WORDS.met} on ${writeDayOf(metAt)}` : `${STATE_WORDS[state]}: ${sentences.join('. ')}`;
}
