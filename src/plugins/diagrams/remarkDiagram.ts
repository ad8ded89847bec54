import {listDiagramIds} from '#content/readDiagrams.ts';
import {addDataImports, elementsNamed, idAttributeOf} from '../markdown/importData.ts';
import type {MarkdownNode} from '../markdown/importData.ts';

/**
 * Lets an author write `<Diagram id="..." />` and no more: adds the import of the diagram's data to the page, so that the drawing and its
 * words are in the page's HTML. A remark plugin for Docusaurus' Markdown; `root` is the project's folder. An unknown id stops the build.
 */
export function remarkDiagram({root = process.cwd()}: {root?: string} = {}): (tree: MarkdownNode, file: {path: string}) => Promise<void> {
  return async (tree, file) => {
    const nodes = elementsNamed(tree, 'Diagram');
    if (nodes.length === 0) return;
    const known = await listDiagramIds(root);
    addDataImports(tree, 'diagram', nodes.map((node) => {
      const id = idAttributeOf(node);
      if (id === undefined) throw new Error(`${file.path}: <Diagram> needs the id of a diagram. Write <Diagram id="..." /> with one of: ${known.join(', ')}.`);
      if (!known.includes(id)) throw new Error(`${file.path}: There is no diagram \`${id}\`. Use one of: ${known.join(', ')}.`);
      return {node, from: `@generated/askwell-diagrams/default/${id}.json`};
    }));
  };
}
