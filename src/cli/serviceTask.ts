import path from 'node:path';
import organisation from '#config';
import {readContent, valueOrThrow} from '#content/readContent.ts';
import {runTask} from '#server/runTask.ts';
import type {CommandIo} from './io.ts';

/** Does a task of the record service, through the running service where there is one, and prints what came of it. Gives the exit code. */
export async function doServiceTask(name: string, input: unknown, isJson: boolean, {out, err}: CommandIo): Promise<number> {
  const root = path.resolve(__dirname, '..', '..');
  const result = await runTask(name, input, {env: process.env, root, organisation, loadContent: async () => valueOrThrow(await readContent(root))});
  if (isJson) out(JSON.stringify({ok: result.ok, message: result.message, ...result.data}));
  else (result.ok ? out : err)(result.message);
  return result.ok ? 0 : 1;
}

/** The exit code of bad use, with the line that says how it goes. */
export function refuseUse(usage: string, {err}: CommandIo): number {
  err(`Use: npm run -s askwell -- ${usage}`);
  return 2;
}
