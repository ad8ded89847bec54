import {ROLES} from '#core/records/api.ts';
import type {CommandIo} from './io.ts';
import {doServiceTask, refuseUse} from './serviceTask.ts';

export const usage = `appoint EMAIL ROLE [DIRECTORATE] [--reset-passkeys] [--json]   Give a person a role: ${ROLES.join(', ')}. The first coordinator is named so.`;

/** Gives a person a role, whether or not they have signed in yet. A lead needs a directorate, by its id in askwell.config.ts. */
export async function run(args: readonly string[], io: CommandIo): Promise<number> {
  const [email, role, directorate, ...rest] = args.filter((arg) => arg !== '--json' && arg !== '--reset-passkeys');
  if (email === undefined || role === undefined || rest.length > 0 || email.startsWith('-')) return refuseUse(usage, io);
  if (!ROLES.some((each) => each === role)) {
    io.err(`\`${role}\` is not a role. Use one of: ${ROLES.join(', ')}.`);
    return 2;
  }
  return doServiceTask('appoint', {email, role, ...(directorate !== undefined && {directorate}), ...(args.includes('--reset-passkeys') && {resetPasskeys: true})}, args.includes('--json'), io);
}
