import type {LiveRoom} from './api.ts';

/**
 * What became of an answer. `unsent`: kept here and tried again. `sent`: the service counts it. `late`: answers were closed, or the
 * trainer had gone on, before it arrived.
 */
export type Standing = 'unsent' | 'sent' | 'late';

export interface PhoneAnswer {
  questionId: string;
  chosen: string[];
  standing: Standing;
  /** What the service last confirmed for this question; a change that came too late leaves it counted. */
  counted: string[] | null;
}

/** One device in one room: all that it keeps, and only while its tab is open. */
export interface Phone {
  code: string;
  /** Made by chance for one room; it says that two answers came from one device, and nothing else. */
  token: string;
  view: LiveRoom | null;
  answers: PhoneAnswer[];
}

/** A phone that has just been given a code. */
export function openPhone(code: string, token: string): Phone {
  return {code, token, view: null, answers: []};
}

/** Reads what a tab kept, or gives null when it is not of this code or not readable. */
export function readPhone(text: string | null, code: string): Phone | null {
  if (text === null) return null;
  try {
    const kept = JSON.parse(text) as Partial<Phone> | null;
    const isWhole = kept?.code === code && typeof kept.token === 'string' && /^[0-9a-f]{32}$/.test(kept.token) && Array.isArray(kept.answers) && typeof kept.view === 'object';
    return isWhole ? kept as Phone : null;
  } catch {
    return null;
  }
}

/** Takes what the service says of the room. Another room under the same code is another day: nothing of the old one goes there. */
export function withView(phone: Phone, view: LiveRoom, newToken: string): Phone {
  if (phone.view && phone.view.room !== view.room) return {...openPhone(phone.code, newToken), view};
  // An answer to an older request may come after a newer one.
  return phone.view && phone.view.revision > view.revision ? phone : {...phone, view};
}

/** The answer to a question, if there is one. */
export function answerTo(phone: Phone, questionId: string): PhoneAnswer | null {
  return phone.answers.find((answer) => answer.questionId === questionId) ?? null;
}

function withAnswer(phone: Phone, answer: PhoneAnswer): Phone {
  return {...phone, answers: [...phone.answers.filter(({questionId}) => questionId !== answer.questionId), answer]};
}

const isSame = (a: readonly string[], b: readonly string[]): boolean => a.length === b.length && a.every((id) => b.includes(id));

/** Somebody chose: the answer is kept until the service has it. */
export function choose(phone: Phone, questionId: string, chosen: readonly string[]): Phone {
  const before = answerTo(phone, questionId);
  if (before?.standing === 'sent' && isSame(before.chosen, chosen)) return phone;
  return withAnswer(phone, {questionId, chosen: [...chosen], standing: 'unsent', counted: before?.counted ?? null});
}

/** The answer to send next, oldest first; null when nothing waits. */
export function nextUnsent(phone: Phone): PhoneAnswer | null {
  return phone.answers.find(({standing}) => standing === 'unsent') ?? null;
}

/** The service took this answer. When it was changed meanwhile, the change still waits. */
export function markSent(phone: Phone, {questionId, chosen}: PhoneAnswer): Phone {
  const now = answerTo(phone, questionId);
  if (!now) return phone;
  return withAnswer(phone, {...now, counted: chosen, standing: isSame(now.chosen, chosen) ? 'sent' : now.standing});
}

/** The service refused this answer for good. One that was chosen meanwhile still waits for its own verdict. */
export function markLate(phone: Phone, {questionId, chosen}: PhoneAnswer): Phone {
  const now = answerTo(phone, questionId);
  return now && isSame(now.chosen, chosen) ? withAnswer(phone, {...now, standing: 'late'}) : phone;
}

const EVERY_MS = 2000;
const SLOWEST_MS = 10_000;

/**
 * How long to wait before asking again, in milliseconds: 2 s, and up to 10 s after tries that found no service. `random` from 0 up to 1
 * spreads the phones of a room by a fifth, so that they do not all ask at the same moment when the network is back.
 */
export function waitBeforeAsking(failures: number, random: number): number {
  const wait = Math.min(SLOWEST_MS, EVERY_MS * 2 ** Math.min(failures, 10));
  return Math.round(wait * (0.9 + random * 0.2));
}
