import {textOf} from '../templates/phrases.ts';
import type {Phrase} from '../templates/phrases.ts';
import type {WordBlock} from '../word/blocks.ts';
import {nameOf, OpeningParagraph} from './openingParagraph.ts';
import type {Passage} from './openingParagraphParts.ts';
import {readOwnFile, wordsForFile, writeOwnFile} from './ownFile.ts';

/** Largest file that is read, in characters. Every field filled to the brim comes to less, even with each character escaped. */
export const LONGEST_FILE = 1_000_000;

/** A name for the file, made of the consultation's own. `ending`: json or docx. */
export function fileNameOf(draft: OpeningParagraph, ending: string): string {
  const words = wordsForFile(nameOf(draft));
  return `opening-paragraph-${words || 'consultation'}.${ending}`;
}

/** The phrases of a paragraph: its strong lead and its sentences, with a space between. */
export function phrasesOf({lead, sentences}: Extract<Passage, {kind: 'paragraph'}>): Phrase[] {
  const parts = sentences.map(({phrases}) => phrases);
  const all: Phrase[][] = lead === undefined ? parts : [[{kind: 'strong', text: lead}], ...parts];
  return all.flatMap((phrases, index) => (index === 0 ? phrases : [{kind: 'plain' as const, text: ' '}, ...phrases]));
}

/** The text with no marks but line breaks, and a hyphen before each item of a list. Ends with a line break. */
export function toPlainText(passages: readonly Passage[]): string {
  return passages.map((passage, index) => {
    const follows = passages[index + 1]?.kind === 'list' && passage.kind === 'paragraph';
    switch (passage.kind) {
      case 'heading': return `${passage.text}\n\n`;
      case 'paragraph': return `${textOf(phrasesOf(passage))}\n${follows ? '' : '\n'}`;
      case 'list': return `${passage.items.map((item) => `- ${textOf(item)}\n`).join('')}\n`;
    }
  }).join('').trimEnd().concat('\n');
}

/** The text as blocks of a Word file. */
export function toBlocks(passages: readonly Passage[]): WordBlock[] {
  return passages.map((passage): WordBlock => {
    switch (passage.kind) {
      case 'heading': return {kind: 'heading', level: passage.level === 1 ? 2 : 3, phrases: [{kind: 'plain', text: passage.text}]};
      case 'paragraph': return {kind: 'paragraph', phrases: phrasesOf(passage)};
      case 'list': return {kind: 'list', style: 'bullet', items: passage.items};
    }
  });
}

/** A text as HTML shows it, for an element's content and for an attribute in double quotes. */
export function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;').replaceAll("'", '&#39;');
}

/** Web addresses that are written in full, and e-mail addresses. Nothing else becomes a link. */
const ADDRESSES = /(https?:\/\/[^\s<>"'()]*[^\s<>"'().,;:!?])|([\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+)/giu;

function htmlOf(text: string): string {
  let end = 0;
  let html = '';
  for (const match of text.matchAll(ADDRESSES)) {
    const [found, web] = match;
    html += `${escapeHtml(text.slice(end, match.index))}<a href="${escapeHtml(web === undefined ? `mailto:${found}` : found)}">${escapeHtml(found)}</a>`;
    end = match.index + found.length;
  }
  return html + escapeHtml(text.slice(end));
}

const htmlOfPhrases = (phrases: readonly Phrase[]): string =>
  phrases.map(({kind, text}) => (kind === 'strong' ? `<strong>${escapeHtml(text)}</strong>` : kind === 'blank' ? `<mark>${escapeHtml(text)}</mark>` : htmlOf(text))).join('');

/** The text as HTML with real headings (from level 2), paragraphs and lists. All that was typed is escaped. */
export function toHtml(passages: readonly Passage[]): string {
  return passages.map((passage) => {
    switch (passage.kind) {
      case 'heading': return `<h${passage.level + 1}>${escapeHtml(passage.text)}</h${passage.level + 1}>\n`;
      case 'paragraph': return `<p>${htmlOfPhrases(phrasesOf(passage))}</p>\n`;
      case 'list': return `<ul>\n${passage.items.map((item) => `  <li>${htmlOfPhrases(item)}</li>\n`).join('')}</ul>\n`;
    }
  }).join('');
}

const FORM = {kind: 'askwell-opening-paragraph', what: 'a draft of an opening paragraph', longest: LONGEST_FILE, schema: OpeningParagraph} as const;

/** The draft as a text that `fromJson` reads. */
export function toJson(draft: OpeningParagraph): string {
  return writeOwnFile(FORM, draft);
}

/** Either the draft, or a sentence that says what to do. */
export type FromFile = {ok: true; draft: OpeningParagraph} | {ok: false; sentence: string};

/** Reads a file that `toJson` wrote. Never throws. */
export function fromJson(text: string): FromFile {
  const read = readOwnFile(FORM, text);
  return read.ok ? {ok: true, draft: read.value} : read;
}
