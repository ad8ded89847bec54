import type {Checked, Problem, SourceText} from '../problem.ts';
import {faultsOfElement, SMALLEST_TEXT, SMALLEST_TICK, WIDTH} from './rules.ts';
import {widthOfText} from './textWidth.ts';
import {escapeXml, readXml} from './xml.ts';
import type {XmlElement} from './xml.ts';

/** A drawing that was checked, ready to stand on a page. */
export interface Diagram {
  id: string;
  /** A short name. */
  title: string;
  /** All that the drawing says, in words; one paragraph each. */
  description: string[];
  /** In units; the width is always 360. */
  height: number;
  /** What stands in `<svg>`, written anew from what was checked, so that nothing else can reach a page. */
  markup: string;
}

/** Takes the text of an SVG file and the id that its name gives. Gives the diagram, or every problem with its line and advice. */
export function parseDiagram(id: string, source: SourceText): Checked<Diagram> {
  const problems: Problem[] = [];
  const complain = (line: number, field: string, message: string): void => {
    problems.push({file: source.file, line: line + (source.linesBefore ?? 0), field, message});
  };
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id)) complain(1, 'file', `\`${id}\` is no id. Name the file in small letters, with hyphens between words.`);
  const root = readXml(source.text);
  if (!('name' in root)) {
    complain(root.line, 'file', root.message);
    return {ok: false, problems};
  }
  if (root.name !== 'svg') complain(root.line, root.name, `The file holds \`<${root.name}>\`. Start it with \`<svg viewBox="0 0 ${WIDTH} 400">\`.`);
  const height = checkRoot(root, complain);
  const title = wordsOf(root, 0, 'title', 'a short name', complain).join(' ');
  const description = wordsOf(root, 1, 'desc', 'all that the drawing says, in plain sentences', complain);
  const drawing = root.children.filter((child) => typeof child === 'string' || !['title', 'desc'].includes(child.name));
  for (const child of drawing) checkDrawn(child, root, {size: undefined, classes: []}, height, complain);
  if (problems.length > 0) return {ok: false, problems: problems.sort((a, b) => a.line - b.line)};
  return {ok: true, value: {id, title, description, height, markup: drawing.map(write).join('')}};
}

type Complain = (line: number, field: string, message: string) => void;

function checkRoot({attributes, line}: XmlElement, complain: Complain): number {
  for (const key of Object.keys(attributes)) {
    if (key !== 'viewBox' && key !== 'xmlns') complain(line, 'svg', `\`${key}\` is not for \`<svg>\`. Take it out: the page sets size, name and class.`);
  }
  if (attributes.xmlns !== undefined && attributes.xmlns !== 'http://www.w3.org/2000/svg') complain(line, 'svg', '`xmlns` is not that of SVG. Write http://www.w3.org/2000/svg, or leave it out.');
  const height = /^0 0 (\d+) ([1-9]\d*)$/.exec(attributes.viewBox ?? '');
  if (height?.[1] === String(WIDTH)) return Number(height[2]);
  complain(line, 'svg', `\`viewBox\` is ${attributes.viewBox === undefined ? 'missing' : `\`${attributes.viewBox}\``}. Write \`0 0 ${WIDTH}\` and the height as a whole number.`);
  return Number.POSITIVE_INFINITY;
}

/** The lines of `<title>` and `<desc>`, which must come first and hold text alone. */
function wordsOf(root: XmlElement, place: number, name: string, what: string, complain: Complain): string[] {
  const all = root.children.filter((child): child is XmlElement => typeof child !== 'string' && child.name === name);
  const [first, second] = all;
  if (!first) {
    complain(root.line, name, `There is no \`<${name}>\`. Write one with ${what}${name === 'title' ? ', first in the file' : ', after `<title>`'}.`);
    return [];
  }
  if (second) complain(second.line, name, `There are two of \`<${name}>\`. Keep one.`);
  if (root.children[place] !== first) complain(first.line, name, 'Put `<title>` first in the file and `<desc>` second.');
  if (Object.keys(first.attributes).length > 0 || first.children.some((child) => typeof child !== 'string')) complain(first.line, name, `\`<${name}>\` holds text alone. Take out attributes and elements.`);
  const lines = first.children.filter((child) => typeof child === 'string').join('').split('\n').map((line) => line.trim()).filter((line) => line !== '');
  if (lines.length === 0) complain(first.line, name, `\`<${name}>\` is empty. Write ${what}.`);
  return lines;
}

