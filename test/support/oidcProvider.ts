import {generateKeyPairSync, randomBytes} from 'node:crypto';
import {createServer} from 'node:http';
import type {AddressInfo} from 'node:net';
import Provider from 'oidc-provider';
import type {Context} from 'oidc-provider';

export const CLIENT = {clientId: 'askwell', clientSecret: 'a secret between the two, for the tests alone'};

/** Who signs in at the provider next, and what it says of them. */
export interface Account {
  sub: string;
  amr?: string[];
  /** `email`, `email_verified`, `name`, `groups`, `department`. */
  [claim: string]: unknown;
}

export interface RunningProvider {
  issuer: string;
  /** Whoever comes next is this person; null: they press “cancel”. */
  person: Account | null;
  close(): Promise<void>;
}

/** A real OpenID Connect provider on this machine, with keys of its own and nobody to type a password. */
export async function startProvider(redirectUri: string): Promise<RunningProvider> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const accounts = new Map<string, Account>();
  const running: RunningProvider = {
    issuer, person: null,
    close: () => new Promise((resolve) => {
      server.closeAllConnections();
      server.close(() => resolve());
    }),
  };
  const {privateKey} = generateKeyPairSync('rsa', {modulusLength: 2048});
  const provider = new Provider(issuer, {
    clients: [{client_id: CLIENT.clientId, client_secret: CLIENT.clientSecret, redirect_uris: [redirectUri], grant_types: ['authorization_code'], response_types: ['code']}],
    jwks: {keys: [{...privateKey.export({format: 'jwk'}), use: 'sig', alg: 'RS256', kid: 'test'}]},
    cookies: {keys: [randomBytes(16).toString('hex')]},
    claims: {openid: ['sub', 'amr', 'auth_time'], email: ['email', 'email_verified'], profile: ['name', 'groups', 'department']},
    features: {devInteractions: {enabled: false}},
    pkce: {required: () => true},
    ttl: {AccessToken: 600, AuthorizationCode: 60, Grant: 600, IdToken: 600, Interaction: 600, Session: 600},
    interactions: {url: (_context: Context, interaction: {uid: string}) => `/login/${interaction.uid}`},
    findAccount: (_context: Context, id: string) => ({accountId: id, claims: () => accounts.get(id) ?? {sub: id}}),
    loadExistingGrant: async ({oidc}: Context) => {
      const grant = new oidc.provider.Grant({clientId: oidc.client.clientId, accountId: oidc.session.accountId});
      grant.addOIDCScope('openid email profile');
      await grant.save();
      return grant;
    },
  });
  const handle = provider.callback();
  server.on('request', (request, response) => {
    if (!request.url?.startsWith('/login/')) return void handle(request, response);
    const {person} = running;
    if (person) accounts.set(person.sub, person);
    void provider.interactionFinished(request, response, person
      ? {login: {accountId: person.sub, ...(person.amr && {amr: person.amr})}}
      : {error: 'access_denied', error_description: 'They pressed cancel.'});
  });
  return running;
}
