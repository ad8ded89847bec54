import {spawn} from 'node:child_process';
import type {ChildProcess} from 'node:child_process';
import path from 'node:path';

const root = path.resolve(__dirname, '..', '..');

export interface RealService {
  child: ChildProcess;
  url: string;
  /** The newest code printed for an address, waiting for it. */
  codeFor(email: string): Promise<string>;
  /** Sends a signal and waits for the end. Gives the exit code, or null after a kill. */
  end(signal: NodeJS.Signals): Promise<number | null>;
}

export interface Ended {
  code: number | null;
  output: string;
}

/** Starts the service as its own process on a free port. Rejects with what it said when it ends before it is ready. */
export async function startProcess(env: Record<string, string>): Promise<RealService> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'test/support/serviceProcess.ts'], {cwd: root, env: {...process.env, PORT: '0', ...env}, stdio: ['ignore', 'pipe', 'pipe']});
  let output = '';
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  const url = await new Promise<string>((resolve, reject) => {
    const read = (chunk: Buffer): void => {
      output += String(chunk);
      const ready = /Askwell is ready at (\S+)/.exec(output)?.[1];
      if (ready) resolve(ready);
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    void ended.then((code) => reject(Object.assign(new Error(output), {code})));
  });
  return {
    child,
    url,
    codeFor: async (email) => {
      for (let turn = 0; turn < 500; turn += 1) {
        const code = [...output.matchAll(/Mail for (\S+): Your code is (\d{6})/g)].filter((match) => match[1] === email).at(-1)?.[2];
        if (code) return code;
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
      throw new Error(`No code was printed for ${email}.`);
    },
    end: (signal) => {
      child.kill(signal);
      return ended;
    },
  };
}

/** Sends one request as a page of the service would. */
export function call(url: string, method: string, path: string, body?: unknown, cookie?: string): Promise<Response> {
  return fetch(`${url}${path}`, {
    method,
    headers: {origin: url, ...(body !== undefined && {'content-type': 'application/json'}), ...(cookie && {cookie})},
    ...(body !== undefined && {body: JSON.stringify(body)}),
    signal: AbortSignal.timeout(20_000),
  });
}

/** Signs in over HTTP and gives the session's cookie. */
export async function signInTo(service: RealService, email: string): Promise<string> {
  const asked = await call(service.url, 'POST', '/api/sign-in/codes', {email});
  const binding = asked.headers.getSetCookie().map((each) => each.split(';')[0]).join('; ');
  const answer = await call(service.url, 'POST', '/api/sign-in/sessions', {email, code: await service.codeFor(email)}, binding);
  if (answer.status !== 200) throw new Error(await answer.text());
  return answer.headers.getSetCookie().map((each) => each.split(';')[0] ?? '').find((each) => each.startsWith('session=')) ?? '';
}
