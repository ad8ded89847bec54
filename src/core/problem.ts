import type * as z from 'zod';
import {isMap, isNode, isScalar, LineCounter, parseDocument} from 'yaml';
import type {Document} from 'yaml';

/** Something wrong in a file that an author wrote: where it is, what is wrong and what to write instead. */
export interface Problem {
  /** Path from the top of the project. */
  file: string;
  /** Counted from 1. */
  line: number;
  /** Dotted path of the field, for instance `questions.0.answer`; `file` when the whole file is meant. */
  field: string;
  message: string;
}

/** Either the value or every problem found; never both. */
export type Checked<T> = {ok: true; value: T} | {ok: false; problems: Problem[]};

/** One line for people and for editors that jump to `file:line`. */
export function formatProblem({file, line, field, message}: Problem): string {
  return `${file}:${line} ${field}: ${message}`;
}

/** A text with the file it came from and the line of the file that its first line is. */
export interface SourceText {
  file: string;
  text: string;
  /** Lines of the file before `text`, for front matter. 0 when left out. */
  linesBefore?: number;
}

/**
 * Takes YAML text and the schema it must satisfy. Gives the value, or every problem with its line and advice.
 * Never throws for what an author wrote.
 */
export function checkYaml<S extends z.ZodType>(schema: S, source: SourceText): Checked<z.output<S>> {
  const lines = new LineCounter();
  const document = parseDocument(source.text, {lineCounter: lines, prettyErrors: false});
  const lineAt = (offset: number) => lines.linePos(offset).line + (source.linesBefore ?? 0);
  if (document.errors.length > 0) {
    return {
      ok: false,
      problems: document.errors.map((error) => ({
        file: source.file, line: lineAt(error.pos[0]), field: 'file',
        message: `This is not valid YAML: ${error.message} Check indentation, and put quotes round text that holds a colon.`,
      })),
    };
  }
  const result = schema.safeParse(document.toJS() as unknown, {reportInput: true});
  if (result.success) return {ok: true, value: result.data};
  const problems = result.error.issues.flatMap(flattenIssue).map((issue): Problem => ({
    file: source.file,
    line: lineAt(offsetOf(document, issue.path, issue.code === 'unrecognized_keys')),
    field: issue.path.map(String).join('.') || 'file',
    message: describeIssue(issue),
  }));
  return {ok: false, problems};
}

/** A problem at a field of a YAML text: for rules that look across files, which a schema cannot hold. */
export function problemAt(source: SourceText, path: readonly PropertyKey[], message: string): Problem {
  const lines = new LineCounter();
  const document = parseDocument(source.text, {lineCounter: lines, prettyErrors: false});
  return {
    file: source.file,
    line: lines.linePos(offsetOf(document, path, false)).line + (source.linesBefore ?? 0),
    field: path.map(String).join('.') || 'file',
    message,
  };
}

type Issue = z.core.$ZodIssue;

/** An unknown key is reported at the key, and a failed union as the branch that came nearest, so that the line is right. */
function flattenIssue(issue: Issue): Issue[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({...issue, keys: [key], path: [...issue.path, key]}));
  }
  if (issue.code === 'invalid_union' && issue.errors.length > 0) {
    const nearest = [...issue.errors].sort((a, b) => a.length - b.length)[0] ?? [];
    return nearest.map((inner) => ({...inner, path: [...issue.path, ...inner.path]})).flatMap(flattenIssue);
  }
  return [issue];
}

/** Where in the text the field stands, or the nearest thing above it that does. */
function offsetOf(document: Document, path: readonly PropertyKey[], key: boolean): number {
  if (key) {
    const parent = path.length > 1 ? document.getIn(path.slice(0, -1), true) : document.contents;
    const pair = isMap(parent) ? parent.items.find((item) => isScalar(item.key) && String(item.key.value) === String(path.at(-1))) : undefined;
    if (pair && isNode(pair.key) && pair.key.range) return pair.key.range[0];
  }
  for (let length = path.length; length >= 0; length -= 1) {
    const node: unknown = length === 0 ? document.contents : document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return node.range[0];
  }
  return 0;
}

const KINDS: Record<string, string> = {
  string: 'text', number: 'a number', int: 'a whole number', boolean: 'true or false', array: 'a list', object: 'a set of fields', date: 'a date',
};

function describeIssue(issue: Issue): string {
  const found = 'input' in issue && issue.input !== undefined ? `\`${shorten(issue.input)}\`` : undefined;
  switch (issue.code) {
    case 'invalid_type':
      return found ? `${found} is not ${KINDS[issue.expected] ?? issue.expected}. Write ${KINDS[issue.expected] ?? issue.expected}.`
        : `This is missing. Write ${KINDS[issue.expected] ?? issue.expected}.`;
    case 'invalid_value':
      return found ? `${found} is not one of the values allowed. Use one of: ${issue.values.map(String).join(', ')}.`
        : `This is missing. Use one of: ${issue.values.map(String).join(', ')}.`;
    case 'unrecognized_keys':
      return `There is no field called \`${issue.keys.join('`, `')}\` here. Correct its spelling or take it out.`;
    case 'too_small':
      return issue.origin === 'string' ? 'This is empty. Write something here.'
        : issue.origin === 'array' ? `This list is too short. Give at least ${String(issue.minimum)}.`
          : `${found ?? 'This'} is too small. Use ${String(issue.minimum)} or more.`;
    case 'too_big':
      return issue.origin === 'array' ? `This list is too long. Give at most ${String(issue.maximum)}.`
        : issue.origin === 'string' ? `This is too long. Use at most ${String(issue.maximum)} characters.`
          : `${found ?? 'This'} is too big. Use ${String(issue.maximum)} or less.`;
    case 'invalid_format':
      return `${found ?? 'This'} is not in the right form${issue.format === 'date' ? '. Write a date as 2026-11-22.' : issue.format === 'url' ? '. Write a full address that starts with https://.' : `. ${issue.message}`}`;
    case 'invalid_union':
      return `${found ?? 'This'} fits none of the forms allowed here. ${'note' in issue && issue.discriminator ? `Check \`${issue.discriminator}\`.` : 'Look at the samples.'}`;
    default:
      return issue.message;
  }
}

function shorten(value: unknown): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value) ?? String(value);
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
}

/** Takes a Markdown file's text; gives its front matter and body, with the lines before each. Without front matter the first is empty. */
export function splitFrontMatter(text: string): {frontMatter: string; body: string; linesBeforeBody: number} {
  const match = /^---\r?\n([\s\S]*?\r?\n)?---[ \t]*(?:\r?\n|$)/.exec(text);
  if (!match) return {frontMatter: '', body: text, linesBeforeBody: 0};
  return {frontMatter: match[1] ?? '', body: text.slice(match[0].length), linesBeforeBody: match[0].split('\n').length - 1};
}
