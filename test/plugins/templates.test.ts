import {execFileSync, spawnSync} from 'node:child_process';
import {createHash} from 'node:crypto';
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {inflateRawSync} from 'node:zlib';
import {evaluate} from '@mdx-js/mdx';
import {rspack} from '@rspack/core';
import {createElement} from 'react';
import {renderToStaticMarkup} from 'react-dom/server';
import * as runtime from 'react/jsx-runtime';
import remarkDirective from 'remark-directive';
import remarkGfm from 'remark-gfm';
import type {LoadContext} from '@docusaurus/types';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {TemplateFrame} from '#components/templates/TemplateFrame.tsx';
import {valueOrThrow} from '#content/readContent.ts';
import {readTemplates, TEMPLATE_FOLDER} from '#content/readTemplates.ts';
import {contrastOf} from '#core/contrast.ts';
import {splitFrontMatter} from '#core/problem.ts';
import type {Block} from '#core/templates/blocks.ts';
import {textOf} from '#core/templates/phrases.ts';
import type {Template} from '#core/templates/template.ts';
import {HEADER_FILL, INK, LINE, MARK} from '#core/word/styles.ts';
import {setZipDates} from '#core/word/zipDates.ts';
import templatesPlugin, {writeTemplate} from '#plugins/templates/index.ts';
import {keepWordFiles} from '#plugins/templates/keepOffline.ts';
import {remarkTemplate} from '#plugins/templates/remarkTemplate.ts';
import {projectRoot} from '../support/project.ts';

const AUTHOR = 'Sample Council';
const templates = valueOrThrow(await readTemplates(projectRoot));
const files = new Map(await Promise.all(templates.map(async (template) => [template.id, await writeTemplate(template, AUTHOR)] as const)));
const bytesOf = (id: string) => files.get(id) ?? expect.fail(`no file ${id}`);

/** The parts of a zip file as text, by their paths. */
function unzip(bytes: Uint8Array): Map<string, string> {
  const view = Buffer.from(bytes);
  const parts = new Map<string, string>();
  let at = view.readUInt32LE(view.length - 6);
  for (let left = view.readUInt16LE(view.length - 12); left > 0; left -= 1) {
    const [size, nameLength, extra, comment, local] = [view.readUInt32LE(at + 20), view.readUInt16LE(at + 28), view.readUInt16LE(at + 30), view.readUInt16LE(at + 32), view.readUInt32LE(at + 42)];
    const start = local + 30 + view.readUInt16LE(local + 26) + view.readUInt16LE(local + 28);
    parts.set(view.toString('utf8', at + 46, at + 46 + nameLength), inflateRawSync(view.subarray(start, start + size)).toString('utf8'));
    at += 46 + nameLength + extra + comment;
  }
  return parts;
}

const partOf = (id: string, name: string) => unzip(bytesOf(id)).get(name) ?? expect.fail(`${id} has no ${name}`);
const plain = (xml: string) => xml.replace(/<w:br\/>|<w:tab\/>/g, '').replace(/<[^>]+>/g, '').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&apos;', "'").replaceAll('&amp;', '&').trim();
const paragraphsOf = (xml: string) => [...xml.matchAll(/<w:p>.*?<\/w:p>|<w:p [^>]*>.*?<\/w:p>/gs)].map(([paragraph]) => ({style: /<w:pStyle w:val="(\w+)"/.exec(paragraph)?.[1], text: plain(paragraph)}));
const linesOf = (block: Block): string[] => (block.kind === 'list' ? block.items.map(textOf) : block.kind === 'table' ? [...block.header, ...block.rows.flat()].map(textOf) : [textOf(block.phrases)]).map((line) => line.trim());
const headingsOf = (template: Template) => template.blocks.flatMap((block) => (block.kind === 'heading' ? [{style: `Heading${block.level - 1}`, text: textOf(block.phrases).trim()}] : []));

