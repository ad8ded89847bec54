import * as z from 'zod';
import {IssuerProfile, KeySet, TrustList} from '#core/credentials/api.ts';
import {faultsOfTrusted} from '#core/credentials/trustedIssuers.ts';
import {StartFault} from '../database/database.ts';
import type {App, Services} from '../parts.ts';
import {Refusal} from '../problem.ts';
import {profileOf, signStatusList, signTrustList} from '../credentials/issuer.ts';
import {publicKeys} from '../credentials/keys.ts';
import {writeVerifier} from '../credentials/verifier.ts';
import {answers} from './answers.ts';

/** An employer may check many certificates from one address. Each answer costs a look-up and, for lists, a signature. */
const LIMIT = {rateLimit: {max: 600, timeWindow: 15 * 60_000}};
/** The verifier is a file of a hundred kilobytes, which one person fetches once. */
const FILE_LIMIT = {rateLimit: {max: 30, timeWindow: 15 * 60_000}};
const FIVE_MINUTES = 'public, max-age=300';

/** What anybody needs in order to check a certificate: who signs, with which keys, what is revoked, and whom else this site believes. */
export function issuerRoutes(app: App, services: Services): void {
  const faults = faultsOfTrusted(services.organisation.trustedIssuers, services.shelf.courses.map(({id}) => id));
  if (faults.length > 0) throw new StartFault(faults.join('\n'));

  app.get('/api/credentials/issuer', {config: LIMIT, schema: {summary: 'Who issues certificates here, with every public key', response: answers({200: IssuerProfile})}}, async (_request, reply) => {
    void reply.header('cache-control', FIVE_MINUTES);
    return profileOf(services);
  });

  app.get('/api/credentials/jwks.json', {config: LIMIT, schema: {summary: 'Every public key that certificates were ever signed with', response: answers({200: KeySet})}}, async (_request, reply) => {
    void reply.header('cache-control', FIVE_MINUTES);
    return {keys: (await publicKeys(services.database)).map((key) => ({...key}))};
  });

  app.get('/api/credentials/status/:list', {config: LIMIT, schema: {summary: 'A signed list of which certificates are revoked', params: z.object({list: z.string()})}}, async (request, reply) => {
    const {list} = request.params;
    const signed = /^[1-9]\d{0,5}$/.test(list) ? await signStatusList(services, Number(list)) : undefined;
    if (signed === undefined) throw new Refusal(404, 'no-such-list', 'There is no list of this number. A certificate names its list.');
    return reply.type('application/vc+jwt').header('cache-control', FIVE_MINUTES).serializer(String).send(signed);
  });

  app.get('/api/credentials/trusted-issuers.json', {config: LIMIT, schema: {summary: 'Other bodies whose certificates this site believes, as a signed list', response: answers({200: TrustList})}}, async (_request, reply) => {
    void reply.header('cache-control', FIVE_MINUTES);
    return {list: await signTrustList(services)};
  });

  app.get('/api/credentials/verifier.html', {config: FILE_LIMIT, schema: {summary: 'A page to keep that checks certificates without a network'}}, async (_request, reply) =>
    reply.type('text/html; charset=utf-8').header('content-disposition', 'attachment; filename="certificate-verifier.html"').serializer(String).send(await writeVerifier(services)));
}
