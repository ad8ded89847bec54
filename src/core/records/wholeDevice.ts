import * as z from 'zod';
import type {CheckBank} from '../courses/skillsCheck.ts';
import {DrawnItem, Responses} from '../quizzes/attempt.ts';
import {Question, QUESTION_TYPES, Response} from '../quizzes/questions/index.ts';
import {QuizMode, tellsAtOnce} from '../quizzes/quiz.ts';
import type {PublicQuiz, Quiz} from '../quizzes/quiz.ts';
import {AttemptResult, Completion} from './api.ts';
import type {MyRecords, Person} from './api.ts';
import type {StartedAttempt} from './handIn.ts';
import {LearningRecord} from './learningRecord.ts';
import type {Synced} from './openAttempt.ts';

const FORMAT = 'askwell-my-learning';
/** Raised when an older site could no longer read the file. A field more is no reason: rows are kept as they come. */
const VERSION = 1;
/** Largest file that is read, in bytes. A year of learning takes less than 2 million. */
const MOST_BYTES = 20 * 1024 * 1024;

/** Settings of the site that go along: the colours, and the key that goes to the search box. */
export const SETTINGS = ['theme', 'askwell.search-key'] as const;

type Owner = string | null;

export interface KeptAttempt extends StartedAttempt {
  quiz: PublicQuiz | Quiz;
  owner: Owner;
  index: number;
  handedInAt: string | null;
  draft?: {itemId: string; response: Response} | null;
  synced?: Synced;
  /** What a skills check is drawn from. */
  bank?: CheckBank;
}

/**
 * All that a device keeps, for one person and for nobody, in the form of its storage. An answer in a live question is not here:
 * it goes when its tab is closed, and its token would let somebody else change it.
 */
export interface DeviceRows {
  attempts: KeptAttempt[];
  responses: {attemptId: string; itemId: string; response: Response}[];
  outbox: {id: string; record: LearningRecord; owner: Owner; state: 'waiting' | 'sent' | 'set-aside'; reason: string | null; tries: number; lastTriedAt: string | null}[];
  results: {id: string; owner: Owner; result: AttemptResult; completions: Completion[]; clockNote: string | null}[];
  /** What tools keep. The value is checked by whoever reads it. */
  kept: {key: string; owner: Owner; changedAt: string; value: unknown}[];
  /** What is ticked on the checklists, by the address of the page. */
  ticks: {page: string; items: string[]}[];
  settings: {name: string; value: string}[];
}

export const NO_ROWS: DeviceRows = {attempts: [], responses: [], outbox: [], results: [], kept: [], ticks: [], settings: []};

const Moment = z.iso.datetime({offset: true});
const Name = z.string().min(1).max(500);
const OwnerId = z.string().min(1).max(100).nullable();
const Choice = z.looseObject({id: Name, text: z.string()});
const Choices = z.array(Choice).min(1);

/** As much of a question without its answers as a screen needs. */
const Asked = z.intersection(z.looseObject({id: Name, version: z.string(), stem: z.string()}), z.discriminatedUnion('type', [
  z.looseObject({type: z.enum(['single', 'multi', 'order']), options: Choices}),
  z.looseObject({type: z.literal('match'), rows: Choices, targets: Choices}),
  z.looseObject({type: z.literal('gap'), text: z.string(), gaps: z.array(z.looseObject({id: Name, options: Choices.optional()}))}),
  z.looseObject({type: z.enum(['true-false', 'short-text']), unit: z.undefined().optional()}),
  z.looseObject({type: z.literal('numeric'), unit: z.string().optional()}),
]));

const QuizForm = z.looseObject({id: Name, version: z.string(), title: z.string(), mode: QuizMode, items: z.array(z.looseObject({id: Name, version: z.string()}))});

const Bank = z.object({
  lessons: z.array(z.object({courseId: Name, lessonId: Name, questions: z.array(z.object({id: Name, type: z.enum(QUESTION_TYPES)}))})),
  deck: z.array(DrawnItem), seen: z.array(Name),
});

/**
 * Whether screens of this version can show the questions of an attempt. Where answers are told at once, the questions hold them and must
 * be whole; a question of a type that came later is no fault of the file.
 */
function canShow({quiz, bank}: {quiz: PublicQuiz | Quiz; bank?: unknown}): boolean {
  if (bank !== undefined && !Bank.safeParse(bank).success) return false;
  if (!tellsAtOnce(quiz.mode)) return quiz.items.every((item) => Asked.safeParse(item).success);
  return quiz.items.every(({version: _, ...question}) => Question.safeParse(question).success);
}

