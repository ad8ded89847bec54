import {LONGEST_JWT} from './jwt.ts';
import {isObject, readStrictObject} from './strictJson.ts';

/** Largest text in which a certificate is looked for, in characters: an SVG picture round one may be large. Practice judgement. */
export const LONGEST_PASTE = 1024 * 1024;

const COMPACT = /^[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+$/;
/** Where Open Badges 3.0 puts a certificate into an SVG picture. */
const IN_SVG = /<openbadges:credential\s[^>]{0,1000}?verify=["']([A-Za-z0-9_.-]+)["']/;
/** How an EnvelopedVerifiableCredential holds one (Verifiable Credentials 2.0, W3C 2025). */
const IN_DATA = /^data:application\/(?:vc\+)?jwt[;,]\s*([A-Za-z0-9_.-]+)$/;

/**
 * Finds the signed certificate in what somebody pasted or in the text of a file: by itself, as JSON, or in an SVG picture. Gives null when
 * there is none.
 */
export function findJwt(pasted: string): string | null {
  if (pasted.length > LONGEST_PASTE) return null;
  // Mail programs break long lines.
  const text = pasted.trim();
  const bare = text.length <= 2 * LONGEST_JWT ? text.replace(/\s+/g, '') : text;
  if (COMPACT.test(bare)) return bare;
  if (text.startsWith('"') && text.endsWith('"') && COMPACT.test(bare.slice(1, -1))) return bare.slice(1, -1);
  if (text.startsWith('{')) return inObject(readStrictObject(text));
  return IN_SVG.exec(text)?.[1] ?? null;
}

function inObject(value: Record<string, unknown> | undefined): string | null {
  if (!value) return null;
  for (const member of [value['credential'], value['jwt'], value['verifiableCredential'], value['id']]) {
    if (isObject(member)) return inObject(member);
    if (typeof member !== 'string') continue;
    if (COMPACT.test(member)) return member;
    const inData = IN_DATA.exec(member)?.[1];
    if (inData !== undefined) return inData;
  }
  return null;
}
