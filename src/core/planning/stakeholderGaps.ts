import {AUDIENCE_GROUPS} from '../methods/groups.ts';
import type {Audience} from '../methods/vocabulary.ts';
import type {Stakeholder} from './stakeholders.ts';

interface CharacteristicFacts {
  name: string;
  /** Audiences that the characteristic itself defines: whoever stands for one of them stands for people who share it. */
  audiences: readonly Audience[];
  /** Guides that come nearest where no audience is defined by it. They stand for nothing by themselves. */
  near: readonly Audience[];
}

/**
 * The nine protected characteristics of the Equality Act 2010 (section 4). Which audience stands for which is practice judgement, and
 * kept narrow: a gap shown that is none costs a tick, a gap hidden costs people their say.
 */
export const CHARACTERISTICS = {
  age: {name: 'Age', audiences: ['children', 'young-people', 'young-people-not-in-groups', 'older-people'], near: []},
  disability: {name: 'Disability', audiences: ['disabled-people', 'learning-disabled-people', 'blind-partially-sighted', 'deaf-bsl-users'], near: []},
  // A group for lesbian, gay and bisexual people may or may not speak for trans people, so it has to be ticked.
  'gender-reassignment': {name: 'Gender reassignment', audiences: [], near: ['lgbt-people']},
  'marriage-civil-partnership': {name: 'Marriage and civil partnership', audiences: [], near: []},
  'pregnancy-maternity': {name: 'Pregnancy and maternity', audiences: [], near: ['carers-parents']},
  // Section 9 counts colour, nationality, and ethnic or national origins.
  race: {name: 'Race', audiences: ['minority-ethnic-communities', 'gypsy-roma-traveller', 'refugees-migrants'], near: ['people-with-limited-english']},
  'religion-belief': {name: 'Religion or belief', audiences: ['faith-communities'], near: []},
  sex: {name: 'Sex', audiences: [], near: []},
  'sexual-orientation': {name: 'Sexual orientation', audiences: ['lgbt-people'], near: []},
} as const satisfies Readonly<Record<string, CharacteristicFacts>>;
export type Characteristic = keyof typeof CHARACTERISTICS;
export const CHARACTERISTIC_IDS = Object.keys(CHARACTERISTICS) as Characteristic[];

/** Does the entry stand for people who share a characteristic: ticked by hand, or by way of an audience? */
export function standsFor({audiences, characteristics}: Pick<Stakeholder, 'audiences' | 'characteristics'>, characteristic: Characteristic): boolean {
  const defined: readonly Audience[] = CHARACTERISTICS[characteristic].audiences;
  return characteristics.includes(characteristic) || audiences.some((audience) => defined.includes(audience));
}

export interface Gaps {
  /** All nine, each with the entries that stand for it and the guides to read where there are none. */
  characteristics: {id: Characteristic; name: string; by: Stakeholder[]; guides: Audience[]}[];
  /** Audiences that nobody stands for, in the groups of the method selector; groups without gaps are left out. */
  groups: {name: string; audiences: Audience[]}[];
  missingAudiences: number;
  missingCharacteristics: number;
}

/** Takes the entries of a list. Gives whom nobody stands for. */
export function findGaps(entries: readonly Stakeholder[]): Gaps {
  const heard = new Set(entries.flatMap(({audiences}) => audiences));
  const characteristics = CHARACTERISTIC_IDS.map((id) => {
    const {name, audiences, near}: CharacteristicFacts = CHARACTERISTICS[id];
    return {id, name, by: entries.filter((entry) => standsFor(entry, id)), guides: [...audiences, ...near]};
  });
  const groups = AUDIENCE_GROUPS.map(({name, terms}) => ({name, audiences: terms.filter((audience) => !heard.has(audience))})).filter(({audiences}) => audiences.length > 0);
  return {
    characteristics, groups,
    missingAudiences: groups.reduce((sum, {audiences}) => sum + audiences.length, 0),
    missingCharacteristics: characteristics.filter(({by}) => by.length === 0).length,
  };
}

/** The address of the guide to an audience. */
export function audienceHref(audience: Audience): string {
  return `/toolkit/people/audiences/${audience}/`;
}
