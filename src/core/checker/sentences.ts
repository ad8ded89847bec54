import {ParseEnglish} from 'parse-english';
import type {Block} from './prose.ts';

/** A sentence with its place. */
export interface Sentence {
  text: string;
  words: number;
  /** Line of the Markdown text in which it begins, counted from 1. */
  line: number;
  /** Ends with a full stop, a question mark or an exclamation mark: a whole sentence, not a label. */
  whole: boolean;
}

const parser = new ParseEnglish();

/** Full stops that end no sentence and that the parser does not know. */
const SHORTENED = /\b(a\.m|p\.m|approx|para|paras|No|Nos|reg|regs|ch|pp|art|Art|s|ss|v)\./g;
const HIDDEN_STOP = '\u2024';

/** The parser takes "1,500. It" for one sentence, as if the figure numbered something. A letter in its place, of the same length, ends it. */
const FIGURE_AT_END = /\d(?=\.[)”’"']*\s+[“‘"'(]*\p{Lu})/gu;

/** Takes one block of prose. Gives its sentences in order, by the parser `parse-english` (nlcst), one block at a time. */
export function sentencesOf(block: Block): Sentence[] {
  const text = block.text.replace(SHORTENED, (match) => match.replaceAll('.', HIDDEN_STOP)).replace(FIGURE_AT_END, 'x');
  const paragraphs: Node[] = parser.parse(text).children;
  return paragraphs.flatMap((paragraph) => paragraph.children ?? []).flatMap((node) => {
    const words = (node.children ?? []).filter((child) => child.type === 'WordNode').length;
    if (node.type !== 'SentenceNode' || !node.position || words === 0) return [];
    const {start, end} = node.position;
    const sentence = block.text.slice(start.offset, end.offset).replace(/\s+/g, ' ').trim();
    return [{text: sentence, words, line: block.line + start.line - 1, whole: /[.?!][)”’"']*$/.test(sentence)}];
  });
}

/** What this needs of the parser's tree. */
interface Node {
  type: string;
  children?: Node[];
  position?: {start: {line: number; offset?: number}; end: {offset?: number}};
}
