import type {MarkdownNode} from '../markdown/importData.ts';

/** A piece of running text and where it stands. */
export interface TextPlace {
  parent: MarkdownNode;
  node: MarkdownNode;
  /** True where a term may be marked. In a table, which scrolls, a definition could not open; in a component it might be in a label. */
  terms: boolean;
  /** True within a component, such as a checklist. */
  aside: boolean;
}

/** What may hold running text. Headings, links, code, quotes and whatever is not named here are passed over. */
const HOLDERS = new Set(['root', 'paragraph', 'list', 'listItem', 'strong', 'emphasis', 'delete', 'containerDirective', 'table', 'tableRow', 'tableCell', 'mdxJsxFlowElement']);

/** Every piece of running text of a page, in reading order. */
export function textsIn(tree: MarkdownNode): TextPlace[] {
  return [...walk(tree, {terms: true, aside: false})];
}

function* walk(parent: MarkdownNode, place: Pick<TextPlace, 'terms' | 'aside'>): Generator<TextPlace> {
  for (const [index, node] of (parent.children ?? []).entries()) {
    if (node.type === 'text') yield {parent, node, ...place};
    else if (HOLDERS.has(node.type) && !isHeadingRow(parent, index) && !isLabel(node)) yield* walk(node, placeIn(node, place));
  }
}

function placeIn(node: MarkdownNode, place: Pick<TextPlace, 'terms' | 'aside'>): Pick<TextPlace, 'terms' | 'aside'> {
  if (node.type === 'table') return {...place, terms: false};
  return node.type === 'mdxJsxFlowElement' ? {terms: false, aside: true} : place;
}

function isHeadingRow(parent: MarkdownNode, index: number): boolean {
  return parent.type === 'table' && index === 0;
}

/** The title of an admonition is a heading. */
function isLabel(node: MarkdownNode): boolean {
  return (node.data as {directiveLabel?: boolean} | undefined)?.directiveLabel === true;
}

/** Every address that the author links to, in Markdown or as the property of a component. */
export function linksIn(tree: MarkdownNode): string[] {
  const own = [
    ...((tree.type === 'link' || tree.type === 'definition') && 'url' in tree && typeof tree.url === 'string' ? [tree.url] : []),
    // A directive has its attributes as fields, and none of ours links.
    ...(Array.isArray(tree.attributes) ? tree.attributes : []).flatMap(({name, value}) => ((name === 'href' || name === 'to') && typeof value === 'string' ? [value] : [])),
  ];
  return [...own, ...(tree.children ?? []).flatMap(linksIn)];
}
