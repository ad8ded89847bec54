/** A selection as a device keeps it: a name and the address that holds its answers and its mix. */
export interface SavedSelection {
  version: 1;
  name: string;
  /** The query of the selector's address, without a question mark. */
  query: string;
}

/** How the keys begin under which a device keeps selections. */
export const KEPT_UNDER = 'selection/';
/** Most characters of a name and of a query, so that a slip of the hand cannot fill the device. */
export const LONGEST = {name: 120, query: 4_000} as const;

/** Reads what a device kept, or null when this version of the site does not understand it. Written without a schema library, which would double the page. */
export function parseKept(stored: unknown): SavedSelection | null {
  if (typeof stored !== 'object' || stored === null || !('version' in stored) || !('name' in stored) || !('query' in stored)) return null;
  const {version, name, query} = stored;
  if (version !== 1 || typeof name !== 'string' || typeof query !== 'string' || name.length > LONGEST.name || query.length > LONGEST.query) return null;
  return {version, name, query};
}

/** The name to show; it may have been left empty. */
export function nameOf({name}: Pick<SavedSelection, 'name'>): string {
  return name.trim() || 'Selection without a name';
}

/** The address at which a selection opens. */
export function selectionHref({query}: Pick<SavedSelection, 'query'>): string {
  return `/method-selector/?${query}`;
}

/** A selection on the device. */
export interface KeptSelection {
  id: string;
  owner: string | null;
  /** A moment in ISO 8601. */
  changedAt: string;
  value: SavedSelection;
}

/** Takes rows that a device keeps; gives the selections among them, in the same order. */
export function selectionsIn(rows: readonly {key: string; owner: string | null; changedAt: string; value: unknown}[]): KeptSelection[] {
  return rows.flatMap(({key, owner, changedAt, value}) => {
    const read = key.startsWith(KEPT_UNDER) ? parseKept(value) : null;
    return read ? [{id: key.slice(KEPT_UNDER.length), owner, changedAt, value: read}] : [];
  });
}
