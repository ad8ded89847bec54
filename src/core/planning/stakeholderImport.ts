import {readCsv} from '../csv.ts';
import {columnOf, HEADINGS, plainWords, QUARTER_HEADING, readAudiences, readCharacteristics, readDay, readMark, readText} from './stakeholderColumns.ts';
import type {Cell, Column} from './stakeholderColumns.ts';
import {addEntries, applyUndo, LONGEST, nameOf, newStakeholder} from './stakeholders.ts';
import type {Stakeholder, StakeholderList, Undo} from './stakeholders.ts';

/** Largest file that is read, in characters. A thousand contacts with long notes come to less. */
export const LONGEST_FILE = 8_000_000;

/** What a file says of somebody: only what it has a filled cell for. */
export type Draft = Partial<Omit<Stakeholder, 'id'>> & {name: string};

/** What a file holds, before anything is done with it. */
export interface Preview {
  title: string;
  /** `row`: as a spreadsheet counts, the headings being row 1. */
  ready: {row: number; draft: Draft}[];
  /** Rows that are left out, each with everything that is wrong with it. */
  problems: {row: number; name: string; sentences: string[]}[];
  /** Headings of columns that are not used. */
  unused: string[];
}
export type ImportRead = {ok: true; preview: Preview} | {ok: false; sentence: string};

const refuse = (sentence: string): ImportRead => ({ok: false, sentence});

/** Who two entries are about is told by name and segment, whatever the capitals and blanks. */
export function sameKey({name, segment = ''}: {name: string; segment?: string | undefined}): string {
  return JSON.stringify([name, segment].map((words) => words.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim()));
}

function readCell(column: Column, text: string, today: string): Cell<unknown> {
  switch (column) {
    case 'influence': case 'interest': return readMark(column, text);
    case 'checked': return readDay(text, today);
    case 'audiences': return readAudiences(text);
    case 'characteristics': return readCharacteristics(text);
    default: return readText(column, text);
  }
}

interface ReadRow {
  draft: Partial<Omit<Stakeholder, 'id'>>;
  sentences: string[];
}

function readRow(cells: readonly string[], columns: readonly (Column | null)[], today: string): ReadRow {
  const texts = new Map<Column, string>();
  columns.forEach((column, at) => {
    const text = (cells[at] ?? '').trim();
    if (column === null || text === '') return;
    // A list may have columns for e-mail and for phone; both are ways to make contact.
    const before = texts.get(column);
    texts.set(column, before === undefined ? text : `${before}; ${text}`);
  });
  const draft: Record<string, unknown> = {};
  const sentences: string[] = [];
  for (const [column, text] of texts) {
    const cell = readCell(column, text, today);
    if ('problem' in cell) sentences.push(cell.problem);
    else draft[column] = cell.value;
  }
  if (cells.slice(columns.length).some((cell) => cell.trim() !== '')) sentences.push('The row has more cells than there are headings. Put text that holds a comma between quotation marks.');
  return {draft, sentences};
}

