import {isAnswer, isAudience, sortAudiences} from './answers.ts';
import type {PartialBrief} from './brief.ts';

/**
 * The selector's questions in the order asked. First whether to ask at all: is anything open, must we, how far has it got, and do we
 * know the answer already? Then what for and whom. The limits come last, because a person can say what they want before they know
 * what they have.
 */
export const QUESTIONS = [
  'canChange', 'duty', 'decisionStage', 'known', 'purpose', 'audience',
  'weeksAvailable', 'budgetBand', 'staffEffort', 'sensitivity', 'complexity', 'geography', 'numberAffected',
] as const;
export type Question = (typeof QUESTIONS)[number];

/** Names in the address. They stand in links that people have saved, so they never change meaning. */
const KEYS = {
  canChange: 'open', duty: 'duty', known: 'known', level: 'level', purpose: 'purpose', audience: 'audience', decisionStage: 'stage', weeksAvailable: 'weeks',
  budgetBand: 'budget', staffEffort: 'staff', sensitivity: 'sensitivity', complexity: 'complexity', geography: 'place', numberAffected: 'people',
} as const satisfies Record<keyof PartialBrief, string>;
type Field = keyof typeof KEYS;
const FIELDS = Object.keys(KEYS) as Field[];
const AT = 'at';
const MIX = 'mix';
/** More methods than a person could run, so that a made-up link cannot fill the page. */
const MOST_CHOSEN = 12;
const METHOD_ID = /^[a-z0-9-]{1,60}$/;
const NOT_SURE = 'not-sure';

/** Everything an address says: the answers, what was answered with "not sure", and which question is open. */
export interface Answers {
  brief: PartialBrief;
  /** Answered with "not sure". */
  skipped: Question[];
  /** The question that is open; null for the result. */
  at: Question | null;
  /** Ids of the methods that the person put in place of the mix recommended; null: they took it as it is. */
  chosen: string[] | null;
}

/** An address read back, with a sentence for each part that was dropped. */
export interface ReadAnswers extends Answers {
  dropped: string[];
}

/** Takes the answers; gives the query string without a question mark, in a fixed order, so that equal answers have equal addresses. */
export function writeBriefCode({brief, skipped, at, chosen}: Answers): string {
  const parts: string[] = [];
  for (const field of FIELDS) {
    const text = writeValue(brief, field);
    if (text !== null) parts.push(`${KEYS[field]}=${text}`);
    // A finished link needs no word for what is not known, except for the purpose, without which there is no result.
    else if (isQuestion(field) && skipped.includes(field) && (at !== null || field === 'purpose')) parts.push(`${KEYS[field]}=${NOT_SURE}`);
  }
  if (chosen !== null) parts.push(`${MIX}=${chosen.join(',')}`);
  if (at !== null) parts.push(`${AT}=${KEYS[at]}`);
  return parts.join('&');
}

function writeValue(brief: PartialBrief, field: Field): string | null {
  const value = brief[field];
  if (value === undefined) return null;
  if (field === 'canChange') return value === true ? 'yes' : 'no';
  // Ids and whole numbers need no escaping; a comma may stand in a query as it is.
  if (Array.isArray(value)) return value.length === 0 ? null : sortAudiences(value).join(',');
  return String(value);
}

/**
 * Takes a query string, with or without its question mark; gives the answers in it. Never throws: what it does not know it drops,
 * and says so. Keys are looked up in a fixed list, so `__proto__` and its like are nothing but unknown words.
 */
export function readBriefCode(query: string): ReadAnswers {
  const params = new URLSearchParams(query);
  const brief: PartialBrief = {};
  const skipped: Question[] = [];
  const dropped: string[] = [];
  for (const field of FIELDS) {
    const text = params.get(KEYS[field]);
    if (text === null) continue;
    if (text === NOT_SURE && isQuestion(field)) skipped.push(field);
    else dropped.push(...keep(brief, field, text));
  }
  const known = new Set<string>([...Object.values(KEYS), AT, MIX]);
  for (const key of new Set(params.keys())) {
    if (!known.has(key)) dropped.push(`“${shorten(key)}” is not one of the questions.`);
  }
  const open = params.get(AT);
  const at = QUESTIONS.find((question) => KEYS[question] === open) ?? null;
  if (open !== null && at === null) dropped.push(`“${shorten(open)}” is not one of the questions.`);
  const words = params.get(MIX)?.split(',').filter(Boolean) ?? null;
  const chosen = words && [...new Set(words.filter((word) => METHOD_ID.test(word)))].slice(0, MOST_CHOSEN);
  for (const word of words ?? []) if (!METHOD_ID.test(word)) dropped.push(`“${shorten(word)}” is not a method.`);
  return {brief, skipped, at, chosen, dropped};
}

/** Sets the field when the text holds a value for it; gives a sentence for each word that it does not know. */
function keep(brief: PartialBrief, field: Field, text: string): string[] {
  if (field === 'audience') {
    const words = text.split(',').filter(Boolean);
    const good = words.filter(isAudience);
    if (good.length > 0) brief.audience = sortAudiences(good);
    return words.filter((word) => !isAudience(word)).map((word) => unknown(field, word));
  }
  const value: unknown = field === 'canChange' ? {yes: true, no: false}[text as 'yes' | 'no']
    : field === 'weeksAvailable' || field === 'budgetBand' || field === 'staffEffort' || field === 'numberAffected' ? (/^\d{1,9}$/.test(text) ? Number(text) : undefined)
      : text;
  if (!isAnswer(field, value)) return [unknown(field, text)];
  Object.assign(brief, {[field]: value});
  return [];
}

const unknown = (field: Field, word: string): string => `“${shorten(word)}” is not an answer to “${KEYS[field]}”.`;

const shorten = (text: string): string => text.length > 40 ? `${text.slice(0, 37)}...` : text;

/** Is this field of the brief one that the selector asks about? */
export function isQuestion(field: string): field is Question {
  return (QUESTIONS as readonly string[]).includes(field);
}

