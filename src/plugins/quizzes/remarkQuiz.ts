interface Node {
  type: string;
  name?: string | null;
  attributes?: {type: string; name: string; value?: unknown}[];
  children?: Node[];
  data?: unknown;
  value?: string;
}

/**
 * Lets an author write `<Quiz id="..." />` and no more: adds the import of the quiz's data to the page, so that the question is in the
 * page's HTML and prints, and no other page carries it. A remark plugin for Docusaurus' Markdown.
 */
export function remarkQuiz(): (tree: Node, file: {path: string}) => void {
  return (tree, file) => {
    const imports: Node[] = [];
    for (const node of [...walk(tree)]) {
      if (node.name !== 'Quiz' || !node.attributes) continue;
      const id = node.attributes.find((attribute) => attribute.name === 'id')?.value;
      if (typeof id !== 'string' || !/^[a-z0-9-]+$/.test(id)) {
        throw new Error(`${file.path}: <Quiz> needs the id of a practice quiz. Write <Quiz id="name-of-a-file-in-quizzes" />.`);
      }
      const local = `quiz${imports.length}`;
      imports.push(importOf(local, `@generated/askwell-quizzes/default/practice/${id}.json`));
      node.attributes = [...node.attributes, {type: 'mdxJsxAttribute', name: 'quiz', value: {type: 'mdxJsxAttributeValueExpression', value: local, data: {estree: expressionOf(local)}}}];
    }
    tree.children = [...imports, ...(tree.children ?? [])];
  };
}

function* walk(node: Node): Generator<Node> {
  yield node;
  for (const child of node.children ?? []) yield* walk(child);
}

function importOf(local: string, from: string): Node {
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
