import {elementsNamed, importOf} from './importData.ts';
import type {MarkdownNode} from './importData.ts';

/**
 * Components that authors may write without an import. Each is `src/theme/<name>`. A page carries only those that it uses: what stands in
 * MDXComponents instead is on every page.
 */
export const PAGE_COMPONENTS = [
  'Checklist', 'Diagram', 'Glossary', 'InvolvementProcess', 'MethodIndex', 'Principles', 'Quiz', 'SelfAssessment', 'Sources', 'Standards', 'Template',
] as const;

/** Adds to a page the imports of the components that it uses. A remark plugin for Docusaurus' Markdown. */
export function remarkComponents(): (tree: MarkdownNode) => void {
  return (tree) => {
    const imports = PAGE_COMPONENTS.filter((name) => elementsNamed(tree, name).length > 0).map((name) => importOf(name, `@theme/${name}`));
    tree.children = [...imports, ...(tree.children ?? [])];
  };
}
