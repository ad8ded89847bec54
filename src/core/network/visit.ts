/** How the key begins under which a device keeps when somebody was last here. */
export const VISIT_KEPT_UNDER = 'network-visit/';

/** When somebody was here, as a device keeps it: moments in ISO 8601. */
export interface Visit {
  version: 1;
  /** The last time they looked. */
  lastAt: string;
  /** The last time of the visit before; null: this is the first. */
  beforeAt: string | null;
}

/** A pause this long ends a visit: somebody who turns a page is still here, and somebody back from a meeting may be too. Practice judgement. */
export const VISIT_ENDS_MS = 4 * 3_600_000;

/** Reads what a device kept; null when there is nothing or this version of the site does not understand it. */
export function parseVisit(stored: unknown): Visit | null {
  if (typeof stored !== 'object' || stored === null || !('version' in stored) || !('lastAt' in stored) || !('beforeAt' in stored)) return null;
  const {version, lastAt, beforeAt} = stored;
  const isMoment = (value: unknown): value is string => typeof value === 'string' && !Number.isNaN(Date.parse(value));
  return version === 1 && isMoment(lastAt) && (beforeAt === null || isMoment(beforeAt)) ? {version, lastAt, beforeAt} : null;
}

/** Takes what was kept (null: nothing) and the moment now; gives what to keep. Within a visit, what counts as the visit before stays. */
export function visitAt(kept: Visit | null, now: string): Visit {
  if (kept === null) return {version: 1, lastAt: now, beforeAt: null};
  const isSame = Date.parse(now) - Date.parse(kept.lastAt) < VISIT_ENDS_MS;
  return {version: 1, lastAt: now, beforeAt: isSame ? kept.beforeAt : kept.lastAt};
}
