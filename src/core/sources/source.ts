import * as z from 'zod';

/** A text that pages rely on for facts. Pages name it by its key. */
export interface Source {
  key: string;
  title: string;
  url?: string;
  /** The file of `docs/toolkit/sources/` that holds it, without its ending: what the page of sources groups by. */
  group: string;
}

const KEY = /^[A-Z0-9][A-Z0-9-]*$/;
/** What a page writes in place of keys when it rests on experience. */
const JUDGEMENT = 'practice judgement';

/** Is this a key as authors may write it: capitals, digits and hyphens? */
export function isSourceKey(key: string): boolean {
  return KEY.test(key);
}

/** Does an entry only say that there is no source? */
export function isJudgement(words: string): boolean {
  return words.trim().toLowerCase() === JUDGEMENT;
}

/** What a key that is no key is told. */
export function adviseOnKey(key: string): string {
  return `\`${key}\` is not a key. Use capital letters, digits and hyphens, as in GUNNING-1985.`;
}

/** A file of `docs/toolkit/sources/`: key, then what it stands for. */
export const SourceFile = z
  .record(z.string(), z.strictObject({
    /** Who published it and what it is called. */
    title: z.string().min(1),
    url: z.url({protocol: /^https?$/}).optional(),
  }))
  .superRefine((entries, context) => {
    for (const key of Object.keys(entries)) {
      if (!isSourceKey(key)) context.addIssue({code: 'custom', path: [key], message: adviseOnKey(key)});
    }
  });

/** The sources that a method's front matter names with their titles. The rest of it is for others to check. */
export const NamedSources = z.object({sources: z.array(z.object({key: z.string(), title: z.string(), url: z.url().optional()})).optional()});

/**
 * Takes the front matter of a page as YAML gives it. Gives the keys of the sources it cites, each once: a guide's `sources`, a duty's
 * `duty.say[].sources`, a method's `sources[].key`. Practice judgement is no source. Never throws: what is written wrongly is left out.
 */
export function citedKeys(frontMatter: Record<string, unknown>): string[] {
  const duty = asFields(frontMatter.duty);
  const said = asList(duty.say).flatMap((saying) => asList(asFields(saying).sources));
  const keys = [...asList(frontMatter.sources), ...said].map((source) => (typeof source === 'string' ? source : asFields(source).key));
  return [...new Set(keys.filter((key): key is string => typeof key === 'string' && isSourceKey(key)))];
}

function asList(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

function asFields(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? value as Record<string, unknown> : {};
}
