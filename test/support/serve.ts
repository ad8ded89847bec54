import {spawn} from 'node:child_process';
import {rmSync} from 'node:fs';

/** Serves the built site with its service on an empty data folder, for the browser tests, and clears up behind it. */
const data = process.env.ASKWELL_DATA;
if (!data) throw new Error('Set ASKWELL_DATA to the folder for the tests; playwright.config.ts does.');
rmSync(data, {recursive: true, force: true});
const child = spawn(process.execPath, ['--import', 'tsx', 'src/server/main.ts'], {stdio: 'inherit'});
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal));
child.on('close', (code) => {
  rmSync(data, {recursive: true, force: true});
  process.exit(code ?? 0);
});
