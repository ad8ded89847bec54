import type {CommandIo} from './io.ts';
import {doServiceTask, refuseUse} from './serviceTask.ts';

export const usage = 'rebuild [--json]   Make attempts and completions again from the learning records. Safe at any time.';

/** Makes the tables that people read again. Takes no arguments. */
export async function run(args: readonly string[], io: CommandIo): Promise<number> {
  if (args.some((arg) => arg !== '--json')) return refuseUse(usage, io);
  return doServiceTask('rebuild', {}, args.includes('--json'), io);
}
