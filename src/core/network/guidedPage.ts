import type {Reader} from '../guides/readers.ts';

/** A page that may be suggested. */
export interface GuidedPage {
  address: string;
  title: string;
  kind: PageKind;
  /** The day on which its owner last went through it, as 2026-11-22. */
  reviewed: string;
  /** Whom it is written for; empty where its kind does not say. */
  audience: readonly Reader[];
}

/** What sort of page an address leads to, as it reads beside a title. */
export const PAGE_KINDS = {method: 'Method', course: 'Course', audience: 'Group of people', duty: 'Duty', template: 'Template', writing: 'Writing', guide: 'Guide'} as const;
export type PageKind = keyof typeof PAGE_KINDS;

const BY_ADDRESS: readonly [start: string, kind: PageKind][] = [
  ['/methods/', 'method'], ['/learn/', 'course'], ['/toolkit/people/audiences/', 'audience'], ['/toolkit/duties/', 'duty'], ['/toolkit/templates/', 'template'], ['/writing/', 'writing'],
];

/** Takes an address of the site; gives what sort of page it is. */
export function pageKindOf(address: string): PageKind {
  return BY_ADDRESS.find(([start]) => address.startsWith(start))?.[1] ?? 'guide';
}
