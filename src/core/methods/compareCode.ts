import {MOST_COMPARED} from './compare.ts';
import {listInWords} from './words.ts';

/** Names in the address. They stand in links that people have saved. */
export const COMPARE_KEYS = {methods: 'm', only: 'only'} as const;
const DIFFERENCES = 'differences';

/** What an address says of a comparison. */
export interface CompareCode {
  /** Ids in the order of the columns. */
  ids: string[];
  onlyDiffering: boolean;
}

/** An address read back, with a sentence for each part that was left out. */
export interface ReadCompare extends CompareCode {
  dropped: string[];
}

/** Takes what is compared; gives the query string without a question mark. Empty when nothing is. */
export function writeCompareCode({ids, onlyDiffering}: CompareCode): string {
  return [
    ...(ids.length > 0 ? [`${COMPARE_KEYS.methods}=${ids.join(',')}`] : []),
    ...(onlyDiffering ? [`${COMPARE_KEYS.only}=${DIFFERENCES}`] : []),
  ].join('&');
}

/** Takes a query string and the catalogue; gives the comparison in it. Never throws: it leaves out what it does not know, and says so. */
export function readCompareCode(query: string, methods: readonly {id: string; title: string}[]): ReadCompare {
  const params = new URLSearchParams(query);
  const named = [...new Set(params.getAll(COMPARE_KEYS.methods).flatMap((text) => text.split(',')).map((id) => id.trim()).filter(Boolean))];
  const known = named.flatMap((id) => methods.find((method) => method.id === id) ?? []);
  const strangers = named.filter((id) => !known.some((method) => method.id === id));
  const tooMany = known.slice(MOST_COMPARED);
  return {
    ids: known.slice(0, MOST_COMPARED).map(({id}) => id),
    onlyDiffering: params.get(COMPARE_KEYS.only) === DIFFERENCES,
    dropped: [
      ...strangers.map((id) => `There is no method called “${id.length > 40 ? `${id.slice(0, 37)}...` : id}”.`),
      ...(tooMany.length > 0 ? [`Four methods fit side by side. ${listInWords(tooMany.map(({title}) => title))} ${tooMany.length === 1 ? 'is' : 'are'} left out.`] : []),
    ],
  };
}
