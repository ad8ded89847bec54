import path from 'node:path';
import {markerOf} from '#core/glossary/markPage.ts';
import type {Marker} from '#core/glossary/markPage.ts';
import type {Part, Target} from '#core/glossary/matchTerms.ts';
import {addDataImports, elementsNamed} from '../markdown/importData.ts';
import type {MarkdownNode} from '../markdown/importData.ts';
import {loadNames} from './loadNames.ts';
import {linksIn, textsIn} from './runningText.ts';

interface PageFile {
  path: string;
  data: {frontMatter?: Record<string, unknown>};
}

/** Folders whose pages keep their words as they are: the developers' own, and texts to copy. */
const LEFT_ALONE = /^docs\/(developers|toolkit\/templates)\//;

/**
 * Marks the first use of glossary terms in each page as `<Term>`, with its definition, and links the first mention of each method to its
 * page. Also gives `<Glossary />` its data. A remark plugin for Docusaurus' Markdown. `root`: the project's folder.
 */
export function remarkTerms({root = process.cwd()}: {root?: string} = {}): (tree: MarkdownNode, file: PageFile) => Promise<void> {
  return async (tree, file) => {
    addDataImports(tree, 'letters', elementsNamed(tree, 'Glossary').map((node) => ({node, from: '@generated/askwell-glossary/default/terms.json'})));
    const place = path.relative(root, file.path).split(path.sep).join('/');
    if (LEFT_ALONE.test(place)) return;
    const {terms, names} = await loadNames(root);
    const {title, terms: wanted} = file.data.frontMatter ?? {};
    const mark = markerOf({
      title: typeof title === 'string' ? title : '',
      links: linksIn(tree),
      method: /^docs\/methods\/([a-z0-9-]+)\.md$/.exec(place)?.[1],
      terms: wanted !== false,
    }, names, terms);
    const definitions = new Map(terms.map(({id, definition}) => [id, definition]));
    markTexts(tree, mark, (id) => definitions.get(id) ?? '');
  };
}

/** Ordinary text comes before what stands in a component, so that a mark is where the page is read and not in a list of boxes to tick. */
function markTexts(tree: MarkdownNode, mark: Marker, define: (id: string) => string): void {
  const texts = textsIn(tree);
  for (const {parent, node, terms} of [...texts.filter(({aside}) => !aside), ...texts.filter(({aside}) => aside)]) {
    const parts = mark(node.value ?? '', terms);
    if (parts.every(({target}) => target === undefined)) continue;
    const children = parent.children ?? [];
    children.splice(children.indexOf(node), 1, ...parts.map((part) => nodeOf(part, define)));
  }
}

function nodeOf({text, target}: Part, define: (id: string) => string): MarkdownNode {
  const words: MarkdownNode = {type: 'text', value: text};
  if (!target) return words;
  return target.kind === 'method' ? linkTo(target, words) : termOf(target, words, define(target.id));
}

function linkTo({id}: Target, words: MarkdownNode): MarkdownNode {
  return {type: 'link', url: `/methods/${id}/`, title: null, children: [words]} as MarkdownNode;
}

function termOf({id}: Target, words: MarkdownNode, definition: string): MarkdownNode {
  const attribute = (name: string, value: string) => ({type: 'mdxJsxAttribute', name, value});
  return {type: 'mdxJsxTextElement', name: 'Term', attributes: [attribute('id', id), attribute('definition', definition)], children: [words]};
}
