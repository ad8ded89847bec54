import {AUDIENCES, PURPOSES} from '../methods/vocabulary.ts';
import type {Audience, Purpose} from '../methods/vocabulary.ts';

/** Who sees a field of a profile, from the fewest to the most. `leads`: directorate leads and coordinators. */
export const VISIBILITIES = {nobody: 'Only you', leads: 'Leads and coordinators', members: 'All members'} as const;
export type Visibility = keyof typeof VISIBILITIES;

/** Fields whose visibility the member chooses, each as it reads on screen. Name and skills offered are seen by all members. */
export const FIELDS = {
  directorate: 'Directorate',
  team: 'Team',
  jobRole: 'Job role',
  interests: 'Interests',
  wants: 'Skills that you would like to learn',
  languages: 'Languages',
  courses: 'Courses held',
} as const;
export type Field = keyof typeof FIELDS;
export type FieldVisibility = Record<Field, Visibility>;

/** How things stand before a member has chosen: nobody else sees anything. */
export const NOBODY: FieldVisibility = {directorate: 'nobody', team: 'nobody', jobRole: 'nobody', interests: 'nobody', wants: 'nobody', languages: 'nobody', courses: 'nobody'};

/** How often somebody has done what they offer. Rough on purpose: a figure would claim more than people remember. */
export const DONE = {once: 'once', few: 'a few times', often: 'often'} as const;
export type Done = keyof typeof DONE;

/** What somebody may be interested in: the groups and the purposes of the method catalogue. No term stands in both. */
export const INTERESTS: Readonly<Record<Audience | Purpose, string>> = {...AUDIENCES, ...PURPOSES};
export type Interest = keyof typeof INTERESTS;

/**
 * Languages that people are likely to be able to help with: those of the UK, sign languages, and the main languages most often named in
 * the 2021 censuses. The choice is practice judgement. Ids are ISO 639 codes (639-3 where there is no code of two letters).
 */
export const LANGUAGES = {
  cy: 'Welsh', bfi: 'British Sign Language', gd: 'Scottish Gaelic', ga: 'Irish', sco: 'Scots', isg: 'Irish Sign Language',
  sq: 'Albanian', am: 'Amharic', ar: 'Arabic', bn: 'Bengali', bg: 'Bulgarian', yue: 'Cantonese', cs: 'Czech', fa: 'Persian (Farsi or Dari)', fr: 'French',
  de: 'German', el: 'Greek', gu: 'Gujarati', hi: 'Hindi', hu: 'Hungarian', ig: 'Igbo', it: 'Italian', ku: 'Kurdish', lv: 'Latvian', lt: 'Lithuanian',
  ml: 'Malayalam', cmn: 'Mandarin', ne: 'Nepali', ps: 'Pashto', pl: 'Polish', pt: 'Portuguese', pa: 'Punjabi', ro: 'Romanian', rom: 'Romani', ru: 'Russian',
  sk: 'Slovak', so: 'Somali', es: 'Spanish', sw: 'Swahili', syl: 'Sylheti', tl: 'Tagalog (Filipino)', ta: 'Tamil', te: 'Telugu', ti: 'Tigrinya', tr: 'Turkish',
  uk: 'Ukrainian', ur: 'Urdu', vi: 'Vietnamese', yo: 'Yoruba',
} as const;
export type Language = keyof typeof LANGUAGES;

/** Most of each that a profile holds: more is a directory entry that nobody reads. Practice judgement. */
export const MOST = {offers: 40, wants: 20, interests: 20, languages: 10, courses: 50} as const;

/** Most characters of a line, and of a relayed message. */
export const LONGEST = {line: 120, subject: 100, text: 2000} as const;

/** Questions in 24 hours: to everybody together, and to one person. Practice judgement: enough to ask, too few to pester. */
export const QUESTIONS_A_DAY = {all: 5, onePerson: 2} as const;

/** Days for which it is kept who wrote to whom, so that the answer finds its way and the limits hold. */
export const MESSAGE_DAYS = 30;
