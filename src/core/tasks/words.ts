import type {JudgingPlace, TaskState} from './state.ts';
import type {TaskLevel} from './task.ts';
import type {Verdict} from './verdict.ts';

export const LEVEL_WORDS: Record<TaskLevel, string> = {'not-yet': 'Not yet', competent: 'Competent', strong: 'Strong'};
export const VERDICT_WORDS: Record<Verdict, string> = {'not-yet': 'Not yet', competent: 'Competent'};
/** How assessors are called to everybody, so that nobody is named. */
export const PLACE_WORDS: Record<JudgingPlace, string> = {first: 'Assessor 1', second: 'Assessor 2', moderator: 'Moderator'};
export const STATE_WORDS: Record<TaskState, string> = {
  'waiting-first': 'Waiting for an assessor', 'waiting-second': 'Waiting for a second assessor', 'waiting-moderator': 'Waiting for a moderator',
  decided: 'Decided', withdrawn: 'Withdrawn',
};

/** Characters in a note on one criterion. */
export const LONGEST_NOTE = 1000;
/** Characters in a comment on the whole, or a moderator's reason. */
export const LONGEST_COMMENT = 4000;
