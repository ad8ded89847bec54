import type {BlockList, MyProfile, NewMessage, ProfileChange} from '#core/network/api.ts';
import {parseVisit, VISIT_KEPT_UNDER, visitAt} from '#core/network/visit.ts';
import {callService} from './api.ts';
import type {Reply} from './api.ts';
import {now} from './clock.ts';
import {changeRow} from './kept.ts';

/** Joins the register, or changes the profile. */
export function saveProfile(change: ProfileChange): Promise<Reply<MyProfile>> {
  return callService('PUT', '/api/network/profile', change);
}

/** Says that the profile is still right. */
export function confirmProfile(): Promise<Reply<MyProfile>> {
  return callService('POST', '/api/network/profile/confirm');
}

/** Leaves the register. */
export function leaveRegister(): Promise<Reply<MyProfile>> {
  return callService('DELETE', '/api/network/profile');
}

/** Asks a colleague or answers one. The same message again is passed on once. */
export function sendMessage(message: NewMessage): Promise<Reply<unknown>> {
  return callService('POST', '/api/network/messages', message);
}

/** Takes no more messages from somebody, or takes them again. */
export function setBlocked(personId: string, isBlocked: boolean): Promise<Reply<BlockList>> {
  return callService(isBlocked ? 'PUT' : 'DELETE', `/api/network/blocks/${encodeURIComponent(personId)}`);
}

/**
 * Notes on the device that somebody (null: nobody signed in) is here now. Gives when the visit before this one was, in ISO 8601; null for
 * the first. It goes to nobody else, and away when the device is cleared.
 */
export async function noteVisit(personId: string | null): Promise<string | null> {
  const {value} = await changeRow(`${VISIT_KEPT_UNDER}${personId ?? 'nobody'}`, (row) => {
    const visit = visitAt(parseVisit(row?.value), now());
    return {row: {owner: personId, value: visit}, value: visit.beforeAt};
  });
  return value;
}
