import {addDataImports, elementsNamed} from '../markdown/importData.ts';
import type {MarkdownNode} from '../markdown/importData.ts';

/** Gives `<Sources />` its list, so that no other page carries it. A remark plugin for Docusaurus' Markdown. */
export function remarkSources(): (tree: MarkdownNode) => void {
  return (tree) => {
    addDataImports(tree, 'groups', elementsNamed(tree, 'Sources').map((node) => ({node, from: '@generated/askwell-sources/default/sources.json'})));
  };
}
