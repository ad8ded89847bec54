import {writeCsv} from '../csv.ts';
import {readOwnFile, wordsForFile, writeOwnFile} from './ownFile.ts';
import {PHASES, stepsByPhase} from './practiceCode.ts';
import type {PracticeCode} from './practiceCode.ts';
import {ANSWERS, answerTo, nameOf, SelfAssessment, summarise} from './selfAssessment.ts';
import type {StepAnswer} from './selfAssessment.ts';

/** Largest file that is read, in characters. All 18 steps filled to the brim come to less. */
export const LONGEST_FILE = 5_000_000;

/** A name for the file, made of the consultation's own. `ending`: csv or json. */
export function fileNameOf(assessment: SelfAssessment, ending: string): string {
  const words = wordsForFile(nameOf(assessment));
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

const FORM = {kind: 'askwell-self-assessment', what: 'a self-assessment', longest: LONGEST_FILE, schema: SelfAssessment} as const;

/** The assessment as a text that `fromJson` reads. */
export function toJson(assessment: SelfAssessment): string {
  return writeOwnFile(FORM, assessment);
}

/** Either the assessment, or a sentence that says what to do. */
export type FromFile = {ok: true; assessment: SelfAssessment} | {ok: false; sentence: string};

/** Reads a file that `toJson` wrote. Keeps answers to steps that the code does not have. Never throws. */
export function fromJson(text: string): FromFile {
  const read = readOwnFile(FORM, text);
  return read.ok ? {ok: true, assessment: read.value} : read;
}
