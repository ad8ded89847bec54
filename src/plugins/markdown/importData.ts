/** As much of a Markdown syntax tree (mdast with MDX) as our remark plugins touch. */
export interface MarkdownNode {
  type: string;
  name?: string | null;
  attributes?: {type: string; name: string; value?: unknown}[];
  children?: MarkdownNode[];
  data?: unknown;
  value?: string;
}

/** Every element of that name in the page, in reading order. */
export function elementsNamed(tree: MarkdownNode, name: string): MarkdownNode[] {
  return [...walk(tree)].filter((node) => node.name === name && node.attributes !== undefined);
}

/** The id that an author wrote as plain text; undefined when there is none in the form of our ids. */
export function idAttributeOf(node: MarkdownNode): string | undefined {
  const id = node.attributes?.find((attribute) => attribute.name === 'id')?.value;
  return typeof id === 'string' && /^[a-z0-9-]+$/.test(id) ? id : undefined;
}

/**
 * Gives each element the data it shows: adds an import of `from` to the page, and hands it to the element as the property `name`. Changes
 * the tree. The imports carry the property's name and a number, so use each name once for a page.
 */
export function addDataImports(tree: MarkdownNode, name: string, elements: readonly {node: MarkdownNode; from: string}[]): void {
  const imports = elements.map(({node, from}, index) => {
    const local = `${name}${index}`;
    node.attributes = [...(node.attributes ?? []), {type: 'mdxJsxAttribute', name, value: {type: 'mdxJsxAttributeValueExpression', value: local, data: {estree: expressionOf(local)}}}];
    return importOf(local, from);
  });
  tree.children = [...imports, ...(tree.children ?? [])];
}

function* walk(node: MarkdownNode): Generator<MarkdownNode> {
  yield node;
  for (const child of node.children ?? []) yield* walk(child);
}

/** The node of `import local from 'from'`. */
export function importOf(local: string, from: string): MarkdownNode {
  const body = [{
    type: 'ImportDeclaration',
    specifiers: [{type: 'ImportDefaultSpecifier', local: {type: 'Identifier', name: local}}],
    source: {type: 'Literal', value: from, raw: JSON.stringify(from)},
    attributes: [],
  }];
  return {type: 'mdxjsEsm', value: `import ${local} from '${from}'`, data: {estree: {type: 'Program', sourceType: 'module', body}}};
}

function expressionOf(local: string): unknown {
  return {type: 'Program', sourceType: 'module', body: [{type: 'ExpressionStatement', expression: {type: 'Identifier', name: local}}]};
}
