import {encode} from 'uqr';

/** Modules of white round the code, which readers need (ISO/IEC 18004). */
const QUIET_ZONE = 4;

/** A QR code as a drawing: the length of its side in modules, and the path of its dark modules for an SVG picture of that size. */
export function drawQrCode(text: string): {size: number; path: string} {
  const {data, size} = encode(text, {ecc: 'M', border: QUIET_ZONE});
  const runs = data.flatMap((row, y) => {
    const found: string[] = [];
    for (let x = 0; x < row.length; x += 1) {
      if (!row[x]) continue;
      const start = x;
      while (row[x + 1]) x += 1;
      found.push(`M${start} ${y}h${x - start + 1}v1h-${x - start + 1}z`);
    }
    return found;
  });
  return {size, path: runs.join('')};
}
