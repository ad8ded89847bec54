import type {FastifyRequest} from 'fastify';
import type {App} from '../parts.ts';
import {Refusal} from '../problem.ts';

/**
 * Reads bodies as JSON and as nothing else. The header must be `application/json` to the letter: odd spellings of it have been a way
 * round validation (CVE-2025-32442, CVE-2026-25223, CVE-2026-33806).
 */
export function readOnlyJson(app: App): void {
  app.removeAllContentTypeParsers();
  const parse = app.getDefaultJsonParser('error', 'error');
  app.addContentTypeParser('application/json', {parseAs: 'string'}, (request, text: string, done) => {
    // The databases cannot hold this character, and nobody types it.
    if (/\\u0000/i.test(text)) done(new Refusal(400, 'not-json', 'What was sent holds a null character. Take it out and send it again.'));
    else void parse(request, text, done);
  });
}

/** Throws a 415 for a body that is not said to be JSON, and for none where one is needed. */
export function refuseOtherTypes(request: FastifyRequest, needsBody: boolean): void {
  const {'content-type': type, 'content-length': length, 'transfer-encoding': encoding} = request.headers;
  const hasBody = encoding !== undefined || (length !== undefined && length !== '0');
  if ((hasBody || needsBody || type !== undefined) && type !== 'application/json' && request.method !== 'GET') {
    throw new Refusal(415, 'not-json', 'Send JSON, with the header `content-type: application/json`.');
  }
}
