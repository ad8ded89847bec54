import type {ErasureDone, MyData} from '#core/privacy/api.ts';
import {callService} from './api.ts';
import type {Reply} from './api.ts';
import {forgetSent} from './forget.ts';
import {saveFile} from './saveFile.ts';
import {refreshSession} from './session.ts';

/** Offers what is held about a person as a file. Its name holds the day and no name, since files lie about. */
export function saveMyData(data: MyData): void {
  saveFile(`personal-data-${data.madeAt.slice(0, 10)}.json`, JSON.stringify(data, null, 2));
}

/**
 * Erases the person signed in, and takes from this device what their record held. The id is the same for every press, so that an answer that was
 * lost does no harm; a session that is over already means that it was done.
 */
export async function eraseMe(id: string, personId: string): Promise<Reply<ErasureDone | null>> {
  const reply: Reply<ErasureDone | null> = await callService('POST', '/api/my-data/erasure', {id});
  const isDone = reply.kind === 'ok' || (reply.kind === 'refused' && reply.status === 401);
  if (!isDone) return reply;
  await forgetSent(personId);
  await refreshSession();
  return {kind: 'ok', status: 200, value: reply.kind === 'ok' ? reply.value : null};
}
