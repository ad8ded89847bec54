import * as z from 'zod';
import {FORMAT_IDS, TEXT_FIELDS} from './openingParagraphFields.ts';
import type {FormatId, TextField} from './openingParagraphFields.ts';

/** Most characters of a field, so that a file or a slip of the hand cannot fill the device. */
export const LONGEST_TEXT = 2_000;

/** How long the two texts are. Both have their wording in the templates. */
export const LENGTHS = {document: 'For the front of a document', leaflet: 'For a form, a leaflet or a letter'} as const;
export type Length = keyof typeof LENGTHS;

/** What somebody has typed for one consultation. */
export const OpeningParagraph = z.strictObject({
  /** Of this form. Raised when what it holds changes. */
  version: z.literal(1),
  /** The day on which it was begun, as 2026-11-22. */
  started: z.iso.date(),
  length: z.enum(Object.keys(LENGTHS) as [Length, ...Length[]]),
  /** Somebody has ticked that nothing was decided beforehand. */
  nothingDecided: z.boolean(),
  formats: z.array(z.enum(FORMAT_IDS)).max(FORMAT_IDS.length),
  texts: z.partialRecord(z.enum(TEXT_FIELDS), z.string().max(LONGEST_TEXT)),
});
export type OpeningParagraph = z.infer<typeof OpeningParagraph>;

/** A new draft with nothing but its name. */
export function startDraft(name: string, started: string): OpeningParagraph {
  return {version: 1, started, length: 'document', nothingDecided: false, formats: [], texts: {name: name.trim().slice(0, LONGEST_TEXT)}};
}

/** What is typed into a field; empty when nothing is. */
export function textIn({texts}: OpeningParagraph, field: TextField): string {
  return texts[field] ?? '';
}

/** The name to show. It may be empty while somebody types. */
export function nameOf(draft: OpeningParagraph): string {
  return textIn(draft, 'name').trim() || 'Consultation without a name';
}

/** The same consultation with nothing filled in but its name. */
export function emptied(draft: OpeningParagraph): OpeningParagraph {
  return {...startDraft('', draft.started), texts: {name: textIn(draft, 'name')}};
}

/** Whether there is anything to lose. */
export function isEmpty(draft: OpeningParagraph): boolean {
  return !draft.nothingDecided && draft.formats.length === 0 && TEXT_FIELDS.every((field) => field === 'name' || textIn(draft, field).trim() === '');
}

/** One change by the person at the screen. For text: the field, what they saw in it and what they made of it. */
export type Edit =
  | {kind: 'text'; field: TextField; from: string; to: string}
  | {kind: 'format'; format: FormatId; to: boolean}
  | {kind: 'nothing-decided'; to: boolean}
  | {kind: 'length'; to: Length};

function withEdit(draft: OpeningParagraph, edit: Edit): OpeningParagraph {
  switch (edit.kind) {
    case 'text': return {...draft, texts: {...draft.texts, [edit.field]: edit.to}};
    case 'format': return {...draft, formats: FORMAT_IDS.filter((id) => (id === edit.format ? edit.to : draft.formats.includes(id)))};
    case 'nothing-decided': return {...draft, nothingDecided: edit.to};
    case 'length': return {...draft, length: edit.to};
  }
}

/**
 * Makes a change to the draft as it is stored by now, which another tab may have changed meanwhile. Touches one field only.
 * `overwritten`: what somebody else wrote there and the person making the change never saw; null when there is no such thing.
 */
export function applyEdit(stored: OpeningParagraph, edit: Edit): {draft: OpeningParagraph; overwritten: string | null} {
  const found = edit.kind === 'text' ? textIn(stored, edit.field) : '';
  const unseen = edit.kind === 'text' && found !== edit.from && found !== edit.to && found !== '';
  return {draft: withEdit(stored, edit), overwritten: unseen ? found : null};
}

/** How the keys begin under which a device keeps drafts. */
export const KEPT_UNDER = 'opening-paragraph/';

/** The key of a draft on the device. */
export function keyOf(id: string): string {
  return KEPT_UNDER + id;
}

/** The address of the page, or of one draft on it. */
export function draftHref(id?: string): string {
  return `/tools/opening-paragraph/${id === undefined ? '' : `?draft=${encodeURIComponent(id)}`}`;
}

/** Reads what a device kept, or null when it is no draft that this version of the site understands. */
export function parseKept(stored: unknown): OpeningParagraph | null {
  const checked = OpeningParagraph.safeParse(stored);
  return checked.success ? checked.data : null;
}

/** A draft as a device keeps it. */
export interface KeptDraft {
  id: string;
  /** Id of the person who was signed in when it was begun; null when nobody was. */
  owner: string | null;
  /** A moment in ISO 8601. */
  changedAt: string;
  value: OpeningParagraph;
}

/** Takes rows that a device keeps; gives the drafts among them, in the same order. */
export function draftsIn(rows: readonly {key: string; owner: string | null; changedAt: string; value: unknown}[]): KeptDraft[] {
  return rows.flatMap(({key, owner, changedAt, value}) => {
    const read = key.startsWith(KEPT_UNDER) ? parseKept(value) : null;
    return read ? [{id: key.slice(KEPT_UNDER.length), owner, changedAt, value: read}] : [];
  });
}
