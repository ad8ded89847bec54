import {writeDays, writeTraining} from './retention.ts';
import type {Retention} from './retention.ts';

/** What happens to a person's rows in a table when that person is erased. */
export type Erasure =
  /** Rows are deleted. */
  | 'delete'
  /** Rows stay under the person's random id, which no longer leads to a name or an address. */
  | 'keep-without-name'
  /** The link to the person is cut, the rest of the row stays. */
  | 'unlink'
  /** The row itself is emptied of everything that says who it is. For `people` alone. */
  | 'empty';

/** What a table is about, as the privacy page and the export group them. In the order shown. */
export const GROUPS = {
  account: 'Your account and signing in',
  learning: 'Your learning',
  runs: 'Course runs and attendance',
  tasks: 'Judged tasks',
  certificates: 'Certificates',
  reminders: 'Reminders and mail',
  network: 'The practitioners’ network',
  points: 'Reports about pages',
  planning: 'Staff list and targets',
  proof: 'Who did what, and who looked',
  site: 'Nothing about people',
} as const;
export type Group = keyof typeof GROUPS;

/** One table of the database, for people: what it holds, why, and for how long. The privacy page, the export and the erasure are made from this. */
export interface TableFacts {
  table: string;
  group: Group;
  /** What it holds, as a reader of the privacy page says it. Null: nothing about people. */
  what: string | null;
  why: string;
  /** How long, in words; made of the organisation's own times where it sets them. */
  howLong: string | ((retention: Retention) => string);
  /** Columns that hold a person's id, the person's own first. Empty: none. */
  people: readonly string[];
  /** What happens to rows in which the person stands in the first of these columns, or whose `emailColumn` holds their address. */
  erasure: Erasure;
  /** Column that holds a person's e-mail address, in tables that know people by it. */
  emailColumn?: string;
  /** For rows about a person who stands in another table: `column` here points at the key of `table`, whose `person` is the person. */
  through?: {column: string; table: string; key: string; person: string};
  /** Columns emptied when the person is erased while the rows stay: their own words, and what others wrote of them. The value is what they get. */
  empties?: Readonly<Record<string, unknown>>;
  /** Columns that hold a list of objects, each with the field that is emptied in every one of them then. */
  emptiesInside?: Readonly<Record<string, string>>;
  /** Columns left out of a person's export, since they are secrets or another person's. */
  hidden?: readonly string[];
  /** Columns that a person may see of rows about somebody else, besides ids and times. */
  shared?: readonly string[];
  /** Whether the rows are training records, which go at the end of the organisation's time. Each of them must say whose it is in `people[0]` or `through`. */
  isTraining?: boolean;
}

const AS_TRAINING = writeTraining;
const AS_ACCOUNT = 'Until you erase your account';
const AS_PROOF = 'As long as this service runs. After you erase your account it stays under a number without a name';
const AS_GUIDANCE = 'As long as your organisation uses it to improve its guidance. It sets the time.';

