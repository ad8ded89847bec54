import {readdir, readFile} from 'node:fs/promises';
import path from 'node:path';
import type {SourceText} from '#core/problem.ts';

/** Reads the files below a folder whose names end as given, in the order of their paths. Gives paths from `root` with forward slashes. A folder that is not there is empty. */
export async function readFiles(root: string, folder: string, ending: string): Promise<SourceText[]> {
  const names = await readdir(path.join(root, folder), {recursive: true}).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  const files = names.filter((name) => name.endsWith(ending)).map((name) => path.posix.join(folder, name.split(path.sep).join('/'))).sort();
  return Promise.all(files.map(async (file) => ({file, text: await readFile(path.join(root, file), 'utf8')})));
}

/** The file's name without its folder and ending: the id that its author gave it. */
export function idOf(source: SourceText): string {
  return path.posix.basename(source.file).replace(/\.[a-z]+$/, '');
}
