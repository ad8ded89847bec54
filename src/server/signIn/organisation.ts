import * as client from 'openid-client';
import type {Claims} from '#core/signIn/claims.ts';
import type {OidcConfig} from '../config.ts';
import type {Parts} from '../parts.ts';
import {fetchFor, PATIENCE_SECONDS} from './outgoing.ts';

/** A description of the provider is fetched again after this, so that new keys and addresses are learned without a restart. */
const FRESH_MS = 60 * 60_000;
/** A provider that could not be reached is asked again after this. */
const RETRY_MS = 30_000;

/** Signatures that are believed: with a public key, and strong enough. Never `none`, never a shared secret. */
const ALGORITHMS = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512', 'Ed25519', 'EdDSA'];

/** What is kept between the two halves of a sign-in. */
export interface Secrets {
  state: string;
  nonce: string;
  codeVerifier: string;
}

/** Who came back from the provider. `claims`: of the ID token, with those of the user info added where the token lacks them. */
export interface Returned {
  subject: string;
  claims: Claims;
  /** The ID token's alone: only it says how the person proved who they are. */
  tokenClaims: Claims;
}

/** Why a return was refused: the provider said no, or what it said does not hold. */
export class ReturnFault extends Error {
  readonly code: 'organisation-away' | 'organisation-refused' | 'organisation-invalid';

  /** `message` is for the log. */
  constructor(code: ReturnFault['code'], message: string) {
    super(message);
    this.code = code;
  }
}

export interface Provider {
  /** Whether it can be reached. Asks at most once in a while. */
  isReachable(): Promise<boolean>;
  /** The address to send a browser to; null when the provider cannot be reached. */
  startAddress(secrets: Secrets, asksAnew: boolean): Promise<string | null>;
  /** Exchanges the code and checks what comes: signature, issuer, audience, times, nonce, state. Throws a ReturnFault. The tokens are dropped. */
  finish(search: string, secrets: Secrets, wants: (claims: Claims) => boolean): Promise<Returned>;
}

/**
 * The organisation's OpenID Connect provider. It is looked up at first use and kept for an hour; one that cannot be reached is never a
 * reason to stop. `warn` is told why, without anything that a person sent.
 */
export function makeProvider(oidc: OidcConfig, {config, clock}: Pick<Parts, 'config' | 'clock'>, warn: (message: string) => void): Provider {
  const redirectUri = `${config.publicUrl}/api/sign-in/oidc/callback`;
  let known: {found: client.Configuration | null; until: number} = {found: null, until: 0};
  let asking: Promise<client.Configuration | null> | null = null;

  async function look(): Promise<client.Configuration | null> {
    const isPlain = oidc.issuer.startsWith('http:');
    try {
      const found = await client.discovery(new URL(oidc.issuer), oidc.clientId, {client_secret: oidc.clientSecret}, client.ClientSecretBasic(oidc.clientSecret), {
        timeout: PATIENCE_SECONDS,
        [client.customFetch]: fetchFor(oidc.issuer),
        execute: [client.enableNonRepudiationChecks, ...(isPlain ? [client.allowInsecureRequests] : [])],
      });
      const {issuer, id_token_signing_alg_values_supported: algorithms} = found.serverMetadata();
      // A provider that speaks for many tenants names no single issuer, and anybody's account would do.
      if (!isSameAddress(issuer, oidc.issuer)) throw new Error(`it calls itself ${issuer}`);
      if (algorithms && !algorithms.some((each) => ALGORITHMS.includes(each))) throw new Error('it signs in no way that is believed here');
      known = {found, until: clock().getTime() + FRESH_MS};
      return found;
    } catch (error) {
      warn(`The organisation's sign-in cannot be used: ${nameOf(error)}`);
      known = {found: null, until: clock().getTime() + RETRY_MS};
      return null;
    }
  }

  const find = async (): Promise<client.Configuration | null> => {
    if (clock().getTime() < known.until) return known.found;
    asking ??= look().finally(() => {
      asking = null;
    });
    return asking;
  };

  return {
    isReachable: async () => await find() !== null,
    startAddress: async ({state, nonce, codeVerifier}, asksAnew) => {
      const found = await find();
      if (!found) return null;
      return client.buildAuthorizationUrl(found, {
        redirect_uri: redirectUri, scope: 'openid email profile', state, nonce,
        code_challenge: await client.calculatePKCECodeChallenge(codeVerifier), code_challenge_method: 'S256',
        ...(asksAnew && {prompt: 'login'}),
      }).href;
    },
    finish: async (search, {state, nonce, codeVerifier}, wants) => {
      const found = await find();
      if (!found) throw new ReturnFault('organisation-away', 'it cannot be reached');
      try {
        const tokens = await client.authorizationCodeGrant(found, new URL(`${redirectUri}${search}`), {expectedState: state, expectedNonce: nonce, pkceCodeVerifier: codeVerifier, idTokenExpected: true});
        const tokenClaims = tokens.claims();
        if (!tokenClaims || !tokens.id_token) throw new Error('it gave no ID token');
        checkAlgorithm(tokens.id_token);
        const {userinfo_endpoint: hasMore} = found.serverMetadata();
        const more = hasMore && wants(tokenClaims) ? await client.fetchUserInfo(found, tokens.access_token, tokenClaims.sub) : {};
        return {subject: tokenClaims.sub, claims: join(tokenClaims, more), tokenClaims};
      } catch (error) {
        throw new ReturnFault(codeOf(error), nameOf(error));
      }
    },
  };
}

/** Throws unless the token is signed in a way that is believed. Its signature has been checked by then; this narrows what may be checked. */
function checkAlgorithm(token: string): void {
  const header = JSON.parse(Buffer.from(token.split('.')[0] ?? '', 'base64url').toString('utf8')) as {alg?: unknown};
  if (typeof header.alg !== 'string' || !ALGORITHMS.includes(header.alg)) throw new Error('its ID token is signed in a way that is not believed here');
}

/** The token's claims, with what it lacks from the user info. An address and whether it was checked come from one and the same of the two. */
function join(token: Claims, more: Claims): Claims {
  const isChecked = token['email_verified'] === undefined && more['email_verified'] !== undefined;
  return {...more, ...token, ...(isChecked && {email: more['email'], email_verified: more['email_verified']})};
}

function isSameAddress(a: string, b: string): boolean {
  return URL.canParse(a) && new URL(a).href === new URL(b).href;
}

function codeOf(error: unknown): ReturnFault['code'] {
  if (error instanceof client.AuthorizationResponseError) return 'organisation-refused';
  const names = [error, (error as {cause?: unknown}).cause].map((each) => (each instanceof Error ? each.name : ''));
  const isAway = names.some((name) => name === 'TimeoutError' || name === 'AbortError') || (error instanceof TypeError && error.message === 'fetch failed');
  return isAway ? 'organisation-away' : 'organisation-invalid';
}

/** What may be logged of a fault: the provider's answer is left out, for it can hold tokens. */
function nameOf(error: unknown): string {
  if (!(error instanceof Error)) return 'no reason given';
  const {cause} = error;
  const said = error instanceof client.AuthorizationResponseError || error instanceof client.ResponseBodyError ? error.error : '';
  return [error.message, cause instanceof Error ? cause.message : '', /^[a-z_]{1,40}$/.test(said) ? said : ''].filter(Boolean).join(', ').slice(0, 300);
}
