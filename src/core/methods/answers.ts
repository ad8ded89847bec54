import type {Asked, Brief, PartialBrief} from './brief.ts';
import {AUDIENCES, COMPLEXITIES, DECISION_STAGES, DUTIES, GEOGRAPHIES, KNOWLEDGE, LEVELS, PURPOSES, SENSITIVITIES, termsOf} from './vocabulary.ts';
import type {Audience} from './vocabulary.ts';

/** The least and the most that a number in the brief may be. */
export const LIMITS = {
  /** Ten years. */
  weeksAvailable: {min: 1, max: 520},
  budgetBand: {min: 1, max: 5},
  staffEffort: {min: 1, max: 5},
  /** More than everybody in the UK. */
  numberAffected: {min: 1, max: 100_000_000},
} as const;

const TERMS = {
  duty: new Set<unknown>(termsOf(DUTIES)),
  known: new Set<unknown>(termsOf(KNOWLEDGE)),
  level: new Set<unknown>(LEVELS),
  purpose: new Set<unknown>(termsOf(PURPOSES)),
  decisionStage: new Set<unknown>(termsOf(DECISION_STAGES)),
  sensitivity: new Set<unknown>(termsOf(SENSITIVITIES)),
  complexity: new Set<unknown>(termsOf(COMPLEXITIES)),
  geography: new Set<unknown>(termsOf(GEOGRAPHIES)),
};

/**
 * Can this field of the brief hold this value? Says the same as the schema `Brief`, without the 60 KB that a schema library would
 * add to the page. A list of audiences must name at least one.
 */
export function isAnswer(field: keyof PartialBrief, value: unknown): boolean {
  switch (field) {
    case 'canChange': return typeof value === 'boolean';
    case 'audience': return Array.isArray(value) && value.length > 0 && value.every(isAudience);
    case 'weeksAvailable':
    case 'budgetBand':
    case 'staffEffort':
    case 'numberAffected': {
      const {min, max} = LIMITS[field];
      return Number.isInteger(value) && Number(value) >= min && Number(value) <= max;
    }
    default: return Object.hasOwn(TERMS, field) && TERMS[field].has(value);
  }
}

/** Is this a word of the vocabulary of audiences? */
export function isAudience(value: unknown): value is Audience {
  return typeof value === 'string' && Object.hasOwn(AUDIENCES, value);
}

const AUDIENCE_ORDER = termsOf(AUDIENCES);

/** Takes audiences in any order; gives each once, in the order of the vocabulary, so that equal briefs give equal answers. */
export function sortAudiences(audiences: readonly Audience[]): Audience[] {
  const named = new Set(audiences);
  return AUDIENCE_ORDER.filter((audience) => named.has(audience));
}

/** The audiences that a brief names, sorted; empty when it names none. */
export function audiencesOf(brief: Pick<PartialBrief, 'audience'>): Audience[] {
  return sortAudiences(brief.audience ?? []);
}

/** Takes a brief; gives the same made ready for ranking, so that the many rules that look at audiences need not sort them again. */
export function askedIn(brief: Brief): Asked {
  return {...brief, audience: audiencesOf(brief)};
}
