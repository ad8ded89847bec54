import {listErasures} from '../repositories/privacy.ts';
import type {TaskParts, TaskResult} from './task.ts';

/** Lists who was erased, by number and date, to be kept beside the backups and handed to the next restore. */
export async function erasures({database}: TaskParts): Promise<TaskResult> {
  const list = await listErasures(database);
  return {
    ok: true, data: {erasures: list},
    message: `${list.length} ${list.length === 1 ? 'person has' : 'people have'} been erased. Write the list to a file with --json, keep it beside your backups, and give it to restore with --erasures.`,
  };
}
