import type {TextField} from './openingParagraphFields.ts';

/** Where each rule is explained on this site. */
export const SOURCES = {
  paragraph: {href: '/writing/standard-opening-paragraph/', text: 'Standard opening paragraph'},
  template: {href: '/toolkit/templates/standard-opening-paragraph/', text: 'The template and its tests'},
  purpose: {href: '/toolkit/journey/purpose/', text: 'Purpose'},
  gunning: {href: '/toolkit/duties/fairness/', text: 'Fair consultation'},
  time: {href: '/toolkit/duties/time-to-respond/', text: 'Time to respond'},
  contact: {href: '/toolkit/standards/named-contact/', text: 'The named-contact rule'},
  channels: {href: '/writing/rules/contact-channels-incomplete/', text: 'Three ways to make contact'},
  feedback: {href: '/toolkit/feedback/you-said-we-did/', text: 'You said, we did'},
  formats: {href: '/writing/alternative-formats/', text: 'Alternative formats'},
  privacy: {href: '/toolkit/duties/data-protection/', text: 'Data protection'},
  words: {href: '/writing/rules/words-to-avoid/', text: 'Words to avoid'},
  sentences: {href: '/writing/rules/long-sentence/', text: 'Long sentences'},
} as const;
export type SourceId = keyof typeof SOURCES;

/** Something missing or weak in a draft. */
export interface Warning {
  /** `must`: do not publish like this. `check`: look again, it may be right. */
  level: 'must' | 'check';
  field: TextField | 'formats';
  /** What is wrong and what to do. */
  says: string;
  why: string;
  /** Where to read more. */
  more: {href: string; text: string};
}

/** Makes a warning; the last word names where the rule is explained. */
export function warn(level: Warning['level'], field: Warning['field'], says: string, why: string, source: SourceId): Warning {
  return {level, field, says, why, more: SOURCES[source]};
}
