/**
 * Signs of a live code. Without 0, 1, I, L, O and U; without B, S, Z, G, Q and Y, which a projector makes look like 8, 5, 2, 6, O and
 * V; and without A and E, so that no code is a word. 22 signs, 4 of them: 234,256 codes for the few that are in use at one time.
 */
export const LIVE_SIGNS = '23456789CDFHJKMNPRTVWX';
export const LIVE_CODE_LENGTH = 4;

/** What people read for a sign that is in no code, and the sign that they saw. */
const SEEN_AS: Readonly<Record<string, string>> = {Z: '2', S: '5', G: '6', B: '8', Y: 'V'};

/** A new code for a live question, for reading off a wall. Takes a source of random bytes. */
export function makeLiveCode(randomBytes: (count: number) => Uint8Array): string {
  let code = '';
  while (code.length < LIVE_CODE_LENGTH) {
    for (const byte of randomBytes(LIVE_CODE_LENGTH)) {
      // 242 is the largest multiple of 22 in a byte; above it some signs would be likelier.
      if (byte < 242 && code.length < LIVE_CODE_LENGTH) code += LIVE_SIGNS[byte % LIVE_SIGNS.length] ?? '';
    }
  }
  return code;
}

/** What a person typed as the code itself, or null when it cannot be one. Small letters, spaces, dashes and look-alikes are forgiven. */
export function readLiveCode(typed: string): string | null {
  const signs = [...typed.toUpperCase().replace(/[\s\p{Pd}]/gu, '')].map((sign) => SEEN_AS[sign] ?? sign);
  return signs.length === LIVE_CODE_LENGTH && signs.every((sign) => LIVE_SIGNS.includes(sign)) ? signs.join('') : null;
}
