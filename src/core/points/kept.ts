import type {ServiceState} from '../records/outbox.ts';
import type {NewPoint} from './point.ts';

/** How the keys begin under which a device keeps points that have not been sent. */
export const POINTS_KEPT_UNDER = 'learning-point/';
/** How the keys begin under which a device keeps what is being typed. */
export const DRAFTS_KEPT_UNDER = 'learning-point-draft/';

/** A point that waits on the device. */
export interface KeptPoint {
  point: NewPoint;
  /** Id of the person who was signed in when it was written; null when nobody was. Decides who may see it here, and is never sent. */
  owner: string | null;
  /** The service's sentence, when it refused the point; null: it waits. */
  refused: string | null;
}

/** What screens show of the points on this device. */
export interface PointsView {
  /** False until the device's storage has been read. */
  isRead: boolean;
  /** Not sent, oldest first. */
  kept: readonly KeptPoint[];
  /** Ids of those that were sent while this page was open. */
  sent: ReadonlySet<string>;
  service: ServiceState;
  sending: boolean;
  /** False when this browser could not keep what waits: it is lost when the page closes. */
  isSafe: boolean;
}
export const EMPTY_VIEW: PointsView = {isRead: false, kept: [], sent: new Set(), service: 'quiet', sending: false, isSafe: true};

/** Reads what a device kept, or null when it is no point. */
export function parseKeptPoint(stored: unknown): Pick<KeptPoint, 'point' | 'refused'> | null {
  if (typeof stored !== 'object' || stored === null || !('point' in stored)) return null;
  const point = stored.point as Partial<NewPoint> | null;
  if (typeof point?.id !== 'string' || typeof point.text !== 'string' || typeof point.kind !== 'string') return null;
  return {point: point as NewPoint, refused: 'refused' in stored && typeof stored.refused === 'string' ? stored.refused : null};
}

/** Takes rows that a device keeps; gives the points among them, oldest first. Ids are made in order of time. */
export function pointsIn(rows: readonly {key: string; owner: string | null; value: unknown}[]): KeptPoint[] {
  return rows.flatMap(({key, owner, value}): KeptPoint[] => {
    const read = key.startsWith(POINTS_KEPT_UNDER) ? parseKeptPoint(value) : null;
    return read ? [{...read, owner}] : [];
  }).sort((a, b) => (a.point.id < b.point.id ? -1 : 1));
}

/** Whether a point may go out now. One whose sender wants to be asked goes only under that person. */
export function isSendable({point, refused}: KeptPoint, personId: string | null): boolean {
  return refused === null && (point.askId === null || point.askId === personId);
}

export interface Standing {
  state: 'sent' | 'waiting' | 'refused';
  /** The state in a few words. */
  label: string;
  /** Why, and what comes next; empty when there is nothing to say. */
  sentence: string;
}

/** Says in words where a point stands. A point that is no longer on the device was sent, by this tab or another. */
export function standingOf(id: string, view: PointsView, personId: string | null): Standing {
  const kept = view.kept.find(({point}) => point.id === id);
  if (!kept) return {state: 'sent', label: 'Sent', sentence: 'It is in the queue of the people who keep this site right.'};
  const label = view.isSafe ? 'Kept on this device, not sent yet' : 'Not sent, and this browser cannot keep it';
  if (kept.refused !== null) return {state: 'refused', label: 'Could not send', sentence: `${kept.refused} It stays on this device until you delete it.`};
  if (view.service === 'no-service') return {state: 'waiting', label, sentence: 'This copy of the site has no queue, so it cannot go from here. Send it by e-mail, then delete it here.'};
  if (!isSendable(kept, personId)) return {state: 'waiting', label, sentence: 'You said that we may ask you about it, so it goes when you are signed in.'};
  if (view.sending) return {state: 'waiting', label, sentence: 'It is being sent now.'};
  return {state: 'waiting', label, sentence: view.isSafe ? 'It goes by itself as soon as the network and the service are there.' : 'Leave this page open until it is sent, or copy your words.'};
}
