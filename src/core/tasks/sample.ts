const OFFSET = 0x811c9dc5;
const PRIME = 0x01000193;
const RANGE = 2 ** 32;

/** FNV-1a, 32 bits (Fowler, Noll and Vo), over the code units of a text in ASCII. Gives a whole number from 0 up to 2^32 - 1. */
function fnv1a(text: string): number {
  let hash = OFFSET;
  for (let index = 0; index < text.length; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), PRIME);
  return hash >>> 0;
}

/** Spreads every bit over all others (the last step of MurmurHash3), since FNV-1a alone leaves the upper bits of like texts alike. */
function spread(hash: number): number {
  let mixed = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}

/**
 * Whether a hand-in is drawn for a second assessor. Takes its id and the percentage to draw (0 to 100). The same id and percentage always
 * give the same answer, so that an auditor can draw the sample again; over many ids the share drawn comes to the percentage. A hand-in drawn
 * at one percentage is drawn at every higher one.
 */
export function isDrawn(submissionId: string, percent: number): boolean {
  return spread(fnv1a(submissionId)) / RANGE < percent / 100;
}
