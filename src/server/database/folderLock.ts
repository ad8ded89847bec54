import {execFileSync} from 'node:child_process';
import {randomUUID} from 'node:crypto';
import {linkSync, readFileSync, renameSync, rmSync, writeFileSync} from 'node:fs';
import {hostname} from 'node:os';
import {StartFault} from './database.ts';

/** Who holds a folder. The start time tells a process from a later one with the same number. */
export interface Owner {
  pid: number;
  startedAt: string | null;
  host: string;
  token: string;
}

/** When a process started, as the system tells it: stable for its life, different for the next process of that number. Null when unknown. */
export function startOf(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name in brackets may hold spaces, so count fields after it; start time is field 22 (proc(5)).
    const ticks = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
    return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()}/${ticks}`;
  } catch {
    try {
      return process.platform === 'win32' ? null : execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], {encoding: 'utf8'}).trim() || null;
    } catch {
      return null;
    }
  }
}

function isAlive(owner: Owner): boolean {
  try {
    process.kill(owner.pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false;
  }
  const start = startOf(owner.pid);
  return start === null || owner.startedAt === null || start === owner.startedAt;
}

function readOwner(file: string): Owner | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Owner;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

/** Makes the file with its content in one step. False when it is there already. */
function createWhole(file: string, owner: Owner): boolean {
  const draft = `${file}.${owner.token}.draft`;
  writeFileSync(draft, JSON.stringify(owner), {mode: 0o600, flush: true});
  try {
    linkSync(draft, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(draft, {force: true});
  }
}

/**
 * Takes the lock file and gives a function that lets go of it. Throws a StartFault while another process holds it. PGlite itself has
 * no lock, and two processes in one folder destroy it (electric-sql/pglite#1106, #892).
 *
 * Only a dead owner is displaced, never a live slow one. Displacing is done through a second file named after the dead owner's token,
 * which exactly one process can make, so that two that start together cannot both win.
 */
export function lockFolder(file: string): () => void {
  const me: Owner = {pid: process.pid, startedAt: startOf(process.pid), host: hostname(), token: randomUUID()};
  for (let attempt = 0; attempt < 20; attempt += 1) {
    if (createWhole(file, me)) return () => release(file, me);
    const holder = readOwner(file);
    if (!holder) continue;
    if (holder.host !== me.host) {
      throw new StartFault(`The data folder was last used on another machine, ${holder.host}. If Askwell is stopped there, remove ${file} and start again.`);
    }
    if (isAlive(holder)) {
      throw new StartFault(`Another Askwell (process ${holder.pid}) is using this data folder. Stop that one, or set ASKWELL_DATA to another folder.`);
    }
    if (displace(file, holder, me)) return () => release(file, me);
  }
  throw new StartFault(`The lock ${file} keeps changing hands. Stop every Askwell that uses this data folder, then start one.`);
}

/**
 * Puts this process in the place of a dead owner. False when somebody else is ahead. The right to displace is a chain: a claim is a
 * file named after the dead owner, and the claim on a claimer that died half-way is named after that claimer.
 */
function displace(file: string, dead: Owner, me: Owner): boolean {
  const claims: string[] = [];
  for (let last: Owner | null = dead; last; ) {
    const claim: string = `${file}.${last.token}`;
    claims.push(claim);
    if (createWhole(claim, me)) break;
    last = readOwner(claim);
    if (!last || isAlive(last)) {
      pause(50);
      return false;
    }
  }
  // Read again: whoever finished in the meantime put a new owner in place before taking its claims away.
  const mine = claims.at(-1) ?? file;
  if (readOwner(file)?.token !== dead.token) {
    rmSync(mine, {force: true});
    return false;
  }
  const draft = `${file}.${me.token}.draft`;
  writeFileSync(draft, JSON.stringify(me), {mode: 0o600, flush: true});
  renameSync(draft, file);
  for (const claim of claims) rmSync(claim, {force: true});
  return true;
}

/** Start-up only: nothing else runs in this process yet. */
function pause(milliseconds: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
}

function release(file: string, me: Owner): void {
  if (readOwner(file)?.token === me.token) rmSync(file, {force: true});
}
