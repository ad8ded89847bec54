import {spawn} from 'node:child_process';
import {createServer} from 'node:net';
import {ensureBuilt, ensureInstalled, requireNode, root, Stop} from './prepare.mjs';

const dev = process.argv.includes('--dev');
const port = Number(process.env.PORT ?? 3000);

try {
  requireNode();
  if (!Number.isInteger(port) || port < 1 || port > 65535) throw new Stop(`PORT is \`${process.env.PORT}\`. Set it to a number from 1 to 65535, or leave it out for 3000.`);
  // Said before the build, which takes a while; the service says it again if the port is taken meanwhile.
  await requireFreePort(port);
  await ensureInstalled();
  if (dev) await startDevelopment();
  else {
    await ensureBuilt();
    start(['--import', 'tsx', 'src/server/main.ts'], process.env);
  }
} catch (error) {
  if (!(error instanceof Stop)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

/** The site with hot reload on PORT, and the service beside it on the next port, started anew when its files change. */
async function startDevelopment() {
  const servicePort = port + 1;
  await requireFreePort(servicePort);
  const address = `http://127.0.0.1:${servicePort}`;
  start(['node_modules/tsx/dist/cli.mjs', 'watch', '--clear-screen=false', 'src/server/main.ts'],
    {...process.env, PORT: String(servicePort), PUBLIC_URL: process.env.PUBLIC_URL ?? `http://localhost:${port}`});
  start(['node_modules/@docusaurus/core/bin/docusaurus.mjs', 'start', '--no-open', '--host', '127.0.0.1', '--port', String(port)],
    {...process.env, ASKWELL_DEV_SERVICE: address});
}

/** Starts Node.js with these arguments; stops with it, and passes on signals, so that one Ctrl+C ends everything in order. */
function start(args, env) {
  const child = spawn(process.execPath, args, {cwd: root, stdio: 'inherit', env});
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
  child.on('close', (code, signal) => {
    process.exitCode = code ?? (signal ? 1 : 0);
    if (dev) process.kill(process.pid, 'SIGTERM');
  });
}

function requireFreePort(wanted) {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (error) => reject(new Stop(error.code === 'EADDRINUSE'
      ? `Port ${wanted} is in use by another program. Stop that program, or choose another port: PORT=${wanted + 100} npm start`
      : `Port ${wanted} cannot be opened (${error.code}). Choose another port: PORT=8080 npm start`)));
    probe.listen(wanted, process.env.HOST ?? '127.0.0.1', () => probe.close(() => resolve()));
  });
}
