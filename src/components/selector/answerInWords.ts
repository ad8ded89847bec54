import type {PartialBrief} from '#core/methods/brief.ts';
import type {Question} from '#core/methods/briefCode.ts';
import {AUDIENCES} from '#core/methods/vocabulary.ts';
import {peopleInWords, weeksInWords} from '#core/methods/words.ts';
import {QUESTION_TEXTS} from './questions.ts';

/** An answer as shown in the list of answers; "Not sure" where there is none. */
export function answerInWords(brief: PartialBrief, question: Question): string {
  const value = brief[question];
  if (value === undefined) return 'Not sure';
  if (question === 'audience') return (brief.audience ?? []).map((audience) => AUDIENCES[audience]).join('; ');
  if (question === 'weeksAvailable') return weeksInWords(Number(value));
  if (question === 'numberAffected') return peopleInWords(Number(value));
  const choices = QUESTION_TEXTS[question].groups?.flatMap((group) => group.choices) ?? [];
  return choices.find((choice) => choice.value === value)?.label ?? String(value);
}
