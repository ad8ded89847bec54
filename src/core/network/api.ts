import * as z from 'zod';
import {termsOf} from '../methods/vocabulary.ts';
import {Id} from '../quizzes/question.ts';
import {RecordId} from '../records/learningRecord.ts';
import {DONE, FIELDS, INTERESTS, LANGUAGES, LONGEST, MOST, VISIBILITIES} from './fields.ts';
import type {Field} from './fields.ts';

const Moment = z.iso.datetime({offset: true});
const Interest = z.enum(termsOf(INTERESTS));
const Language = z.enum(termsOf(LANGUAGES));
const Done = z.enum(termsOf(DONE));
const Visibility = z.enum(termsOf(VISIBILITIES));

/** Control characters have no place in mail headers; marks that turn the direction of text make it read as what it is not. */
const PLAIN_LINE = /^[^\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]*$/u;
const PLAIN_TEXT = /^(?:[^\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]|[\n\t])*$/u;
const line = (most: number) => z.string().trim().min(1, 'Write something here.').max(most, `Use at most ${most} characters.`).regex(PLAIN_LINE, 'Take out line breaks, tabs and marks that cannot be seen.');
const Line = line(LONGEST.line);

/** A list in which nothing stands twice. */
const listOf = <T extends z.ZodType<string>>(item: T, most: number) =>
  z.array(item).max(most, `Choose at most ${most}.`).refine((items) => new Set(items).size === items.length, 'Name each once.');

const visibility = z.strictObject(Object.fromEntries((Object.keys(FIELDS) as Field[]).map((field) => [field, Visibility])) as Record<Field, typeof Visibility>);

const Offer = z.strictObject({skill: Id.max(100), done: Done, note: Line.nullable()});

/** What a member writes about themselves. The name and the directorate are those of their account. */
export const ProfileChange = z.strictObject({
  /** That of the profile that the person saw; 0 to join. */
  revision: z.int().min(0),
  team: Line.nullable(),
  jobRole: Line.nullable(),
  interests: listOf(Interest, MOST.interests),
  offers: z.array(Offer).max(MOST.offers, `Offer at most ${MOST.offers} skills.`)
    .refine((offers) => new Set(offers.map(({skill}) => skill)).size === offers.length, 'Name each skill once.'),
  wants: listOf(Id.max(100), MOST.wants),
  languages: listOf(Language, MOST.languages),
  /** Ids of courses to be shown, if they are held. */
  courses: listOf(Id.max(100), MOST.courses),
  visibility,
  takesQuestions: z.boolean(),
});
export type ProfileChange = z.infer<typeof ProfileChange>;

const HeldCourse = z.object({courseId: z.string(), title: z.string(), until: z.iso.date().nullable()});

/** A person's own profile. `revision` 0: they are not in the register, and the rest is as it would be when they join. */
export const MyProfile = z.object({
  displayName: z.string().nullable(),
  directorate: z.string().nullable(),
  profile: ProfileChange,
  /** Every course held, of which the person may tick some. */
  held: z.array(HeldCourse),
  joinedAt: Moment.nullable(),
  /** Since when we have been asking whether the profile is still right; null: we are not. */
  askedAt: Moment.nullable(),
  /** Two reminders went without an answer, so nobody finds the profile. */
  isHidden: z.boolean(),
});
export type MyProfile = z.infer<typeof MyProfile>;

/** What is asked of the register. */
export const PeopleFilter = z.object({
  q: z.string().trim().max(200, 'Use at most 200 characters.').optional(),
  directorate: Id.max(100).optional(),
  skill: Id.max(100).optional(),
  language: Language.optional(),
  interest: Interest.optional(),
  page: z.coerce.number().int().min(1).max(10).default(1),
});

const FOUND_IN = ['name', 'skills', 'notes', 'languages', 'interests', 'job'] as const;

export const PeopleAnswer = z.object({
  total: z.int(), pages: z.int(), page: z.int(), isPartial: z.boolean(),
  /** True: the register holds more people than one search looks at, so some were left out. */
  isCut: z.boolean(),
  people: z.array(z.object({
    id: z.string(), displayName: z.string(), directorate: z.string().optional(), jobRole: z.string().optional(),
    offers: z.array(z.object({skill: z.string(), done: Done})), moreOffers: z.int(), foundIn: z.array(z.enum(FOUND_IN)),
  })),
});
export type PeopleAnswer = z.infer<typeof PeopleAnswer>;

/** A colleague's profile as the person signed in may see it. What they may not see is not there. */
export const ColleagueProfile = z.object({
  id: z.string(), displayName: z.string(),
  offers: z.array(z.object({skill: z.string(), done: Done, note: z.string().nullable()})),
  takesQuestions: z.boolean(),
  directorate: z.string().optional(), team: z.string().optional(), jobRole: z.string().optional(),
  interests: z.array(Interest).optional(), wants: z.array(z.string()).optional(), languages: z.array(Language).optional(), courses: z.array(HeldCourse).optional(),
});

/** A question to a colleague, or the answer to one. The text is mailed and not kept. */
export const NewMessage = z.strictObject({
  id: RecordId,
  /** The colleague asked. Null for an answer, which goes to whoever wrote. */
  to: z.uuid().nullable(),
  /** Id of the message that is answered; null for a question. */
  inReplyTo: RecordId.nullable(),
  subject: line(LONGEST.subject),
  text: z.string().trim().min(1, 'Write something here.').max(LONGEST.text, `Use at most ${LONGEST.text.toLocaleString('en-GB')} characters.`).regex(PLAIN_TEXT, 'Take out marks that cannot be seen.'),
  /** Whether the sender's e-mail address goes with it. */
  sharesAddress: z.boolean(),
}).refine(({to, inReplyTo}) => (to === null) !== (inReplyTo === null), {path: ['to'], message: 'Say whom to ask, or which message you answer.'});
export type NewMessage = z.infer<typeof NewMessage>;

export const MessageReceipt = z.object({id: z.string(), outcome: z.enum(['sent', 'already-sent'])});

/** A message that came to the person signed in, for answering it: never its text or an address. */
export const ReceivedMessage = z.object({
  id: z.string(),
  from: z.object({id: z.string(), displayName: z.string()}),
  sentAt: Moment,
  isAnswered: z.boolean(),
});
export type ReceivedMessage = z.infer<typeof ReceivedMessage>;

export const BlockList = z.object({blocked: z.array(z.object({id: z.string(), displayName: z.string(), since: Moment}))});
export type BlockList = z.infer<typeof BlockList>;
