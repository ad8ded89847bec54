import {StartFault} from './database/database.ts';
import {startService} from './start.ts';
import type {StartOptions} from './start.ts';

/** Longer than any request takes; after it, and the time for balancers to turn away, the process ends whatever is still open. What was acknowledged is on disk already. */
const PATIENCE_MS = 15_000;

/**
 * Runs the service until the process is told to stop. Prints one line when it is ready. A fault at start-up is one sentence on the
 * error output and exit code 1.
 */
export async function runService(options: StartOptions): Promise<void> {
  try {
    const running = await startService(options);
    options.print(`Askwell is ready at ${running.url} (stop it with Ctrl+C)`);
    stopOnSignal(() => running.stop(), running.drainMs + PATIENCE_MS);
  } catch (error) {
    process.stderr.write(`${describe(error)}\n`);
    // PGlite leaves timers behind when it fails to open.
    process.exit(1);
  }
}

function describe(error: unknown): string {
  if (error instanceof StartFault) return error.message;
  return `Askwell could not start: ${error instanceof Error ? error.message : String(error)}`;
}

function stopOnSignal(stop: () => Promise<void>, patienceMs: number): void {
  let isStopping = false;
  const end = (): void => {
    if (isStopping) return;
    isStopping = true;
    setTimeout(() => process.exit(1), patienceMs).unref();
    stop().then(() => process.exit(0), (error: unknown) => {
      process.stderr.write(`${describe(error)}\n`);
      process.exit(1);
    });
  };
  process.on('SIGINT', end);
  process.on('SIGTERM', end);
}
