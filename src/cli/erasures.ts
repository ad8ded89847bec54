import type {CommandIo} from './io.ts';
import {doServiceTask, refuseUse} from './serviceTask.ts';

export const usage = 'erasures [--json]   List who was erased, by number. Keep the list beside the backups, for restore --erasures.';

/** Lists the erasures. Takes no arguments. */
export async function run(args: readonly string[], io: CommandIo): Promise<number> {
  if (args.some((arg) => arg !== '--json')) return refuseUse(usage, io);
  return doServiceTask('erasures', {}, args.includes('--json'), io);
}