describe.each(templates.map((template) => [template.id, template] as const))('the Word file of %s', (id, template) => {
  it('says every heading, paragraph, item and cell of the page, in order, and nothing of what stands round the template', () => {
    const said = paragraphsOf(partOf(id, 'word/document.xml')).map(({text}) => text).filter((text) => text !== '');
    expect(said).toEqual(template.blocks.flatMap(linesOf).filter((text) => text !== ''));
  });

  it('has real headings, one title and no level left out', () => {
    const headings = paragraphsOf(partOf(id, 'word/document.xml')).filter(({style}) => style?.startsWith('Heading'));
    expect(headings).toEqual(headingsOf(template));
    expect(headings.filter(({style}) => style === 'Heading1')).toHaveLength(1);
  });

  it('uses only styles that it defines', () => {
    const styles = new Set([...partOf(id, 'word/styles.xml').matchAll(/w:styleId="(\w+)"/g)].map((match) => match[1]));
    const used = [...`${partOf(id, 'word/document.xml')}${partOf(id, 'word/footer1.xml')}`.matchAll(/<w:(?:pStyle|rStyle|tblStyle) w:val="(\w+)"/g)].map((match) => match[1]);
    expect(used.filter((style) => !styles.has(style))).toEqual([]);
  });

  it('marks the header row of every table, so that it is repeated and read out, and splits no row', () => {
    const tables = [...partOf(id, 'word/document.xml').matchAll(/<w:tbl>.*?<\/w:tbl>/gs)].map(([table]) => [...table.matchAll(/<w:tr>.*?<\/w:tr>/gs)].map(([row]) => row));
    expect(tables).toHaveLength(template.blocks.filter(({kind}) => kind === 'table').length);
    for (const rows of tables) {
      expect(rows.map((row) => row.includes('<w:tblHeader/>'))).toEqual(rows.map((_, index) => index === 0));
      expect(rows.every((row) => row.includes('<w:cantSplit/>'))).toBe(true);
    }
  });

  it('fits its tables into the text', () => {
    for (const [grid] of partOf(id, 'word/document.xml').matchAll(/<w:tblGrid>.*?<\/w:tblGrid>/gs)) {
      const widths = [...grid.matchAll(/w:w="(\d+)"/g)].map((match) => Number(match[1]));
      expect(widths.reduce((sum, width) => sum + width, 0)).toBeLessThanOrEqual(11906 - 2 * 1417);
      expect(Math.min(...widths)).toBeGreaterThan(700);
    }
  });

  it('is on A4 with margins of 2.5 cm, and numbers its pages', () => {
    expect(partOf(id, 'word/document.xml')).toMatch(/<w:pgSz w:w="11906" w:h="16838"[^>]*\/><w:pgMar w:top="1417" w:right="1417" w:bottom="1417" w:left="1417"/);
    expect(partOf(id, 'word/footer1.xml')).toMatch(/<w:pStyle w:val="Footer"\/>.*PAGE.*NUMPAGES/s);
  });

  it('is in UK English, in 14 point Arial, left aligned and spaced 1.25', () => {
    const styles = partOf(id, 'word/styles.xml');
    const defaults = /<w:docDefaults>.*<\/w:docDefaults>/s.exec(styles)?.[0] ?? '';
    expect(defaults).toContain('<w:lang w:val="en-GB"');
    expect(defaults).toContain('<w:sz w:val="28"/>');
    expect(defaults).toContain('w:ascii="Arial"');
    expect(defaults).toContain('w:line="300" w:lineRule="auto"');
    expect(defaults).toContain('<w:jc w:val="left"/>');
  });

  it('has no text under 14 point, no italics, no text box, no underlining and no other alignment', () => {
    const all = [...unzip(bytesOf(id))].filter(([name]) => /^word\/[a-z0-9]+\.xml$/.test(name)).map(([, xml]) => xml).join('');
    expect([...all.matchAll(/<w:sz(?:Cs)? w:val="(\d+)"/g)].map((match) => Number(match[1])).filter((size) => size < 28)).toEqual([]);
    expect(all).not.toMatch(/<w:i\/>|<w:iCs\/>|<w:u |<w:txbxContent|<w:pict|<w:drawing/);
    expect([...all.matchAll(/<w:jc w:val="(\w+)"/g)].map((match) => match[1]).filter((value) => value !== 'left')).toEqual([]);
  });

  it('carries title, description, author and the day of its last review', () => {
    const core = partOf(id, 'docProps/core.xml');
    expect(plain(/<dc:title>.*<\/dc:title>/.exec(core)?.[0] ?? '')).toBe(template.title);
    expect(plain(/<dc:description>.*<\/dc:description>/.exec(core)?.[0] ?? '')).toBe(template.description);
    expect(core).toContain(`<dc:creator>${AUTHOR}</dc:creator>`);
    expect(core).toContain('<dc:language>en-GB</dc:language>');
    expect([...core.matchAll(/>(\d{4}-\d\d-\d\dT[\d:.]+Z)</g)].map((match) => match[1])).toEqual([`${template.reviewed}T00:00:00Z`, `${template.reviewed}T00:00:00Z`]);
  });

  it('is the same to the byte when it is written again', async () => {
    await new Promise((resolve) => { setTimeout(resolve, 20); });
    expect(Buffer.compare(Buffer.from(await writeTemplate(template, AUTHOR)), Buffer.from(bytesOf(id)))).toBe(0);
  });
});

