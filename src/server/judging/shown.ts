import type {ShownJudgement} from '#core/tasks/api.ts';
import type {JudgementRow} from '../repositories/tasks.ts';

/** A judgement as a reader sees it: field by field, so that nobody's id goes out. */
export function toShown({place, verdict, lines, comment, assessorId}: JudgementRow, readerId: string): ShownJudgement {
  return {place, verdict, lines, comment, isYours: assessorId === readerId};
}