interface Around {
  /** Nearest font size on the way in; undefined when nobody set one. */
  size: number | undefined;
  classes: readonly string[];
}

function checkDrawn(node: XmlElement | string, parent: XmlElement, around: Around, height: number, complain: Complain): void {
  if (typeof node === 'string') {
    if (node.trim() === '') return;
    if (parent.name === 'text' || parent.name === 'tspan') checkWords(node, parent, around, complain);
    else complain(parent.line, parent.name, `Text stands bare in \`<${parent.name}>\`. Put it in \`<text>\`.`);
    return;
  }
  for (const message of faultsOfElement(node)) complain(node.line, node.name, message);
  if (node.name === 'tspan' && !['text', 'tspan'].includes(parent.name)) complain(node.line, 'tspan', '`<tspan>` stands outside `<text>`. Put it inside one.');
  const y = Number(node.attributes.y ?? 0);
  if ((node.name === 'text' || node.name === 'tspan') && y > height) complain(node.line, node.name, `\`y\` is ${y}, below the drawing, which is ${height} high.`);
  const inside: Around = {
    size: node.attributes['font-size'] === undefined ? around.size : Number(node.attributes['font-size']),
    classes: [...around.classes, ...(node.attributes.class ?? '').split(/\s+/)],
  };
  if (['text', 'tspan'].includes(node.name) && node.attributes.x !== undefined) checkFits(node, inside, complain);
  for (const child of node.children) checkDrawn(child, node, inside, height, complain);
}

function checkWords(words: string, {name, line}: XmlElement, {size, classes}: Around, complain: Complain): void {
  const smallest = classes.includes('d-tick') ? SMALLEST_TICK : SMALLEST_TEXT;
  if (size === undefined) complain(line, name, `“${words.trim()}” has no \`font-size\`. Write one of ${smallest} or more.`);
  else if (size < smallest) complain(line, name, `“${words.trim()}” is ${size} high. Write ${smallest} or more${smallest === SMALLEST_TEXT ? `; only ticks of an axis (class d-tick) may be ${SMALLEST_TICK}` : ''}.`);
}

/** A line of text begins at an element with its own `x`, and ends with it or where another such element begins. */
function checkFits(node: XmlElement, around: Around, complain: Complain): void {
  const pieces = piecesOf(node, around);
  const said = pieces.map(({words}) => words).join('').trim();
  const width = pieces.reduce((sum, {words, size, bold}) => sum + widthOfText(words, size, bold), 0);
  const start = Number(node.attributes.x) - (around.classes.includes('d-end') ? width : around.classes.includes('d-mid') ? width / 2 : 0);
  if (said !== '' && (start < 0 || start + width > WIDTH)) complain(node.line, node.name, `“${said}” is about ${Math.round(width)} wide and runs past the edge. Break it into two lines or move it.`);
}

function piecesOf(node: XmlElement, {size = 0, classes}: Around): {words: string; size: number; bold: boolean}[] {
  return node.children.flatMap((child) => {
    if (typeof child === 'string') return [{words: child, size, bold: classes.includes('d-strong')}];
    if (child.attributes.x !== undefined) return [];
    return piecesOf(child, {size: Number(child.attributes['font-size'] ?? size), classes: [...classes, ...(child.attributes.class ?? '').split(/\s+/)]});
  });
}

function write(node: XmlElement | string): string {
  if (typeof node === 'string') return escapeXml(node.replace(/\s+/g, ' '));
  const attributes = Object.entries(node.attributes).map(([key, value]) => ` ${key}="${escapeXml(value)}"`).join('');
  return node.children.length === 0 ? `<${node.name}${attributes}/>` : `<${node.name}${attributes}>${node.children.map(write).join('')}</${node.name}>`;
}
