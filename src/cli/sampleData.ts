import type {CommandIo} from './io.ts';
import {doServiceTask, refuseUse} from './serviceTask.ts';

export const usage = 'sample-data [--json]   Add made-up people, a course run and attempts. For a trial installation: they stay.';

/** Adds sample people and records. Takes no arguments. */
export async function run(args: readonly string[], io: CommandIo): Promise<number> {
  if (args.some((arg) => arg !== '--json')) return refuseUse(usage, io);
  return doServiceTask('sample-data', {}, args.includes('--json'), io);
}
