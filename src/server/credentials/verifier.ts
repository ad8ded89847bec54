import {readFile} from 'node:fs/promises';
import path from 'node:path';
import {fillVerifier} from '#core/credentials/verifierFile.ts';
import type {Services} from '../parts.ts';
import {Refusal} from '../problem.ts';
import {countLists, ownIssuer, signStatusList} from './issuer.ts';

/** The file that the build writes into the site's folder, with a place for the keys. */
const TEMPLATE = 'verifier.template.txt';

/** The verifier as one file, with this issuer's keys, those of the issuers that it trusts, and what is revoked as of now. Throws a 503 when the site was not built. */
export async function writeVerifier(services: Services): Promise<string> {
  const {site, clock, organisation} = services;
  const template = site && await readFile(path.join(site.folder, TEMPLATE), 'utf8').catch(() => null);
  if (!template) throw new Refusal(503, 'no-verifier', 'The verifier is not here, because the site was not built. Tell whoever runs the service.');
  const lists = await countLists(services);
  const statusLists = (await Promise.all(Array.from({length: lists}, (_, index) => signStatusList(services, index + 1)))).filter((list) => list !== undefined);
  // Read after signing, which may have made the first key.
  const own = await ownIssuer(services);
  return fillVerifier(template, {madeAt: clock().toISOString(), issuers: [own, ...organisation.trustedIssuers.map(({id, name, keys}) => ({id, name, keys}))], statusLists});
}
