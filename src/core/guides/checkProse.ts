import type {Problem} from '../problem.ts';
import {bareAbbreviationsIn} from '../checker/abbreviations.ts';
import {wordsToAvoidIn} from '../checker/findWords.ts';
import {proseOf} from '../checker/prose.ts';
import type {Block} from '../checker/prose.ts';
import {sentencesOf} from '../checker/sentences.ts';

/** Most words a sentence has on average over a page. Plain English Campaign asks for 15 to 20. */
export const AVERAGE_WORDS = 18;
/** Most words of any sentence. GOV.UK asks writers to look at a sentence of more than 25; from here a page needs to say why. */
export const LONGEST_WORDS = 35;

/** A page as its author wrote it. */
export interface PageProse {
  file: string;
  /** The Markdown below the front matter. */
  body: string;
  /** Lines of the file before the body. */
  linesBefore: number;
  /** Sentences or words that break a rule for a reason that the front matter gives. */
  exceptions: readonly {text: string}[];
}

/**
 * Takes a page and gives what breaks our own rules of plain English: sentences that are too long or too long on average, words to avoid,
 * abbreviations that nobody explained, a second title, and an exception that no longer excuses anything.
 */
export function checkProse({file, body, linesBefore, exceptions}: PageProse): Problem[] {
  const blocks = proseOf(body);
  const used = new Set<string>();
  const excused = (text: string) => {
    const excuse = exceptions.find((each) => text.includes(each.text) || each.text.includes(text));
    if (excuse) used.add(excuse.text);
    return excuse !== undefined;
  };
  const problem = (line: number, message: string): Problem => ({file, line: linesBefore + line, field: 'text', message});
  const found = [
    ...longSentences(blocks, excused, problem),
    ...blocks.flatMap((block) => wordsToAvoidIn(block.text).filter(({found: word}) => !excused(word)).map(({entry, found: word, offset}) =>
      problem(block.line + block.text.slice(0, offset).split('\n').length - 1, `"${word}" is a word we avoid. Write instead: ${entry.instead}.`))),
    ...bareAbbreviationsIn(blocks).filter(({abbreviation}) => !excused(abbreviation)).map(({abbreviation, line}) =>
      problem(line, `"${abbreviation}" is not explained. Write its words first and the letters in brackets after them, or do without it.`)),
    ...secondTitles(body).map((line) => problem(line, 'A page has one title, which its front matter gives. Begin this heading with ## instead.')),
  ];
  const idle = exceptions.filter(({text}) => !used.has(text)).map(({text}): Problem =>
    ({file, line: 1, field: 'exceptions', message: `"${text}" excuses nothing on this page. Take the exception out.`}));
  return [...found, ...idle];
}

function longSentences(blocks: readonly Block[], excused: (text: string) => boolean, problem: (line: number, message: string) => Problem): Problem[] {
  const sentences = blocks.filter(({kind}) => kind === 'paragraph' || kind === 'item').flatMap(sentencesOf);
  const counted = sentences.filter(({whole}) => whole);
  const average = counted.reduce((sum, {words}) => sum + words, 0) / Math.max(1, counted.length);
  return [
    ...sentences.filter(({words, text}) => words > LONGEST_WORDS && !excused(text)).map(({words, text, line}) =>
      problem(line, `This sentence has ${words} words, and ${LONGEST_WORDS} is the most: "${text.slice(0, 60)}…" Make it two.`)),
    ...(average > AVERAGE_WORDS ? [problem(1, `Sentences on this page have ${average.toFixed(1)} words on average. Bring that down to ${AVERAGE_WORDS}.`)] : []),
  ];
}

function secondTitles(body: string): number[] {
  let fenced = false;
  return body.split('\n').flatMap((line, index) => {
    if (/^\s*(?:```|~~~)/.test(line)) fenced = !fenced;
    return !fenced && /^# /.test(line) ? [index + 1] : [];
  });
}
