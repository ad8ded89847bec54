const LOCAL_HEADER = 0x04034b50;
const CENTRAL_HEADER = 0x02014b50;
const END = 0x06054b50;

/**
 * Takes a zip file and a day as `2026-11-22`. Gives it with that day at midnight on every file in it, so that the same contents make the
 * same bytes. Layout by PKWARE APPNOTE 6.3.10, sections 4.3.7 to 4.3.16. Throws for bytes that are no zip file.
 */
export function setZipDates(zip: Uint8Array, day: string): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(zip);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const [year = 1980, month = 1, date = 1] = day.split('-').map(Number);
  const dosDate = ((year - 1980) << 9) | (month << 5) | date;
  const stamp = (at: number) => {
    view.setUint16(at, 0, true);
    view.setUint16(at + 2, dosDate, true);
  };
  const end = bytes.length - 22;
  if (end < 0 || view.getUint32(end, true) !== END) throw new Error('This is not a zip file without a comment, which the docx package writes.');
  let at = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0; left -= 1) {
    const local = view.getUint32(at + 42, true);
    if (view.getUint32(at, true) !== CENTRAL_HEADER || view.getUint32(local, true) !== LOCAL_HEADER) throw new Error('The list of files of this zip file does not fit its contents.');
    stamp(at + 12);
    stamp(local + 10);
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return bytes;
}
