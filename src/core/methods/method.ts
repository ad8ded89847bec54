import * as z from 'zod';
import {AUDIENCES, DECISION_STAGES, LEVELS, PURPOSES, termsOf} from './vocabulary.ts';
import {judgedFactsOf} from './confidence.ts';
import type {UsedFact} from './confidence.ts';

const Range = z
  .strictObject({min: z.int().min(0), max: z.int().min(0)})
  .refine((range) => range.min <= range.max, {message: 'The lowest figure is above the highest. Swap them.'});

/** One thing said about a method, and who says so. No sources means practice judgement, and the page says that. */
const Claim = z.strictObject({
  text: z.string().min(1),
  /** Keys of `sources` below. Left out: practice judgement. */
  sources: z.array(z.string()).min(1).optional(),
});

const Term = z.int().min(1).max(5);
const JUDGEMENT = 'practice judgement';

/** The facts of a method, as written in the front matter of `docs/methods/<id>.md`. The file's name is the id. */
export const MethodFacts = z
  .strictObject({
    title: z.string().min(1),
    /** One sentence: what it is. Shown in lists, in the selector and to search engines. */
    description: z.string().min(1),
    /** Other names that people search for. */
    aka: z.array(z.string()).default([]),
    level: z.array(z.enum(LEVELS)).min(1),
    /** Who takes part. */
    reach: z.enum(['none', 'targeted', 'invited', 'self-selecting', 'broad', 'representative-small', 'representative', 'whole-population']),
    /** How many people one typical exercise hears. */
    participants: Range,
    /** Weeks from the decision to do it until results are in. */
    elapsedWeeks: Range,
    elapsedNote: z.string().optional(),
    /** 1 to 5; see COST_BANDS. */
    costBand: Term,
    costNote: z.string().optional(),
    /** 1 to 5; see STAFF_EFFORTS. */
    staffEffort: Term,
    skills: z.array(z.string()).default([]),
    faceToFace: z.boolean(),
    remote: z.boolean(),
    /** Participants are chosen to mirror the population. */
    representative: z.boolean(),
    /** Given a sound sample, the numbers may be reported as what the population thinks. */
    statisticallyProjectable: z.boolean(),
    /** 1 tick-box, 3 discussion, 5 sustained deliberation or a personal account. */
    depth: Term,
    handlesContention: Term,
    handlesComplexity: Term,
    audiences: z.strictObject({
      goodFor: z.array(z.enum(termsOf(AUDIENCES))).min(1),
      poorFor: z.array(z.enum(termsOf(AUDIENCES))),
    }),
    /** True: only for the audiences in goodFor. */
    audienceExclusive: z.boolean(),
    /** False: others start it, a public body cannot. */
    councilCanCommission: z.boolean(),
    /** False: taking part shows strangers who you are. */
    protectsIdentity: z.boolean(),
    purposes: z.array(z.enum(termsOf(PURPOSES))).min(1),
    stages: z.array(z.enum(termsOf(DECISION_STAGES))).min(1),
    pairsWith: z.array(z.string()).default([]),
    avoidWhen: z.array(z.string()).default([]),
    strengths: z.array(Claim).min(1),
    weaknesses: z.array(Claim).min(1),
    tips: z.array(Claim).default([]),
    /** Where each fact above comes from: keys of `sources`, or `practice judgement`. */
    provenance: z.record(z.string(), z.union([z.literal(JUDGEMENT), z.array(z.string()).min(1)])),
    sources: z.array(z.strictObject({key: z.string(), title: z.string(), url: z.url().optional()})).default([]),
    keywords: z.array(z.string()).default([]),
    /** The role, not the person, that keeps this page right. */
    owner: z.string().min(1),
    reviewed: z.iso.date(),
    reviewBy: z.iso.date(),
    sidebar_position: z.number().optional(),
  })
  .superRefine((facts, context) => {
    const both = facts.audiences.goodFor.find((audience) => facts.audiences.poorFor.includes(audience));
    if (both) {
      context.addIssue({code: 'custom', path: ['audiences', 'poorFor'], message: `\`${both}\` is in goodFor as well. Keep it in one of the two.`});
    }
    if (facts.reviewBy <= facts.reviewed) {
      context.addIssue({code: 'custom', path: ['reviewBy'], message: `\`${facts.reviewBy}\` is not after the review on ${facts.reviewed}. Write a later date.`});
    }
    const keys = new Set(facts.sources.map((source) => source.key));
    const cited: [PropertyKey[], readonly string[]][] = [
      ...(['strengths', 'weaknesses', 'tips'] as const).flatMap((list) =>
        facts[list].map((claim, index): [PropertyKey[], readonly string[]] => [[list, index, 'sources'], claim.sources ?? []])),
      ...Object.entries(facts.provenance).map(([field, from]): [PropertyKey[], readonly string[]] => [['provenance', field], from === JUDGEMENT ? [] : from]),
    ];
    for (const [path, from] of cited) {
      for (const key of from) {
        if (!keys.has(key)) {
          context.addIssue({code: 'custom', path: [...path], message: `\`${key}\` is not a key in sources. Add the source, or correct the key.`});
        }
      }
    }
  });
export type MethodFacts = z.infer<typeof MethodFacts>;

/** A method of the catalogue: its facts and the id that its file name gives it. */
export interface Method extends MethodFacts {
  id: string;
}

/** The part of a method that the selector ranks on and shows. Built field by field, so that a page carries no more than it needs. */
export interface MethodSummary extends Pick<
  Method,
  | 'id' | 'title' | 'description' | 'level' | 'reach' | 'participants' | 'elapsedWeeks' | 'costBand' | 'staffEffort' | 'faceToFace'
  | 'remote' | 'representative' | 'statisticallyProjectable' | 'depth' | 'handlesContention' | 'handlesComplexity' | 'audiences'
  | 'audienceExclusive' | 'councilCanCommission' | 'protectsIdentity' | 'purposes' | 'stages' | 'pairsWith' | 'avoidWhen'
> {
  /** Facts the selector ranks on that rest on practice judgement. */
  judged: UsedFact[];
}

/** Takes a method and gives what the selector needs of it. */
export function summariseMethod(method: Method): MethodSummary {
  return {
    id: method.id,
    title: method.title,
    description: method.description,
    level: method.level,
    reach: method.reach,
    participants: method.participants,
    elapsedWeeks: method.elapsedWeeks,
    costBand: method.costBand,
    staffEffort: method.staffEffort,
    faceToFace: method.faceToFace,
    remote: method.remote,
    representative: method.representative,
    statisticallyProjectable: method.statisticallyProjectable,
    depth: method.depth,
    handlesContention: method.handlesContention,
    handlesComplexity: method.handlesComplexity,
    audiences: method.audiences,
    audienceExclusive: method.audienceExclusive,
    councilCanCommission: method.councilCanCommission,
    protectsIdentity: method.protectsIdentity,
    purposes: method.purposes,
    stages: method.stages,
    pairsWith: method.pairsWith,
    avoidWhen: method.avoidWhen,
    judged: judgedFactsOf(method.provenance),
  };
}
