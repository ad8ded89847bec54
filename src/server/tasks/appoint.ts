import {RoleChange} from '#core/records/api.ts';
import {Refusal} from '../problem.ts';
import {giveRole} from '../records/giveRole.ts';
import type {TaskParts, TaskResult} from './task.ts';

/** Gives a person a role, as a coordinator does on the page; the first coordinator is named so. */
export async function appoint(parts: TaskParts, input: unknown): Promise<TaskResult> {
  const change = RoleChange.safeParse(input);
  if (!change.success) return {ok: false, message: change.error.issues.map(({path, message}) => `${path.join('.')}: ${message}`).join('\n'), data: {}};
  try {
    const {email, role, directorate} = await giveRole(parts, change.data, null);
    return {ok: true, message: `${email} is now a ${role}.`, data: {email, role, directorate}};
  } catch (error) {
    if (error instanceof Refusal) return {ok: false, message: error.message, data: {}};
    throw error;
  }
}
