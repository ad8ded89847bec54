import * as z from 'zod';
import {Id} from '../quizzes/question.ts';

/** The four parts of a consultation's life, in order, with the words shown for each. */
export const PHASES = {
  plan: 'Plan',
  prepare: 'Prepare',
  run: 'Run',
  report: 'Report and learn',
} as const;
export type Phase = keyof typeof PHASES;
export const PHASE_IDS = Object.keys(PHASES) as [Phase, ...Phase[]];

const Text = z.string().trim().min(1);

/** A principle of the code. Its id is an anchor on the page of principles. */
export const Principle = z.strictObject({
  id: Id,
  title: Text,
  /** What it asks, in two or three sentences. */
  principle: Text,
  /** What somebody who keeps it does. */
  inPractice: z.array(Text).min(3).max(4),
  /** What goes wrong without it. */
  risk: Text,
});
export type Principle = z.infer<typeof Principle>;

/** A step of the involvement process, asked of a consultation as one question. Its number is its place in the list. */
export const Step = z.strictObject({
  id: Id,
  /** What to do, as an order. */
  title: Text,
  /** Asked of a consultation and answered yes, partly, no or does not apply. */
  question: Text.regex(/\?$/, 'A question ends with a question mark. Add one.'),
  goodLooksLike: z.array(Text).min(2).max(4),
  /** What to keep, so that the answer can be shown to be true. */
  evidence: z.array(Text).min(2).max(3),
  /** Address of the page that helps. */
  more: z.string().regex(/^\/(?:[a-z0-9-]+\/)+(?:#[a-z0-9-]+)?$/, 'Write an address on this site with a slash at both ends, for instance /toolkit/journey/time/.'),
  /** What the link to that page says. */
  moreText: Text,
  /** Id of the principle that the step puts to work. */
  principle: Id,
  phase: z.enum(PHASE_IDS),
});
export type Step = z.infer<typeof Step>;

/**
 * `docs/code-of-practice/code.yml`: six principles and an involvement process of 18 steps, as in the Staffordshire Compact's
 * Consultation and Policy Code of Practice. A number in a committee report must mean the same step for years, so the counts are fixed.
 */
export const PracticeCode = z
  .strictObject({
    principles: z.array(Principle).length(6),
    steps: z.array(Step).length(18),
  })
  .superRefine(({principles, steps}, context) => {
    const problem = (path: PropertyKey[], message: string): void => context.addIssue({code: 'custom', path, message});
    for (const [list, entries] of [['principles', principles], ['steps', steps]] as const) {
      for (const field of ['id', 'title'] as const) {
        const seen = new Set<string>();
        entries.forEach((entry, index) => {
          if (seen.has(entry[field])) problem([list, index, field], `\`${entry[field]}\` stands here twice. Give each entry its own.`);
          seen.add(entry[field]);
        });
      }
    }
    const known = principles.map(({id}) => id);
    steps.forEach(({principle, phase}, index) => {
      if (!known.includes(principle)) problem(['steps', index, 'principle'], `\`${principle}\` is not a principle of the code. Use one of: ${known.join(', ')}.`);
      const before = steps[index - 1]?.phase;
      if (before !== undefined && PHASE_IDS.indexOf(phase) < PHASE_IDS.indexOf(before)) {
        problem(['steps', index, 'phase'], `\`${phase}\` comes before \`${before}\`, the phase of the step above. Steps are numbered through the phases, so keep the phases in order.`);
      }
    });
    for (const phase of PHASE_IDS) {
      if (!steps.some((step) => step.phase === phase)) problem(['steps'], `No step is in the phase \`${phase}\`. Give it at least one.`);
    }
    principles.forEach(({id}, index) => {
      if (!steps.some((step) => step.principle === id)) problem(['principles', index, 'id'], `No step puts \`${id}\` to work. Name it in at least one step.`);
    });
  });
export type PracticeCode = z.infer<typeof PracticeCode>;

/** A step with the number that it has in the code, counted from 1. */
export interface NumberedStep extends Step {
  number: number;
}

/** The steps with their numbers, in the four phases. */
export function stepsByPhase(code: PracticeCode): {phase: Phase; steps: NumberedStep[]}[] {
  const numbered = code.steps.map((step, index): NumberedStep => ({...step, number: index + 1}));
  return PHASE_IDS.map((phase) => ({phase, steps: numbered.filter((step) => step.phase === phase)}));
}
