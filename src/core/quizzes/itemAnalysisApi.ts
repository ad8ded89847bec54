import * as z from 'zod';
import {QUESTION_TYPES} from './questions/index.ts';

/** A figure with its 95% limits. Shares are fractions of 1. */
export const Estimate = z.object({value: z.number(), low: z.number(), high: z.number()});
export type Estimate = z.infer<typeof Estimate>;

/**
 * How far figures go, by the number of people: `hidden` under 5 (only how many), `counts` under 20, `early` (an early sign) under 50,
 * `steady` from 50 on. Item statistics shift much in small groups: Kromrey and Bacon (1992) tried 5 to 160 people. The limits are our
 * practice judgement.
 */
export const Band = z.enum(['hidden', 'counts', 'early', 'steady']);
export type Band = z.infer<typeof Band>;

/** `serious`: clear of chance at 95%. `look`: worth a look, and may be chance. `note`: good to know, and no fault. */
export const Severity = z.enum(['serious', 'look', 'note']);
export type Severity = z.infer<typeof Severity>;

export const FLAG_KINDS = [
  'negative-discrimination', 'wrong-option-preferred', 'wrong-option-stronger', 'low-discrimination', 'hard', 'left-open', 'easy', 'unused-option',
] as const;

/** Something about a question that its author should see. No flag takes a question away. */
export const ItemFlag = z.object({
  kind: z.enum(FLAG_KINDS),
  severity: Severity,
  /** What the figures say, in a sentence or two. */
  reason: z.string(),
  tryThis: z.string(),
});
export type ItemFlag = z.infer<typeof ItemFlag>;

/** One option of a question that is answered by choosing. */
export const OptionFigures = z.object({
  id: z.string(),
  text: z.string(),
  isRight: z.boolean(),
  /** People who chose it; null in band `hidden`. */
  count: z.int().nullable(),
  /** Of everybody who was asked. From 20 people on. */
  share: z.number().nullable(),
  /** Mean share of the other questions' marks among those who chose it. From 20 people asked and 5 who chose it. */
  meanRest: z.number().nullable(),
});
export type OptionFigures = z.infer<typeof OptionFigures>;

/** The statistics of a question, from 20 people on. */
export const ItemStatistics = z.object({
  /** Mean share of the marks. `rule`: Wilson's interval for all or nothing, Student's t where part of the marks can be had. */
  facility: Estimate.extend({rule: z.enum(['wilson', 't'])}),
  /** Of the share of the marks. */
  deviation: z.number(),
  /** Correlation with the share of the other questions' marks; null where either does not vary. */
  discrimination: Estimate.nullable(),
  efficiency: z.number().nullable(),
});
export type ItemStatistics = z.infer<typeof ItemStatistics>;

export const ItemFigures = z.object({
  itemId: z.string(),
  itemVersion: z.string(),
  /** True for a wording that is no longer asked. */
  isOld: z.boolean(),
  type: z.enum(QUESTION_TYPES),
  stem: z.string(),
  /** First attempts in which it was asked. */
  n: z.int(),
  band: Band,
  /** Null in band `hidden`. */
  leftOpen: z.int().nullable(),
  /** People with all of its marks; null in band `hidden`. */
  fullMarks: z.int().nullable(),
  /** Share of the marks that blind guessing brings; null where nobody can say. */
  guess: z.number().nullable(),
  statistics: ItemStatistics.nullable(),
  /** Empty for a question that is not answered by choosing. */
  options: z.array(OptionFigures),
  flags: z.array(ItemFlag),
});
export type ItemFigures = z.infer<typeof ItemFigures>;

/** The assessment as a whole. */
export const WholeFigures = z.object({
  /** First attempts: one of each person. */
  n: z.int(),
  band: Band,
  /** People who passed at the first attempt; null in band `hidden`, or where there is no pass mark. */
  passed: z.int().nullable(),
  passShare: Estimate.nullable(),
  /** Mean share of all marks, with limits by Student's t. */
  mean: Estimate.nullable(),
  deviation: z.number().nullable(),
  alpha: z.number().nullable(),
  /** Why there is no alpha, in a sentence. */
  whyNoAlpha: z.string().nullable(),
});
export type WholeFigures = z.infer<typeof WholeFigures>;

/** What `analyseItems` gives. Counts and figures alone: nothing in it says who. */
export const ItemAnalysis = z.object({whole: WholeFigures, items: z.array(ItemFigures)});
export type ItemAnalysis = z.infer<typeof ItemAnalysis>;

/** `GET /api/item-analysis/:quizId`. */
export const AssessmentAnalysis = ItemAnalysis.extend({
  quizId: z.string(),
  title: z.string(),
  /** True where more people took it than are counted; then the latest are. */
  isLatestOnly: z.boolean(),
  /** Attempts left out because the questions that they answered are no longer kept. */
  leftOut: z.int(),
});
export type AssessmentAnalysis = z.infer<typeof AssessmentAnalysis>;

/** `GET /api/item-analysis`: the assessments of today's courses, with the people who have handed one in. */
export const AssessmentList = z.object({assessments: z.array(z.object({quizId: z.string(), title: z.string(), people: z.int()}))});
export type AssessmentList = z.infer<typeof AssessmentList>;