describe('a Word file', () => {
  const one = (blocks: Block[]): Template => ({id: 'one', title: 'A & <B>', description: 'D', reviewed: '2026-11-22', template: {for: 'F'}, blocks});
  const documentOf = async (blocks: Block[]) => unzip(await writeTemplate(one(blocks), AUTHOR)).get('word/document.xml') ?? '';
  const words = (text: string) => [{kind: 'plain' as const, text}];

  it('escapes what XML would misread', async () => {
    expect(unzip(await writeTemplate(one([]), AUTHOR)).get('docProps/core.xml')).toContain('<dc:title>A &amp; &lt;B&gt;</dc:title>');
  });

  it('shows fill-in marks in a style of their own, with their brackets', async () => {
    expect(await documentOf([{kind: 'paragraph', line: 1, phrases: [{kind: 'blank', text: '[Date]'}]}])).toMatch(/<w:rStyle w:val="Prompt"\/><\/w:rPr><w:t[^>]*>\[Date\]</);
  });

  it('begins each numbered list at 1', async () => {
    const list: Block = {kind: 'list', style: 'number', line: 1, items: [words('A'), words('B')]};
    const numbers = [...(await documentOf([list, {kind: 'paragraph', line: 3, phrases: words('Between')}, list])).matchAll(/<w:numId w:val="(\d+)"/g)].map((match) => match[1]);
    expect(numbers[0]).toBe(numbers[1]);
    expect(numbers[2]).toBe(numbers[3]);
    expect(numbers[0]).not.toBe(numbers[2]);
  });

  it('has boxes that can be ticked on the screen, named after their answer, and keeps a scale on one page', async () => {
    const xml = await documentOf([{kind: 'list', style: 'tick', line: 1, items: [words('Agree'), words('Disagree')]}]);
    expect([...xml.matchAll(/<w:alias w:val="(\w+)"\/>/g)].map((match) => match[1])).toEqual(['Agree', 'Disagree']);
    expect(xml.match(/<w14:checkbox>/g)).toHaveLength(2);
    expect(xml.match(/<w:keepNext\/>/g)).toHaveLength(1);
  });

  it('ends with a paragraph when its last part is a table, or Word would not open it', async () => {
    expect(await documentOf([{kind: 'table', line: 1, header: [words('A')], rows: [[words('B')]]}])).toMatch(/<\/w:tbl><w:p>.*<\/w:p><w:sectPr>/s);
  });

  it('has ink, marks and borders that can be seen', () => {
    for (const paper of ['FFFFFF', MARK, HEADER_FILL]) expect(contrastOf(`#${INK}`, `#${paper}`)).toBeGreaterThan(12);
    expect(contrastOf(`#${LINE}`, '#ffffff')).toBeGreaterThan(4.5);
  });

  it('is not dated when it is no zip file', () => {
    expect(() => setZipDates(Buffer.from('This is plain text and no zip file.'), '2026-11-22')).toThrow('not a zip file');
  });
});

