import * as z from 'zod';
import {checkYaml, splitFrontMatter} from '../problem.ts';
import type {Checked, Problem, SourceText} from '../problem.ts';
import {readBlocks} from './blocks.ts';
import type {Block, Fault} from './blocks.ts';
import {textOf} from './phrases.ts';

/** The facts of a template's page that go into its Word file. The page has more, which are checked with all other pages. */
export const TemplateFacts = z.object({
  title: z.string().min(1),
  description: z.string().min(1),
  /** The day on which somebody last read it through. It dates the Word file too, so that the same text gives the same file. */
  reviewed: z.iso.date(),
  template: z.strictObject({
    /** One short phrase on when to use it, shown in the list of templates. */
    for: z.string().min(1),
  }),
});
export type TemplateFacts = z.infer<typeof TemplateFacts>;

/** A template: the facts of its page and what stands between its marks. */
export interface Template extends TemplateFacts {
  /** Its file name, the same in the address of its page and of its Word file. */
  id: string;
  blocks: Block[];
}

/** The lines of a page between which the template stands. What is above and below is for the reader of the page, and not in the Word file. */
const OPENS = '<Template>';
const CLOSES = '</Template>';

/** Ways to reach somebody that every contact block names, each as an item of a list (Ask Oxfordshire action plan 2008-11, action 21). */
const CONTACT_WAYS = ['Name', 'Phone', 'E-mail', 'Post'];

/** Takes a page with its front matter and the template's id. Gives the template, or every problem with its line and what to do. */
export function checkTemplate(id: string, source: SourceText): Checked<Template> {
  const {frontMatter, body, linesBeforeBody} = splitFrontMatter(source.text);
  const facts = checkYaml(TemplateFacts, {file: source.file, text: frontMatter, linesBefore: 1});
  const {text, linesBefore, faults} = between(body);
  const {blocks, faults: inside} = readBlocks(text);
  const inTemplate = [...inside, ...(text === '' ? [] : [...faultsOfHeadings(blocks), ...faultsOfContacts(blocks)])]
    .map(({line, message}) => ({line: line + linesBefore, message}));
  const problems: Problem[] = [
    ...(facts.ok ? [] : facts.problems),
    ...[...faults, ...inTemplate].sort((a, b) => a.line - b.line)
      .map(({line, message}) => ({file: source.file, line: line + linesBeforeBody, field: 'template', message})),
  ];
  return facts.ok && problems.length === 0 ? {ok: true, value: {...facts.value, id, blocks}} : {ok: false, problems};
}

/** The text between the marks, with the lines of the body before it. */
function between(body: string): {text: string; linesBefore: number; faults: Fault[]} {
  const lines = body.split(/\r?\n/);
  const opens = lines.flatMap((line, index) => (line.includes('<Template') ? [index] : []));
  const closes = lines.flatMap((line, index) => (line.includes(CLOSES) ? [index] : []));
  const [start, end] = [opens[0], closes[0]];
  if (start === undefined || end === undefined || opens.length > 1 || closes.length > 1 || start > end || lines[start] !== OPENS || lines[end] !== CLOSES) {
    return {text: '', linesBefore: 0, faults: [{line: (start ?? end ?? 0) + 1, message: `The template stands once on its page, between a line ${OPENS} and a line ${CLOSES} that hold nothing else. Write both.`}]};
  }
  const faults = [start + 1, end - 1].filter((index) => lines[index]?.trim() !== '')
    .map((index) => ({line: index + 1, message: `Leave an empty line after ${OPENS} and before ${CLOSES}, or the page shows the marks of Markdown instead of headings and lists.`}));
  return {text: lines.slice(start + 1, end).join('\n'), linesBefore: start + 1, faults};
}

/** One title, and no level left out: what Word and screen readers build the outline from. */
function faultsOfHeadings(blocks: readonly Block[]): Fault[] {
  const headings = blocks.filter((block) => block.kind === 'heading');
  const [first] = headings;
  if (!first || first.level !== 2) return [{line: first?.line ?? 1, message: 'The first heading of a template is its title. Write it with ##.'}];
  return headings.slice(1).flatMap(({level, line}, index) => {
    if (level === 2) return [{line, message: 'A template has one title. Write ### for the headings of its parts.'}];
    return level > (headings[index]?.level ?? 2) + 1 ? [{line, message: 'This heading leaves out a level. Write ### before you use ####.'}] : [];
  });
}

/** Below a heading that speaks of a contact, a list gives all the ways to reach that person. */
function faultsOfContacts(blocks: readonly Block[]): Fault[] {
  return blocks.flatMap((block, index) => {
    if (block.kind !== 'heading' || !/\bcontact\b/i.test(textOf(block.phrases))) return [];
    const next = blocks.findIndex((other, at) => at > index && other.kind === 'heading');
    const items = blocks.slice(index + 1, next === -1 ? undefined : next).flatMap((other) => (other.kind === 'list' ? other.items.map(textOf) : []));
    const missing = CONTACT_WAYS.filter((way) => !items.some((item) => item.startsWith(`${way}:`)));
    return missing.length === 0 ? [] : [{line: block.line, message: `A contact block gives a name, a phone number, an e-mail address and a postal address. Add a list item for: ${missing.join(', ')}. Begin it with the word and a colon.`}];
  });
}
