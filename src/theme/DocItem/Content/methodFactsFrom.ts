import type {MethodFacts} from '#core/methods/method.ts';

/** Lists that an author may leave out; the schema fills them in, and front matter on a page has not been through the schema. */
const LISTS = ['aka', 'skills', 'pairsWith', 'avoidWhen', 'tips', 'sources', 'keywords'] as const;

/**
 * Takes the front matter of a page as Docusaurus hands it over. Gives a method's facts, or undefined for a page that is no method. The
 * build has checked every method file against the schema, so only what the schema would have filled in or tidied is done here: shipping
 * the schema would add 60 KB to each page.
 */
export function methodFactsFrom(frontMatter: Record<string, unknown>): MethodFacts | undefined {
  if (typeof frontMatter.costBand !== 'number') return undefined;
  return {
    ...Object.fromEntries(LISTS.map((list) => [list, []])),
    ...frontMatter,
    reviewed: asDay(frontMatter.reviewed),
    reviewBy: asDay(frontMatter.reviewBy),
  } as unknown as MethodFacts;
}

/** YAML turns 2026-11-22 into a moment, which arrives as 2026-11-22T00:00:00.000Z. */
function asDay(value: unknown): string {
  return (value instanceof Date ? value.toISOString() : String(value)).slice(0, 10);
}
