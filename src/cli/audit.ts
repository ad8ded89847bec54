import type {CommandIo} from './io.ts';
import {doServiceTask, refuseUse} from './serviceTask.ts';

export const usage = 'audit [--head HASH] [--json]   Check the audit log, and print its head to note elsewhere. HASH: a head noted earlier.';

/** Checks the audit log. Exit code 1 when an entry was changed, or the noted head is not in it. */
export async function run(args: readonly string[], io: CommandIo): Promise<number> {
  const rest = args.filter((arg) => arg !== '--json');
  const [flag, head, ...more] = rest;
  if (rest.length > 0 && (flag !== '--head' || head === undefined || more.length > 0)) return refuseUse(usage, io);
  if (head !== undefined && !/^[0-9a-f]{64}$/.test(head)) {
    io.err('A head is 64 characters from 0 to 9 and a to f. Copy the whole of it.');
    return 2;
  }
  return doServiceTask('audit', {...(head !== undefined && {head})}, args.includes('--json'), io);
}
