import {mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {createElement} from 'react';
import {renderToStaticMarkup} from 'react-dom/server';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {Diagram} from '#components/diagrams/Diagram.tsx';
import {valueOrThrow} from '#content/readContent.ts';
import {listDiagramIds, readDiagrams} from '#content/readDiagrams.ts';
import {parseDiagram} from '#core/diagrams/diagram.ts';
import {formatProblem} from '#core/problem.ts';
import {remarkDiagram} from '#plugins/diagrams/remarkDiagram.ts';
import type {MarkdownNode} from '#plugins/markdown/importData.ts';
import {remarkQuiz} from '#plugins/quizzes/remarkQuiz.ts';
import {projectRoot} from '../support/project.ts';

const folder = path.join(projectRoot, 'docs/diagrams');
const files = readdirSync(folder).filter((name) => name.endsWith('.svg'));
const read = (name: string) => ({file: `docs/diagrams/${name}`, text: readFileSync(path.join(folder, name), 'utf8')});
const pages = readdirSync(path.join(projectRoot, 'docs'), {recursive: true, encoding: 'utf8'}).filter((name) => /\.mdx?$/.test(name) && !path.basename(name).startsWith('_'))
  .map((name) => readFileSync(path.join(projectRoot, 'docs', name), 'utf8'));

describe.each(files)('%s', (name) => {
  const id = name.replace(/\.svg$/, '');
  const checked = parseDiagram(id, read(name));

  it('is right', () => {
    expect(checked.ok ? [] : checked.problems.map(formatProblem)).toEqual([]);
  });

  it('says in words every number that it shows', () => {
    const {markup, description} = valueOrThrow(checked);
    // The ticks of an axis are its scale, which the words give by its ends.
    const shown = [...markup.replace(/<text[^>]*d-tick[^>]*>[^<]*<\/text>/g, '').matchAll(/>([^<]+)</g)].flatMap((match) => (match[1] ?? '').match(/\d[\d,.]*\d|\d/g) ?? []);
    const said = description.join(' ');
    expect(shown.filter((number) => !said.includes(number))).toEqual([]);
  });

  it('stands on at least one page', () => {
    expect(pages.filter((text) => text.includes(`<Diagram id="${id}"`))).not.toEqual([]);
  });
});

describe('the curve of the margin of error', () => {
  const {text} = read('margin-of-error.svg');
  const margin = (people: number) => 196 * Math.sqrt(0.25 / people);
  const ticks = [...text.matchAll(/<text x="([\d.]+)" y="([\d.]+)"[^>]*d-tick[^>]*>([\d,]+)</g)].map((match) => ({end: /d-end/.test(match[0]), value: Number(match[3]?.replace(',', ''))}));
  const lines = [...text.matchAll(/<line x1="([\d.]+)" y1="([\d.]+)" x2="([\d.]+)" y2="([\d.]+)" class="d-line"/g)].map((match) => match.slice(1).map(Number));
  // Each tick is followed by its number in the file: across for the side axis, upright for the bottom one.
  const places = lines.map(([x1 = 0, y1 = 0, , y2 = 0], index) => ({...ticks[index], at: y1 === y2 ? y1 : x1}));
  const scale = (side: boolean) => {
    const own = places.filter(({end}) => end === side);
    const [first, last] = [own[0], own.at(-1)];
    if (first?.value === undefined || last?.value === undefined) throw new Error('no ticks');
    const {at, value} = first;
    const perUnit = (last.value - value) / (last.at - at);
    return {own, valueAt: (place: number) => value + (place - at) * perUnit};
  };
  const across = scale(false);
  const up = scale(true);
  const points = [
    ...(/<polyline points="([^"]+)"/.exec(text)?.[1] ?? '').split(' ').map((pair) => pair.split(',').map(Number)),
    ...[...text.matchAll(/<circle cx="([\d.]+)" cy="([\d.]+)"/g)].map((match) => match.slice(1).map(Number)),
  ];

  it('has even scales', () => {
    for (const {own, valueAt} of [across, up]) {
      expect(own.length).toBeGreaterThan(4);
      for (const {at, value} of own) expect(valueAt(at)).toBeCloseTo(value ?? Number.NaN, 6);
    }
  });

  it('runs where 1.96 times the square root of 0.25 divided by the number puts it', () => {
    expect(points.length).toBeGreaterThan(20);
    for (const [x = 0, y = 0] of points) expect(Math.abs(up.valueAt(y) - margin(across.valueAt(x)))).toBeLessThan(0.02);
  });

  it.each([[100, '9.8'], [200, '6.9'], [400, '4.9'], [1100, '3.0']])('names %s people with %s points, in the drawing and in words', (people, points_) => {
    expect(margin(people).toFixed(1)).toBe(points_);
    expect(text).toContain(`${points_}</tspan> with ${people.toLocaleString('en-GB')}`);
    expect(text).toContain(`${people.toLocaleString('en-GB')} people: ${points_} percentage points.`);
  });
});

