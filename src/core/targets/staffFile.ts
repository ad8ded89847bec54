/** Largest staff list that is read, in bytes: 50,000 people come to about 6 million. */
export const LONGEST_STAFF_FILE = 20_000_000;

/** A file as text, and how it was written. */
export interface DecodedFile {
  text: string;
  encoding: 'utf-8' | 'utf-16' | 'windows-1252';
}

/** What Windows-1252 has at 0x80 to 0x9F; a blank where it has nothing. Some releases of Node leave these letters undecoded. */
const WINDOWS_LETTERS = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ';

function decodeWindows(bytes: Uint8Array): string {
  return new TextDecoder('windows-1252').decode(bytes).replace(/[\u0080-\u009F]/g, (letter) => WINDOWS_LETTERS[letter.charCodeAt(0) - 0x80] ?? letter);
}

/**
 * Reads the bytes of a CSV file as spreadsheets write it: UTF-8, UTF-16 with its mark, else Windows-1252, which spreadsheets in the UK
 * use when nobody asks for UTF-8. Never throws.
 */
export function decodeSpreadsheet(bytes: Uint8Array): DecodedFile {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return {text: new TextDecoder('utf-16le').decode(bytes), encoding: 'utf-16'};
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return {text: new TextDecoder('utf-16be').decode(bytes), encoding: 'utf-16'};
  try {
    return {text: new TextDecoder('utf-8', {fatal: true}).decode(bytes), encoding: 'utf-8'};
  } catch {
    return {text: decodeWindows(bytes), encoding: 'windows-1252'};
  }
}
