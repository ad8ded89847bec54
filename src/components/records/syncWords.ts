import type {OutboxItem, OutboxView} from '#core/records/outbox.ts';

/** Where an answer stands, in the three phrases that this site uses, and what the person may do about it. */
export interface SyncWords {
  state: 'saved' | 'sent' | 'failed' | 'not-kept';
  text: string;
  /** `sign-in`: to have it recorded. `claim`: say that it is theirs. `retry`: try now. `export`: save it as a file. */
  actions: ('sign-in' | 'claim' | 'retry' | 'export')[];
}

const SAVED = 'Saved on this device.';

/** Says where a record that was handed in stands. `personId`: who is signed in, null when nobody is. */
export function wordsOf(item: OutboxItem, view: OutboxView, personId: string | null): SyncWords {
  if (item.state === 'sent') return {state: 'sent', text: 'Sent to your record.', actions: []};
  if (item.state === 'set-aside') {
    return {
      state: 'failed', actions: ['retry', 'export'],
      text: `Could not send: ${item.reason ?? 'the record service refused it.'} It stays on this device. Save it as a file and send that to the contact at the foot of this page.`,
    };
  }
  const lost = view.kept ? '' : ' This browser cannot keep it: it is lost if you close this page before it is sent.';
  const withExport = (actions: SyncWords['actions']): SyncWords['actions'] => (view.kept ? actions : [...actions, 'export']);
  const saved = view.kept ? 'saved' : 'not-kept';
  const where = view.kept ? SAVED : 'Not kept on this device.';
  if (view.service === 'no-service') {
    return {state: saved, text: `${where} This copy of the site has no record service, so it is not sent.${lost}`, actions: withExport([])};
  }
  if (item.owner === null) {
    return personId === null
      ? {state: saved, text: `${where} Sign in to add it to your record.${lost}`, actions: withExport(['sign-in'])}
      : {state: saved, text: `${where} It was done before anybody signed in, so we have not sent it.${lost}`, actions: withExport(['claim'])};
  }
  if (item.owner !== personId) {
    return {state: saved, text: `${where} It waits for the person who was signed in when it was started. Sign in to send it.${lost}`, actions: withExport(personId === null ? ['sign-in'] : [])};
  }
  if (view.needsSignIn) return {state: 'failed', text: `Could not send: you are not signed in any more. It is saved on this device.${lost}`, actions: withExport(['sign-in'])};
  if (view.sending) return {state: saved, text: `${where} Sending it to your record.${lost}`, actions: withExport([])};
  if (view.lastError) {
    return {state: 'failed', text: `Could not send: ${view.lastError} ${view.kept ? 'It is saved on this device, and we try again by ourselves.' : lost}`, actions: withExport(['retry'])};
  }
  return {state: saved, text: `${where} It is sent to your record in a moment.${lost}`, actions: withExport([])};
}

/** The same for everything on the device together; null when there is nothing to say. */
export function badgeOf(view: OutboxView): {state: 'saved' | 'failed' | 'not-kept'; text: string} | null {
  const things = (count: number): string => `${count} ${count === 1 ? 'answer' : 'answers'}`;
  if (view.setAside.length > 0) return {state: 'failed', text: `Could not send: ${things(view.setAside.length)}`};
  const waiting = view.waiting + view.unowned;
  if (waiting === 0) return null;
  if (!view.kept) return {state: 'not-kept', text: `Not kept if you close this page: ${things(waiting)}`};
  if (view.waiting > 0 && view.lastError) return {state: 'failed', text: `Could not send: ${things(view.waiting)}. Saved on this device`};
  return {state: 'saved', text: `Saved on this device, not sent: ${things(waiting)}`};
}
