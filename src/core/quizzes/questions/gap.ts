import * as z from 'zod';
import {firstRepeated, notAnswered, Option, PlaceId, QuestionBase, toMarked, toPublicBase, UNITS_PER_MARK} from '../question.ts';
import type {Marked, PartFeedback, PublicBase, PublicOption} from '../question.ts';
import {LONGEST_TYPED, normalise} from './typed.ts';

/** A gap that is filled from a list. */
const ChosenGap = z.strictObject({id: PlaceId, options: z.array(Option).min(2).max(4)});
/** A gap that is typed. Every wording listed counts. */
const TypedGap = z.strictObject({id: PlaceId, accept: z.array(z.string().min(1).max(LONGEST_TYPED)).min(1), why: z.string().min(1)});

const MARKER = /\{(\w+)\}/g;

/** A text with gaps in it, marked `{1}`, `{2}` and so on. */
export const schema = QuestionBase.extend({
  type: z.literal('gap'),
  text: z.string().min(1),
  gaps: z.array(z.union([ChosenGap, TypedGap])).min(1).max(5),
}).superRefine((question, context) => {
  const ids = question.gaps.map(({id}) => id);
  const repeated = firstRepeated(ids);
  if (repeated) context.addIssue({code: 'custom', path: ['gaps'], message: `Gap \`${repeated}\` is there twice. Give each gap its own digit.`});
  const marked = [...question.text.matchAll(MARKER)].map(([, id]) => id ?? '');
  for (const id of ids) {
    if (marked.filter((each) => each === id).length !== 1) context.addIssue({code: 'custom', path: ['text'], message: `The text must hold {${id}} once, where that gap stands.`});
  }
  const stray = marked.find((id) => !ids.includes(id));
  if (stray !== undefined) context.addIssue({code: 'custom', path: ['text'], message: `The text holds {${stray}}, and there is no gap of that id. Add one, or take the marker out.`});
  question.gaps.forEach((gap, index) => {
    if (!('options' in gap)) return;
    const right = gap.options.filter((option) => option.right).length;
    if (right !== 1) context.addIssue({code: 'custom', path: ['gaps', index, 'options'], message: `A gap needs exactly one right option, and ${right} are marked. Write \`right: true\` on one.`});
    const twice = firstRepeated(gap.options.map((option) => option.id));
    if (twice) context.addIssue({code: 'custom', path: ['gaps', index, 'options'], message: `Option \`${twice}\` is there twice. Give each option its own letter.`});
  });
});
export type Gap = z.infer<typeof schema>;

/** Gap id to what was chosen (an option's id) or typed. A gap left open is left out. */
export const response = z.record(PlaceId, z.string().max(LONGEST_TYPED));
export type GapResponse = z.infer<typeof response>;

export interface PublicGap extends PublicBase {
  type: 'gap';
  text: string;
  /** Without options, the gap is typed. */
  gaps: {id: string; options?: PublicOption[]}[];
}

/** What a learner may see before answering. */
export function toPublic(question: Gap): PublicGap {
  return {
    type: 'gap', ...toPublicBase(question), text: question.text,
    gaps: question.gaps.map((gap) => ('options' in gap ? {id: gap.id, options: gap.options.map(({id, text}) => ({id, text}))} : {id: gap.id})),
  };
}

/** A text cut at its gaps: strings, and between them the ids of gaps. */
export function cutAtGaps(text: string): ({text: string} | {gap: string})[] {
  return text.split(/\{(\d)\}/).map((piece, index) => (index % 2 === 0 ? {text: piece} : {gap: piece}));
}

/** True when something stands in the gap. */
export function isFilled(given: GapResponse | undefined, id: string): boolean {
  return (given?.[id] ?? '').trim() !== '';
}

function isRight(gap: Gap['gaps'][number], given: string | undefined): boolean {
  if (given === undefined) return false;
  if ('options' in gap) return gap.options.some((option) => option.id === given && option.right);
  return gap.accept.some((text) => normalise(text) === normalise(given));
}

/** Right gaps of all gaps, cut down to a whole unit. */
export function mark(question: Gap, given: GapResponse | undefined): Marked {
  const of = question.marks * UNITS_PER_MARK;
  if (!given || !question.gaps.some(({id}) => isFilled(given, id))) return notAnswered(of);
  const hits = question.gaps.filter((gap) => isRight(gap, given[gap.id])).length;
  return toMarked(Math.floor((of * hits) / question.gaps.length), of);
}

/** What belongs into each gap and why. Without the key, only the gaps that were filled rightly are explained. */
export function explain(question: Gap, given: GapResponse | undefined, withKey: boolean): PartFeedback[] {
  return question.gaps.flatMap((gap): PartFeedback[] => {
    const right = isRight(gap, given?.[gap.id]);
    if (!withKey && !right) return [];
    const chosen = isFilled(given, gap.id);
    const part = {id: gap.id, text: `Gap ${gap.id}`, chosen, right};
    if (!('options' in gap)) return [{...part, why: gap.why, ...(withKey && {answer: gap.accept[0] ?? ''})}];
    const key = gap.options.find((option) => option.right);
    const told = gap.options.find((option) => option.id === given?.[gap.id]) ?? key;
    const why = !withKey || told === key ? told?.why ?? '' : `${told?.why ?? ''} ${key?.why ?? ''}`;
    return [{...part, why, ...(withKey && {answer: key?.text ?? ''})}];
  });
}

