import * as z from 'zod';
import {LIMITS} from './answers.ts';
import {AUDIENCES, COMPLEXITIES, DECISION_STAGES, DUTIES, GEOGRAPHIES, KNOWLEDGE, LEVELS, PURPOSES, SENSITIVITIES, termsOf} from './vocabulary.ts';

const within = ({min, max}: {min: number; max: number}) => z.int().min(min).max(max);

/** What a practitioner knows when choosing methods. Only the purpose is required; leaving out the rest never shortens the answer. */
export const Brief = z.strictObject({
  /** Is anything still open? False: the decision cannot change. Left out: not known yet. */
  canChange: z.boolean().optional(),
  /** Must the body consult, by law or because people may expect it? */
  duty: z.enum(termsOf(DUTIES)).optional(),
  /** What earlier answers and figures have told already. */
  known: z.enum(termsOf(KNOWLEDGE)).optional(),
  /** What people are asked to do. */
  level: z.enum(LEVELS).optional(),
  /** What the exercise is for. */
  purpose: z.enum(termsOf(PURPOSES)),
  /** Who must be heard. An empty list means the same as leaving it out. */
  audience: z.array(z.enum(termsOf(AUDIENCES))).optional(),
  decisionStage: z.enum(termsOf(DECISION_STAGES)).optional(),
  /** Weeks from today until results are needed. */
  weeksAvailable: within(LIMITS.weeksAvailable).optional(),
  /** 1 to 5, money for outside costs; see COST_BANDS. */
  budgetBand: within(LIMITS.budgetBand).optional(),
  /** 1 to 5, time of our own staff; see STAFF_EFFORTS. */
  staffEffort: within(LIMITS.staffEffort).optional(),
  sensitivity: z.enum(termsOf(SENSITIVITIES)).optional(),
  complexity: z.enum(termsOf(COMPLEXITIES)).optional(),
  geography: z.enum(termsOf(GEOGRAPHIES)).optional(),
  /** How many people the decision touches. */
  numberAffected: within(LIMITS.numberAffected).optional(),
});
export type Brief = z.infer<typeof Brief>;

/** A brief under way: nothing in it is required yet. */
export type PartialBrief = Partial<Brief>;

/** A brief made ready for ranking: the audiences stand in the order of the vocabulary, each once, and are empty when none is named. */
export type Asked = Brief & {audience: NonNullable<Brief['audience']>};
