import * as z from 'zod';
import {stepsByPhase} from './practiceCode.ts';
import type {NumberedStep, Phase, PracticeCode} from './practiceCode.ts';

/** The answers to a question of the code, with the words shown for each. */
export const ANSWERS = {
  yes: 'Yes',
  partly: 'Partly',
  no: 'No',
  'does-not-apply': 'Does not apply',
} as const;
export type Answer = keyof typeof ANSWERS;
export const ANSWER_IDS = Object.keys(ANSWERS) as [Answer, ...Answer[]];

/** Most characters of a name and of a text, so that a file or a slip of the hand cannot fill the device. */
export const LONGEST = {name: 200, text: 20_000} as const;

const TypedText = z.string().max(LONGEST.text).default('');

/** What is written about one step. */
export const StepAnswer = z.strictObject({
  /** Null: not answered yet, though something may be written below. */
  answer: z.enum(ANSWER_IDS).nullable(),
  /** What shows that the answer is true; for "does not apply", why not. */
  evidence: TypedText,
  /** What will be done about it, by whom and by when. */
  action: TypedText,
});
export type StepAnswer = z.infer<typeof StepAnswer>;

/** A consultation held against the code. Steps are named by id, so that answers stay with their question. */
export const SelfAssessment = z.strictObject({
  /** Of this form. Raised when what an answer holds changes. */
  version: z.literal(1),
  /** The consultation's name. */
  name: z.string().max(LONGEST.name),
  /** The day on which it was begun, as 2026-11-22. */
  started: z.iso.date(),
  /** By step id. A step that the code does not have is kept: it may come from another version of the code. */
  answers: z.record(z.string().min(1).max(100), StepAnswer),
});
export type SelfAssessment = z.infer<typeof SelfAssessment>;

const NOTHING: StepAnswer = {answer: null, evidence: '', action: ''};

/** A new self-assessment with nothing answered. */
export function startAssessment(name: string, started: string): SelfAssessment {
  return {version: 1, name: name.trim().slice(0, LONGEST.name), started, answers: {}};
}

/** What is written about a step; nothing when that is nothing. */
export function answerTo({answers}: SelfAssessment, step: string): StepAnswer {
  return Object.hasOwn(answers, step) ? answers[step] ?? NOTHING : NOTHING;
}

/** The name to show. It may be empty while somebody types. */
export function nameOf({name}: Pick<SelfAssessment, 'name'>): string {
  return name.trim() || 'Consultation without a name';
}

/** The same consultation with no answers. */
export function withoutAnswers(assessment: SelfAssessment): SelfAssessment {
  return {...assessment, answers: {}};
}

/** One change by the person at the screen: the field, what they saw in it and what they made of it. */
export type Edit =
  | {field: 'name'; from: string; to: string}
  | {field: 'answer'; step: string; from: Answer | null; to: Answer | null}
  | {field: 'evidence' | 'action'; step: string; from: string; to: string};

function valueIn(assessment: SelfAssessment, edit: Edit): string | null {
  return edit.field === 'name' ? assessment.name : answerTo(assessment, edit.step)[edit.field];
}

function withEdit(assessment: SelfAssessment, edit: Edit): SelfAssessment {
  if (edit.field === 'name') return {...assessment, name: edit.to};
  const before = answerTo(assessment, edit.step);
  return {...assessment, answers: {...assessment.answers, [edit.step]: {...before, [edit.field]: edit.to}}};
}

/**
 * Makes a change to the assessment as it is stored by now, which another tab may have changed meanwhile. Touches one field only.
 * `overwritten`: what somebody else wrote there and the person making the change never saw; null when there is no such thing.
 */
export function applyEdit(stored: SelfAssessment, edit: Edit): {assessment: SelfAssessment; overwritten: string | null} {
  const found = valueIn(stored, edit);
  const unseen = found !== edit.from && found !== edit.to && found !== null && found !== '';
  return {assessment: withEdit(stored, edit), overwritten: unseen ? found : null};
}

/** What a step still lacks. `answer`: any answer. The others: the words without which the answer is worth little. */
export type Need = 'answer' | 'action' | 'evidence' | 'reason';

/** Takes what is written about a step. Gives what it lacks, or null. */
export function needOf({answer, evidence, action}: StepAnswer): Need | null {
  switch (answer) {
    case null: return 'answer';
    case 'yes': return evidence.trim() === '' ? 'evidence' : null;
    case 'does-not-apply': return evidence.trim() === '' ? 'reason' : null;
    default: return action.trim() === '' ? 'action' : null;
  }
}

/** How many steps have each answer; `open` have none. */
export type Counts = Record<Answer | 'open', number>;

export interface Summary {
  total: number;
  answered: number;
  counts: Counts;
  phases: {phase: Phase; total: number; counts: Counts}[];
  /** Steps that lack something, in the order of the code. */
  needs: {step: NumberedStep; need: Need}[];
  /** Steps for which an action is written down. */
  actions: {step: NumberedStep; answer: Answer | null; action: string}[];
  /** Answers to steps that this code does not have. */
  unknown: {step: string; answer: StepAnswer}[];
}

function countAnswers(answers: readonly StepAnswer[]): Counts {
  const counts: Counts = {yes: 0, partly: 0, no: 0, 'does-not-apply': 0, open: 0};
  for (const {answer} of answers) counts[answer ?? 'open'] += 1;
  return counts;
}

/** Takes an assessment and the code; gives how far it has come and what is left to do. */
export function summarise(assessment: SelfAssessment, code: PracticeCode): Summary {
  const phases = stepsByPhase(code);
  const steps = phases.flatMap((phase) => phase.steps);
  const counts = countAnswers(steps.map(({id}) => answerTo(assessment, id)));
  const known = new Set(steps.map(({id}) => id));
  return {
    total: steps.length,
    answered: steps.length - counts.open,
    counts,
    phases: phases.map(({phase, steps: within}) => ({phase, total: within.length, counts: countAnswers(within.map(({id}) => answerTo(assessment, id)))})),
    needs: steps.flatMap((step) => {
      const need = needOf(answerTo(assessment, step.id));
      return need ? [{step, need}] : [];
    }),
    actions: steps.flatMap((step) => {
      const {answer, action} = answerTo(assessment, step.id);
      return action.trim() === '' ? [] : [{step, answer, action}];
    }),
    unknown: Object.entries(assessment.answers).filter(([step]) => !known.has(step)).map(([step, answer]) => ({step, answer})),
  };
}
