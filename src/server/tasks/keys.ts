import * as z from 'zod';
import {rotateKey} from '../credentials/keys.ts';
import {listKeys} from '../repositories/credentials.ts';
import type {TaskParts, TaskResult} from './task.ts';

const Input = z.strictObject({act: z.enum(['list', 'rotate'])});

/** Lists the keys that certificates are signed with, or retires the one in use. The service makes the next one when it next signs. */
export async function keys(parts: TaskParts, input: unknown): Promise<TaskResult> {
  const asked = Input.safeParse(input);
  if (!asked.success) return {ok: false, message: 'Say `list` or `rotate`.', data: {}};
  if (asked.data.act === 'rotate') {
    const kid = await rotateKey(parts);
    if (kid === undefined) return {ok: false, message: 'No key is in use, so there is nothing to retire. The service makes one when it first signs.', data: {}};
    return {ok: true, message: `The key ${kid} is retired, and its private half is erased. Certificates signed with it still hold. The service makes a new key when it next signs.`, data: {retired: kid}};
  }
  const all = (await listKeys(parts.database)).map(({kid, algorithm, createdAt, retiredAt}) => ({kid, algorithm, createdAt, retiredAt}));
  const lines = all.map(({kid, algorithm, createdAt, retiredAt}) => `${kid}  ${algorithm}  made ${createdAt}  ${retiredAt === null ? 'in use' : `retired ${retiredAt}`}`);
  return {ok: true, message: lines.length > 0 ? lines.join('\n') : 'There is no key yet. The service makes one when it first signs.', data: {keys: all}};
}
