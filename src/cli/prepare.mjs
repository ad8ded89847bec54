import {spawn} from 'node:child_process';
import {createHash} from 'node:crypto';
import {existsSync} from 'node:fs';
import {mkdir, readdir, readFile, rm, writeFile} from 'node:fs/promises';
import path from 'node:path';
import {fileURLToPath} from 'node:url';

// Plain JavaScript that needs nothing installed: it runs before `npm ci` has.

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

/** A fault with a sentence for the person at the terminal; no stack trace helps them. */
export class Stop extends Error {}

/** Stops with a sentence when this Node.js is older than `package.json` asks for. */
export function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    throw new Stop(`Askwell needs Node.js 20.19 or newer, and this is ${process.versions.node}. Install a newer one from nodejs.org and run the command again.`);
  }
}

/** Runs a command with its output shown, and gives its exit code. */
export function run(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {cwd: root, stdio: 'inherit', ...options});
    child.on('error', reject);
    child.on('close', (code, signal) => resolve(code ?? (signal ? 1 : 0)));
  });
}

/** Installs what the lockfile names, unless exactly that is there already. */
export async function ensureInstalled() {
  const mark = path.join(root, 'node_modules/.askwell-installed');
  const wanted = hashOf([await readFile(path.join(root, 'package-lock.json')), process.versions.modules]);
  const found = await readFile(mark, 'utf8').catch(() => '');
  if (found === wanted) return;
  console.log('Installing what Askwell needs. The first time takes a minute or two.');
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const code = await run(npm, ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {env: {...process.env, PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: '1'}});
  if (code !== 0) throw new Stop('npm could not install the packages. Check that this machine reaches the npm registry, then run the command again.');
  await writeFile(mark, wanted);
}

const BUILD_INPUTS = ['docs', 'quizzes', 'src', 'static', 'askwell.config.ts', 'docusaurus.config.ts', 'sidebars.ts', 'package.json', 'package-lock.json'];
// What the service and the command line are made of does not change the pages.
const NOT_IN_PAGES = /^src\/(server|cli)\//;

/** Builds the site, unless it was built from exactly these files. Gives true when it built. */
export async function ensureBuilt() {
  const stamp = path.join(root, '.cache/build-stamp');
  const wanted = await stampOf();
  const found = await readFile(stamp, 'utf8').catch(() => '');
  if (found === wanted && existsSync(path.join(root, 'build/index.html')) && existsSync(path.join(root, 'build-headers.json'))) return false;
  console.log('Building the site from its text files. This takes about half a minute.');
  await rm(stamp, {force: true});
  const env = {...process.env, NODE_ENV: 'production', ...(process.env.CI && {DOCUSAURUS_NO_PERSISTENT_CACHE: '1'})};
  const code = await run(process.execPath, ['node_modules/@docusaurus/core/bin/docusaurus.mjs', 'build'], {env});
  if (code !== 0) throw new Stop('The site could not be built. The lines above say which file is at fault and what to write instead.');
  await mkdir(path.dirname(stamp), {recursive: true});
  await writeFile(stamp, wanted);
  return true;
}

async function stampOf() {
  const files = (await Promise.all(BUILD_INPUTS.map(listFiles))).flat().filter((file) => !NOT_IN_PAGES.test(file)).sort();
  const parts = await Promise.all(files.map(async (file) => [file, await readFile(path.join(root, file))]));
  return hashOf([process.env.PUBLIC_URL ?? '', ...parts.flat()]);
}

async function listFiles(name) {
  const full = path.join(root, name);
  const entries = await readdir(full, {recursive: true, withFileTypes: true}).catch((error) => (error.code === 'ENOTDIR' ? null : error.code === 'ENOENT' ? [] : Promise.reject(error)));
  if (entries === null) return [name];
  return entries.filter((entry) => entry.isFile()).map((entry) => path.relative(root, path.join(entry.parentPath ?? entry.path, entry.name)).split(path.sep).join('/'));
}

function hashOf(parts) {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part).update('\0');
  return hash.digest('hex');
}
