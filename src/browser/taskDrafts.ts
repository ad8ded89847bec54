import {JUDGEMENT_DRAFTS_KEPT_UNDER, TASK_DRAFTS_KEPT_UNDER} from '#core/tasks/draft.ts';
import type {Keeping} from './database.ts';
import {changeRow, keepingOf, onRowChange, readRow} from './kept.ts';

/** Where a device keeps what a person writes for a task. Each person has a place of their own, for devices that several people use. */
export function taskDraftKey(courseId: string, taskId: string, personId: string): string {
  return `${TASK_DRAFTS_KEPT_UNDER}${courseId}/${taskId}#${personId}`;
}

/** Where a device keeps a judgement that is being written. */
export function judgementDraftKey(submissionId: string, personId: string): string {
  return `${JUDGEMENT_DRAFTS_KEPT_UNDER}${submissionId}#${personId}`;
}

/** Reads a draft as it was stored; null when there is none. Never throws. */
export async function readDraft(key: string): Promise<{stored: unknown; keeping: Keeping} | null> {
  const row = await readRow(key);
  return row && {stored: row.value, keeping: keepingOf(key)};
}

/** Puts a draft in place of the one before it. Says whether it will outlive the page. Never throws. */
export async function keepDraft(key: string, owner: string, value: unknown): Promise<Keeping> {
  return (await changeRow(key, () => ({row: {owner, value}, value: null}))).keeping;
}

/** Throws a draft away, once it has been sent or its writer wants to begin anew. */
export async function dropDraft(key: string): Promise<void> {
  await changeRow(key, () => ({row: null, value: null}));
}

/** Calls `changed` when another tab has changed the draft. Returns the way to stop. */
export function watchDraft(key: string, changed: () => void): () => void {
  return onRowChange((other) => { if (other === null || other === key) changed(); });
}
