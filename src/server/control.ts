import {createHash} from 'node:crypto';
import {rmSync} from 'node:fs';
import {connect, createServer} from 'node:net';
import type {Socket} from 'node:net';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {TASKS} from './tasks/index.ts';
import type {TaskParts, TaskResult} from './tasks/task.ts';

/** Longest address of a Unix socket on every system that has them, in bytes. */
const LONGEST_ADDRESS = 100;

/** Where the running service listens for the command line: in the data folder, or, where that path is too long, by its hash. */
export function controlAddress(dataFolder: string): string {
  const folder = path.resolve(dataFolder);
  const name = `askwell-${createHash('sha256').update(folder).digest('hex').slice(0, 16)}`;
  if (process.platform === 'win32') return `\\\\.\\pipe\\${name}`;
  const address = path.join(folder, 'control.sock');
  return Buffer.byteLength(address) <= LONGEST_ADDRESS ? address : path.join(tmpdir(), `${name}.sock`);
}

/**
 * Does tasks for the command line while the service holds the embedded database, which only one process may open. Only the user who
 * runs the service can reach the socket. Gives a function that closes it. The caller holds the folder's lock.
 */
export async function serveControl(dataFolder: string, parts: TaskParts): Promise<() => Promise<void>> {
  const address = controlAddress(dataFolder);
  // Left behind by a process that was killed; the lock says that it is dead.
  if (process.platform !== 'win32') rmSync(address, {force: true});
  const server = createServer((socket) => answer(socket, parts));
  const before = process.umask(0o177);
  try {
    await new Promise<void>((resolve, reject) => server.once('error', reject).listen(address, resolve));
  } finally {
    process.umask(before);
  }
  return () => new Promise((resolve) => server.close(() => resolve()));
}

/** One JSON line in, one JSON line out, and the end. */
function answer(socket: Socket, parts: TaskParts): void {
  void readLine(socket)
    .then((line) => (line === null ? undefined : doTask(parts, line)))
    .then((result) => (result ? socket.end(`${JSON.stringify(result)}\n`) : socket.destroy()));
}

/** Commands are short; whoever sends more without a line end is not ours. */
const LONGEST_LINE = 64 * 1024;

/** The first line that arrives, or null when the other side ends or breaks before it. */
function readLine(socket: Socket): Promise<string | null> {
  return new Promise((resolve) => {
    let text = '';
    socket.setEncoding('utf8');
    socket.on('error', () => resolve(null));
    socket.on('close', () => resolve(null));
    socket.on('data', (chunk: string) => {
      text += chunk;
      const end = text.indexOf('\n');
      if (end >= 0) resolve(text.slice(0, end));
      else if (text.length > LONGEST_LINE) socket.destroy();
    });
  });
}

async function doTask(parts: TaskParts, line: string): Promise<TaskResult> {
  try {
    const {task, input} = JSON.parse(line) as {task?: unknown; input?: unknown};
    const work = typeof task === 'string' && Object.hasOwn(TASKS, task) ? TASKS[task] : undefined;
    if (!work) return {ok: false, message: 'The service that is running does not know this command. Stop it, start the version you have, and try again.', data: {}};
    return await work(parts, input);
  } catch (error) {
    return {ok: false, message: `The service could not do this: ${error instanceof Error ? error.message : String(error)}`, data: {}};
  }
}

/**
 * Asks the running service to do a task. Gives its result, or null when no service is listening. Throws when the service ended before
 * it answered.
 */
export async function askControl(dataFolder: string, task: string, input: unknown): Promise<TaskResult | null> {
  const socket = connect(controlAddress(dataFolder));
  const isListening = await new Promise<boolean>((resolve) => socket.once('connect', () => resolve(true)).once('error', () => resolve(false)));
  if (!isListening) return null;
  socket.write(`${JSON.stringify({task, input})}\n`);
  const line = await readLine(socket);
  socket.destroy();
  if (line === null) throw new Error('The service ended before it answered. Look at its output, and try again.');
  return JSON.parse(line) as TaskResult;
}
