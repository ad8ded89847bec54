/** A run of words that is read in one go: a paragraph, a list item, a heading or a table cell. Inline marks are taken off. */
export interface Block {
  kind: 'paragraph' | 'item' | 'heading' | 'cell';
  text: string;
  /** Line of the Markdown text in which the block begins, counted from 1. */
  line: number;
}

/**
 * Takes Markdown as this site's authors write it. Gives what a reader reads, in order. Code, comments, components and block quotes are
 * left out: examples of bad writing stand in block quotes.
 */
export function proseOf(markdown: string): Block[] {
  const blocks: Block[] = [];
  let open: Block | undefined;
  let fence: string | undefined;
  const close = () => {
    if (open && open.text.trim() !== '') blocks.push({...open, text: plainText(open.text)});
    open = undefined;
  };
  markdown.split('\n').forEach((raw, index) => {
    const line = index + 1;
    const mark = /^\s*(`{3,}|~{3,})/.exec(raw)?.[1];
    if (mark && (fence === undefined || mark.startsWith(fence))) {
      fence = fence === undefined ? mark : undefined;
      close();
      return;
    }
    if (fence !== undefined) return;
    const admonition = /^:::\w*\s*(.*)$/.exec(raw.trim());
    const heading = /^ {0,3}#{1,6}\s+(.+?)(?:\s+#+)?\s*$/.exec(raw) ?? (admonition?.[1] ? [raw, admonition[1]] : null);
    const item = /^\s*(?:[-*+]|\d+[.)])\s+(.*)$/.exec(raw);
    if (heading) {
      close();
      blocks.push({kind: 'heading', text: plainText(heading[1] ?? ''), line});
    } else if (raw.trim() === '' || admonition || /^\s*(?:<\/?[A-Za-z!]|>|import\s|export\s)/.test(raw)) {
      close();
    } else if (/^\s*\|/.test(raw)) {
      close();
      if (!/^[\s|:-]+$/.test(raw)) {
        for (const cell of raw.trim().replace(/^\||\|$/g, '').split(/(?<!\\)\|/)) {
          if (cell.trim() !== '') blocks.push({kind: 'cell', text: plainText(cell), line});
        }
      }
    } else if (item) {
      close();
      open = {kind: 'item', text: item[1] ?? '', line};
    } else {
      open = open ? {...open, text: `${open.text}\n${raw.trim()}`} : {kind: 'paragraph', text: raw.trim(), line};
    }
  });
  close();
  return blocks;
}

/** Words as they are read: links and emphasis without their marks, addresses and code left out. Line breaks stay, so that places can be found. */
function plainText(markdown: string): string {
  return markdown
    .replace(/`[^`]*`/g, 'code')
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/<[^>]+>/g, '')
    .replace(/\*\*?|\b_|_\b/g, '')
    .replace(/\s*\{#[a-z0-9-]+\}\s*$/, '')
    .replace(/\\([\\`*{}[\]()#+.!|<>_-])/g, '$1')
    .trim();
}
