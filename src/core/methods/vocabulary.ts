/**
 * The controlled terms of the method catalogue and of the selector's brief. A published term never changes meaning:
 * it stands in addresses, in files that people have saved and in the API.
 */

/** What people are asked to do, after the IAP2 spectrum of public participation. */
export const LEVELS = ['inform', 'consult', 'involve', 'collaborate', 'empower'] as const;
export type Level = (typeof LEVELS)[number];

/** What an exercise is for, each with the words shown to a practitioner. */
export const PURPOSES = {
  'measure-opinion': 'Measure how many people think what, so that the figures can stand for a whole population',
  'track-change': 'Ask the same question again, to see what has changed',
  'gather-views': 'Collect views from anybody who wants to respond',
  'explore-why': 'Find out the reasons and experience behind people’s views',
  'generate-ideas': 'Find new options',
  'choose-between-options': 'Weigh up options that are already known',
  'informed-public-judgement': 'Learn what a cross-section of people think once they know the facts',
  'resolve-conflict': 'Find a way through a question on which people are divided',
  'design-together': 'Shape a service or a place together with the people who will use it',
  'allocate-money': 'Let people decide how to spend a real sum',
  'test-service': 'Check how a service works for the people who use it',
  'test-materials': 'Check that a document, form or prototype works',
  'expert-view': 'Get specialist knowledge',
  'give-information': 'Tell people what is happening',
  'meet-statutory-duty': 'Do what a law says must be done',
  'reach-under-represented': 'Hear people who are seldom heard',
  'build-relationships': 'Build trust for the longer term',
  accountability: 'Answer in public for what has been done',
  'check-understanding': 'Find out whether people understand a proposal',
  'avoid-fatigue': 'Use what people have already told us',
  scope: 'Work out what the question is',
} as const;
export type Purpose = keyof typeof PURPOSES;

/** How far the decision has got. The first Gunning principle (R v Brent LBC ex p Gunning, 1985) turns on this. */
export const DECISION_STAGES = {
  'early-ideas': 'We know the problem and have no options yet',
  options: 'Two or more options are open',
  'preferred-proposal': 'One proposal is favoured, and it can still change',
  'statutory-proposal': 'A law prescribes this stage',
  implementation: 'The decision is made; how to carry it out is open',
  'review-monitoring': 'We are looking back at what happened',
} as const;
export type DecisionStage = keyof typeof DECISION_STAGES;

export const SENSITIVITIES = {
  low: 'Most people would talk about it with a stranger',
  medium: 'Some people would rather not say it in front of others',
  high: 'Speaking openly could hurt or expose somebody',
} as const;
export type Sensitivity = keyof typeof SENSITIVITIES;

/** Places, from the smallest to the largest. */
export const GEOGRAPHIES = {
  'single-site': 'One building or site',
  neighbourhood: 'A neighbourhood',
  ward: 'A ward or parish',
  town: 'A town',
  city: 'A city',
  district: 'A district or borough',
  county: 'A county or region',
  organisation: 'Our own organisation',
} as const;
export type Geography = keyof typeof GEOGRAPHIES;

/**
 * External cost of one typical exercise. Staff pay is left out. The bands are practice judgement, anchored on the
 * sourced figures in each method's cost note.
 */
export const COST_BANDS = {
  1: 'under £1,000',
  2: '£1,000 to £5,000',
  3: '£5,000 to £20,000',
  4: '£20,000 to £75,000',
  5: 'over £75,000',
} as const;
export type CostBand = keyof typeof COST_BANDS;

/** Time that our own staff put in. Practice judgement. */
export const STAFF_EFFORTS = {
  1: 'a few hours',
  2: 'up to about 3 days',
  3: '1 to 2 weeks',
  4: '2 to 5 weeks',
  5: 'more than 5 weeks',
} as const;
export type StaffEffort = keyof typeof STAFF_EFFORTS;

/** Whether the body is bound to consult, whatever it would like. */
export const DUTIES = {
  law: 'Yes, a law says that we must',
  promise: 'Yes, we have promised to, or we always have',
  none: 'No',
} as const;
export type Duty = keyof typeof DUTIES;

/** What is known before anybody is asked. */
export const KNOWLEDGE = {
  'not-looked': 'We have not looked yet',
  gaps: 'We have looked, and we know what is missing',
  enough: 'We have looked, and it answers the question',
} as const;
export type Knowledge = keyof typeof KNOWLEDGE;

/** How much somebody has to learn before they can give an answer that they would stand by. */
export const COMPLEXITIES = {
  low: 'People can answer from their own experience',
  medium: 'People need some facts first',
  high: 'People need time to learn and to weigh one thing against another',
} as const;
export type Complexity = keyof typeof COMPLEXITIES;

/** People a public body may need to hear, in the words shown to a practitioner. */
export const AUDIENCES = {
  'general-public': 'The general public',
  'residents-of-an-area': 'Residents of an area',
  'service-users': 'People who use the service',
  'non-users': 'People who do not use the service',
  'carers-parents': 'Parents and carers',
  children: 'Children',
  'young-people': 'Young people',
  'young-people-not-in-groups': 'Young people outside school and clubs',
  students: 'Students',
  'working-age-time-poor': 'People of working age with little time',
  'older-people': 'Older people',
  tenants: 'Tenants',
  'disabled-people': 'Disabled people',
  'learning-disabled-people': 'People with a learning disability',
  'blind-partially-sighted': 'Blind and partially sighted people',
  'deaf-bsl-users': 'Deaf people who use British Sign Language',
  'people-not-mobile': 'People who cannot easily leave home',
  'minority-ethnic-communities': 'Minority ethnic communities',
  'people-with-limited-english': 'People with limited English',
  'refugees-migrants': 'Refugees and migrants',
  'gypsy-roma-traveller': 'Gypsy, Roma and Traveller communities',
  'faith-communities': 'Faith communities',
  'lgbt-people': 'LGBT+ people',
  'homeless-people': 'People who are homeless',
  'low-income': 'People on a low income',
  'low-literacy': 'People who find reading hard',
  'digitally-excluded': 'People who are not online',
  'rural-isolated': 'People in remote rural places',
  'people-in-sensitive-situations': 'People in a sensitive situation',
  'shy-people': 'People who do not speak up in groups',
  'visitors-commuters': 'Visitors and commuters',
  'voluntary-sector': 'Voluntary and community organisations',
  'organised-groups': 'Campaigns and organised groups',
  businesses: 'Businesses',
  'landowners-developers': 'Landowners and developers',
  'partners-statutory': 'Partner public bodies',
  'experts-professionals': 'Experts and professionals',
  councillors: 'Councillors and other elected members',
  staff: 'Staff',
  'staff-without-desks': 'Staff who do not work at a desk',
} as const;
export type Audience = keyof typeof AUDIENCES;

/** The keys of a table of terms, in the order written, typed for a schema's enum. */
export function termsOf<T extends string>(table: Readonly<Record<T, unknown>>): [T, ...T[]] {
  return Object.keys(table) as [T, ...T[]];
}

/** Narrows a number that a schema has already held to 1 to 5. */
export function bandOf(value: number): CostBand {
  return Math.min(5, Math.max(1, Math.round(value))) as CostBand;
}