/** Reads a CSV file into a preview. `today` as 2026-11-22. Trusts nothing in the file; changes nothing. Never throws. */
export function readImport(text: string, today: string): ImportRead {
  if (text.length > LONGEST_FILE) return refuse('This file is too big to be a list of stakeholders. Split it, or choose another.');
  if (text.startsWith('PK') || text.includes('\u0000')) return refuse('This is not a CSV file. Open it in your spreadsheet, choose “Save as”, then “CSV UTF-8”, and choose the new file here.');
  const csv = readCsv(text);
  if (!csv.ok) return refuse(csv.sentence);
  const [headings = [], ...rows] = csv.rows;
  const known = headings.map(columnOf);
  if (!known.includes('name')) return refuse('No column is called “Name”. Write the headings in the first row, with “Name” over the names of people and groups, and choose the file again.');
  const columns = known.map((column, at) => (column === 'contact' || known.indexOf(column) === at ? column : null));
  const preview: Preview = {
    title: '', ready: [], problems: [],
    unused: headings.filter((heading, at) => columns[at] === null && heading.trim() !== '' && plainWords(heading) !== plainWords(QUARTER_HEADING)).map((heading) => heading.trim().slice(0, 60)),
  };
  const seen = new Map<string, number>();
  rows.forEach((cells, index) => {
    if (cells.every((cell) => cell.trim() === '')) return;
    const row = index + 2;
    const {draft, sentences} = readRow(cells, columns, today);
    const {name = ''} = draft;
    if (name === '' && sentences.length === 0) sentences.push('The name is missing. Write who this is.');
    const key = sameKey({name, segment: draft.segment});
    const first = seen.get(key);
    if (name !== '' && first !== undefined) sentences.push(`It has the name and segment of row ${first}. Put the two rows together, or give one a segment.`);
    if (sentences.length > 0) preview.problems.push({row, name, sentences});
    else {
      seen.set(key, row);
      preview.ready.push({row, draft: {...draft, name}});
    }
  });
  if (preview.ready.length === 0 && preview.problems.length === 0) return refuse(`The file has headings and nothing below them. Add a row for each person or group. We look for: ${Object.values(HEADINGS).join(', ')}.`);
  return {ok: true, preview};
}

/** The entry that a draft is about, if the list has one. */
export function findSame(list: StakeholderList, draft: Draft): Stakeholder | undefined {
  return list.entries.find((entry) => sameKey(entry) === sameKey(draft));
}

/** What to do where the list has an entry of that name and segment. `update`: what the file says replaces what is there, cell by cell. */
export type OnSame = 'keep' | 'update';

export interface Imported {
  list: StakeholderList;
  undo: Undo;
  added: number;
  updated: number;
  /** Those that were there already and were not touched. */
  kept: number;
  /** Those for which the list has no room. */
  over: number;
}

/** Puts what a preview found ready into the list. `newId` gives an id no entry has. A title comes along where the list has none. */
export function importInto(list: StakeholderList, {title, ready}: Pick<Preview, 'title' | 'ready'>, onSame: OnSame, newId: () => string): Imported {
  const known = new Map(list.entries.map((entry, at) => [sameKey(entry), {entry, at}]));
  const same = ready.flatMap(({draft}) => {
    const there = known.get(sameKey(draft));
    return there ? [{there, draft}] : [];
  });
  const fresh = ready.filter(({draft}) => !known.has(sameKey(draft))).map(({draft}) => newStakeholder(newId(), draft));
  const changed = onSame === 'update' ? same.map(({there, draft}) => ({at: there.at, entry: {...there.entry, ...draft, name: there.entry.name, segment: there.entry.segment}})) : [];
  const updated = applyUndo(list, {title: null, remove: [], restore: changed});
  const added = addEntries(updated.list, fresh, list.title === '' && title !== '' ? title : null);
  return {
    list: added.list,
    undo: {title: added.undo.title, remove: added.undo.remove, restore: updated.undo.restore},
    added: added.undo.remove.length, updated: changed.length, kept: same.length - changed.length, over: fresh.length - added.undo.remove.length,
  };
}

/** What an import did, in words. */
export function importInWords({added, updated, kept, over}: Pick<Imported, 'added' | 'updated' | 'kept' | 'over'>): string {
  const parts = [`${added} added`, ...(updated > 0 ? [`${updated} brought up to date`] : []), ...(kept > 0 ? [`${kept} left as ${kept === 1 ? 'it was' : 'they were'}`] : [])];
  return `${parts.join(', ')}.${over > 0 ? ` The list holds ${LONGEST.entries} entries at most, so ${over} more found no room.` : ''}`;
}

/** A row of the preview in words. */
export function draftName(draft: Draft): string {
  return nameOf({name: draft.name, segment: draft.segment ?? ''});
}
