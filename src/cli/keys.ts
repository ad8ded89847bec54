import type {CommandIo} from './io.ts';
import {doServiceTask, refuseUse} from './serviceTask.ts';

export const usage = 'keys list|rotate [--json]   List the keys that certificates are signed with, or retire the one in use.';

/** Lists the signing keys, or retires the one in use. Takes one word. */
export async function run(args: readonly string[], io: CommandIo): Promise<number> {
  const [act, ...rest] = args.filter((arg) => arg !== '--json');
  if ((act !== 'list' && act !== 'rotate') || rest.length > 0) return refuseUse(usage, io);
  return doServiceTask('keys', {act}, args.includes('--json'), io);
}
