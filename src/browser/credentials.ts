import type {IssuerProfile, PublicCredential} from '#core/credentials/api.ts';
import {findJwt, LONGEST_PASTE} from '#core/credentials/findJwt.ts';
import {readJwt} from '#core/credentials/jwt.ts';
import {readCredential} from '#core/credentials/readCredential.ts';
import {makeSignatureCheck} from '#core/credentials/signature.ts';
import type {Issuer, PublicKey} from '#core/credentials/signature.ts';
import {readStatusList} from '#core/credentials/statusList.ts';
import type {StatusList} from '#core/credentials/statusList.ts';
import {readTrustList} from '#core/credentials/trustedIssuers.ts';
import {verifyCredential} from '#core/credentials/verify.ts';
import type {Verification} from '#core/credentials/verify.ts';
import {callService} from './api.ts';
import {now} from './clock.ts';

/** What came of checking. `none`: there was no certificate in the text. `ended`: the service says by its number that it is over. */
export type Checked =
  | {kind: 'checked'; verification: Verification}
  | {kind: 'none'}
  | {kind: 'ended'; why: 'revoked' | 'expired'; at: string}
  | {kind: 'refused'; sentence: string}
  | {kind: 'unreachable'}
  | {kind: 'no-service'};

const PATIENCE_MS = 20_000;

/** A certificate is checked on the device, with keys and lists from this site alone. */
const checkSignature = (...args: Parameters<ReturnType<typeof makeSignatureCheck>>) => makeSignatureCheck(crypto.subtle)(...args);

/** Who signs here, as the service publishes it. */
async function readOwnIssuer(): Promise<Issuer | 'unreachable' | 'no-service'> {
  const reply = await callService<IssuerProfile>('GET', '/api/credentials/issuer');
  if (reply.kind !== 'ok') return reply.kind === 'no-service' ? 'no-service' : 'unreachable';
  const {id, name, verificationMethod} = reply.value;
  return {id, name, keys: verificationMethod.map(({publicKeyJwk}) => publicKeyJwk as PublicKey)};
}

async function readTrusted(own: Issuer): Promise<Issuer[]> {
  const reply = await callService<{list: string}>('GET', '/api/credentials/trusted-issuers.json');
  return reply.kind === 'ok' ? await readTrustList(reply.value.list, own, checkSignature) ?? [] : [];
}

/** The number of the list, among those of this site, that a certificate names; null for another site's. */
function ownListOf(jwt: string, own: Issuer): string | null {
  const read = readJwt(jwt);
  const content = read.ok ? readCredential(read.jwt.payload) : null;
  const status = content?.ok ? content.facts.status : null;
  if (status === null || status === 'unknown-kind') return null;
  const start = own.id.replace(/issuer$/, 'status/');
  return status.list.startsWith(start) && /^\d{1,6}$/.test(status.list.slice(start.length)) ? status.list.slice(start.length) : null;
}

async function readOwnList(jwt: string, own: Issuer): Promise<StatusList[]> {
  const number = ownListOf(jwt, own);
  if (number === null) return [];
  try {
    const response = await fetch(`/api/credentials/status/${number}`, {credentials: 'same-origin', signal: AbortSignal.timeout(PATIENCE_MS)});
    const list = response.ok ? await readStatusList(await response.text(), own, checkSignature) : null;
    return list ? [list] : [];
  } catch {
    return [];
  }
}

async function checkJwt(jwt: string): Promise<Checked> {
  const own = await readOwnIssuer();
  if (typeof own === 'string') return {kind: own};
  const [trusted, statusLists] = await Promise.all([readTrusted(own), readOwnList(jwt, own)]);
  return {kind: 'checked', verification: await verifyCredential(jwt, {issuers: [own, ...trusted], statusLists, now: now(), checkSignature})};
}

/** Checks what somebody pasted, or the text of a file. */
export async function checkText(text: string): Promise<Checked> {
  const jwt = findJwt(text);
  return jwt === null ? {kind: 'none'} : checkJwt(jwt);
}

/** Checks a certificate of this site by its number. */
export async function checkNumber(id: string): Promise<Checked> {
  const reply = await callService<PublicCredential>('GET', `/api/credentials/${encodeURIComponent(id)}`);
  if (reply.kind === 'refused') return {kind: 'refused', sentence: reply.problem.detail};
  if (reply.kind !== 'ok') return {kind: reply.kind};
  const {jwt, ended} = reply.value;
  if (jwt !== null) return checkJwt(jwt);
  return ended ? {kind: 'ended', why: ended.why, at: ended.at} : {kind: 'none'};
}

/** The text of a file that somebody chose or dropped; null when it is too large to be a certificate. Reads the file on the device. */
export async function readCertificateFile(file: File): Promise<string | null> {
  return file.size > LONGEST_PASTE ? null : file.text();
}

/** Opens an address of another site in a new tab, telling it nothing of where the reader came from. */
export function openElsewhere(address: string): void {
  window.open(address, '_blank', 'noopener,noreferrer');
}
