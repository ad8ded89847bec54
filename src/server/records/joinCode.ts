/** No 0, 1, I, L, O or U: they look like others, or make words. 30 signs, 8 of them: 6.5 x 10^11 codes. */
const SIGNS = '23456789ABCDEFGHJKMNPQRSTVWXYZ';
const LENGTH = 8;

/** A new code to join a course run by, for reading aloud and typing. */
export function makeJoinCode(randomBytes: (count: number) => Uint8Array): string {
  let code = '';
  while (code.length < LENGTH) {
    for (const byte of randomBytes(LENGTH)) {
      // 240 is the largest multiple of 30 in a byte; above it some signs would be likelier.
      if (byte < 240 && code.length < LENGTH) code += SIGNS[byte % SIGNS.length] ?? '';
    }
  }
  return code;
}

/** What a person typed as the code itself, or null when it cannot be one. Small letters, spaces and hyphens are forgiven. */
export function readJoinCode(typed: string): string | null {
  const code = typed.toUpperCase().replace(/[\s-]/g, '');
  return code.length === LENGTH && [...code].every((sign) => SIGNS.includes(sign)) ? code : null;
}
