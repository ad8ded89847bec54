import path from 'node:path';
import {readContent, valueOrThrow} from '#content/readContent.ts';
import type {Content} from '#content/readContent.ts';

/** The top of this project. */
export const projectRoot = path.resolve(__dirname, '..', '..');

let content: Promise<Content> | undefined;

/** The content of this project, read once for each test file. Throws with every problem when an author's file is wrong. */
export function realContent(): Promise<Content> {
  content ??= readContent(projectRoot).then(valueOrThrow);
  return content;
}
