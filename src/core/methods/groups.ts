import type {Audience, Purpose} from './vocabulary.ts';

/** Terms that stand together on a screen, under words that a practitioner would look for. */
export interface TermGroup<T extends string> {
  name: string;
  terms: readonly T[];
}

export const PURPOSE_GROUPS: readonly TermGroup<Purpose>[] = [
  {name: 'Find out what people think', terms: ['gather-views', 'explore-why', 'measure-opinion', 'track-change', 'reach-under-represented']},
  {name: 'Work out what to do', terms: ['scope', 'generate-ideas', 'choose-between-options', 'informed-public-judgement', 'resolve-conflict', 'design-together', 'allocate-money', 'expert-view']},
  {name: 'Check something', terms: ['test-service', 'test-materials', 'check-understanding', 'avoid-fatigue']},
  {name: 'Do a duty, tell people and keep in touch', terms: ['meet-statutory-duty', 'give-information', 'accountability', 'build-relationships']},
];

export const AUDIENCE_GROUPS: readonly TermGroup<Audience>[] = [
  {name: 'Everyone', terms: ['general-public', 'residents-of-an-area', 'service-users', 'non-users', 'tenants', 'visitors-commuters']},
  {name: 'Age and family', terms: ['children', 'young-people', 'young-people-not-in-groups', 'students', 'working-age-time-poor', 'older-people', 'carers-parents']},
  {name: 'Disability and communication', terms: ['disabled-people', 'learning-disabled-people', 'blind-partially-sighted', 'deaf-bsl-users', 'people-not-mobile', 'people-with-limited-english', 'low-literacy', 'digitally-excluded', 'shy-people']},
  {name: 'Communities', terms: ['minority-ethnic-communities', 'refugees-migrants', 'gypsy-roma-traveller', 'faith-communities', 'lgbt-people']},
  {name: 'Circumstances', terms: ['low-income', 'homeless-people', 'rural-isolated', 'people-in-sensitive-situations']},
  {name: 'Organisations', terms: ['voluntary-sector', 'organised-groups', 'businesses', 'landowners-developers', 'partners-statutory', 'experts-professionals']},
  {name: 'Inside your organisation', terms: ['councillors', 'staff', 'staff-without-desks']},
];
