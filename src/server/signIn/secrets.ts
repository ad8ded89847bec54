import {createHash, createHmac, timingSafeEqual} from 'node:crypto';

/** Tokens are 256 random bits, so a plain hash is enough: nobody can try them all. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/** 256 random bits as text that a cookie can carry. */
export function makeToken(randomBytes: (count: number) => Uint8Array): string {
  return Buffer.from(randomBytes(32)).toString('base64url');
}

/** Six digits, every one of the million alike likely. */
export function makeCode(randomBytes: (count: number) => Uint8Array): string {
  // 2^32 is not a multiple of a million: numbers of the last, short lap are drawn again.
  const lap = Math.floor(2 ** 32 / 1_000_000) * 1_000_000;
  for (;;) {
    const number = Buffer.from(randomBytes(4)).readUInt32BE(0);
    if (number < lap) return String(number % 1_000_000).padStart(6, '0');
  }
}

/** Six digits can all be tried, so a code is kept under a key that is not in the database. */
export function hmacOfCode(secret: string, codeId: string, code: string): string {
  return createHmac('sha256', secret).update(`${codeId}:${code}`).digest('hex');
}

/** Compares in the same time wherever the first difference is. */
export function isSameText(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}
