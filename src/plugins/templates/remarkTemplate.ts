import path from 'node:path';
import {TEMPLATE_FOLDER} from '#content/readTemplates.ts';
import {ANSWER, TICK} from '#core/templates/blocks.ts';
import {elementsNamed} from '../markdown/importData.ts';
import type {MarkdownNode} from '../markdown/importData.ts';

/** A fill-in mark, as src/core/templates/phrases.ts reads it. */
const BLANK = /(\[[^[\]]+\])/;

/**
 * Lets an author write a template between `<Template>` and `</Template>` and no more: tells the frame which template it is, and marks what
 * is to be filled in, lists of boxes to tick and boxes to write in. Headings stay plain, for the page's contents. A remark plugin.
 */
export function remarkTemplate(): (tree: MarkdownNode, file: {path: string}) => void {
  return (tree, file) => {
    for (const node of elementsNamed(tree, 'Template')) {
      if (!file.path.split(path.sep).join('/').includes(`/${TEMPLATE_FOLDER}/`)) {
        throw new Error(`${file.path}: <Template> belongs to the pages of ${TEMPLATE_FOLDER}, which become Word files. Move the page there, or take the mark out.`);
      }
      node.attributes = [{type: 'mdxJsxAttribute', name: 'id', value: path.basename(file.path, '.md')}];
      markParts(node);
    }
  };
}

function markParts(node: MarkdownNode): void {
  if (!node.children || node.type === 'heading') return;
  if (node.type === 'paragraph' && plainText(node) === ANSWER) node.data = {hProperties: {dataTemplate: 'answer'}};
  if (node.type === 'list' && node.children.every((item) => plainText(item).startsWith(TICK))) node.data = {hProperties: {dataTemplate: 'ticks'}};
  node.children.forEach(markParts);
  node.children = node.children.flatMap((child) => (child.type === 'text' ? splitText(child) : [child]));
}

function splitText({value = ''}: MarkdownNode): MarkdownNode[] {
  return value.split(BLANK).filter((part) => part !== '').map((part) => {
    const text = {type: 'text', value: part};
    return BLANK.test(part) ? {type: 'mdxJsxTextElement', name: 'mark', attributes: [], children: [text]} : text;
  });
}

function plainText(node: MarkdownNode): string {
  return node.value ?? (node.children ?? []).map(plainText).join('');
}
