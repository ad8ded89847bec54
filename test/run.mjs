import {spawn} from 'node:child_process';
import {existsSync} from 'node:fs';
import {ensureBuilt, ensureInstalled, requireNode, root, run, Stop} from '../src/cli/prepare.mjs';

/** Every check, in the order in which a fault is cheapest to find. All of them run, so that one run shows every fault. */
const only = process.argv.slice(2);
const node = (...args) => run(process.execPath, args);
/** The same, with what it says kept until it ends: for checks that run side by side. Each keeps one core busy. */
const quietNode = (...args) => new Promise((resolve, reject) => {
  const said = [];
  const child = spawn(process.execPath, args, {cwd: root, stdio: ['ignore', 'pipe', 'pipe']});
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => said.push(data));
  child.on('error', reject);
  child.on('close', (code, signal) => {
    process.stdout.write(Buffer.concat(said));
    resolve(code ?? (signal ? 1 : 0));
  });
});
const CHROMIUM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'];

const steps = [
  ['types', () => quietNode('node_modules/typescript/bin/tsc', '--noEmit', '-p', '.'), 'beside the next'],
  ['lint', () => quietNode('node_modules/eslint/bin/eslint.js', '--max-warnings', '0', '.')],
  ['content', () => node('--import', 'tsx', 'src/cli/main.ts', 'check-content')],
  ['build', async () => { await ensureBuilt(); return 0; }],
  ['unit, property, machine and service tests', () => node('node_modules/vitest/vitest.mjs', 'run')],
  ['browser tests', async () => {
    const browser = await ensureChromium();
    return run(process.execPath, ['node_modules/@playwright/test/cli.js', 'test'], {env: {...process.env, ASKWELL_CHROMIUM: browser}});
  }],
];

try {
  requireNode();
  await ensureInstalled();
  const failed = [];
  let passed = 0;
  const check = async ([name, step]) => {
    const started = Date.now();
    console.log(`\n== ${name}`);
    const code = await step().catch((error) => { console.error(error instanceof Stop ? error.message : error); return 1; });
    console.log(`== ${name}: ${code === 0 ? 'passed' : 'FAILED'} in ${Math.round((Date.now() - started) / 1000)} s`);
    if (code === 0) passed += 1;
    else failed.push(name);
  };
  const started = [];
  for (const each of steps.filter(([name]) => only.length === 0 || only.some((word) => name.includes(word)))) {
    started.push(check(each));
    if (each[2] === undefined) await Promise.all(started);
  }
  await Promise.all(started);
  if (failed.length > 0) console.log(`\nFailed: ${failed.join(', ')}`);
  console.log(`\nchecks: ${passed} passed, ${failed.length} failed`);
  process.exitCode = failed.length === 0 ? 0 : 1;
} catch (error) {
  if (!(error instanceof Stop)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

/** The machine's own browser; else Debian's, where this may install it; else the one that Playwright brings (given as ''). */
async function ensureChromium() {
  const found = () => [process.env.ASKWELL_CHROMIUM, ...CHROMIUM].find((file) => file && existsSync(file));
  if (found()) return found();
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    console.log('Installing Chromium for the browser tests.');
    await run('apt-get', ['update', '-qq']);
    await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], {env: {...process.env, DEBIAN_FRONTEND: 'noninteractive'}});
    if (found()) return found();
  }
  console.log('Fetching Playwright’s own Chromium for the browser tests.');
  const code = await node('node_modules/@playwright/test/cli.js', 'install', 'chromium');
  if (code !== 0) throw new Stop('No Chromium was found and none could be installed. Install Chromium, or set ASKWELL_CHROMIUM to where it is.');
  return '';
}
