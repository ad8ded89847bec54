import path from 'node:path';
import type {CommandIo} from './io.ts';
import {doServiceTask, refuseUse} from './serviceTask.ts';

export const usage = 'backup FILE [--json]   Write everything in the database into one file, while the service runs or while it is stopped.';

/** Writes a backup. Takes the file to write. */
export async function run(args: readonly string[], io: CommandIo): Promise<number> {
  const [file, ...others] = args.filter((arg) => arg !== '--json');
  if (file === undefined || file.startsWith('--') || others.length > 0) return refuseUse(usage, io);
  // The service may do the work, and its folder may be another one.
  return doServiceTask('backup', {file: path.resolve(file)}, args.includes('--json'), io);
}
