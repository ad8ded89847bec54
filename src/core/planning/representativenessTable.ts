/** One group: how many took part, its size in the population (people or per cent), and how many of a panel stay on. */
export interface Group {
  name: string;
  count: number;
  population: number;
  stay: number;
}

export interface CountTable {
  groups: Group[];
  /** Those who preferred not to say, who stand outside the shares. Null: no such line. */
  apart: {count: number; stay: number} | null;
  /** Whether the lines say who stays. If not, everybody who took part is taken to stay. */
  saysWhoStays: boolean;
  /** What looks odd and is no reason to stop. */
  notes: string[];
}

/** What is wrong, on which lines counted from 1, and how to put it right. No lines: the table as a whole. */
export interface Fault {
  lines: number[];
  sentence: string;
}

const NUMBER = /^(?:\d+|\d{1,3}(?:,\d{3})+|\d{1,3}(?:[ \u00A0\u2009\u202F]\d{3})+)(?:\.\d+)?\s*%?$/;
const APART = /^(?:i )?(?:prefer|rather|would rather) not|^not (?:stated|answered|known|given)\b|^no (?:answer|reply)\b|^unknown\b|^missing\b|^blank\b|^did ?n[o’']t (?:say|answer)|^did not (?:say|answer)/i;
const TOTAL = /^(?:grand |over)?(?:total|all)s?(?: (?:people|groups|residents|members|replies|respondents|who (?:took part|answered)))?:?$|^total\b|^sum$/i;
export const MOST_GROUPS = 60;
/** Published percentages are rounded. Further from 100 than this, a group is probably missing. */
const ROUNDING = 1.5;

const isNumber = (cell: string): boolean => NUMBER.test(cell);
const toNumber = (cell: string): number => Number(cell.replace(/[,%\s]/gu, ''));

function splitQuoted(line: string, separator: string): string[] {
  const cells: string[] = [''];
  let quoted = false;
  for (const letter of line) {
    if (letter === '"') quoted = !quoted;
    else if (letter === separator && !quoted) cells.push('');
    else cells[cells.length - 1] += letter;
  }
  return cells;
}

/** Meant as a figure, right or wrong. A range such as 16-24 is part of a name. */
const looksLikeFigure = (cell: string): boolean => cell === '' || isNumber(cell)
  || /^(?:[-–−+£.]?\d[^a-z]*|[-–−?]|n\/?a)$/i.test(cell) && !/^\d+\s*[-–]\s*\d+$/.test(cell);

function withoutEmptyEnd(cells: readonly string[]): string[] {
  return cells.slice(0, cells.findLastIndex((cell) => cell !== '') + 1);
}

/** Names may hold commas ("White: English, Welsh"): the first cell is a name whatever it looks like, and figures stand at the end. */
function nameAndFigures(cells: readonly string[]): Line {
  const start = Math.max(1, cells.findLastIndex((cell) => !looksLikeFigure(cell)) + 1);
  return {name: cells.slice(0, start).join(', '), figures: withoutEmptyEnd(cells.slice(start))};
}

interface Line {
  name: string;
  figures: string[];
}

/** Gives the cells of a line, or null when its commas can be read in two ways. */
function readLine(line: string): Line | null {
  const trim = (cells: string[]): string[] => cells.map((cell) => cell.trim());
  // Tabs and semicolons never stand inside a number, so the cells between them are taken as they are, wrong ones too.
  for (const separator of ['\t', ';']) {
    if (!line.includes(separator)) continue;
    const [name = '', ...figures] = trim(splitQuoted(line, separator));
    return {name, figures: withoutEmptyEnd(figures)};
  }
  if (line.includes('"')) return nameAndFigures(trim(splitQuoted(line, ',')));
  const spaced = nameAndFigures(trim(line.split(/,\s+/)));
  if (spaced.figures.length >= 2) return spaced;
  // "Women, 1,200" may be 1,200 women or one of 200.
  if (spaced.figures.some((cell) => cell.includes(','))) return null;
  const plain = nameAndFigures(trim(line.split(',')));
  const mayJoin = plain.figures.some((cell, index) => /^\d{3}%?$/.test(cell) && /^\d{1,3}$/.test(plain.figures[index - 1] ?? ''));
  return plain.figures.length > 2 && mayJoin ? null : plain;
}

/** Whether the first line names the columns. */
function isHeading({name, figures}: Line): boolean {
  const after = [...name.split(', ').slice(1), ...figures];
  return after.length > 0 && after.every((cell) => !/\d/.test(cell)) && after.some((cell) => /took|part|count|number|popul|people|census|share|stay|member|total|repl|respon|^n$|%/i.test(cell));
}

/**
 * Reads what was pasted or typed: on each line a group, how many took part, its size in the population, and if wanted how many stay on
 * the panel. Between them stand tabs, semicolons or commas. Forgives a heading, a row of totals, per cent signs and thousands separators.
 * Gives the table, or every fault with its lines.
 */
export function readTable(text: string): {table: CountTable; faults: []} | {table: null; faults: Fault[]} {
  const faults = new Map<string, number[]>();
  const refuse = (sentence: string, line?: number): void => void faults.set(sentence, [...(faults.get(sentence) ?? []), ...(line === undefined ? [] : [line])]);
  const groups: (Omit<Group, 'stay'> & {stay: number | null; line: number})[] = [];
  let apart: {count: number; stay: number} | null = null;
  let total: {count: number; line: number} | null = null;
  let isFirst = true;
  let percents = 0;
  for (const [index, raw] of text.replace(/\r\n?/g, '\n').split('\n').entries()) {
    const number = index + 1;
    if (raw.trim() === '') continue;
    const wasFirst = isFirst;
    isFirst = false;
    const line = readLine(raw.replace(/^\uFEFF/, ''));
    if (line === null) {
      refuse('The commas can be read in two ways. Leave them out of the numbers, or put a tab or a semicolon between the columns.', number);
      continue;
    }
    const {name, figures} = line;
    if (wasFirst && isHeading(line)) continue;
    const bad = figures.find((cell) => cell !== '' && !isNumber(cell));
    if (name === '') refuse('There is no name of a group. Write it first, then the numbers.', number);
    else if (bad !== undefined) refuse(`“${bad.slice(0, 40)}” is not a number that can be used. Write it in figures, with a full stop for decimals and nothing below zero.`, number);
    else if (TOTAL.test(name)) {
      if (figures[0]) total = {count: toNumber(figures[0]), line: number};
    } else if (!figures[0]) refuse('There are no numbers yet. Write how many took part, then the figure for the population.', number);
    else if (figures[0].includes('%') || !Number.isSafeInteger(toNumber(figures[0]))) refuse('The first number must be a whole number of people, not a share. Write how many took part.', number);
    else if (figures[2] && (figures[2].includes('%') || !Number.isSafeInteger(toNumber(figures[2])))) refuse('The third number must be a whole number of people: how many stay on the panel.', number);
    else if (figures.length > 3) refuse('There are too many numbers. Write two, or three if you plan a panel: took part, population, stay on.', number);
    else if (APART.test(name)) {
      const before: {count: number; stay: number} = apart ?? {count: 0, stay: 0};
      const count = toNumber(figures[0]);
      apart = {count: before.count + count, stay: before.stay + (figures[2] ? toNumber(figures[2]) : count)};
    } else if (!figures[1]) refuse('The figure for the population is missing. Write it last, as people or as a percentage.', number);
    else if (groups.some((group) => group.name.toLowerCase() === name.toLowerCase())) refuse(`“${name.slice(0, 40)}” stands here twice. Add the two lines together, or give each a name of its own.`, number);
    else {
      if (figures[1].includes('%')) percents += 1;
      groups.push({name, count: toNumber(figures[0]), population: toNumber(figures[1]), stay: figures[2] ? toNumber(figures[2]) : null, line: number});
    }
  }
  const saysWhoStays = groups.some(({stay}) => stay !== null);
  if (saysWhoStays) {
    for (const {stay, line} of groups) if (stay === null) refuse('Other lines say who stays on the panel, and this one does not. Add a third number, which may be 0.', line);
  }
  if (faults.size === 0) {
    if (groups.length < 2) refuse('At least two groups are needed. Write each on a line of its own.');
    else if (groups.length > MOST_GROUPS) refuse(`There are more than ${MOST_GROUPS} groups. Join some of them.`);
    else if (groups.every(({count}) => count === 0)) refuse('Nobody took part in any group. Write how many did.');
    else if (groups.every(({population}) => population === 0)) refuse('The population is 0 in every group. Write how large each one is.');
  }
  if (faults.size > 0) return {table: null, faults: [...faults].map(([sentence, lines]) => ({lines, sentence})).sort((a, b) => (a.lines[0] ?? 0) - (b.lines[0] ?? 0))};

  const notes: string[] = [];
  const counted = groups.reduce((sum, {count}) => sum + count, 0);
  const apartCount = apart?.count ?? 0;
  if (total !== null && total.count !== counted && total.count !== counted + apartCount) {
    notes.push(`The total on line ${total.line} does not match: the groups add up to ${counted + apartCount}. A group may be missing. The sum of the groups is used.`);
  }
  const sum = groups.reduce((all, {population}) => all + population, 0);
  if (percents > 0 && percents < groups.length) notes.push('Some population figures have a per cent sign and some do not. Check that all are of the same kind.');
  else if (percents > 0 && Math.abs(sum - 100) > ROUNDING) notes.push(`The population percentages add up to ${Math.round(sum * 10) / 10} and not to 100. A group may be missing. Shares are worked out from those given.`);
  return {
    table: {groups: groups.map(({name, count, population, stay}) => ({name, count, population, stay: stay ?? count})), apart, saysWhoStays, notes},
    faults: [],
  };
}

/** A fault as a sentence: "Lines 2 and 5: …". */
export function writeFault({lines, sentence}: Fault): string {
  if (lines.length === 0) return sentence;
  const shown = lines.slice(0, 8);
  const last = shown[shown.length - 1] ?? '';
  const named = shown.length === 1 ? `Line ${last}` : `Lines ${shown.slice(0, -1).join(', ')} and ${last}`;
  return `${named}${lines.length > shown.length ? ` and ${lines.length - shown.length} more` : ''}: ${sentence}`;
}
