import {readPhrases, textOf} from './phrases.ts';
import type {Phrase} from './phrases.ts';

/** The parts a template is made of, each with its line in the text, counted from 1. */
export type Block =
  | {kind: 'heading'; level: 2 | 3 | 4; phrases: Phrase[]; line: number}
  | {kind: 'paragraph'; phrases: Phrase[]; line: number}
  /** An empty box to write in. */
  | {kind: 'answer'; phrases: Phrase[]; line: number}
  | {kind: 'list'; style: 'bullet' | 'number' | 'tick'; items: Phrase[][]; line: number}
  /** Rows are as long as the header. */
  | {kind: 'table'; header: Phrase[][]; rows: Phrase[][][]; line: number};

export interface Fault {
  /** Counted from 1. */
  line: number;
  message: string;
}

/** A paragraph that is this and no more becomes a box to write in. */
export const ANSWER = '[Your answer]';
/** An item of a list of boxes to tick begins with this sign (U+2610). */
export const TICK = '☐';
/** More columns than this leave too few letters to a line on A4 paper in 14 point. Practice judgement. */
export const MOST_COLUMNS = 4;

interface Open {
  kind: 'paragraph' | 'bullet' | 'number' | 'table';
  line: number;
  /** One entry for each item or row; a paragraph has one. */
  parts: string[];
}

const HEADING = /^(#{1,6})\s+(.+)$/;
const ITEM = /^(?:-|(\d+)\.)\s+(.*)$/;
const DIVIDER = /^\|(?:\s*:?-+:?\s*\|)+$/;

/** Takes the Markdown between the marks of a template. Gives its blocks in order and every fault, each with what to do. */
export function readBlocks(text: string): {blocks: Block[]; faults: Fault[]} {
  const blocks: Block[] = [];
  const faults: Fault[] = [];
  let open: Open | undefined;
  const read = (line: number) => (markdown: string): Phrase[] => {
    const {phrases, faults: found} = readPhrases(markdown);
    faults.push(...found.map((message) => ({line, message})));
    return phrases;
  };
  const close = () => {
    if (open) {
      const block = open.kind === 'table' ? tableOf(open, read, faults) : open.kind === 'paragraph' ? paragraphOf(open, read) : listOf(open, open.kind, read, faults);
      if (block) blocks.push(block);
    }
    open = undefined;
  };
  const begin = (kind: Open['kind'], line: number, part: string) => {
    if (open?.kind === kind && kind !== 'paragraph') open.parts.push(part);
    else {
      close();
      open = {kind, line, parts: [part]};
    }
  };
  text.split(/\r?\n/).forEach((raw, index) => {
    const line = index + 1;
    const words = raw.trim();
    const heading = HEADING.exec(words);
    const item = ITEM.exec(words);
    if (words === '') close();
    else if (heading) {
      close();
      const level = heading[1]?.length ?? 0;
      if (level === 2 || level === 3 || level === 4) blocks.push({kind: 'heading', level, phrases: read(line)(heading[2] ?? ''), line});
      else faults.push({line, message: `A heading of level ${level} has no place in a template. Use ## once for its title, ### for its parts and #### below them.`});
    } else if (words.startsWith('|')) begin('table', line, words);
    else if (/^(?:[*+]\s|>|:::|```|~~~|---)/.test(words)) {
      close();
      faults.push({line, message: 'A template is made of headings, paragraphs, lists and tables only. Begin an item with a hyphen, and leave out quotes, notes, code and rules.'});
    } else if (item) {
      if (/^\s/.test(raw)) faults.push({line, message: 'A list inside a list is hard to follow on paper. Bring this item to the edge, or give it a heading.'});
      const kind = item[1] === undefined ? 'bullet' : 'number';
      if (kind === 'number' && open?.kind !== 'number' && item[1] !== '1') faults.push({line, message: 'A numbered list begins with 1. Leave no empty line between its items.'});
      begin(kind, line, item[2] ?? '');
    } else if (open && open.kind !== 'table') open.parts.push(`${open.parts.pop() ?? ''} ${words}`);
    else {
      if (/^\s/.test(raw)) faults.push({line, message: 'This line stands in from the edge, which joins it to the list above on the page and not in the Word file. Bring it to the edge.'});
      begin('paragraph', line, words);
    }
  });
  close();
  faults.push(...faultsOfNeighbours(blocks));
  return {blocks, faults};
}

/** Word makes one table of two that touch. */
function faultsOfNeighbours(blocks: readonly Block[]): Fault[] {
  return blocks.filter((block, index) => block.kind === 'table' && blocks[index - 1]?.kind === 'table')
    .map(({line}) => ({line, message: 'Two tables follow one another. Put a heading or a sentence between them that says what the second is for.'}));
}

type Read = (line: number) => (markdown: string) => Phrase[];

function paragraphOf({line, parts}: Open, read: Read): Block {
  const phrases = read(line)(parts.join(' '));
  return {kind: textOf(phrases) === ANSWER ? 'answer' : 'paragraph', phrases, line};
}

function listOf({line, parts}: Open, style: 'bullet' | 'number', read: Read, faults: Fault[]): Block {
  const ticked = parts.filter((part) => part.startsWith(TICK)).length;
  if (ticked > 0 && (ticked < parts.length || style === 'number')) {
    faults.push({line, message: `Some items of this list begin with ${TICK} and some do not, or they are numbered. Begin every item with "- ${TICK} ", or none.`});
  }
  const tick = style === 'bullet' && ticked === parts.length;
  return {kind: 'list', style: tick ? 'tick' : style, items: parts.map((part) => read(line)(tick ? part.slice(TICK.length) : part)), line};
}

function tableOf({line, parts}: Open, read: Read, faults: Fault[]): Block | undefined {
  const [first = '', divider = '', ...rest] = parts;
  if (!DIVIDER.test(divider) || rest.length === 0) {
    faults.push({line, message: 'This table has no header row with a line of hyphens below it, or no rows. Write | Step | Date |, then | --- | --- |, then the rows.'});
    return undefined;
  }
  const header = cellsOf(first).map(read(line));
  const rows = rest.map((row, index) => cellsOf(row).map(read(line + 2 + index)));
  if (header.some((cell) => cell.length === 0 || cell.some(({kind}) => kind !== 'plain'))) {
    faults.push({line, message: 'Every column needs a heading in plain words, without a fill-in mark, so that a screen reader can say it with each cell.'});
  }
  if (header.length > MOST_COLUMNS) {
    faults.push({line, message: `This table has ${header.length} columns, and ${MOST_COLUMNS} fit an A4 page in 14 point. Join columns, or make two tables.`});
  }
  rows.forEach((row, index) => {
    if (row.length !== header.length) faults.push({line: line + 2 + index, message: `This row has ${row.length} cells and its table has ${header.length} columns. Write a cell for each, empty if need be.`});
  });
  return {kind: 'table', header, rows, line};
}

/** Inner text of a row of a Markdown table, without the marks at both ends. */
function cellsOf(row: string): string[] {
  return row.replace(/^\||\|$/g, '').split('|').map((cell) => cell.trim());
}
