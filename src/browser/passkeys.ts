import {browserSupportsWebAuthn, startAuthentication, startRegistration, WebAuthnError} from '@simplewebauthn/browser';
import type {PublicKeyCredentialCreationOptionsJSON, PublicKeyCredentialRequestOptionsJSON} from '@simplewebauthn/browser';
import type {Person} from '#core/records/api.ts';
import {callService} from './api.ts';
import type {Reply} from './api.ts';
import {adoptPerson} from './session.ts';

/** What became of using or making a passkey. `stopped`: the browser or its owner stopped it, and the sentence says why. */
export type PasskeyReply = Reply<unknown> | {kind: 'stopped'; sentence: string};

/** Whether this browser knows passkeys at all. False while the page is rendered on the server. */
export function knowsPasskeys(): boolean {
  return typeof window !== 'undefined' && browserSupportsWebAuthn();
}

/** Uses a passkey: signs in with it, or shows it as the second factor. On success every screen learns who is signed in. */
export async function showPasskey(): Promise<PasskeyReply> {
  const options = await callService<PublicKeyCredentialRequestOptionsJSON>('POST', '/api/sign-in/passkey-options');
  if (options.kind !== 'ok') return options;
  try {
    const response = await startAuthentication({optionsJSON: options.value});
    return adopt(await callService<{person: Person}>('POST', '/api/sign-in/passkey', {response: {id: response.id, rawId: response.rawId, type: response.type, response: response.response}}));
  } catch (error) {
    return {kind: 'stopped', sentence: sentenceFor(error)};
  }
}

/** Makes a passkey on this device or key and adds it under a name. On success the session is a new one, with both factors. */
export async function makePasskey(name: string): Promise<PasskeyReply> {
  const options = await callService<PublicKeyCredentialCreationOptionsJSON>('POST', '/api/passkeys/options');
  if (options.kind !== 'ok') return options;
  try {
    const {id, rawId, type, response: {clientDataJSON, attestationObject, transports}} = await startRegistration({optionsJSON: options.value});
    return adopt(await callService<{person: Person}>('POST', '/api/passkeys', {name, response: {id, rawId, type, response: {clientDataJSON, attestationObject, transports: transports ?? []}}}));
  } catch (error) {
    return {kind: 'stopped', sentence: sentenceFor(error)};
  }
}

function adopt(reply: Reply<{person: Person}>): PasskeyReply {
  if (reply.kind === 'ok') adoptPerson(reply.value.person);
  return reply;
}

function sentenceFor(error: unknown): string {
  const code = error instanceof WebAuthnError ? error.code : '';
  if (code === 'ERROR_AUTHENTICATOR_PREVIOUSLY_REGISTERED') return 'This device or key holds a passkey of yours already. Use another one.';
  if (code === 'ERROR_AUTHENTICATOR_MISSING_USER_VERIFICATION_SUPPORT') return 'This key cannot check that it is you. Set a PIN on it, or use a device with a screen lock.';
  if (code === 'ERROR_INVALID_DOMAIN' || code === 'ERROR_INVALID_RP_ID') return 'Passkeys do not work at this address. Open the site by its name, for instance with localhost instead of 127.0.0.1.';
  return 'Nothing was done: the window was closed, it took too long, or no passkey was found. Try again.';
}
