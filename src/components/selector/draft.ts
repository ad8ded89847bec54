import {isAnswer, LIMITS} from '#core/methods/answers.ts';
import type {PartialBrief} from '#core/methods/brief.ts';
import type {Question} from '#core/methods/briefCode.ts';
import type {Audience} from '#core/methods/vocabulary.ts';
import type {AnswerGiven, SelectorEvent} from '#machines/methodSelector.ts';
import {countInWords} from '#core/methods/words.ts';

/** What stands in the controls of the open question, before it is sent. */
export type Draft =
  | {kind: 'empty'}
  | {kind: 'not-sure'}
  | {kind: 'choice'; value: string | number | boolean}
  | {kind: 'audience'; value: Audience[]}
  /** As typed. */
  | {kind: 'number'; value: string};

/** The draft that shows an answer given before. */
export function draftOf(brief: PartialBrief, skipped: readonly Question[], question: Question): Draft {
  const value = brief[question];
  if (value === undefined) return skipped.includes(question) ? {kind: 'not-sure'} : {kind: 'empty'};
  if (Array.isArray(value)) return {kind: 'audience', value};
  return question === 'weeksAvailable' || question === 'numberAffected' ? {kind: 'number', value: String(value)} : {kind: 'choice', value};
}

/** The event that a draft amounts to, or a sentence that says what to do first. */
export function eventOf(question: Question, draft: Draft): SelectorEvent | string {
  if (draft.kind === 'not-sure') return {type: 'question.skipped', question};
  if (draft.kind === 'number' && draft.value.trim() !== '') {
    // People write 1,200 and 1 200.
    const value = Number(draft.value.replace(/[,\s]/g, ''));
    return isAnswer(question, value) ? ({type: 'answer.given', question, value} as AnswerGiven) : numberAdvice(question);
  }
  if ((draft.kind === 'choice' || draft.kind === 'audience') && isAnswer(question, draft.value)) {
    return {type: 'answer.given', question, value: draft.value} as AnswerGiven;
  }
  return question === 'weeksAvailable' || question === 'numberAffected' ? numberAdvice(question) : 'Choose an answer. If you do not know, choose “Not sure”.';
}

function numberAdvice(question: Question): string {
  const {min, max} = question === 'weeksAvailable' ? LIMITS.weeksAvailable : LIMITS.numberAffected;
  return `Write a whole number from ${min} to ${countInWords(max)}. If you do not know, choose “Not sure”.`;
}
