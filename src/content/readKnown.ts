import {SITE_PAGES} from '#core/search/sitePages.ts';
import type {Checked} from '#core/problem.ts';
import {readFiles} from './readFiles.ts';
import {readSources} from './readSources.ts';
import type {Known} from './readGuides.ts';

/** Reads what the checks of pages need to know of the rest of the site: the register of sources, and the addresses of pages that are no text. */
export async function readKnown(root: string): Promise<Checked<Known>> {
  const [sources, courses] = await Promise.all([readSources(root), readFiles(root, 'docs/learn', 'course.yml')]);
  if (!sources.ok) return sources;
  const ofCourses = courses.flatMap(({file}) => {
    const address = file.replace(/^docs/, '').replace(/course\.yml$/, '');
    return [address, `${address}assessment/`];
  });
  return {ok: true, value: {sources: new Set(sources.value.map(({key}) => key)), addresses: [...SITE_PAGES.map(({url}) => url), '/search/', ...ofCourses]}};
}
