import type {Reply} from '#browser/api.ts';
import type {FieldError, Trouble} from '#components/account/loaded.ts';
import {writeWait} from '#components/account/TroublePanel.tsx';

const FALLBACK = 'The record service refused this and gave no reason. Try again, and tell the team named at the foot of the page if it goes on.';

type NotOk = Exclude<Reply<unknown>, {kind: 'ok'}>;

/** Why a reply is of no use to a screen, in words. */
export function toTrouble(reply: NotOk): Trouble {
  if (reply.kind !== 'refused') return reply;
  return {kind: 'refused', status: reply.status, sentence: reply.problem.detail || FALLBACK};
}

/**
 * The faults of a form that was sent, from the service's reply; none when it worked. `fields` gives the ids that the form has:
 * faults of other fields are shown for the form as a whole. `whole` is the field to blame for a refusal that names none.
 */
export function toErrors(reply: Reply<unknown>, fields: readonly string[], whole = ''): FieldError[] {
  switch (reply.kind) {
    case 'ok': return [];
    case 'no-service': return [{field: '', message: 'This copy of the site has no record service, so it cannot do this.'}];
    case 'unreachable': return [{field: '', message: reply.retryAfterSeconds === null
      ? 'We cannot reach the record service. Check your connection, then try again. What you typed is still here.'
      : `The record service cannot do this now. ${writeWait(reply.retryAfterSeconds)}`}];
    case 'refused': {
      const named = (reply.problem.errors ?? []).map(({field, message}) => ({field: fields.includes(field) ? field : '', message}));
      return named.length > 0 ? named : [{field: whole, message: reply.problem.detail || FALLBACK}];
    }
  }
}
