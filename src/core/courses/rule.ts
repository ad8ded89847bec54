import * as z from 'zod';
import {Id} from '../quizzes/question.ts';
import type {AttendanceRule} from './attendance.ts';

/** One condition that can be met by itself. */
export type Condition =
  /** Every lesson practised, or known already by a skills check. */
  | {lessons: 'all'}
  /** The course's assessment passed. */
  | {quiz: string; passed: true}
  /** Sessions of one run of the course attended. */
  | {attendance: AttendanceRule}
  /** A task of this course, judged competent. */
  | {task: string; judged: 'competent'}
  /** Another course, completed and not lapsed at the moment when the rest is met. */
  | {current: string}
  /** Another course, completed at any time. */
  | {completed: string};

/** All of some rules, or any of them. */
export type RuleGroup = {all: CompletionRule[]} | {any: CompletionRule[]};
/** What must be so for a course to be complete: a condition, or a group of rules, in any depth. */
export type CompletionRule = Condition | RuleGroup;

const KINDS = ['lessons', 'quiz', 'attendance', 'task', 'current', 'completed', 'all', 'any'] as const;
/** What has to stand beside a field, so that a rule reads as a sentence. */
const BESIDE: Partial<Record<(typeof KINDS)[number], readonly ['passed' | 'judged', string]>> = {quiz: ['passed', 'true'], task: ['judged', 'competent']};

const Rules = z.array(z.lazy(() => CompletionRule)).min(1);
const fault = (context: {addIssue: (issue: {code: 'custom'; path: string[]; message: string}) => void}, path: string[], message: string): void => context.addIssue({code: 'custom', path, message});

// One set of fields and not a union of sets, so that a fault is told at the field where it is.
export const CompletionRule = z.strictObject({
  lessons: z.literal('all').optional(),
  quiz: Id.optional(),
  passed: z.literal(true).optional(),
  attendance: z.strictObject({
    /** Percent of all sessions of the run, those still to come among them. */
    minPercent: z.int().min(1).max(100).optional(),
    minSessions: z.int().min(1).max(100).optional(),
    /** Every session that the trainer marked as mandatory. */
    mandatory: z.boolean().optional(),
  }).optional(),
  task: Id.optional(),
  judged: z.literal('competent').optional(),
  current: Id.optional(),
  completed: Id.optional(),
  all: Rules.optional(),
  any: Rules.optional(),
}).superRefine((rule, context) => {
  const [kind, ...more] = KINDS.filter((each) => rule[each] !== undefined);
  if (kind === undefined) return fault(context, [], `This asks for nothing. Give one of: ${KINDS.join(', ')}.`);
  if (more.length > 0) return fault(context, more.slice(0, 1), `\`${kind}\` stands here already. Put each condition into an item of its own, under \`all\` or \`any\`.`);
  for (const [asking, [field, value]] of Object.entries(BESIDE)) {
    if (asking === kind && rule[field] === undefined) fault(context, [kind], `Write \`${field}: ${value}\` beside it.`);
    if (asking !== kind && rule[field] !== undefined) fault(context, [field], `This belongs beside \`${asking}\`. Take it out.`);
  }
}) as unknown as z.ZodType<CompletionRule>;

export const RuleGroup = z.strictObject({all: Rules.optional(), any: Rules.optional()}).superRefine(({all, any}, context) => {
  if ((all === undefined) === (any === undefined)) fault(context, [], 'Give either `all` or `any`, with a list of conditions.');
}) as unknown as z.ZodType<RuleGroup>;

export function isGroup(rule: CompletionRule): rule is RuleGroup {
  return 'all' in rule || 'any' in rule;
}

/** The rules of a group, in order. */
export function partsOf(group: RuleGroup): readonly CompletionRule[] {
  return 'all' in group ? group.all : group.any;
}

/** A condition, and the path at which it stands in the rule. */
export interface PlacedCondition {
  condition: Condition;
  path: (string | number)[];
}

/** Every condition of a rule, in the order written. */
export function conditionsIn(rule: CompletionRule, path: readonly (string | number)[] = []): PlacedCondition[] {
  if ('all' in rule) return rule.all.flatMap((part, index) => conditionsIn(part, [...path, 'all', index]));
  if ('any' in rule) return rule.any.flatMap((part, index) => conditionsIn(part, [...path, 'any', index]));
  return [{condition: rule, path: [...path]}];
}

/** Ids of the other courses that a rule names, each once. */
export function coursesIn(rule: CompletionRule): string[] {
  return [...new Set(conditionsIn(rule).flatMap(({condition}) => ('current' in condition ? [condition.current] : 'completed' in condition ? [condition.completed] : [])))];
}

/** Whether a rule asks for sessions attended or for a judged task: things that a trainer writes down, and may correct. */
export function asksForTraining(rule: CompletionRule): boolean {
  return conditionsIn(rule).some(({condition}) => 'attendance' in condition || 'task' in condition);
}

/** Whether a rule asks for sessions attended. */
export function asksForSessions(rule: CompletionRule): boolean {
  return conditionsIn(rule).some(({condition}) => 'attendance' in condition);
}

/** Whether a rule asks for anything besides the lessons and the assessment. */
export function asksForMore(rule: CompletionRule): boolean {
  return conditionsIn(rule).some(({condition}) => !('lessons' in condition) && !('quiz' in condition));
}

/** The same rule with lapses left aside: a course that has to be current has to be completed. */
export function ignoringLapses(rule: RuleGroup): RuleGroup {
  const each = (part: CompletionRule): CompletionRule => (isGroup(part) ? ignoringLapses(part) : 'current' in part ? {completed: part.current} : part);
  return 'all' in rule ? {all: rule.all.map(each)} : {any: rule.any.map(each)};
}
