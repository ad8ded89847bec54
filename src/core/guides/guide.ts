import * as z from 'zod';
import {READERS} from './readers.ts';
import type {Reader} from './readers.ts';

/** Most words in the summary of a page, so that it can be read at a glance in a list. */
export const SUMMARY_WORDS = 40;

const Address = z.string().regex(/^\/(?:[a-z0-9-]+\/)*(?:#[a-z0-9-]+)?$/, {message: 'This is not an address on this site. Write it from the top with a slash at both ends, for instance /methods/focus-group/.'});

const SourceKeys = z.array(z.string().regex(/^[A-Z0-9][A-Z0-9-]*$/, {message: 'A source is named by its key in docs/toolkit/sources/: capitals, digits and hyphens.'})).min(1);

/** What may and may not be said about a duty, with the source of each statement. */
export const DutyFacts = z.strictObject({
  topic: z.string().min(1),
  say: z.array(z.strictObject({
    text: z.string().min(1),
    /** False: general knowledge, which a lawyer must confirm before anybody relies on it. The page says so. */
    confirmed: z.boolean(),
    sources: SourceKeys.optional(),
  }).refine(({confirmed, sources}) => !confirmed || sources !== undefined, {path: ['sources'], message: 'A confirmed statement needs its sources. Add their keys, or set confirmed to false.'})).min(1),
  doNotSay: z.array(z.string().min(1)).min(1),
  /** The day on which somebody last read the sources. */
  checked: z.iso.date(),
});
export type DutyFacts = z.infer<typeof DutyFacts>;

/** A rule of writing that has a page of its own. The file's name is its id. */
export const RuleFacts = z.strictObject({
  id: z.string(),
  group: z.enum(['clear-print', 'plain-english', 'questions', 'elements']),
  severity: z.enum(['error', 'warning', 'advice']),
  /** The figure in words, for instance "12pt at least, 14pt better". */
  figure: z.string().min(1),
  /** Kinds of file in which it can be checked. */
  checked: z.array(z.enum(['docx', 'pdf', 'html', 'text'])),
});
export type RuleFacts = z.infer<typeof RuleFacts>;

/** The facts at the head of a page of guidance: `docs/toolkit`, `docs/code-of-practice` and `docs/writing`. */
export const GuideFacts = z
  .strictObject({
    title: z.string().min(1),
    /** Shown under the title, in lists and by search engines. */
    description: z.string().min(1),
    audience: z.array(z.enum(Object.keys(READERS) as [Reader, ...Reader[]])).min(1).max(3),
    /** The role, not the person, that keeps this page right. */
    owner: z.string().min(1),
    reviewed: z.iso.date(),
    reviewBy: z.iso.date(),
    /** Pages to read next. */
    related: z.array(Address).min(2).max(6),
    /** Keys of `docs/toolkit/sources/*.yml`, or the words `practice judgement`. */
    sources: z.union([z.literal('practice judgement'), SourceKeys]),
    /** Words or sentences that break a rule of plain English for a reason. */
    exceptions: z.array(z.strictObject({text: z.string().min(1), why: z.string().min(1)})).default([]),
    keywords: z.array(z.string()).default([]),
    /** Place of a page in the planning journey, from 1. */
    step: z.int().min(1).optional(),
    duty: DutyFacts.optional(),
    rule: RuleFacts.optional(),
    template: z.strictObject({for: z.string().min(1)}).optional(),
    /** False: no glossary terms are marked on this page. */
    terms: z.boolean().default(true),
    slug: Address.optional(),
    sidebar_position: z.number().optional(),
    sidebar_label: z.string().optional(),
    hide_table_of_contents: z.boolean().optional(),
  })
  .refine(({description}) => wordsIn(description) <= SUMMARY_WORDS, {
    path: ['description'], message: `The summary has more than ${SUMMARY_WORDS} words. Say what the page helps with, and leave the rest to the page.`,
  })
  .refine(({reviewed, reviewBy}) => reviewBy > reviewed, {path: ['reviewBy'], message: 'The next review is not after the last one. Write a later date.'});
export type GuideFacts = z.infer<typeof GuideFacts>;

/** A page of guidance: its facts, its address on the site and the file it came from. */
export interface Guide extends GuideFacts {
  address: string;
  file: string;
}

/** Words of a text, counted at white space as a word processor does. */
export function wordsIn(text: string): number {
  return text.split(/\s+/).filter(Boolean).length;
}

/** Words a minute by which reading times are given. GOV.UK Content Data uses the same figure (read 2026). */
export const READING_SPEED = 200;

/** Takes the number of words of a page. Gives the minutes that reading it takes, at least 1. */
export function readingMinutes(words: number): number {
  return Math.max(1, Math.round(words / READING_SPEED));
}

/**
 * Takes a file below `docs/` and gives the address at which the site shows it, unless its front matter has a `slug`: its path without
 * the ending, and `index` standing for its folder.
 */
export function addressOf(file: string): string {
  const path = file.replace(/^docs\//, '').replace(/\.md$/, '').replace(/(^|\/)index$/, '$1');
  return path === '' ? '/' : `/${path.replace(/\/$/, '')}/`;
}
