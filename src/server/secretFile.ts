import {randomBytes} from 'node:crypto';
import {readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';

/** The key for sign-in codes kept in the data folder, made at the first start and readable by its owner alone. For a machine of one's own. */
export function readOrMakeSecret(dataFolder: string): string {
  const file = path.join(dataFolder, 'secret');
  try {
    // Fails when the file is there: of two that start together, one makes it and both read it.
    writeFileSync(file, randomBytes(32).toString('hex'), {mode: 0o600, flag: 'wx', flush: true});
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  return readFileSync(file, 'utf8').trim();
}
