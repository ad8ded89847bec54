import {upperFirst} from '../methods/words.ts';
import type {Source} from './source.ts';

/** A page that relies on sources. */
export interface CitingPage {
  url: string;
  title: string;
  keys: readonly string[];
}

/** A source as the page of sources shows it, with the pages that rely on it in the order of their titles. */
export interface CitedSource {
  key: string;
  title: string;
  url?: string;
  pages: {url: string; title: string}[];
}

export interface SourceGroup {
  id: string;
  name: string;
  sources: CitedSource[];
}

/** Takes all sources and the pages that cite them. Gives the sources by group, groups and sources in the order of their names. */
export function groupSources(sources: readonly Source[], pages: readonly CitingPage[]): SourceGroup[] {
  const ids = [...new Set(sources.map(({group}) => group))].sort(compare);
  return ids.map((id) => ({
    id,
    name: upperFirst(id.replaceAll('-', ' ')),
    sources: sources
      .filter(({group}) => group === id)
      .map(({key, title, url}) => ({key, title, ...(url !== undefined && {url}), pages: pagesCiting(key, pages)}))
      .sort((a, b) => compare(a.title, b.title) || compare(a.key, b.key)),
  }));
}

function pagesCiting(key: string, pages: readonly CitingPage[]): {url: string; title: string}[] {
  return pages
    .filter(({keys}) => keys.includes(key))
    .map(({url, title}) => ({url, title}))
    .sort((a, b) => compare(a.title, b.title) || compare(a.url, b.url));
}

function compare(a: string, b: string): number {
  return a.localeCompare(b, 'en-GB');
}
