import {createHash} from 'node:crypto';
import {addressOfWordFile, writeWordFiles} from './index.ts';

interface Entry {
  url: string;
  revision: string | null;
  size: number;
}

/**
 * Gives a transform for the list of files that the service worker keeps (`manifestTransforms` of workbox-build): it adds the Word files.
 * The PWA plugin overwrites `globPatterns`, and its own leave Word files out.
 */
export function keepWordFiles(siteDir: string, author: string): (entries: Entry[]) => Promise<{manifest: Entry[]; warnings: string[]}> {
  return async (entries) => {
    const files = await writeWordFiles(siteDir, author);
    const added = files.map(({id, bytes, data}) => ({url: addressOfWordFile(id), revision: createHash('md5').update(data).digest('hex'), size: bytes}));
    return {manifest: [...entries, ...added], warnings: []};
  };
}
