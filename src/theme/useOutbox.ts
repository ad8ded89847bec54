import {useSyncExternalStore} from 'react';
import {getEmptyView, getOutboxView, subscribe} from '#browser/outbox.ts';
import type {OutboxView} from '#core/records/outbox.ts';

/** The outbox for a screen; rendered on the server it is empty. */
export function useOutbox(): OutboxView {
  return useSyncExternalStore(subscribe, getOutboxView, getEmptyView);
}
