import {readFileSync} from 'node:fs';
import path from 'node:path';
import remarkDirective from 'remark-directive';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import {unified} from 'unified';
import {describe, expect, it} from 'vitest';
import {remarkTerms} from '#plugins/glossary/remarkTerms.ts';
import type {MarkdownNode} from '#plugins/markdown/importData.ts';
import {projectRoot} from '../../support/project.ts';

// The parser and the grammars that Docusaurus reads pages with.
const markdown = unified().use(remarkParse).use(remarkMdx).use(remarkGfm).use(remarkDirective);

async function treeOf(text: string, file = 'docs/toolkit/page.md', frontMatter: Record<string, unknown> = {title: 'A page'}): Promise<MarkdownNode> {
  const tree = markdown.parse(text) as MarkdownNode;
  await remarkTerms({root: projectRoot})(tree, {path: path.join(projectRoot, file), data: {frontMatter}});
  return tree;
}

/** What the plugin put in: terms as [id:words], links as (address:words). */
function* marksIn(tree: MarkdownNode): Generator<string> {
  for (const node of tree.children ?? []) {
    if (node.name === 'Term') yield `[${String(node.attributes?.[0]?.value)}:${textOf(node)}]`;
    else if (node.type === 'link' && !('position' in node)) yield `(${(node as MarkdownNode & {url: string}).url}:${textOf(node)})`;
    else yield* marksIn(node);
  }
}

function textOf(node: MarkdownNode): string {
  return node.value ?? (node.children ?? []).map(textOf).join('');
}

const marks = async (...args: Parameters<typeof treeOf>): Promise<string[]> => [...marksIn(await treeOf(...args))];

describe('a page of text', () => {
  it.each([
    ['in a paragraph', 'Give the margin of error.', ['[margin-of-error:margin of error]']],
    ['in a list', '- Give the margin of error.\n', ['[margin-of-error:margin of error]']],
    ['in emphasis', 'Give the **margin of error**.', ['[margin-of-error:margin of error]']],
    ['in an admonition', ':::note\n\nGive the margin of error.\n\n:::\n', ['[margin-of-error:margin of error]']],
    ['not in its title', ':::note[The margin of error]\n\nText.\n\n:::\n', []],
    ['not in a heading', '## Margin of error\n\nText.', []],
    ['not in a link', 'See [margin of error](/writing/sample-size/).', []],
    ['not in code', 'See `margin of error`.\n\n```\nmargin of error\n```\n', []],
    ['not in a quotation', '> The margin of error.\n', []],
    ['not in a property', '<Diagram id="x" title="margin of error" />\n', []],
    ['not in a table, where nothing can open', '| a | b |\n|---|---|\n| margin of error | x |\n', []],
    ['not in a list of boxes to tick', '<Checklist>\n\n- Give the margin of error.\n\n</Checklist>\n', []],
    ['once', 'The margin of error.\n\nThe margin of error.', ['[margin-of-error:margin of error]']],
  ])('marks a term %s', async (_, text, expected) => {
    expect(await marks(text)).toEqual(expected);
  });

  it.each([
    ['in a paragraph', 'Run a focus group.', ['(/methods/focus-group/:focus group)']],
    ['with its plural', "Two citizens' juries.", ["(/methods/citizens-jury/:citizens' juries)"]],
    ['in a cell of a table', '| Focus group | b |\n|---|---|\n| focus group | x |\n', ['(/methods/focus-group/:focus group)']],
    ['in a list of boxes to tick', '<Checklist>\n\n- Book the focus group.\n\n</Checklist>\n', ['(/methods/focus-group/:focus group)']],
    ['in running text rather than above it in a component', '<Checklist>\n\n- Book the focus group.\n\n</Checklist>\n\nA focus group.', ['(/methods/focus-group/:focus group)']],
    ['not where the author links it further down', 'A focus group.\n\nSee [this](/methods/focus-group/#steps).', []],
    ['not where the author links it by definition', 'A focus group. See [this].\n\n[this]: /methods/focus-group/\n', []],
    ['not where a component links it', 'A focus group.\n\n<Card href="/methods/focus-group/" />\n', []],
    ['not for a petition that somebody hands in', 'A petition came.', []],
    ['for the scheme of petitions', 'Our petition scheme.', ['(/methods/petition-scheme/:petition scheme)']],
    ['by the name that texts use', 'A drop-in helps.', ['(/methods/exhibition-drop-in/:drop-in)']],
  ])('links a method %s', async (_, text, expected) => {
    expect(await marks(text)).toEqual(expected);
  });

  it('carries the definition of what it marks', async () => {
    const tree = await treeOf('The margin of error.');
    const term = tree.children?.[0]?.children?.[1];
    expect(term?.attributes?.map(({name}) => name)).toEqual(['id', 'definition']);
    expect(term?.attributes?.[1]?.value).toMatch(/^How far a survey’s|^How far a survey's/);
  });

  it('is marked in running text before a component that stands above it', async () => {
    const tree = await treeOf('<Checklist>\n\n- Book the focus group.\n\n</Checklist>\n\nA focus group.');
    expect([...marksIn(tree.children?.[1] ?? {type: 'root'})]).toHaveLength(1);
  });

  it('keeps every letter of its text', async () => {
    const text = readFileSync(path.join(projectRoot, 'docs/methods/focus-group.md'), 'utf8').split(/^---$/m)[2] ?? '';
    expect(textOf(await treeOf(text))).toBe(textOf(markdown.parse(text) as MarkdownNode));
  });

  it.each([
    ['is not linked to itself', 'docs/methods/focus-group.md', 'A focus group.', []],
    ['of the developers is left alone', 'docs/developers/index.md', 'A focus group and a margin of error.', []],
    ['that is a template is left alone', 'docs/toolkit/templates/timetable.md', 'A focus group and a margin of error.', []],
  ])('%s', async (_, file, text, expected) => {
    expect(await marks(text, file)).toEqual(expected);
  });

  it('has no terms marked where its author says so', async () => {
    expect(await marks('A focus group and a margin of error.', undefined, {title: 'A page', terms: false})).toEqual(['(/methods/focus-group/:focus group)']);
  });

  it('has its own subject left plain', async () => {
    expect(await marks('The margin of error.', undefined, {title: 'Margin of error'})).toEqual([]);
  });
});

it('hands the glossary its terms on the one page that shows them', async () => {
  const tree = await treeOf('<Glossary />\n', 'docs/toolkit/glossary.md', {title: 'Glossary', terms: false});
  expect(tree.children?.[0]?.value).toBe("import letters0 from '@generated/askwell-glossary/default/terms.json'");
  expect((await treeOf('Text.')).children?.[0]?.type).toBe('paragraph');
});
