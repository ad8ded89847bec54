import {existsSync} from 'node:fs';
import path from 'node:path';
import fastifyStatic from '@fastify/static';
import type {FastifyReply} from 'fastify';
import type {App, Parts} from './parts.ts';

const YEAR = 'public, max-age=31536000, immutable';

/** Serves the built site: packed files where the build made them, assets for a year, everything else asked for anew each time. */
export async function serveSite(app: App, site: NonNullable<Parts['site']>): Promise<void> {
  const assets = path.join(site.folder, 'assets') + path.sep;
  await app.register(fastifyStatic, {
    root: site.folder,
    preCompressed: true,
    redirect: true,
    cacheControl: false,
    etag: true,
    dotfiles: 'ignore',
    allowedPath: (pathname) => !pathname.startsWith('/api/') && !pathname.startsWith('/dev/'),
    // The names of assets hold a hash of their content, so they never change.
    setHeaders: (response, file) => void response.setHeader('cache-control', file.startsWith(assets) ? YEAR : 'no-cache'),
  });
}

/** The site's own page for an address that is not there, with the status that says so. */
export function sendNotFoundPage(reply: FastifyReply, site: Parts['site']): FastifyReply {
  void reply.code(404).header('cache-control', 'no-cache');
  if (site && existsSync(path.join(site.folder, '404.html'))) return reply.sendFile('404.html', site.folder);
  return reply.type('text/plain; charset=utf-8').send('There is no page at this address. If you run this service, build the site with `npm run build`.\n');
}