describe('the plugin', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'askwell-word-'));
  afterAll(() => rmSync(folder, {recursive: true, force: true}));

  it('lets the bundler emit each file at its address, and tells pages the sizes', async () => {
    const plugin = templatesPlugin({siteDir: projectRoot} as LoadContext, {author: AUTHOR});
    const content = await plugin.loadContent?.() ?? [];
    const data = new Map<string, unknown>();
    const actions = {createData: async (name: string, value: unknown) => { data.set(name, value); return name; }, addRoute: () => undefined, setGlobalData: () => undefined};
    await plugin.contentLoaded?.({content, actions});
    const configure = plugin.configureWebpack as (config: unknown, isServer: boolean) => {plugins?: []};
    expect(configure({}, true)).toEqual({});
    writeFileSync(path.join(folder, 'entry.js'), 'export default 1;');
    const stats = await new Promise((resolve, reject) => {
      rspack({mode: 'none', context: folder, entry: './entry.js', output: {path: path.join(folder, 'out')}, plugins: configure({}, false).plugins ?? []}, (error, done) => (error ? reject(error) : resolve(done)));
    });
    expect(String(stats)).not.toMatch(/error/i);
    for (const {id} of templates) expect(Buffer.compare(readFileSync(path.join(folder, 'out/templates', `${id}.docx`)), Buffer.from(bytesOf(id))), id).toBe(0);
    expect(data.get('files.json')).toEqual(templates.map(({id, title}) => ({id, title, bytes: bytesOf(id).length})));
  });

  it('adds the files to what the service worker keeps', async () => {
    const page = {url: 'index.html', revision: 'a', size: 1};
    const {manifest} = await keepWordFiles(projectRoot, AUTHOR)([page]);
    expect(manifest).toHaveLength(templates.length + 1);
    expect(manifest).toContainEqual({url: 'templates/risk-log.docx', revision: createHash('md5').update(bytesOf('risk-log')).digest('hex'), size: bytesOf('risk-log').length});
  });
});

describe('the page of a template', () => {
  const draw = async (file: string, text: string) => {
    const Frame = ({id, children}: {id?: string; children?: never}) => TemplateFrame({title: id ?? '', href: `/templates/${id ?? ''}.docx`, bytes: 12_300, children});
    // Docusaurus reads Markdown files as MDX too.
    const {default: Page} = await evaluate({path: file, value: text}, {...runtime, format: 'mdx', remarkPlugins: [remarkGfm, remarkDirective, remarkTemplate]});
    return renderToStaticMarkup(createElement(Page, {components: {Template: Frame}}));
  };

  it.each(templates.map(({id}) => id))('%s shows its template in a frame with the link to the Word file and its size', async (id) => {
    const file = path.join(projectRoot, TEMPLATE_FOLDER, `${id}.md`);
    const html = await draw(file, splitFrontMatter(readFileSync(file, 'utf8')).body);
    expect(html).toContain(`<a class="aw-button" href="/templates/${id}.docx" download="">Download as Word (13 KB)</a>`);
    const {blocks} = templates.find((template) => template.id === id) ?? expect.fail(id);
    const blanks = blocks.filter(({kind}) => kind !== 'heading').flatMap(linesOf).join('\n').match(/\[[^\]]+\]/g) ?? [];
    // One more stands in the sentence that explains them.
    expect(html.match(/<mark>/g)).toHaveLength(blanks.length + 1);
    expect(html.match(/data-template="ticks"/g)?.length ?? 0).toBe(blocks.filter((block) => block.kind === 'list' && block.style === 'tick').length);
    expect(html.match(/data-template="answer"/g)?.length ?? 0).toBe(blocks.filter(({kind}) => kind === 'answer').length);
  });

  it('is refused anywhere else, since no Word file would be made of it', async () => {
    await expect(draw('/site/docs/toolkit/index.md', '<Template>\n\n## Title\n\n</Template>')).rejects.toThrow('belongs to the pages of docs/toolkit/templates');
  });
});

const office = spawnSync('soffice', ['--version']).status === 0;
describe.skipIf(!office)('LibreOffice', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'askwell-office-'));
  afterAll(() => rmSync(folder, {recursive: true, force: true}));

  beforeAll(() => {
    for (const [id, bytes] of files) writeFileSync(path.join(folder, `${id}.docx`), bytes);
    const profile = `-env:UserInstallation=file://${path.join(folder, 'profile')}`;
    execFileSync('soffice', ['--headless', profile, '--convert-to', 'txt:Text (encoded):UTF8', '--outdir', folder, ...templates.map(({id}) => path.join(folder, `${id}.docx`))], {stdio: 'ignore'});
  }, 180_000);

  it.each(templates.map((template) => [template.id, template] as const))('opens %s and finds its headings in order', (id, template) => {
    const lines = readFileSync(path.join(folder, `${id}.txt`), 'utf8').replace(/^\uFEFF/, '').split(/\r?\n/);
    let from = 0;
    for (const {text} of headingsOf(template)) {
      const at = lines.indexOf(text, from);
      expect(at, text).toBeGreaterThanOrEqual(0);
      from = at + 1;
    }
  });
});
