import path from 'node:path';
import organisation from '#config';
import {runRestore} from '#server/backup/runRestore.ts';
import type {CommandIo} from './io.ts';
import {refuseUse} from './serviceTask.ts';

export const usage = 'restore FILE [--erasures FILE] [--replace] [--json]   Put a backup back, into a new database of either kind, and erase again whom the list names. Stop the service first.';

/** Restores a backup. Takes the file; `--erasures` a list that `erasures --json` wrote; `--replace` sets an embedded database that is there aside. */
export async function run(args: readonly string[], io: CommandIo): Promise<number> {
  const at = args.indexOf('--erasures');
  const erasures = at < 0 ? null : args[at + 1] ?? '';
  const [file, ...others] = args.filter((arg, index) => arg !== '--json' && arg !== '--replace' && (at < 0 || (index !== at && index !== at + 1)));
  if (file === undefined || file.startsWith('--') || others.length > 0 || erasures === '' || erasures?.startsWith('--')) return refuseUse(usage, io);
  const {ok, message, data} = await runRestore({env: process.env, root: path.resolve(__dirname, '..', '..'), file: path.resolve(file), erasures: erasures === null ? null : path.resolve(erasures), retention: organisation.retention, replace: args.includes('--replace'), now: new Date()});
  if (args.includes('--json')) io.out(JSON.stringify({ok, message, ...data}));
  else (ok ? io.out : io.err)(message);
  return ok ? 0 : 1;
}