const Rows = z.object({
  attempts: z.array(z.looseObject({
    id: Name, quizId: Name, quizVersion: z.string(), mode: QuizMode, drawnBy: z.enum(['service', 'device']), startedAt: Moment,
    drawn: z.array(DrawnItem).max(200), owner: OwnerId, index: z.int().min(0), handedInAt: Moment.nullable(),
    bank: z.custom<CheckBank>().optional(),
    quiz: z.custom<PublicQuiz | Quiz>((quiz) => QuizForm.safeParse(quiz).success, 'These are not the questions of a quiz.'),
    draft: z.object({itemId: Name, response: Response}).nullish(),
    synced: z.object({revision: z.int().min(0), responses: Responses}).optional(),
  })),
  responses: z.array(z.looseObject({attemptId: Name, itemId: Name, response: Response})),
  outbox: z.array(z.looseObject({
    id: Name, record: LearningRecord, owner: OwnerId, state: z.enum(['waiting', 'sent', 'set-aside']), reason: z.string().nullable(),
    tries: z.int().min(0), lastTriedAt: Moment.nullable(),
  }).refine(({id, record}) => id === record.id, 'The id is not that of its record.')),
  results: z.array(z.looseObject({id: Name, owner: OwnerId, result: AttemptResult, completions: z.array(Completion), clockNote: z.string().nullable()})),
  kept: z.array(z.looseObject({key: Name, owner: OwnerId, changedAt: Moment, value: z.unknown()})),
  ticks: z.array(z.object({page: Name, items: z.array(z.string())})),
  settings: z.array(z.object({name: Name, value: z.string().max(100)})),
});

const File = z.object({savedAt: Moment, device: Rows});

/** What the record service said when the file was made. For reading: loading the file elsewhere never writes on a record. */
export interface ServiceCopy extends Omit<MyRecords, 'attempts'> {
  person: Person;
  /** With their answers, where the service gave them. */
  attempts: (AttemptResult | MyRecords['attempts'][number])[];
}

interface Made {
  savedAt: string;
  organisation: string;
  /** What is inside, in words with counts. */
  inside: readonly {what: string; count: number}[];
  device: DeviceRows;
  /** Null: nobody was signed in, or the service could not be asked. */
  record: ServiceCopy | null;
  /** Why part of the record is missing; empty when none is. */
  note: string;
}

/** The whole device as one text, the readable part first. */
export function writeDeviceFile({savedAt, organisation, inside, device, record, note}: Made): string {
  return `${JSON.stringify({
    format: FORMAT, version: VERSION, savedAt, organisation,
    about: 'Everything that Askwell keeps for you. Open “My learning” on another device to load it. It holds your answers, so keep it to yourself.',
    ...(note && {note}), inside, record, device,
  }, null, 2)}\n`;
}

export type ReadFile =
  /** `unshown`: attempts left out because this version of the site cannot show their questions. */
  | {ok: true; savedAt: string; rows: DeviceRows; unshown: number}
  | {ok: false; sentence: string};

const NOTHING = 'Nothing on this device has changed.';
const RIGHT_FILE = 'Choose the file that “Download everything” saved.';
const refuse = (sentence: string): {ok: false; sentence: string} => ({ok: false, sentence: `${sentence} ${NOTHING}`});

/** Says in a sentence that a file of so many bytes is too large to be read, or gives null. */
export function faultOfSize(bytes: number): string | null {
  return bytes > MOST_BYTES ? `This file is larger than 20 MB, so it cannot be the right one. ${RIGHT_FILE} ${NOTHING}` : null;
}

/** Reads what `writeDeviceFile` wrote. Trusts nothing in it. Gives the rows, or a sentence that says what to do. Never throws. */
export function readDeviceFile(text: string): ReadFile {
  let read: unknown;
  try {
    read = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return refuse(`This file cannot be read as JSON. It may be another file, or only part of one. ${RIGHT_FILE}`);
  }
  if (typeof read !== 'object' || read === null || !('format' in read) || read.format !== FORMAT) return refuse(`This is another kind of file. ${RIGHT_FILE}`);
  if ('version' in read && typeof read.version === 'number' && read.version > VERSION) {
    return refuse('This file comes from a newer version of the site. Reload this page and try again. If that does not help, load it where it was saved.');
  }
  const checked = File.safeParse(read);
  if (!checked.success || !('version' in read) || read.version !== VERSION) return refuse(damageIn(checked.error?.issues ?? []));
  const {savedAt, device} = checked.data;
  const attempts = device.attempts.filter(canShow);
  const dropped = new Set(device.attempts.filter((row) => !attempts.includes(row)).map(({id}) => id));
  const rows = {...device, attempts, responses: device.responses.filter(({attemptId}) => !dropped.has(attemptId))};
  return {ok: true, savedAt, rows, unshown: dropped.size};
}

function damageIn(issues: readonly z.core.$ZodIssue[]): string {
  const places = [...new Set(issues.map(({path}) => path.map(String).join('.')))].filter(Boolean).slice(0, 3).map((place) => `“${place}”`).join(', ');
  return `Part of this file is damaged or was changed by hand${places && `: ${places}`}. Download it again where it came from.`;
}
