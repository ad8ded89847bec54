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
