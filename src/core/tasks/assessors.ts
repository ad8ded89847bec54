import type {Role} from '../records/api.ts';
import {placeWaitedFor} from './state.ts';
import type {JudgingPlace, TaskState} from './state.ts';

/** Somebody who wants to judge. */
export interface Viewer {
  id: string;
  role: Role;
  /** Whether they are a trainer of the run that the hand-in belongs to. */
  teachesRun: boolean;
}

/** What decides who may judge a hand-in. */
export interface ToJudge {
  learnerId: string;
  /** Whether it was handed in for a course run. */
  hasRun: boolean;
  state: TaskState;
  judgements: readonly {place: JudgingPlace; assessorId: string}[];
}

export interface ViewerStanding {
  /** Whether they may open it at all. */
  maySee: boolean;
  /** The judgement that they may make now; null: none. */
  place: JudgingPlace | null;
  /** Whether the judgements of others are shown to them. */
  seesOthers: boolean;
}

const NOTHING: ViewerStanding = {maySee: false, place: null, seesOthers: false};

/**
 * What somebody may see of a hand-in and do with it. Trainers of the run judge what was handed in for it, any trainer what was handed in
 * for none, and coordinators everything; nobody judges their own work, or the same work twice. To settle a disagreement any trainer or
 * coordinator will do who has had no part in it, since a run may have two trainers only (practice judgement). Nobody sees another's
 * judgement before both assessors have given theirs.
 */
export function standingOfViewer({id, role, teachesRun}: Viewer, {learnerId, hasRun, state, judgements}: ToJudge): ViewerStanding {
  if (id === learnerId || state === 'withdrawn') return NOTHING;
  const hasJudged = judgements.some(({assessorId}) => assessorId === id);
  const isAssessor = role === 'coordinator' || (role !== 'learner' && (hasRun ? teachesRun : role === 'trainer'));
  const mayModerate = state === 'waiting-moderator' && (isAssessor || role === 'trainer');
  const waitsFor = placeWaitedFor(state);
  const mayJudge = !hasJudged && (waitsFor === 'moderator' ? mayModerate : waitsFor !== null && isAssessor);
  const maySee = isAssessor || mayModerate || (hasJudged && role !== 'learner');
  return {maySee, place: mayJudge ? waitsFor : null, seesOthers: maySee && (state === 'decided' || state === 'waiting-moderator')};
}
