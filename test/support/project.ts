import path from 'node:path';
import {readContent, valueOrThrow} from '#content/readContent.ts';
import type {Content} from '#content/readContent.ts';

/** The top of the project, for tests that read its real files. */
export const projectRoot = path.resolve(__dirname, '../..');

/** The real content; throws with every problem when there is one. */
export async function realContent(): Promise<Content> {
  return valueOrThrow(await readContent(projectRoot));
}
