import path from 'node:path';
import {valueOrThrow} from '#content/readContent.ts';
import {readFramework} from '#content/readFramework.ts';
import {readMethods} from '#content/readMethods.ts';
import {skillsFrom} from '#core/network/skills.ts';
import type {Skill} from '#core/network/skills.ts';

/** The project's folder: this file stands three folders below it. */
const ROOT = path.resolve(__dirname, '../../..');

/** Makes a reader of the skills that members can offer. They are read when somebody first asks, and once, as pages and quizzes are. */
export function skillsReader(root = ROOT): () => Promise<readonly Skill[]> {
  let read: Promise<readonly Skill[]> | undefined;
  return () => {
    read ??= Promise.all([readMethods(root), readFramework(root)]).then(([methods, framework]) => skillsFrom(valueOrThrow(methods), valueOrThrow(framework).framework));
    // A folder that could not be read just now is read again the next time.
    read.catch(() => { read = undefined; });
    return read;
  };
}
