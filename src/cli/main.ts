import type {Command, CommandIo} from './io.ts';

/** Every command and its file, loaded when it is called for, so that a light command does not wait for a heavy one's packages. */
const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  appoint: () => import('./appoint.ts'),
  audit: () => import('./audit.ts'),
  backup: () => import('./backup.ts'),
  'check-content': () => import('./checkContent.ts'),
  erasures: () => import('./erasures.ts'),
  keys: () => import('./keys.ts'),
  rebuild: () => import('./rebuild.ts'),
  recommend: () => import('./recommend.ts'),
  restore: () => import('./restore.ts'),
  reviews: () => import('./reviews.ts'),
  'sample-data': () => import('./sampleData.ts'),
  schemas: () => import('./schemas.ts'),
};

/** Runs the command that the first argument names. Gives the exit code. */
export async function main([name, ...args]: readonly string[], io: CommandIo): Promise<number> {
  const load = name !== undefined && Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!load) {
    const isAsking = name === 'help' || name === '--help';
    if (!isAsking && name !== undefined) io.err(`There is no command \`${name}\`.`);
    (isAsking ? io.out : io.err)(await listCommands());
    return isAsking ? 0 : 2;
  }
  const command = await load();
  if (args.includes('--help')) {
    io.out(`npm run -s askwell -- ${command.usage}`);
    return 0;
  }
  try {
    return await command.run(args, io);
  } catch (error) {
    io.err(error instanceof Error ? error.message : String(error));
    return 1;
  }
}

async function listCommands(): Promise<string> {
  const commands = await Promise.all(Object.values(COMMANDS).map((load) => load()));
  return ['Use: npm run -s askwell -- COMMAND', ...commands.map(({usage}) => `  ${usage}`)].join('\n');
}

if (require.main === module) {
  const io: CommandIo = {
    out: (text) => void process.stdout.write(`${text}\n`),
    err: (text) => void process.stderr.write(`${text}\n`),
  };
  // Not process.exit: what was written to a pipe must arrive whole.
  void main(process.argv.slice(2), io).then((code) => {
    process.exitCode = code;
  });
}
