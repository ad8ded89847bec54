import {CheckBox, HeightRule, Paragraph, ShadingType, Tab, Table, TableCell, TableLayoutType, TableRow, TextRun, WidthType} from 'docx';
import type {ParagraphChild} from 'docx';
import type {Block} from '../templates/blocks.ts';
import {textOf} from '../templates/phrases.ts';
import type {Phrase} from '../templates/phrases.ts';
import {CENTIMETRE, HEADER_FILL, MARGIN, PAGE} from './styles.ts';

/** A block of a template, wherever it comes from: its line in a text file is not asked for. */
export type WordBlock = Block extends infer Each ? (Each extends Block ? Omit<Each, 'line'> : never) : never;

/** The lists of the document's numbering. */
export const BULLETS = 'bullets';
export const NUMBERS = 'numbers';

const TEXT_WIDTH = PAGE.width - 2 * MARGIN;
/** Lines left free in a box to write in, besides the first. */
const ANSWER_LINES = 4;
/** Word shows at most 64 letters of the name of a box to tick. */
const LONGEST_NAME = 60;
/** Air above what follows a table, which Word gives no room below it. In twips. */
const BELOW_TABLE = 240;
/** Air below the last item of a list, as below a paragraph. In twips. */
const BELOW_LIST = 200;

/** A list of boxes up to this long is kept on one page: a scale that runs over a page is answered from its first half. */
const MOST_TOGETHER = 12;

/** Large print, in half points, as Word counts. */
const LARGE = 36;

/** Letters that XML 1.0 cannot hold (section 2.2); the package writes them as they are, and Word then refuses the file. */
const NOT_IN_XML = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g;

/** Takes blocks, with `isLarge` for 18 point. Gives what the Word file holds, in the same order; a heading of level 2 is its Heading 1. */
export function wordBlocks(blocks: readonly WordBlock[], isLarge = false): (Paragraph | Table)[] {
  const size = isLarge ? LARGE : undefined;
  const parts = blocks.flatMap((block, index): (Paragraph | Table)[] => {
    const before = blocks[index - 1]?.kind === 'table' && block.kind !== 'heading' ? BELOW_TABLE : undefined;
    switch (block.kind) {
      case 'heading':
        return [new Paragraph({style: `Heading${block.level - 1}`, children: runsOf(block.phrases)})];
      case 'paragraph': {
        const next = blocks[index + 1]?.kind;
        const leads = next === 'list' || next === 'table' || next === 'answer';
        return [new Paragraph({style: 'Normal', children: runsOf(block.phrases, size), ...(before ? {spacing: {before}} : {}), ...(leads ? {keepNext: true} : {})})];
      }
      case 'answer':
        return [new Paragraph({style: 'AnswerSpace', children: [...runsOf(block.phrases, size), ...Array.from({length: ANSWER_LINES}, () => new TextRun({break: 1}))]})];
      case 'list':
        return itemsOf(block, index, before, size);
      case 'table':
        return [tableOf(block.header, block.rows, size)];
    }
  });
  // Word wants a paragraph after the last table.
  return blocks.at(-1)?.kind === 'table' ? [...parts, new Paragraph({style: 'Normal'})] : parts;
}

/** `list` sets one numbered list apart from another, so that each begins at 1. */
function itemsOf({items, style}: Extract<WordBlock, {kind: 'list'}>, list: number, before: number | undefined, size: number | undefined): Paragraph[] {
  return items.map((item, index) => {
    const last = index === items.length - 1;
    const spacing = {...(before && index === 0 ? {before} : {}), ...(last ? {after: BELOW_LIST} : {})};
    if (style === 'tick') {
      const name = textOf(item).trim().slice(0, LONGEST_NAME);
      return new Paragraph({
        style: 'TickList', spacing, keepNext: !last && items.length <= MOST_TOGETHER,
        children: [new CheckBox({alias: name}), new TextRun({children: [new Tab()]}), ...runsOf(item, size)],
      });
    }
    return new Paragraph({
      style: style === 'bullet' ? 'ListBullet' : 'ListNumber',
      numbering: {reference: style === 'bullet' ? BULLETS : NUMBERS, level: 0, instance: style === 'bullet' ? 0 : list, custom: true},
      children: runsOf(item, size),
      spacing,
    });
  });
}

function runsOf(phrases: readonly Phrase[], size?: number): ParagraphChild[] {
  return phrases.map(({kind, text}) => new TextRun({
    text: text.replace(NOT_IN_XML, ''),
    ...(size === undefined ? {} : {size}),
    ...(kind === 'plain' ? {} : {style: kind === 'strong' ? 'Strong' : 'Prompt'}),
  }));
}

function tableOf(header: Phrase[][], rows: Phrase[][][], size: number | undefined): Table {
  const columnWidths = widthsOf([header, ...rows]);
  const rowOf = (cells: Phrase[][], isHeader: boolean, keepNext: boolean) => new TableRow({
    tableHeader: isHeader,
    cantSplit: true,
    keepNext,
    height: {value: CENTIMETRE, rule: HeightRule.ATLEAST},
    children: cells.map((cell, column) => new TableCell({
      width: {size: columnWidths[column] ?? 0, type: WidthType.DXA},
      ...(isHeader ? {shading: {type: ShadingType.CLEAR, color: 'auto', fill: HEADER_FILL}} : {}),
      children: [new Paragraph({style: isHeader ? 'TableHeading' : 'TableText', children: runsOf(cell, size)})],
    })),
  });
  return new Table({
    style: 'TableGrid',
    width: {size: TEXT_WIDTH, type: WidthType.DXA},
    layout: TableLayoutType.FIXED,
    columnWidths,
    tableLook: {firstRow: true, lastRow: false, firstColumn: false, lastColumn: false, noHBand: true, noVBand: true},
    // No row stands alone on a page, at the top of a table or at its end.
    rows: [rowOf(header, true, true), ...rows.map((row, index) => rowOf(row, false, index < rows.length - 1 && (index === 0 || index === rows.length - 2)))],
  });
}

/** Widest of a letter of 14 point bold Arial on average, and the padding of a cell, in twips. */
const LETTER = 170;
const PADDING = 240;
/** A cell of more letters takes more lines rather than more room. */
const MOST_LETTERS = 60;
/** A column that is left empty is still for writing in. */
const FEWEST_LETTERS = 12;

/** Takes all rows. Gives the width of each column in twips: room for its longest word first, and the rest by how much it holds. */
export function widthsOf(rows: readonly Phrase[][][]): number[] {
  const columns = (rows[0] ?? []).map((_, column) => rows.map((row) => textOf(row[column] ?? [])));
  const needed = columns.map((cells) => Math.max(...cells.flatMap((cell) => cell.split(/[\s/-]+/)).map((word) => word.length)) * LETTER + PADDING);
  const wanted = columns.map((cells) => Math.min(MOST_LETTERS, Math.max(FEWEST_LETTERS, ...cells.map((cell) => cell.length))));
  const spare = Math.max(0, TEXT_WIDTH - sum(needed));
  const scale = Math.min(1, TEXT_WIDTH / sum(needed));
  return needed.map((width, column) => Math.floor(width * scale + spare * ((wanted[column] ?? 0) / sum(wanted))));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}
