/**
 * Signs that make a spreadsheet read a cell as a formula, in their narrow and wide forms, also behind spaces (OWASP, CSV injection).
 */
const STARTS_FORMULA = /^\s*[=+\-@|\t\r\n＝＋－＠]/;

function toCell(value: string | number | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  // The apostrophe makes the cell text; quotes alone do not.
  const text = STARTS_FORMULA.test(value) ? `'${value}` : value;
  return `"${text.replaceAll('"', '""')}"`;
}

/** A table as CSV (RFC 4180) that opens in a spreadsheet as it is: UTF-8 with its mark, and no cell that could run as a formula. */
export function writeCsv(head: readonly string[], rows: readonly (readonly (string | number | null)[])[]): string {
  return `\uFEFF${[head, ...rows].map((row) => row.map(toCell).join(',')).join('\r\n')}\r\n`;
}

/** The records of a CSV text, or a sentence that says what to do. */
export type CsvRead = {ok: true; rows: string[][]} | {ok: false; sentence: string};

const SEPARATORS = [',', ';', '\t'] as const;

/** The separator that the first record uses most, outside quotes. Spreadsheets set to other countries write semicolons. */
function separatorOf(text: string): string {
  const counts = new Map<string, number>();
  let isQuoted = false;
  for (const letter of text) {
    if (letter === '"') isQuoted = !isQuoted;
    else if (!isQuoted && (letter === '\r' || letter === '\n')) break;
    else if (!isQuoted) counts.set(letter, (counts.get(letter) ?? 0) + 1);
  }
  return SEPARATORS.reduce((best, each) => ((counts.get(each) ?? 0) > (counts.get(best) ?? 0) ? each : best));
}

/**
 * Reads CSV by the grammar of RFC 4180. Also takes what spreadsheets make of it: a byte order mark, semicolons or tabs, bare line ends,
 * a quote inside a cell that has none around it. Rows are counted from 1 in sentences, as a spreadsheet does. Never throws.
 */
export function readCsv(text: string): CsvRead {
  const source = text.replace(/^\uFEFF/, '');
  const separator = separatorOf(source);
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at < source.length) {
    let cell = '';
    if (source[at] === '"') {
      for (at += 1; ;) {
        const end = source.indexOf('"', at);
        if (end === -1) return {ok: false, sentence: `A quotation mark opens in row ${rows.length + 1} and never closes. Close it, or take it out, and choose the file again.`};
        cell += source.slice(at, end);
        at = end + 1;
        if (source[at] !== '"') break;
        cell += '"';
        at += 1;
      }
      if (at < source.length && source[at] !== separator && source[at] !== '\r' && source[at] !== '\n') {
        return {ok: false, sentence: `In row ${rows.length + 1}, text follows a closing quotation mark. Write two quotation marks for one inside a cell, and choose the file again.`};
      }
    } else {
      const from = at;
      while (at < source.length && source[at] !== separator && source[at] !== '\r' && source[at] !== '\n') at += 1;
      cell = source.slice(from, at);
    }
    row.push(cell);
    if (source[at] === separator) {
      at += 1;
      if (at === source.length) row.push('');
      // After a separator another cell always follows, an empty one too.
      if (at < source.length) continue;
    }
    if (source[at] === '\r') at += 1;
    if (source[at] === '\n') at += 1;
    rows.push(row);
    row = [];
  }
  return {ok: true, rows};
}
