import * as z from 'zod';
import type {Task} from './task.ts';

/** Characters in a text. Room for 5,000 long words, the most that a task may ask for. */
export const LONGEST_EVIDENCE = 50_000;
/** Characters in a link. */
export const LONGEST_LINK = 1000;

/** What somebody hands in: a text, a link to something of their own, or both. */
export const Evidence = z.strictObject({
  text: z.string().trim().min(1).max(LONGEST_EVIDENCE, 'This is too long. Use at most 50,000 characters.').nullable(),
  link: z.string().trim().min(1).max(LONGEST_LINK, 'This link is too long. Use at most 1,000 characters.').nullable(),
});
export type Evidence = z.infer<typeof Evidence>;

/** How many words a text has: stretches without a space that hold a letter or a digit. */
export function countWords(text: string): number {
  return text.split(/\s+/u).filter((part) => /[\p{L}\p{N}]/u.test(part)).length;
}

/**
 * Where a link leads, in ASCII as browsers spell it, so that no look-alike letter hides another host. Null for what is no safe link: only
 * https, without a name or password in it, without spaces and control characters.
 */
export function hostOfLink(link: string): string | null {
  if (!/^https:\/\/[^\s\p{Cc}\\]+$/iu.test(link)) return null;
  let url: URL;
  try {
    url = new URL(link);
  } catch {
    return null;
  }
  return url.protocol === 'https:' && url.username === '' && url.password === '' && url.hostname !== '' ? url.host : null;
}

export interface EvidenceFault {
  field: 'text' | 'link';
  message: string;
}

/**
 * What is wrong with what somebody wants to hand in, for this task; nothing when it may go. The least number of words holds where nothing
 * but a text is handed in: beside a link a text may be a short note on it (practice judgement).
 */
export function faultsOfEvidence({evidence: kinds, words}: Pick<Task, 'evidence' | 'words'>, {text, link}: Evidence): EvidenceFault[] {
  const [takesText, takesLink] = [kinds.includes('text'), kinds.includes('link')];
  const fault = (field: 'text' | 'link', message: string): EvidenceFault[] => [{field, message}];
  if (text !== null && !takesText) return fault('text', 'This task takes a link and no text.');
  if (link !== null && !takesLink) return fault('link', 'This task takes a text and no link.');
  if (text === null && link === null) return fault(takesText ? 'text' : 'link', takesText ? (takesLink ? 'Write your text, or give a link.' : 'Write your text.') : 'Give a link.');
  const count = text === null ? 0 : countWords(text);
  return [
    ...(text !== null && words && count > words.most ? fault('text', `Your text has ${inWords(count)}. Cut it to ${inWords(words.most)} or fewer.`) : []),
    ...(text !== null && words && link === null && count < words.least ? fault('text', `Your text has ${inWords(count)}. The task asks for ${inWords(words.least)} or more.`) : []),
    ...(text !== null && count === 0 ? fault('text', 'Write your text in words.') : []),
    ...(link !== null && hostOfLink(link) === null ? fault('link', 'Give a full address that starts with https://, without a user name in it.') : []),
  ];
}

function inWords(count: number): string {
  return `${count.toLocaleString('en-GB')} ${count === 1 ? 'word' : 'words'}`;
}
