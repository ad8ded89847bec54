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

/** One table of the database, for people: what it holds, why, and for how long. The privacy page, the export and the erasure are made from this. */
export interface TableFacts {
  table: string;
  /** What it holds, as a reader of the privacy page says it. Null: nothing about people. */
  what: string | null;
  why: string;
  /** How long, in words. */
  howLong: string;
  /** Columns that hold a person's id, the person's own first. Empty: none. */
  people: readonly string[];
  /** What happens to rows in which the person stands in the first of these columns. */
  erasure: Erasure;
  /** Columns left out of a person's export, since they are secrets or another person's. */
  hidden?: readonly string[];
}

const AS_TRAINING = 'As long as your organisation keeps training records. It sets the time.';

/** Every table of the database. A test holds that none is missing, and that every column that points at a person is named. */
export const TABLES: readonly TableFacts[] = [
  {table: 'people', what: 'Your e-mail address, name, directorate and role', why: 'To know whose record it is, and to put your name on lists and certificates', howLong: AS_TRAINING, people: ['id'], erasure: 'empty'},
  {table: 'role_changes', what: 'Which role you were given, when and by whom', why: 'To show who could see what, and since when', howLong: AS_TRAINING, people: ['person_id', 'changed_by'], erasure: 'keep-without-name'},
  {table: 'sign_in_codes', what: 'Sign-in codes, scrambled', why: 'To check the code that you type, and to limit guessing', howLong: 'A code works for 10 minutes. It is deleted after a day.', people: [], erasure: 'delete'},
  {table: 'sessions', what: 'That you are signed in, with the cookie scrambled', why: 'To keep you signed in', howLong: 'Until you sign out, after 2 hours without use, or after 12 hours', people: ['person_id'], erasure: 'delete', hidden: ['token_hash']},
  {table: 'learning_records', what: 'What you hand in: the questions, your answers and the date', why: 'To mark it, and to answer questions about the mark', howLong: AS_TRAINING, people: ['person_id'], erasure: 'keep-without-name'},
  {table: 'attempts', what: 'Your marks', why: 'To show what you passed', howLong: AS_TRAINING, people: ['person_id'], erasure: 'keep-without-name'},
  {table: 'completions', what: 'Courses completed', why: 'To show that you have been trained', howLong: AS_TRAINING, people: ['person_id'], erasure: 'keep-without-name'},
  {table: 'recognised_lessons', what: 'Lessons that a skills check showed you know', why: 'So that you need not take them, and your record says why', howLong: AS_TRAINING, people: ['person_id'], erasure: 'keep-without-name'},
  {table: 'cohorts', what: 'Course runs that you opened', why: 'To run courses', howLong: AS_TRAINING, people: ['trainer_id'], erasure: 'keep-without-name'},
  {table: 'cohort_members', what: 'Course runs that you joined', why: 'To show that you have been trained', howLong: AS_TRAINING, people: ['person_id'], erasure: 'keep-without-name'},
  {table: 'cohort_trainers', what: 'Course runs that you teach', why: 'So that every trainer of a run sees it', howLong: AS_TRAINING, people: ['person_id'], erasure: 'keep-without-name'},
  {table: 'course_sessions', what: null, why: 'Dates and places of course runs', howLong: AS_TRAINING, people: [], erasure: 'delete'},
  {table: 'bookings', what: 'Places that you asked for in course runs', why: 'To plan the room, and to keep the waiting list in order', howLong: AS_TRAINING, people: ['person_id'], erasure: 'keep-without-name'},
  {table: 'booking_changes', what: 'Each change of a booking, with its reason', why: 'To show who cancelled and why', howLong: AS_TRAINING, people: ['person_id', 'changed_by'], erasure: 'keep-without-name'},
  {table: 'attendance_marks', what: 'Whether you were at a session, with every change of the mark', why: 'To show who was there, for certificates and audits', howLong: AS_TRAINING, people: ['person_id', 'marked_by'], erasure: 'keep-without-name'},
  {table: 'task_submissions', what: 'What you handed in for a judged task', why: 'To judge it', howLong: AS_TRAINING, people: ['person_id'], erasure: 'keep-without-name'},
  {table: 'task_judgements', what: 'What assessors said of a judged task', why: 'To tell you, and to check that assessors agree', howLong: AS_TRAINING, people: ['assessor_id'], erasure: 'keep-without-name'},
  {table: 'task_results', what: 'How a judged task stands', why: 'To show what you can do', howLong: AS_TRAINING, people: ['person_id'], erasure: 'keep-without-name'},
  {table: 'open_attempts', what: 'An assessment under way, with its answers', why: 'So that you can go on on another device', howLong: 'Until you hand it in, or 120 days after the last change', people: ['person_id'], erasure: 'delete'},
  {table: 'drawn_attempts', what: null, why: 'Questions that the service drew', howLong: '400 days', people: [], erasure: 'delete'},
  {table: 'quiz_versions', what: null, why: 'Every version of a quiz, to mark by', howLong: 'For ever', people: [], erasure: 'delete'},
  {table: 'courses_served', what: null, why: 'Every version of a course, to count by', howLong: 'For ever', people: [], erasure: 'delete'},
  {table: 'mail_outbox', what: 'Mail on its way to you', why: 'To send it', howLong: 'Until it is sent; sign-in codes for 10 minutes at most, other mail for 3 days', people: [], erasure: 'delete'},
  {table: 'live_sessions', what: 'Which trainer runs a live question', why: 'So that they can go on with it', howLong: 'Until the trainer ends it, and 12 hours at most', people: ['trainer_id'], erasure: 'delete'},
  {table: 'live_answers', what: 'Answers to a live question: what was chosen, under a number made by chance for that session. No name, no time', why: 'To count answers, each device once. Results are shown from five answers on', howLong: 'Until the trainer ends it, and 12 hours at most', people: [], erasure: 'delete'},
  {table: 'learning_points', what: 'What was reported, without your name. Your account is linked to it only if you tick that we may ask you', why: 'So that whoever keeps the page can put it right. Trainers, leads and coordinators see it, and who dealt with it', howLong: 'As long as your organisation uses it to improve its guidance. It sets the time.', people: ['ask_id'], erasure: 'unlink', hidden: ['body_hash']},
  {table: 'learning_point_changes', what: 'What you did about a report', why: 'To show who dealt with it', howLong: 'As long as your organisation uses it to improve its guidance. It sets the time.', people: ['changed_by'], erasure: 'keep-without-name'},
  {table: 'reminder_settings', what: 'Whether you want e-mail when something is due', why: 'To remind you. We keep this only if you ask for it', howLong: AS_TRAINING, people: ['person_id'], erasure: 'delete'},
  {table: 'reminders_sent', what: 'Which dates you were told of', why: 'To remind you once of each date', howLong: AS_TRAINING, people: ['person_id'], erasure: 'delete'},
  {table: 'calendar_feeds', what: 'Your calendar address, scrambled', why: 'So that your calendar can read your dates. Anybody who has the address can read them. They name courses and no person', howLong: 'Until you end or replace it on the page My record', people: ['person_id'], erasure: 'delete', hidden: ['token_hash']},
  {table: 'audit_log', what: 'What was done with your data, by whom and when, without names', why: 'To show that records were not tampered with', howLong: AS_TRAINING, people: ['subject_id', 'actor_id'], erasure: 'keep-without-name'},
  {table: 'looks', what: 'Who looked at your data, at what and on which day', why: 'So that you can see it', howLong: 'A year', people: ['subject_id', 'viewer_id'], erasure: 'delete'},
  {table: 'migrations', what: null, why: 'Which version the tables have', howLong: 'For ever', people: [], erasure: 'delete'},
];
