import * as z from 'zod';
import {wordsIn} from '../guides/guide.ts';
import {problemAt} from '../problem.ts';
import type {Problem, SourceText} from '../problem.ts';

const MOST_WORDS = 35;
const Id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'Use small letters, digits and hyphens, as in margin-of-error.');

/** A term as written in `docs/toolkit/glossary.yml`. */
export const GlossaryEntry = z.strictObject({
  /** Where links point: `/toolkit/glossary/#id`. Never changes meaning. */
  id: Id,
  /**
   * As it stands inside a sentence: small letters, capitals only in a name. Something in brackets at the end tells the term from an
   * everyday word; then pages are searched for the forms in `also` alone.
   */
  term: z.string().min(1),
  /** Other forms that stand for it in a text, plurals too. */
  also: z.array(z.string().min(1)).default([]),
  /** Found only in these very letters. */
  abbreviation: z.string().min(2).optional(),
  /** One or two sentences, at most 35 words, that need no other page. */
  definition: z.string().min(1)
    .refine((text) => wordsIn(text) <= MOST_WORDS, {message: `This is longer than ${MOST_WORDS} words. Say the first thing a reader needs, and put the rest on a page.`})
    .refine((text) => /[.?]$/.test(text), {message: 'A definition is a sentence. End it with a full stop.'}),
  /** Ids of terms to read next. */
  see: z.array(z.string()).default([]),
  /** The page that says more. */
  more: z.string().regex(/^\/([a-z0-9-]+\/)*(#[a-z0-9-]+)?$/, 'Write an address of this site that ends with a slash, as in /writing/sample-size/.').optional(),
  /** The key of the source that the definition rests on. */
  source: z.string().optional(),
  /** True for a word that most pages use: it is explained here and not marked there. */
  everyday: z.boolean().default(false),
});
export type GlossaryTerm = z.infer<typeof GlossaryEntry>;

export const GlossaryFile = z.array(GlossaryEntry).min(1);

/** The term without the words in brackets that tell it apart. */
export function bareTerm(term: string): string {
  return term.replace(/\s*\([^()]*\)$/, '');
}

/** Every way in which a text may write the term, its abbreviation aside. */
export function formsOf({term, also}: Pick<GlossaryTerm, 'term' | 'also'>): string[] {
  return bareTerm(term) === term ? [term, ...also] : also;
}

/** Takes the terms with the text they came from, and the keys of all sources. Gives what is wrong between terms. */
export function checkGlossary(terms: readonly GlossaryTerm[], text: SourceText, sourceKeys: ReadonlySet<string>): Problem[] {
  const ids = terms.map(({id}) => id);
  const names = new Map<string, string>();
  return terms.flatMap((entry, index) => {
    const problem = (path: PropertyKey[], message: string): Problem => problemAt(text, [index, ...path], message);
    const taken = (name: string, path: PropertyKey[]): Problem[] => {
      const folded = name.toLowerCase();
      const other = names.get(folded);
      names.set(folded, other ?? entry.id);
      if (other === undefined) return [];
      return [problem(path, other === entry.id ? `\`${name}\` is here twice. Take one out.` : `\`${name}\` stands for \`${other}\` already. Leave it to one of the two.`)];
    };
    return [
      ...(ids.indexOf(entry.id) === index ? [] : [problem(['id'], `\`${entry.id}\` is there twice. Give each term an id of its own.`)]),
      ...taken(entry.term, ['term']),
      ...entry.also.flatMap((form, at) => taken(form, ['also', at])),
      ...(entry.abbreviation === undefined ? [] : taken(entry.abbreviation, ['abbreviation'])),
      ...entry.see.flatMap((id, at) => {
        if (id === entry.id) return [problem(['see', at], 'A term cannot point at itself. Take it out.')];
        return ids.includes(id) ? [] : [problem(['see', at], `\`${id}\` is not a term. Use the id of another entry.`)];
      }),
      ...(entry.source === undefined || sourceKeys.has(entry.source) ? [] : [problem(['source'], `\`${entry.source}\` is not a source. Use a key of docs/toolkit/sources/.`)]),
      ...(formsOf(entry).length > 0 ? [] : [problem(['also'], 'No text can be found by a term in brackets. Give at least one form.')]),
    ];
  });
}
