/** What another tab, or another part of this page, may want to know. */
export type Announcement = {kind: 'answered' | 'handed-in'; attemptId: string} | {kind: 'outbox'};

const NAME = 'askwell-changes';
const listeners = new Set<(announcement: Announcement) => void>();
let channel: BroadcastChannel | null = null;

function connect(): void {
  if (channel || typeof window === 'undefined' || typeof BroadcastChannel === 'undefined') return;
  channel = new BroadcastChannel(NAME);
  channel.onmessage = ({data}: MessageEvent<Announcement>) => tell(data);
}

function tell(announcement: Announcement): void {
  for (const listener of [...listeners]) listener(announcement);
}

/** Tells every tab, this one included. */
export function announceChange(announcement: Announcement): void {
  connect();
  channel?.postMessage(announcement);
  tell(announcement);
}

/** Calls `listener` for changes in any tab. Returns the way to stop. */
export function onAnnouncement(listener: (announcement: Announcement) => void): () => void {
  connect();
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}
