import * as z from 'zod';
import {backUp} from '../backup/copy.ts';
import type {TaskParts, TaskResult} from './task.ts';

const Input = z.strictObject({file: z.string().min(1).max(4096)});

/** Writes a backup of the whole database into a file. The command line hands in the file's whole path. */
export async function backup({database, clock}: TaskParts, input: unknown): Promise<TaskResult> {
  const {file} = Input.parse(input);
  try {
    const counts = await backUp(database, file, clock());
    const rows = Object.values(counts).reduce((sum, count) => sum + count, 0);
    return {ok: true, message: `${rows} rows of ${Object.keys(counts).length} tables are in ${file}. Keep it where only the people who run this service can read it.`, data: {file, rows, counts}};
  } catch (error) {
    const {code} = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'EACCES' || code === 'ENOSPC' || code === 'EROFS') {
      return {ok: false, message: `The backup could not be written to ${file} (${code}). Choose a folder that is there, has room and can be written by the user who runs the service.`, data: {}};
    }
    throw error;
  }
}
