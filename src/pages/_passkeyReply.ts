import type {PasskeyReply} from '#browser/passkeys.ts';
import type {FieldError} from '#components/account/loaded.ts';
import {toErrors} from './_reply.ts';

/** The faults of using or making a passkey, in words; none when it worked. `fields`: the ids of the form's own fields. */
export function toPasskeyErrors(reply: PasskeyReply, fields: readonly string[] = []): FieldError[] {
  return reply.kind === 'stopped' ? [{field: '', message: reply.sentence}] : toErrors(reply, fields);
}
