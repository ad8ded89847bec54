import {readCsv} from '../csv.ts';
import {plainWords} from '../planning/stakeholderColumns.ts';
import {StaffMember} from './api.ts';
import {nearestOf} from './nearest.ts';
import {STAFF_HEADINGS, staffColumnOf} from './staffColumns.ts';
import type {StaffColumn} from './staffColumns.ts';

/** What staff lists are checked against. */
export interface StaffRules {
  directorates: readonly {id: string; name: string}[];
  /** Domains that addresses may have; empty: any. */
  emailDomains: readonly string[];
}

/** Something to put right. `row`: as a spreadsheet counts, the headings being row 1. */
export interface StaffProblem {
  row: number;
  column: string;
  sentence: string;
}

export type StaffRead =
  /** `rows` hold those without a fault; `unused` the headings of columns that are not used. */
  | {ok: true; rows: {row: number; member: StaffMember}[]; problems: StaffProblem[]; faultyRows: number; unused: string[]}
  | {ok: false; sentence: string};

const EMAIL = StaffMember.shape.email;
const LINE = StaffMember.shape.name.unwrap();

/**
 * Reads a staff list from CSV text: columns by their headings in any order. Gives what is ready and everything that is wrong, by row and
 * column, with what to write instead. Trusts nothing in the file and never throws.
 */
export function readStaffList(text: string, rules: StaffRules): StaffRead {
  if (text.startsWith('PK') || text.includes('\u0000')) return refuse('This is a workbook or another kind of file, not CSV. In your spreadsheet choose “Save as”, then “CSV UTF-8”, and choose the new file here.');
  const csv = readCsv(text);
  if (!csv.ok) return refuse(csv.sentence);
  const [headings = [], ...lines] = csv.rows;
  const known = headings.map(staffColumnOf);
  const columns = known.map((column, at) => (known.indexOf(column) === at ? column : null));
  for (const needed of ['email', 'directorate'] as const) {
    if (!columns.includes(needed)) return refuse(`No column is called “${STAFF_HEADINGS[needed]}”. Write the headings in the first row, with at least “${STAFF_HEADINGS.email}” and “${STAFF_HEADINGS.directorate}” among them.`);
  }
  const find = directorateFinder(rules.directorates);
  const seen = new Map<string, number>();
  const rows: {row: number; member: StaffMember}[] = [];
  const problems: StaffProblem[] = [];
  let faultyRows = 0;
  lines.forEach((cells, index) => {
    if (cells.every((cell) => cell.trim() === '')) return;
    const row = index + 2;
    const cellOf = (column: StaffColumn): string => untick(cells[columns.indexOf(column)] ?? '');
    const found: StaffProblem[] = [];
    const fault = (column: StaffColumn, sentence: string): void => void found.push({row, column: STAFF_HEADINGS[column], sentence});
    const member = {
      email: readEmail(cellOf('email'), rules.emailDomains, (sentence) => fault('email', sentence)),
      name: readLine(cellOf('name'), (sentence) => fault('name', sentence)),
      directorate: find(cellOf('directorate'), (sentence) => fault('directorate', sentence)),
      team: readLine(cellOf('team'), (sentence) => fault('team', sentence)),
      jobRole: readLine(cellOf('jobRole'), (sentence) => fault('jobRole', sentence)),
    };
    const first = member.email === '' ? undefined : seen.get(member.email);
    if (first !== undefined) fault('email', `${member.email} stands in row ${first} too. Keep one of the two rows.`);
    else if (member.email !== '') seen.set(member.email, row);
    if (cells.slice(headings.length).some((cell) => cell.trim() !== '')) found.push({row, column: 'Whole row', sentence: 'There are more cells than headings. Put a text that holds a comma between quotation marks.'});
    if (found.length === 0) rows.push({row, member});
    else faultyRows += 1;
    problems.push(...found);
  });
  if (rows.length === 0 && problems.length === 0) return refuse('The file has headings and nobody below them. Add a row for each member of staff, and choose it again.');
  return {ok: true, rows, problems, faultyRows, unused: headings.filter((heading, at) => columns[at] === null && heading.trim() !== '').map((heading) => heading.trim().slice(0, 60))};
}

const refuse = (sentence: string): StaffRead => ({ok: false, sentence});

/** Files of ours put an apostrophe before what a spreadsheet would run; it is taken off again. */
function untick(cell: string): string {
  return cell.replace(/^'(?=\s*[=+\-@|\t\r\n＝＋－＠])/, '').trim();
}

function readEmail(text: string, domains: readonly string[], fault: (sentence: string) => void): string {
  if (text === '') fault('The address is missing. Write the work e-mail address, or take the row out.');
  const read = EMAIL.safeParse(text);
  if (!read.success) {
    if (text !== '') fault(`“${clip(text)}” is not an e-mail address. Write it in full, for instance name@${domains[0] ?? 'example.org'}.`);
    return '';
  }
  const domain = read.data.slice(read.data.lastIndexOf('@') + 1);
  if (domains.length > 0 && !domains.some((each) => each.toLowerCase() === domain)) fault(`“${clip(text)}” is not a work address. It has to end in ${domains.map((each) => `@${each}`).join(' or ')}.`);
  return read.data;
}

function readLine(text: string, fault: (sentence: string) => void): string | null {
  if (text === '') return null;
  const read = LINE.safeParse(text.replace(/\s+/gu, ' '));
  if (read.success) return read.data;
  fault(text.length > 120 ? `The text has ${text.length} characters. Shorten it to 120.` : 'The text holds signs that cannot be shown. Type it again.');
  return null;
}

/** Finds directorates by id or name, whatever the capitals and signs. */
function directorateFinder(directorates: StaffRules['directorates']): (text: string, fault: (sentence: string) => void) => string {
  const byWords = new Map(directorates.flatMap(({id, name}): [string, string][] => [[plainWords(id), id], [plainWords(name), id]]));
  const names = directorates.map(({name}) => name);
  return (text, fault) => {
    const id = byWords.get(plainWords(text));
    if (id !== undefined) return id;
    const near = nearestOf(text, names);
    const choose = near === undefined ? `Write one of: ${names.join('; ')}.` : `Did you mean “${near}”?`;
    fault(text === '' ? `The directorate is missing. Write one of: ${names.join('; ')}.` : `“${clip(text)}” is not a directorate here. ${choose}`);
    return '';
  };
}

function clip(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
