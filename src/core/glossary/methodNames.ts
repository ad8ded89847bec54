import type {Method} from '../methods/method.ts';
import type {Name} from './matchTerms.ts';

/** Other ways in which texts write a method. */
export interface WaysToWrite {
  /** Beside the title. */
  also?: readonly string[];
  /** In place of the title, which is too general or is never written in full. An empty list: texts are not searched for the method. */
  instead?: readonly string[];
}

/**
 * Takes methods and a hand-kept list by id. Gives every name to look for: the title without what stands in brackets, in small letters,
 * one and many. Names in the list stand as written there, so that "Planning for Real" keeps its capitals; a small one gets its plural.
 */
export function namesOfMethods(methods: readonly Pick<Method, 'id' | 'title'>[], ways: Readonly<Record<string, WaysToWrite>>): Name[] {
  return methods.flatMap(({id, title}) => {
    const {also = [], instead} = ways[id] ?? {};
    const own = instead ?? [title.replace(/\s*\([^()]*\)/g, '').toLowerCase()];
    const texts = new Set([...own, ...also].flatMap((text) => [text, pluralOf(text)]));
    return [...texts].map((text): Name => ({text, target: {kind: 'method', id}}));
  });
}

/** The last word made plural by rule: juries, surveys, workshops, dishes. */
export function pluralOf(text: string): string {
  if (/[^aeiou]y$/i.test(text)) return `${text.slice(0, -1)}ies`;
  if (/(s|x|z|ch|sh)$/i.test(text)) return `${text}es`;
  return `${text}s`;
}
