import path from 'node:path';
import {readReviews} from '#content/readReviews.ts';
import type {PageFact} from '#core/points/place.ts';

/** The project's folder: this file stands three folders below it. */
const ROOT = path.resolve(__dirname, '../../..');

/**
 * Makes a reader of the site's pages that say who keeps them. They are read when somebody first asks, and once: a service that runs shows
 * the pages that it was started with, as it does quizzes.
 */
export function pagesReader(root = ROOT): () => Promise<readonly PageFact[]> {
  let read: Promise<readonly PageFact[]> | undefined;
  return () => {
    read ??= readReviews(root).then(({pages}) => pages.map(({address, title, owner}) => ({address, title, owner})));
    // A folder that could not be read just now is read again the next time.
    read.catch(() => { read = undefined; });
    return read;
  };
}
