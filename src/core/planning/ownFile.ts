import type * as z from 'zod';

/** The words of a name as they stand in the name of a file: small letters, figures and hyphens, at most 60. Empty when none is left. */
export function wordsForFile(name: string): string {
  return name.toLowerCase().normalize('NFKD').replace(/\p{M}/gu, '').replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '').slice(0, 60).replace(/-$/, '');
}

interface FileForm<T> {
  /** Stands in the file as `kind`, so that no other file is taken for one of these. */
  kind: string;
  /** What the file holds, with its article, as it reads in a sentence. */
  what: string;
  /** Largest file that is read, in characters. */
  longest: number;
  schema: z.ZodType<T>;
}

/** Something a tool keeps, as a text that `readOwnFile` reads. */
export function writeOwnFile({kind}: Pick<FileForm<unknown>, 'kind'>, value: object): string {
  return `${JSON.stringify({kind, ...value}, null, 2)}\n`;
}

/** Reads a file that `writeOwnFile` wrote. Trusts nothing in it. Gives what it holds, or a sentence that says what to do. Never throws. */
export function readOwnFile<T>({kind, what, longest, schema}: FileForm<T>, text: string): {ok: true; value: T} | {ok: false; sentence: string} {
  const refuse = (sentence: string): {ok: false; sentence: string} => ({ok: false, sentence});
  if (text.length > longest) return refuse(`This file is too big to be ${what}. Choose the file that “Download as JSON” saved.`);
  let read: unknown;
  try {
    read = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return refuse('This file cannot be read as JSON. It may be another file, or only part of one. Choose the file that “Download as JSON” saved.');
  }
  if (typeof read !== 'object' || read === null || !('kind' in read) || read.kind !== kind) {
    return refuse(`This file is not ${what}. Choose the file that “Download as JSON” saved on this page.`);
  }
  const {kind: _, ...rest} = read;
  if ('version' in rest && typeof rest.version === 'number' && rest.version > 1) {
    return refuse('This file comes from a newer version of the site. Reload this page and try again. If that does not help, open the file where it was saved.');
  }
  const checked = schema.safeParse(rest);
  return checked.success ? {ok: true, value: checked.data} : refuse(damageIn(checked.error.issues));
}

function damageIn(issues: readonly z.core.$ZodIssue[]): string {
  const places = [...new Set(issues.map((issue) => (issue.code === 'unrecognized_keys' ? [...issue.path, ...issue.keys] : issue.path).map(String).join('.') || 'the whole file'))];
  const named = places.slice(0, 3).map((place) => `“${place}”`).join(', ');
  const more = places.length > 3 ? ` and ${places.length - 3} more` : '';
  return `Part of this file is damaged or was changed by hand: ${named}${more}. Nothing was loaded. Download the file again where it came from, or put those places right.`;
}
