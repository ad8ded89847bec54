import {createHmac, createSign, generateKeyPairSync} from 'node:crypto';
import {createServer} from 'node:http';
import type {AddressInfo} from 'node:net';
import {CLIENT} from './oidcProvider.ts';

/** How a token is made wrong. `good`: not at all. */
export interface Forgery {
  claims?: Record<string, unknown>;
  alg?: 'none' | 'HS256' | 'RS256';
  /** Signs with a key that the issuer does not publish. */
  otherKey?: boolean;
  /** What it says of itself. */
  metadata?: Record<string, unknown>;
  /** Sends whoever asks for its description somewhere else. */
  redirectsTo?: string;
  userInfo?: Record<string, unknown>;
}

export interface FalseIssuer {
  issuer: string;
  forgery: Forgery;
  /** The nonce that the next token is to hold. */
  nonce: string;
  /** The paths that were asked for. */
  asked: string[];
  close(): Promise<void>;
}

const keys = generateKeyPairSync('rsa', {modulusLength: 2048});
const others = generateKeyPairSync('rsa', {modulusLength: 2048});

/** An issuer that can be told to lie: what a real provider never sends. */
export async function startFalseIssuer(): Promise<FalseIssuer> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const made: FalseIssuer = {
    issuer, forgery: {}, nonce: '', asked: [],
    close: () => new Promise((resolve) => {
      server.closeAllConnections();
      server.close(() => resolve());
    }),
  };
  const tokenOf = ({claims, alg = 'RS256', otherKey}: Forgery): string => {
    const seconds = Math.floor(Date.now() / 1000);
    const body = {iss: issuer, aud: CLIENT.clientId, sub: 'forged', iat: seconds, exp: seconds + 300, nonce: made.nonce, email: 'forged@example.org', email_verified: true, ...claims};
    const text = [{alg, typ: 'JWT', kid: 'test'}, body].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.');
    if (alg === 'none') return `${text}.`;
    if (alg === 'HS256') return `${text}.${createHmac('sha256', CLIENT.clientSecret).update(text).digest('base64url')}`;
    return `${text}.${createSign('sha256').update(text).sign((otherKey ? others : keys).privateKey).toString('base64url')}`;
  };
  server.on('request', (request, response) => {
    const {forgery} = made;
    made.asked.push(request.url ?? '');
    const send = (value: unknown): void => void response.writeHead(200, {'content-type': 'application/json'}).end(JSON.stringify(value));
    if (request.url === '/.well-known/openid-configuration') {
      if (forgery.redirectsTo) return void response.writeHead(302, {location: forgery.redirectsTo}).end();
      return send({
        issuer, authorization_endpoint: `${issuer}/auth`, token_endpoint: `${issuer}/token`, jwks_uri: `${issuer}/jwks`, userinfo_endpoint: `${issuer}/me`,
        id_token_signing_alg_values_supported: ['RS256', 'HS256', 'none'], response_types_supported: ['code'], subject_types_supported: ['public'], ...forgery.metadata,
      });
    }
    if (request.url === '/jwks') return send({keys: [{...keys.publicKey.export({format: 'jwk'}), kid: 'test', use: 'sig', alg: 'RS256'}]});
    if (request.url === '/token') return send({access_token: 'one', token_type: 'Bearer', expires_in: 300, id_token: tokenOf(forgery)});
    if (request.url === '/me') return send(forgery.userInfo ?? {sub: 'forged'});
    response.writeHead(404).end();
  });
  return made;
}
