import {addDataImports, elementsNamed} from '../markdown/importData.ts';
import type {MarkdownNode} from '../markdown/importData.ts';

/**
 * Lets an author write `<MethodIndex />` and no more: adds the import of the catalogue to the page, so that the list is in the page's HTML,
 * and no other page carries it. A remark plugin for Docusaurus' Markdown.
 */
export function remarkMethodIndex(): (tree: MarkdownNode) => void {
  return (tree) => {
    const nodes = elementsNamed(tree, 'MethodIndex');
    for (const name of ['summaries', 'aliases']) {
      addDataImports(tree, name, nodes.map((node) => ({node, from: `@generated/askwell-methods/default/${name}.json`})));
    }
  };
}
