import * as z from 'zod';
import {RoleChange} from '#core/records/api.ts';
import {Refusal} from '../problem.ts';
import {giveRole} from '../records/giveRole.ts';
import {resetPasskeys} from '../signIn/passkeys.ts';
import type {TaskParts, TaskResult} from './task.ts';

const Appointment = z.strictObject({...RoleChange.shape, resetPasskeys: z.boolean().optional()});

/**
 * Gives a person a role, as a coordinator does on the page; the first coordinator is named so. `resetPasskeys` also removes their passkeys,
 * for the last coordinator who lost theirs.
 */
export async function appoint(parts: TaskParts, input: unknown): Promise<TaskResult> {
  const change = Appointment.safeParse(input);
  if (!change.success) return {ok: false, message: change.error.issues.map(({path, message}) => `${path.join('.')}: ${message}`).join('\n'), data: {}};
  try {
    const {resetPasskeys: isReset, ...wanted} = change.data;
    const person = await giveRole(parts, wanted, null);
    const {email, role, directorate} = person;
    if (!isReset) return {ok: true, message: `${email} is now a ${role}.`, data: {email, role, directorate}};
    const count = await parts.database.transaction((tx) => resetPasskeys(tx, parts, person, null));
    return {ok: true, message: `${email} is now a ${role}. Their passkeys were removed (${count}), and they were signed out everywhere.`, data: {email, role, directorate, passkeysRemoved: count}};
  } catch (error) {
    if (error instanceof Refusal) return {ok: false, message: error.message, data: {}};
    throw error;
  }
}
