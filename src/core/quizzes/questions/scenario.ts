import * as z from 'zod';
import {firstRepeated, notAnswered, OptionId, PlaceId, QuestionBase, toMarked, toPublicBase, UNITS_PER_MARK} from '../question.ts';
import type {Marked, PartFeedback, PublicBase, PublicOption} from '../question.ts';

const Choice = z.strictObject({
  id: OptionId,
  text: z.string().min(1),
  /** What the choice earns, in whole percent of the step. */
  credit: z.int().min(0).max(100).default(0),
  /** What follows from it, and why it was a good choice or a poor one. */
  why: z.string().min(1),
  /** The step that follows. Left out where the case ends. */
  next: PlaceId.optional(),
});
const Step = z.strictObject({id: PlaceId, text: z.string().min(1), options: z.array(Choice).min(2).max(4)});

/** A case in steps. What was chosen decides what happens next. */
export const schema = QuestionBase.extend({
  type: z.literal('scenario'),
  steps: z.array(Step).min(2).max(9),
}).superRefine((question, context) => {
  const ids = question.steps.map(({id}) => id);
  const repeated = firstRepeated(ids);
  if (repeated) context.addIssue({code: 'custom', path: ['steps'], message: `Step \`${repeated}\` is there twice. Give each step its own digit.`});
  question.steps.forEach((step, index) => {
    const twice = firstRepeated(step.options.map((option) => option.id));
    if (twice) context.addIssue({code: 'custom', path: ['steps', index, 'options'], message: `Option \`${twice}\` is there twice. Give each option its own letter.`});
    if (!step.options.some(({credit}) => credit === 100)) context.addIssue({code: 'custom', path: ['steps', index, 'options'], message: 'No option earns everything. Write `credit: 100` on the best one.'});
    step.options.forEach(({next}, place) => {
      if (next !== undefined && ids.indexOf(next) <= index) {
        context.addIssue({code: 'custom', path: ['steps', index, 'options', place, 'next'], message: `\`next: "${next}"\` must name a later step, so that a case always ends. Later steps here: ${ids.slice(index + 1).join(', ') || 'none'}.`});
      }
    });
    if (index > 0 && !question.steps.slice(0, index).some((earlier) => earlier.options.some(({next}) => next === step.id))) {
      context.addIssue({code: 'custom', path: ['steps', index, 'id'], message: `No choice leads to step \`${step.id}\`. Write \`next: "${step.id}"\` on one, or take the step out.`});
    }
  });
  if (!question.steps.some(({options}) => new Set(options.map(({next}) => next ?? 'end')).size > 1)) {
    context.addIssue({code: 'custom', path: ['steps'], message: 'Every choice leads to the same place, so the case has no branch. Let one choice lead to another step, or to the end.'});
  }
});
export type Scenario = z.infer<typeof schema>;

/** Step id to option id, for the steps taken. Answers to steps off the path are taken no notice of. */
export const response = z.record(PlaceId, OptionId);
export type ScenarioResponse = z.infer<typeof response>;

/** An option of a step before it is chosen. In practice, where the answers ship with the page, it brings its `why` along. */
export interface PublicChoice extends PublicOption {
  next?: string;
  why?: string;
}

export interface PublicScenario extends PublicBase {
  type: 'scenario';
  steps: {id: string; text: string; options: PublicChoice[]}[];
}

/** What a learner may see before answering. */
export function toPublic(question: Scenario): PublicScenario {
  return {
    type: 'scenario', ...toPublicBase(question),
    steps: question.steps.map((step) => ({id: step.id, text: step.text, options: step.options.map(({id, text, next}) => ({id, text, next}))})),
  };
}

/** The way through a case. */
export interface Path<S> {
  /** The steps taken, each with the id of what was chosen. */
  taken: {step: S; chosen: string}[];
  /** The step that is open now; null at the end of the case. */
  open: S | null;
}

/** Walks a case from its first step by the answers given, and stops at the first step without one. */
export function pathOf<S extends {id: string; options: readonly {id: string; next?: string}[]}>(steps: readonly S[], given: ScenarioResponse | undefined): Path<S> {
  const taken: Path<S>['taken'] = [];
  let open = steps[0] ?? null;
  while (open) {
    const step: S = open;
    const choice = step.options.find((option) => option.id === given?.[step.id]);
    if (!choice) return {taken, open};
    taken.push({step, chosen: choice.id});
    open = choice.next === undefined ? null : steps.find(({id}) => id === choice.next) ?? null;
  }
  return {taken, open: null};
}

/** The mean of what the choices on the path earned, cut down to a whole unit. A case that was not played to its end is not answered. */
export function mark(question: Scenario, given: ScenarioResponse | undefined): Marked {
  const of = question.marks * UNITS_PER_MARK;
  const {taken, open} = pathOf(question.steps, given);
  if (open) return notAnswered(of);
  const earned = taken.reduce((sum, {step, chosen}) => sum + (step.options.find(({id}) => id === chosen)?.credit ?? 0), 0);
  return toMarked(Math.floor((of * earned) / (100 * taken.length)), of);
}

/** What followed from each choice; with the key, the best choice at each step taken. */
export function explain(question: Scenario, given: ScenarioResponse | undefined, withKey: boolean): PartFeedback[] {
  return pathOf(question.steps, given).taken.map(({step, chosen}) => {
    const choice = step.options.find(({id}) => id === chosen);
    const best = step.options.find(({credit}) => credit === 100);
    return {
      id: step.id, text: step.text, chosen: true, right: choice?.credit === 100, credit: choice?.credit ?? 0, why: choice?.why ?? '',
      ...(withKey && best && {answer: best.text}),
    };
  });
}
