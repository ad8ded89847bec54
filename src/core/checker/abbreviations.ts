import type {Block} from './prose.ts';

/** An abbreviation that a page uses before it says what it stands for. */
export interface BareAbbreviation {
  abbreviation: string;
  /** Line of the Markdown text, counted from 1. */
  line: number;
}

/** Known to every reader, part of a citation of law, or the name by which everybody knows a body or a grade. */
const KNOWN = new Set([
  'UK', 'NHS', 'BBC', 'PDF', 'UTC', 'MP', 'VAT', 'CSV', 'ID', 'TV', 'HTML', 'FAQ', 'GOV', 'AA', 'AAA', 'OK', 'UKSC', 'EWHC', 'EWCA', 'QB', 'LGR', 'LBC', 'HA', 'SI', 'JSON',
  'II', 'III', 'IV', 'VI', 'VII', 'VIII', 'IX', 'XI', 'XII', 'HM', 'LTD', 'RGB', 'QR', 'PIN', 'DIY', 'AM', 'PM', 'USA', 'GB', 'GP', 'BMC', 'REVES',
]);

/**
 * Takes the prose of a page. Gives each abbreviation whose first use outside headings does not stand in brackets after its words,
 * "equality impact assessment (EIA)", or before them, "EIA (equality impact assessment)".
 */
export function bareAbbreviationsIn(blocks: readonly Block[]): BareAbbreviation[] {
  const met = new Set<string>();
  return blocks.filter(({kind}) => kind !== 'heading').flatMap(({text, line}) =>
    [...text.matchAll(/(?<![\p{L}\p{N}])\p{Lu}{2,6}(?=s?(?![\p{L}\p{N}]))/gu)].flatMap((match) => {
      const abbreviation = match[0];
      if (KNOWN.has(abbreviation) || met.has(abbreviation)) return [];
      met.add(abbreviation);
      const before = text.slice(0, match.index);
      const after = text.slice(match.index + abbreviation.length);
      const explained = /\([^()]*$/.test(before) || /^s?\s\(/.test(after);
      return explained ? [] : [{abbreviation, line: line + before.split('\n').length - 1}];
    }));
}