describe('reading diagrams', () => {
  let root: string;
  beforeAll(() => {
    root = mkdtempSync(path.join(tmpdir(), 'askwell-diagrams-'));
    mkdirSync(path.join(root, 'docs/diagrams'), {recursive: true});
    writeFileSync(path.join(root, 'docs/diagrams/good.svg'), '<svg viewBox="0 0 360 20"><title>Good</title><desc>Words.</desc></svg>');
  });
  afterAll(() => rmSync(root, {recursive: true, force: true}));

  it('gathers the problems of all files', async () => {
    expect(valueOrThrow(await readDiagrams(root)).map(({id}) => id)).toEqual(['good']);
    for (const name of ['a', 'b']) writeFileSync(path.join(root, `docs/diagrams/${name}.svg`), '<svg viewBox="0 0 360 20"><title>Bad</title><desc>Words.</desc><script/></svg>');
    const checked = await readDiagrams(root);
    expect(checked.ok ? [] : checked.problems.map(({file}) => file)).toEqual(['docs/diagrams/a.svg', 'docs/diagrams/b.svg']);
    expect(await listDiagramIds(root)).toEqual(['a', 'b', 'good']);
  });
});

describe('an element that shows data', () => {
  const element = (name: string, id?: string): MarkdownNode => ({type: 'mdxJsxFlowElement', name, attributes: id === undefined ? [] : [{type: 'mdxJsxAttribute', name: 'id', value: id}], children: []});
  const page = (...children: MarkdownNode[]): MarkdownNode => ({type: 'root', children});
  const file = {path: 'docs/page.md'};
  const importsOf = (tree: MarkdownNode) => tree.children?.filter(({type}) => type === 'mdxjsEsm').map(({value}) => value);
  const handedTo = (node: MarkdownNode) => node.attributes?.at(-1);

  it('gets the import of its diagram, wherever it stands', async () => {
    const inner = element('Diagram', 'timeline');
    const tree = page(element('Diagram', 'spectrum'), {type: 'blockquote', children: [inner]});
    await remarkDiagram({root: projectRoot})(tree, file);
    expect(importsOf(tree)).toEqual(["import diagram0 from '@generated/askwell-diagrams/default/spectrum.json'", "import diagram1 from '@generated/askwell-diagrams/default/timeline.json'"]);
    expect(handedTo(inner)).toMatchObject({name: 'diagram', value: {value: 'diagram1'}});
  });

  it.each([[element('Diagram', 'nowhere'), /docs\/page\.md: There is no diagram `nowhere`\. Use one of: .*spectrum, timeline/], [element('Diagram'), /docs\/page\.md: <Diagram> needs the id of a diagram\. .*one of: .*spectrum/]])('stops the build when no diagram is meant', async (node, expected) => {
    await expect(remarkDiagram({root: projectRoot})(page(node), file)).rejects.toThrow(expected);
  });

  it('gets the import of its practice quiz', () => {
    const quiz = element('Quiz', 'some-quiz');
    const tree = page(quiz);
    remarkQuiz()(tree, file);
    expect(importsOf(tree)).toEqual(["import quiz0 from '@generated/askwell-quizzes/default/practice/some-quiz.json'"]);
    expect(handedTo(quiz)).toMatchObject({name: 'quiz', value: {value: 'quiz0'}});
    expect(() => remarkQuiz()(page(element('Quiz')), file)).toThrow('docs/page.md: <Quiz> needs the id of a practice quiz');
  });

  it('leaves a page without one as it is', async () => {
    const tree = page({type: 'paragraph', children: []});
    await remarkDiagram({root: projectRoot})(tree, file);
    remarkQuiz()(tree, file);
    expect(tree).toEqual(page({type: 'paragraph', children: []}));
  });
});

it('shows a diagram as a named picture with the same in words below it', () => {
  const diagram = valueOrThrow(parseDiagram('gunning', read('gunning.svg')));
  const html = renderToStaticMarkup(createElement(Diagram, {diagram}));
  expect(html).toMatch(/^<figure[^>]*><figcaption[^>]*>Four principles along a consultation<\/figcaption><svg[^>]* viewBox="0 0 360 \d+" role="img" aria-label="Four principles along a consultation">/);
  expect(html).toContain('<summary>The same in words</summary><p>A consultation runs from top to bottom');
  expect(html).not.toMatch(/<title|<desc|\sid=/);
});
