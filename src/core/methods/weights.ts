import type {Purpose} from './vocabulary.ts';

/**
 * How much each part of the fit counts. Practice judgement throughout, kept in one place so that it can be argued with.
 * Popularity never counts: a 2002 Home Office survey of crime and disorder partnerships found public meetings used by 67% and
 * called useful by 28%, and citizens' panels used by 24% and called useful by 83% (reported to the Metropolitan Police Authority, 2003).
 * A part whose answer is not known is left out of the sum on both sides, so that "not sure" neither helps nor harms a method.
 */
export const WEIGHTS = {
  /** Purpose comes first: in the one published study of a selector's users, 62% put it top (Kwan and others, 2021). */
  purpose: 30,
  /** A method that misses the people concerned fails whatever else it does. */
  audience: 22,
  /**
   * The kind of answer that some purposes cannot do without. Figures for a population need a sample of it. A legal duty needs room for
   * the proposal in full: the second Gunning principle asks for enough information to consider it properly.
   */
  evidence: 16,
  /** An exercise at the wrong moment cannot influence the decision, which is the first Gunning principle. */
  stage: 12,
  /** Raised by a hard subject only. People who feel exposed do not speak. */
  sensitivity: 12,
  /** The promise made to people; a step to the next level is half a fit. */
  level: 10,
  /** The gate keeps out what cannot be done. Here, time to do it well counts a little. */
  weeks: 8,
  /** The gate keeps out what is far beyond the money. Here, one band too dear counts against. */
  budget: 8,
  /** Whether our own staff have the time. Counts as money does. */
  staff: 8,
  /** Raised by a subject that people have to learn about. A tick-box asks for an answer that they do not have yet. */
  complexity: 8,
  /** Whether the usual numbers match the people affected. */
  number: 8,
  /** Whether people have to travel far, or the place is too small for a wide sweep. */
  place: 4,
  /** How much people can say, for purposes where that matters. Balances effort, which would else always favour the thinnest method. */
  depth: 4,
  /** Between two good methods, the one that asks less of our own staff. Small, so that effort never beats fit. */
  effort: 4,
} as const;
export type PartId = keyof typeof WEIGHTS;

/** A method that is neither good nor poor for an audience: it may reach them, nothing says it will. */
export const NEUTRAL_AUDIENCE = 0.4;
/** A method made for a purpose close to the one asked. */
export const NEAR_PURPOSE = 0.5;
/** One level or one stage away. */
export const NEXT_DOOR = 0.4;

/** Purposes whose answer is a figure for a whole population. */
export const FIGURE_PURPOSES: readonly Purpose[] = ['measure-opinion', 'track-change'];
/** Purposes that gain nothing from a long conversation, or whose kind of answer is judged by `evidence`. */
export const SHALLOW_PURPOSES: readonly Purpose[] = ['measure-opinion', 'track-change', 'give-information', 'accountability', 'meet-statutory-duty'];
/** Purposes that need a cross-section, though not a number. */
export const CROSS_SECTION_PURPOSES: readonly Purpose[] = ['informed-public-judgement'];

/**
 * Purposes that a method made for one of them also serves in part. Without this table, a purpose that few methods name
 * (scoping, for instance) would rank the rest at random.
 */
export const NEAR_PURPOSES: Readonly<Record<Purpose, readonly Purpose[]>> = {
  'measure-opinion': ['track-change'],
  'track-change': ['measure-opinion'],
  'gather-views': ['explore-why', 'reach-under-represented', 'check-understanding'],
  'explore-why': ['gather-views', 'reach-under-represented', 'test-service'],
  'generate-ideas': ['design-together', 'explore-why'],
  'choose-between-options': ['informed-public-judgement', 'resolve-conflict', 'allocate-money'],
  'informed-public-judgement': ['choose-between-options'],
  'resolve-conflict': ['choose-between-options', 'informed-public-judgement', 'build-relationships'],
  'design-together': ['generate-ideas', 'test-materials'],
  'allocate-money': ['choose-between-options'],
  'test-service': ['test-materials', 'explore-why'],
  'test-materials': ['test-service', 'check-understanding'],
  'expert-view': ['explore-why'],
  'give-information': ['accountability', 'check-understanding'],
  'meet-statutory-duty': ['gather-views', 'give-information'],
  'reach-under-represented': ['explore-why', 'build-relationships'],
  'build-relationships': ['reach-under-represented', 'design-together'],
  accountability: ['give-information', 'gather-views'],
  'check-understanding': ['test-materials', 'gather-views'],
  'avoid-fatigue': ['track-change', 'explore-why'],
  scope: ['generate-ideas', 'explore-why', 'expert-view'],
};