/** Every table of the database; training records so that a table comes after those that its rows point at. A test holds that none is missing, and that every column that points at a person is named. */
export const TABLES: readonly TableFacts[] = [
  {table: 'people', group: 'account', what: 'Your e-mail address, name, directorate and role', why: 'To know whose record it is, and to put your name on lists and certificates', howLong: AS_ACCOUNT, people: ['id'], erasure: 'empty'},
  {table: 'role_changes', group: 'account', what: 'Which role you were given, when and by whom', why: 'To show who could see what, and since when', howLong: AS_PROOF, people: ['person_id', 'changed_by'], erasure: 'keep-without-name', shared: ['from_role', 'to_role']},
  {table: 'sign_in_codes', group: 'account', what: 'Sign-in codes, scrambled', why: 'To check the code that you type, and to limit guessing', howLong: 'A code works for 10 minutes. It is deleted after a day.', people: [], erasure: 'delete', emailColumn: 'email', hidden: ['code_hmac', 'browser_hash']},
  {table: 'sessions', group: 'account', what: 'Where you are signed in: since when, how, and with which kind of browser. The cookie is scrambled', why: 'To keep you signed in, and to show you where you are', howLong: 'Until you sign out, after 2 hours without use, or after 12 hours', people: ['person_id'], erasure: 'delete', hidden: ['token_hash']},
  {table: 'identities', group: 'account', what: 'Which account of your organisation’s sign-in is yours', why: 'To know you again when you sign in with it', howLong: AS_ACCOUNT, people: ['person_id'], erasure: 'delete'},
  {table: 'oidc_states', group: 'site', what: null, why: 'A sign-in under way at your organisation', howLong: 'Until it is used, and 10 minutes at most', people: [], erasure: 'delete'},
  {table: 'passkeys', group: 'account', what: 'Your passkeys: the public half, the name you gave, when added and when last used', why: 'To check that it is you', howLong: 'Until you remove it, or a coordinator does', people: ['person_id'], erasure: 'delete', hidden: ['credential_id', 'public_key']},
  {table: 'passkey_challenges', group: 'account', what: 'That you were asked to use a passkey, and when', why: 'So that an answer works once, and to limit guessing', howLong: 'An hour', people: ['person_id'], erasure: 'delete', hidden: ['challenge_hash', 'browser_hash']},
  {table: 'learning_records', group: 'learning', what: 'What you hand in: the questions, your answers and the date', why: 'To mark it, and to answer questions about the mark', howLong: (retention) => `Your answers for ${writeDays(retention.answersDays)}, or until you erase your account. The date and the marks as long as your marks`, people: ['person_id'], erasure: 'keep-without-name', isTraining: true, hidden: ['body_hash']},
  {table: 'attempts', group: 'learning', what: 'Your marks', why: 'To show what you passed', howLong: AS_TRAINING, people: ['person_id'], erasure: 'keep-without-name', isTraining: true},
  {table: 'completions', group: 'learning', what: 'Courses completed', why: 'To show that you have been trained', howLong: AS_TRAINING, people: ['person_id'], erasure: 'keep-without-name', isTraining: true},
  {table: 'recognised_lessons', group: 'learning', what: 'Lessons that a skills check showed you know', why: 'So that you need not take them, and your record says why', howLong: AS_TRAINING, people: ['person_id'], erasure: 'keep-without-name', isTraining: true},
  {table: 'cohorts', group: 'runs', what: 'Course runs that you opened or changed last', why: 'To run courses', howLong: AS_PROOF, people: ['trainer_id', 'updated_by'], erasure: 'keep-without-name'},
  {table: 'cohort_members', group: 'runs', what: 'Course runs that you joined', why: 'To show that you have been trained', howLong: AS_TRAINING, people: ['person_id'], erasure: 'keep-without-name', isTraining: true},
  {table: 'cohort_trainers', group: 'runs', what: 'Course runs that you teach', why: 'So that every trainer of a run sees it', howLong: AS_PROOF, people: ['person_id'], erasure: 'keep-without-name'},
  {table: 'course_sessions', group: 'runs', what: 'Sessions of course runs that you changed last', why: 'To say who changed a date when two trainers work on one run', howLong: AS_PROOF, people: ['updated_by'], erasure: 'keep-without-name'},
  {table: 'run_messages', group: 'runs', what: 'When you wrote to everybody in a course run, without the words', why: 'To limit messages to a run, and to send none twice', howLong: '30 days', people: ['sent_by'], erasure: 'keep-without-name', hidden: ['body_hash']},
  {table: 'bookings', group: 'runs', what: 'Places that you asked for in course runs', why: 'To plan the room, and to keep the waiting list in order', howLong: AS_TRAINING, people: ['person_id'], erasure: 'keep-without-name', isTraining: true},
  {table: 'booking_changes', group: 'runs', what: 'Each change of a booking, with its reason', why: 'To show who cancelled and why', howLong: AS_TRAINING, people: ['person_id', 'changed_by'], erasure: 'keep-without-name', isTraining: true, empties: {reason: null}, shared: ['from_state', 'to_state']},
  {table: 'attendance_marks', group: 'runs', what: 'Whether you were at a session, with every change of the mark', why: 'To show who was there, for certificates and audits', howLong: (retention) => `${writeTraining(retention)}. Reasons for ${writeDays(retention.attendanceReasonsDays)}`, people: ['person_id', 'marked_by'], erasure: 'keep-without-name', isTraining: true, hidden: ['body_hash'], empties: {reason: null}},
  {table: 'task_submissions', group: 'tasks', what: 'What you handed in for a judged task', why: 'To judge it', howLong: (retention) => `${writeTraining(retention)}. What you handed in goes when you erase your account, and 30 days after you withdraw it`, people: ['person_id'], erasure: 'keep-without-name', hidden: ['body_hash'], isTraining: true, empties: {evidence: {text: null, link: null}}},
  {table: 'task_judgements', group: 'tasks', what: 'What assessors said of a judged task', why: 'To tell you, and to check that assessors agree', howLong: AS_TRAINING, people: ['assessor_id'], erasure: 'keep-without-name', hidden: ['body_hash'], isTraining: true, through: {column: 'submission_id', table: 'task_submissions', key: 'id', person: 'person_id'}, empties: {comment: null}, emptiesInside: {lines: 'note'}},
  {table: 'task_results', group: 'tasks', what: 'How a judged task stands', why: 'To show what you can do', howLong: AS_TRAINING, people: ['person_id'], erasure: 'keep-without-name', isTraining: true},
  {table: 'signing_keys', group: 'site', what: null, why: 'Keys that certificates are signed with; the secret half is scrambled', howLong: 'The public half for ever, the secret half until the key is replaced', people: [], erasure: 'delete'},
  {table: 'credential_statuses', group: 'site', what: null, why: 'Which places of the public list of revoked certificates are set', howLong: 'For ever', people: [], erasure: 'delete'},
  {table: 'credentials', group: 'certificates', what: 'Certificates that you were given, with your name as it stands on them', why: 'So that you can show them, and others can check them', howLong: AS_ACCOUNT, people: ['person_id', 'issued_by', 'revoked_by'], erasure: 'delete'},
  {table: 'forgotten_credentials', group: 'certificates', what: 'Numbers of certificates whose holder was erased, without a name', why: 'So that whoever checks one is told why nothing can be said of it', howLong: 'For ever', people: [], erasure: 'delete'},
  {table: 'recognised_credentials', group: 'certificates', what: 'Certificates of other bodies that you handed in, and what was decided', why: 'So that what you learned elsewhere counts here', howLong: AS_ACCOUNT, people: ['person_id', 'decided_by'], erasure: 'delete', hidden: ['body_hash']},
  {table: 'open_attempts', group: 'learning', what: 'An assessment under way, with its answers', why: 'So that you can go on on another device', howLong: 'Until you hand it in, or 120 days after the last change', people: ['person_id'], erasure: 'delete'},
  {table: 'drawn_attempts', group: 'site', what: null, why: 'Questions that the service drew', howLong: '400 days', people: [], erasure: 'delete'},
  {table: 'quiz_versions', group: 'site', what: null, why: 'Every version of a quiz, to mark by', howLong: 'For ever', people: [], erasure: 'delete'},
  {table: 'courses_served', group: 'site', what: null, why: 'Every version of a course, to count by', howLong: 'For ever', people: [], erasure: 'delete'},
  {table: 'mail_outbox', group: 'reminders', what: 'Mail on its way to you', why: 'To send it', howLong: 'Until it is sent; sign-in codes for 10 minutes at most, other mail for 3 days', people: [], erasure: 'delete', emailColumn: 'recipient', hidden: ['subject', 'body']},
  {table: 'live_sessions', group: 'runs', what: 'Which trainer runs a live question', why: 'So that they can go on with it', howLong: 'Until the trainer ends it, and 12 hours at most', people: ['trainer_id'], erasure: 'delete'},
  {table: 'live_answers', group: 'runs', what: 'Answers to a live question: what was chosen, under a number made by chance for that session. No name, no time', why: 'To count answers, each device once. Results are shown from five answers on', howLong: 'Until the trainer ends it, and 12 hours at most', people: [], erasure: 'delete'},
  {table: 'learning_points', group: 'points', what: 'What was reported, without your name. Your account is linked to it only if you tick that we may ask you', why: 'So that whoever keeps the page can put it right. Trainers, leads and coordinators see it, and who dealt with it', howLong: AS_GUIDANCE, people: ['ask_id'], erasure: 'unlink', hidden: ['body_hash']},
  {table: 'learning_point_changes', group: 'points', what: 'What you did about a report', why: 'To show who dealt with it', howLong: AS_GUIDANCE, people: ['changed_by'], erasure: 'keep-without-name'},
  {table: 'reminder_settings', group: 'reminders', what: 'Whether you want e-mail when something is due', why: 'To remind you. We keep this only if you ask for it', howLong: AS_ACCOUNT, people: ['person_id'], erasure: 'delete'},
  {table: 'reminders_sent', group: 'reminders', what: 'Which dates you were told of', why: 'To remind you once of each date', howLong: AS_ACCOUNT, people: ['person_id'], erasure: 'delete'},
  {table: 'calendar_feeds', group: 'reminders', what: 'Your calendar address, scrambled', why: 'So that your calendar can read your dates. Anybody who has the address can read them. They name courses and no person', howLong: 'Until you end or replace it on the page My record', people: ['person_id'], erasure: 'delete', hidden: ['token_hash']},
  {table: 'network_profiles', group: 'network', what: 'Your profile in the practitioners’ network, and who may see which part of it', why: 'So that colleagues find who can help. You are in it only if you join', howLong: 'Until you leave. It is hidden when you do not answer for 60 days whether it is still right', people: ['person_id'], erasure: 'delete'},
  {table: 'network_offers', group: 'network', what: 'Skills that you offer in the network', why: 'So that colleagues find who can help', howLong: 'Until you take them out or leave the network', people: ['person_id'], erasure: 'delete'},
  {table: 'network_blocks', group: 'network', what: 'Whom you have blocked in the network', why: 'So that they cannot write to you through the site', howLong: 'Until you unblock them or leave the network', people: ['person_id', 'blocked_id'], erasure: 'delete', hidden: ['blocked_id']},
  {table: 'relayed_messages', group: 'network', what: 'Whom you wrote to through the network and when, never what', why: 'So that your colleague can answer, and to limit how much is sent', howLong: '30 days', people: ['from_id', 'to_id'], erasure: 'delete', hidden: ['body_hmac']},
  {table: 'erasures', group: 'account', what: 'That an account was erased, and when', why: 'So that it stays erased when a backup is put back', howLong: 'For ever. It holds a number and no name', people: ['person_id'], erasure: 'keep-without-name'},
  {table: 'audit_log', group: 'proof', what: 'What was done with your data, by whom and when, without names', why: 'To show that records were not tampered with', howLong: AS_PROOF, people: ['subject_id', 'actor_id'], erasure: 'keep-without-name', shared: ['action', 'object'], hidden: ['hash', 'previous_hash']},
  {table: 'looks', group: 'proof', what: 'Who looked at your data, at what and on which day', why: 'So that you can see it', howLong: ({looksDays}) => writeDays(looksDays), people: ['subject_id', 'viewer_id'], erasure: 'delete', shared: ['what', 'times']},
  {table: 'staff_members', group: 'planning', what: 'Your work e-mail address, name, directorate, team and job role, as your organisation’s staff list has them', why: 'To plan training. Your lead sees who is still to be trained. You need no account to be on it', howLong: 'Until a coordinator imports a staff list without you', people: [], erasure: 'delete', emailColumn: 'email'},
  {table: 'staff_imports', group: 'planning', what: 'Which staff lists you imported or undid, and when', why: 'To show who changed the list', howLong: AS_PROOF, people: ['imported_by', 'undone_by'], erasure: 'keep-without-name'},
  {table: 'staff_import_parts', group: 'planning', what: 'Parts of a staff list that is being imported', why: 'To put a long list in place as a whole', howLong: 'Until the list is whole, or for a day', people: [], erasure: 'delete'},
  {table: 'staff_headcounts', group: 'site', what: null, why: 'How many people the staff list has, by directorate and job role', howLong: 'Until the next import', people: [], erasure: 'delete'},
  {table: 'staff_changes', group: 'planning', what: 'How the staff list had you before its newest import', why: 'So that an import can be undone', howLong: 'Until the next import, or for 30 days', people: [], erasure: 'delete', emailColumn: 'email'},
  {table: 'targets', group: 'planning', what: 'Which training targets you set', why: 'To plan training, and to show who set a target', howLong: AS_PROOF, people: ['created_by'], erasure: 'keep-without-name'},
  {table: 'training_reminder_requests', group: 'reminders', what: 'When you had people reminded of training, and how many', why: 'So that a press sent twice sends one mail', howLong: '60 days', people: ['sent_by'], erasure: 'keep-without-name'},
  {table: 'training_reminders', group: 'reminders', what: 'When you were last reminded of a course', why: 'So that nobody is reminded more than once a fortnight', howLong: '60 days', people: [], erasure: 'delete', emailColumn: 'email'},
  {table: 'course_starts', group: 'learning', what: 'When you started a course', why: 'To count how many start and finish', howLong: AS_TRAINING, people: ['person_id'], erasure: 'keep-without-name', isTraining: true},
  {table: 'course_quizzes', group: 'site', what: null, why: 'Which quizzes belong to which course', howLong: 'For ever', people: [], erasure: 'delete'},
  {table: 'measure_figures', group: 'site', what: null, why: 'Figures for management, without people', howLong: 'Until they are counted again', people: [], erasure: 'delete'},
  {table: 'measure_counts', group: 'site', what: null, why: 'When those figures were counted', howLong: 'Until they are counted again', people: [], erasure: 'delete'},
  {table: 'migrations', group: 'site', what: null, why: 'Which version the tables have', howLong: 'For ever', people: [], erasure: 'delete'},
];

/** How long a table's rows are kept, in words. Takes the table and the organisation's own times. */
export function howLongOf({howLong}: Pick<TableFacts, 'howLong'>, retention: Retention): string {
  return typeof howLong === 'string' ? howLong : howLong(retention);
}

/** The tables that hold something about people, by group, in the order shown. Groups without any are left out. */
export function tablesByGroup(): {group: Group; title: string; tables: readonly TableFacts[]}[] {
  return (Object.keys(GROUPS) as Group[]).map((group) => ({group, title: GROUPS[group], tables: TABLES.filter((each) => each.group === group && each.what !== null)}))
    .filter(({tables}) => tables.length > 0);
}
