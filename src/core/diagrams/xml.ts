/** An element of a drawing, with what stands in it. */
export interface XmlElement {
  name: string;
  attributes: Record<string, string>;
  children: (XmlElement | string)[];
  /** Counted from 1. */
  line: number;
}

/** Where a text stops being well-formed, and how to mend it. */
export interface XmlFault {
  /** Counted from 1. */
  line: number;
  message: string;
}

const ENTITIES: Record<string, string> = {amp: '&', lt: '<', gt: '>', quot: '"', apos: '\''};
const TAG = /<([A-Za-z][\w.:-]*)((?:\s+[A-Za-z_][\w.:-]*\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>/y;
const ATTRIBUTE = /([A-Za-z_][\w.:-]*)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;
const CLOSING = /<\/([A-Za-z][\w.:-]*)\s*>/y;
const COMMENT = /<!--(?:(?!--)[\s\S])*-->/y;
const AMPERSAND = /&(?:(amp|lt|gt|quot|apos|#\d+|#x[\da-f]+);)?/gi;

/**
 * Reads the small part of XML that a drawing needs: elements, attributes, text, comments and the five named characters. Gives the outer
 * element, or the first fault: what comes after it cannot be trusted. Blanks that only lay out the file are left out.
 */
export function readXml(text: string): XmlElement | XmlFault {
  const lineAt = (offset: number): number => text.slice(0, offset).split('\n').length;
  const open: XmlElement[] = [];
  let root: XmlElement | undefined;
  let at = 0;
  const match = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at;
    return pattern.exec(text);
  };

  while (at < text.length) {
    const line = lineAt(at);
    const inside = open.at(-1);
    if (text[at] !== '<') {
      const end = text.indexOf('<', at) < 0 ? text.length : text.indexOf('<', at);
      const words = text.slice(at, end);
      const bad = badAmpersand(words);
      if (bad !== undefined) return {line: lineAt(at + bad), message: 'A lone `&` cannot stand here. Write `&amp;`.'};
      if (words.trim() !== '') {
        if (!inside) return {line: lineAt(at + words.search(/\S/)), message: 'There is text outside `<svg>`. Start the file with `<svg` and end it with `</svg>`.'};
        inside.children.push(decode(words));
      } else if (inside && !words.includes('\n')) inside.children.push(words);
      at = end;
      continue;
    }
    const comment = match(COMMENT);
    const closing = match(CLOSING);
    const tag = match(TAG);
    if (comment) at += comment[0].length;
    else if (closing) {
      if (!inside) return {line, message: `\`</${closing[1] ?? ''}>\` closes nothing. Take it out.`};
      if (inside.name !== closing[1]) {
        return {line, message: `\`</${closing[1] ?? ''}>\` stands where \`</${inside.name}>\` is due, since \`<${inside.name}>\` was opened on line ${inside.line}. Close the inner one first.`};
      }
      open.pop();
      at += closing[0].length;
    } else if (tag) {
      const attributes: Record<string, string> = {};
      for (const [, name = '', double, single] of (tag[2] ?? '').matchAll(ATTRIBUTE)) {
        const value = double ?? single ?? '';
        if (Object.hasOwn(attributes, name)) return {line, message: `\`${name}\` is there twice in one element. Keep one.`};
        if (badAmpersand(value) !== undefined) return {line, message: `A lone \`&\` stands in \`${name}\`. Write \`&amp;\`.`};
        attributes[name] = decode(value);
      }
      const element: XmlElement = {name: tag[1] ?? '', attributes, children: [], line};
      if (inside) inside.children.push(element);
      else if (root) return {line, message: `A second outer element, \`<${element.name}>\`, follows the first. Keep one \`<svg>\` in a file.`};
      else root = element;
      if (tag[3] === '') open.push(element);
      at += tag[0].length;
    } else if (text.startsWith('<!--', at)) return {line, message: 'This comment does not end, or has `--` inside. End it with `-->` and use single hyphens in it.'};
    else if (/^<[!?]/.test(text.slice(at, at + 2))) return {line, message: 'Declarations are not for diagrams. Take this line out and start the file with `<svg`.'};
    else return {line, message: 'This tag is not well-formed. Check that it ends with `>`, and that every attribute has a value in quotes, once, and a blank before it.'};
  }
  const left = open.at(-1);
  if (left) return {line: left.line, message: `\`<${left.name}>\` is never closed. Write \`</${left.name}>\` where it ends.`};
  return root ?? {line: 1, message: 'The file is empty. Start it with `<svg viewBox="0 0 360 400">`.'};
}

/** Text as it must be written between tags and in double quotes. */
export function escapeXml(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => ({'&': '&amp;', '<': '&lt;', '>': '&gt;'}[sign] ?? '&quot;'));
}

function badAmpersand(text: string): number | undefined {
  return [...text.matchAll(AMPERSAND)].find((found) => found[1] === undefined)?.index;
}

function decode(text: string): string {
  return text.replace(AMPERSAND, (whole, name: string) => {
    if (!name.startsWith('#')) return ENTITIES[name.toLowerCase()] ?? whole;
    const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number.parseInt(name.slice(1), 10);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd';
  });
}
