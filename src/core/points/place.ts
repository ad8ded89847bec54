/** The path of a page of this site: small letters, figures and hyphens, between slashes. Nothing else can become a link in the queue. */
export const PAGE_PATH = /^\/(?:[a-z0-9]+(?:-[a-z0-9]+)*\/)*$/;
/** The id of a heading, as Docusaurus makes it. */
export const HEADING_ID = /^[\p{L}\p{N}_-]+$/u;

/** A page, and the role that keeps it right. */
export interface PageFact {
  address: string;
  title: string;
  /** Empty when the page names none. */
  owner: string;
}

/** The path of an address of this site as it stands in a point, or null for something else. Takes what a browser or a person writes. */
export function toPagePath(written: string): string | null {
  const path = written.trim().toLowerCase().replace(/^https?:\/\/[^/]+/, '').replace(/[?#].*$/, '').replace(/(?:index\.html)?$/, '');
  const slashed = `/${path}/`.replace(/\/{2,}/g, '/');
  return path !== '' && slashed.length <= 200 && PAGE_PATH.test(slashed) ? slashed : null;
}

/** What somebody typed to name a page: its path, an address copied from the browser, or its title. Null: no page can be made of it. */
export function findPage(typed: string, pages: readonly Pick<PageFact, 'address' | 'title'>[]): string | null {
  const words = typed.trim().toLowerCase();
  const named = pages.find(({title}) => title.toLowerCase() === words);
  if (named) return named.address;
  // A word or two is somebody's title for a page, not its path.
  return /\//.test(words) ? toPagePath(words) : null;
}

/** The address that a point leads to: the page, and the heading on it. */
export function hrefOf({path, heading}: {path: string; heading: string | null}): string {
  return heading === null ? path : `${path}#${heading}`;
}

/**
 * Finds what is known of the page at a path: its title, and the role that keeps it. A page that names no role, for instance a lesson, is
 * kept by whoever keeps the page above it. `fallback`: who keeps what nobody else does.
 */
export function pageFactOf(path: string | null, pages: ReadonlyMap<string, PageFact>, fallback: string): {title: string | null; owner: string} {
  const title = path === null ? null : pages.get(path)?.title ?? null;
  for (let at = path ?? ''; at !== '' && at !== '/'; at = at.replace(/[^/]+\/$/, '')) {
    const owner = pages.get(at)?.owner;
    if (owner) return {title, owner};
  }
  return {title, owner: fallback};
}
