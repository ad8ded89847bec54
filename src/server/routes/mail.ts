import {isLoopback} from '../config.ts';
import type {App, Services} from '../parts.ts';

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

/** The last mails, for a machine of one's own. Registered only there; a page elsewhere that points its name at this machine gets nothing. */
export function mailRoutes(app: App, {mailer}: Services): void {
  app.get('/dev/mail', {schema: {hide: true}}, async (request, reply) => {
    if (!isLoopback(request.hostname)) return reply.callNotFound();
    const mails = (mailer.recent() ?? []).map(({to, subject, text, at}) =>
      `<article><h2>${escape(subject)}</h2><p>To ${escape(to)} at ${escape(at.toISOString())}</p><pre>${escape(text)}</pre></article>`);
    return reply.type('text/html; charset=utf-8').send(
      `<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Mail on this machine</title></head>`
      + `<body><main><h1>Mail on this machine</h1><p>No mail server is set, so mail is shown here, newest first, until the service stops.</p>${mails.join('') || '<p>No mail yet.</p>'}</main></body></html>`,
    );
  });
}
