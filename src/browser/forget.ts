import {announceChange} from './changes.ts';
import {change} from './database.ts';
import type {Change, Kept} from './database.ts';
import {forgetRows} from './kept.ts';

/**
 * What to remove from the device when a person signs out: everything of theirs that their record holds by now. An attempt that is
 * not finished, and a record that has not been sent, stay; so does what never goes to a record, such as a self-assessment, which screens
 * show to its owner alone.
 */
export function decideForget(kept: Kept, personId: string): {changes: Change[]; value: null} {
  const sent = new Set(kept.outbox.filter((row) => row.owner === personId && row.state === 'sent').map((row) => row.id));
  const changes: Change[] = [
    ...kept.results.filter((row) => row.owner === personId || sent.has(row.id)).map((row): Change => ({remove: 'results', key: row.id})),
    ...kept.responses.filter((row) => sent.has(row.attemptId)).map((row): Change => ({remove: 'responses', key: [row.attemptId, row.itemId]})),
    ...kept.attempts.filter((row) => sent.has(row.id)).map((row): Change => ({remove: 'attempts', key: row.id})),
    ...[...sent].map((id): Change => ({remove: 'outbox', key: id})),
  ];
  return {changes, value: null};
}

/** Removes from the device what a person's record holds, so that the next person at it does not see it. */
export async function forgetSent(personId: string): Promise<void> {
  await change((kept) => decideForget(kept, personId));
  announceChange({kind: 'outbox'});
}

function deleteDatabase(name: string): Promise<boolean> {
  return new Promise((resolve) => {
    const request = indexedDB.deleteDatabase(name);
    request.onsuccess = () => resolve(true);
    request.onerror = () => resolve(false);
    // Another tab holds on to it; the browser deletes it once that tab lets go.
    request.onblocked = () => resolve(false);
  });
}

async function unregisterWorkers(): Promise<void> {
  if (typeof navigator === 'undefined' || !('serviceWorker' in navigator)) return;
  const registrations = await navigator.serviceWorker.getRegistrations();
  await Promise.all(registrations.map((registration) => registration.unregister()));
}

/**
 * Clears all that this site keeps on this device: answers, what waits to be sent, what tools keep, settings and pages kept for reading
 * offline. The session cookie is the service's and goes when you sign out. Says whether everything could be cleared.
 */
export async function clearDevice(): Promise<boolean> {
  const outcomes = await Promise.all([
    typeof indexedDB === 'undefined' ? true : deleteDatabase('askwell'),
    // First the worker that serves pages from these caches: without them it would answer the next visit with a fault.
    unregisterWorkers().then(() => typeof caches === 'undefined' ? true : caches.keys().then((keys) => Promise.all(keys.map((key) => caches.delete(key)))).then(() => true)),
  ].map((step) => Promise.resolve(step).catch(() => false)));
  forgetRows();
  try {
    localStorage.clear();
    sessionStorage.clear();
  } catch {
    return false;
  }
  announceChange({kind: 'outbox'});
  return !outcomes.includes(false);
}
