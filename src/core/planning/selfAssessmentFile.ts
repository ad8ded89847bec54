import type * as z from 'zod';
import {writeCsv} from '../csv.ts';
import {PHASES, stepsByPhase} from './practiceCode.ts';
import type {PracticeCode} from './practiceCode.ts';
import {ANSWERS, answerTo, nameOf, SelfAssessment, summarise} from './selfAssessment.ts';
import type {StepAnswer} from './selfAssessment.ts';

const KIND = 'askwell-self-assessment';

/** Largest file that is read, in characters. All 18 steps filled to the brim come to less. */
export const LONGEST_FILE = 5_000_000;

/** A name for the file, made of the consultation's own. `ending`: csv or json. */
export function fileNameOf(assessment: SelfAssessment, ending: string): string {
  const words = nameOf(assessment).toLowerCase().normalize('NFKD').replace(/\p{M}/gu, '').replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '').slice(0, 60).replace(/-$/, '');
  return `self-assessment-${words || 'consultation'}.${ending}`;
}

/** The assessment as a table, a row for each step of the code and one for each answer to a step that the code does not have. */
export function toCsv(assessment: SelfAssessment, code: PracticeCode): string {
  const line = (number: number | '', phase: string, title: string, question: string, {answer, evidence, action}: StepAnswer) =>
    [assessment.name, assessment.started, number, phase, title, question, answer ? ANSWERS[answer] : 'No answer', evidence, action];
  return writeCsv(
    ['Consultation', 'Started', 'Step', 'Phase', 'What to do', 'Question', 'Answer', 'Evidence or reason', 'Action'],
    [
      ...stepsByPhase(code).flatMap(({phase, steps}) => steps.map(({id, number, title, question}) => line(number, PHASES[phase], title, question, answerTo(assessment, id)))),
      ...summarise(assessment, code).unknown.map(({step, answer}) => line('', '', step, '', answer)),
    ],
  );
}

/** The assessment as a text that `fromJson` reads. */
export function toJson(assessment: SelfAssessment): string {
  return `${JSON.stringify({kind: KIND, ...assessment}, null, 2)}\n`;
}

/** Either the assessment, or a sentence that says what to do. */
export type FromFile = {ok: true; assessment: SelfAssessment} | {ok: false; sentence: string};

const refuse = (sentence: string): FromFile => ({ok: false, sentence});

/** Reads a file that `toJson` wrote. Trusts nothing in it; keeps answers to steps that the code does not have. Never throws. */
export function fromJson(text: string): FromFile {
  if (text.length > LONGEST_FILE) return refuse('This file is too big to be a self-assessment. Choose the file that “Download as JSON” saved.');
  let read: unknown;
  try {
    read = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return refuse('This file cannot be read as JSON. It may be another file, or only part of one. Choose the file that “Download as JSON” saved.');
  }
  if (typeof read !== 'object' || read === null || !('kind' in read) || read.kind !== KIND) {
    return refuse('This file is not a self-assessment. Choose the file that “Download as JSON” saved on this site.');
  }
  const {kind: _, ...rest} = read;
  if ('version' in rest && typeof rest.version === 'number' && rest.version > 1) {
    return refuse('This file comes from a newer version of the site. Reload this page and try again. If that does not help, open the file where it was saved.');
  }
  const checked = SelfAssessment.safeParse(rest);
  return checked.success ? {ok: true, assessment: checked.data} : refuse(sentenceOf(checked.error.issues));
}

function sentenceOf(issues: readonly z.core.$ZodIssue[]): string {
  const places = [...new Set(issues.map((issue) => (issue.code === 'unrecognized_keys' ? [...issue.path, ...issue.keys] : issue.path).map(String).join('.')))];
  const named = places.slice(0, 3).map((place) => `“${place}”`).join(', ');
  const more = places.length > 3 ? ` and ${places.length - 3} more` : '';
  return `Part of this file is damaged or was changed by hand: ${named}${more}. Nothing was loaded. Download the file again where it came from, or put those places right.`;
}
