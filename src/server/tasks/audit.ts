import * as z from 'zod';
import {checkChain} from '../records/audit.ts';
import type {TaskParts, TaskResult} from './task.ts';

const Input = z.strictObject({head: z.string().regex(/^[0-9a-f]{64}$/, 'A head is 64 characters from 0 to 9 and a to f.').optional()});

/** Checks that no entry of the audit log was changed or taken away. `head`: one noted earlier, to be found in the log. */
export async function audit({database}: TaskParts, input: unknown): Promise<TaskResult> {
  const asked = Input.safeParse(input);
  if (!asked.success) return {ok: false, message: asked.error.issues.map(({message}) => message).join('\n'), data: {}};
  const {entries, head, fault, hasKnownHead} = await checkChain(database, asked.data.head ?? null);
  const counted = entries === 1 ? '1 entry' : `${entries} entries`;
  const data = {entries, head, fault, hasKnownHead};
  if (fault) return {ok: false, message: `The audit log does not hold: ${fault}\nThe ${counted} before that fit. Keep a copy of the database as it is, and find out who could write to it.`, data};
  return {ok: true, message: `The audit log holds: ${counted}, each follows the one before.${hasKnownHead ? ' The head that you noted is in it.' : ''}\nHead: ${head}\nNote the head somewhere else, and give it to this command next time.`, data};
}
