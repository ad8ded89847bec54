/** Measures that are counted by quarter, as shares of people, places or points. */
export const QUARTERLY = ['completed-of-started', 'first-try', 'attendance', 'no-shows', 'points-closed'] as const;
/** Measures of today: how completions stand. */
export const CURRENCY = ['current', 'due-soon', 'lapsed'] as const;
export type Quarterly = (typeof QUARTERLY)[number];
export type CurrencyMeasure = (typeof CURRENCY)[number];
export type MeasureId = Quarterly | CurrencyMeasure | 'points-days';

export interface Definition {
  title: string;
  /** What is counted. */
  counts: string;
  /** From which records. */
  from: string;
  /** What it does not say. */
  not: string;
  keeper: string;
}

/** What each measure means, for whoever has to defend a figure. */
export const DEFINITIONS: Readonly<Record<Quarterly | 'targets' | 'currency', Definition>> = {
  targets: {
    title: 'Trained against target',
    counts: 'Of the people that a target asks for, how many have completed one of its courses.',
    from: 'The staff list, or the headcount that a coordinator typed, and completions on record.',
    not: 'Whether they work differently since. People who left the staff list are no longer counted.',
    keeper: 'Whoever coordinates training',
  },
  'completed-of-started': {
    title: 'Completed, of those who started',
    counts: 'People who first tried a quiz of a course in the quarter, and how many of them have completed that course by now. Somebody who starts two courses counts twice.',
    from: 'Attempts and completions on record.',
    not: 'Why people stop. Recent quarters look low, as people are still at it. Reading without answering leaves no trace.',
    keeper: 'Whoever coordinates training',
  },
  'first-try': {
    title: 'Passed at the first try',
    counts: 'First tries at an assessment in the quarter, and how many passed.',
    from: 'Marked attempts. Each person’s first try at each assessment counts, by the time it was handed in.',
    not: 'How well people were taught: an easy assessment gives a high rate too. Look at the question analysis beside it.',
    keeper: 'The trainers of the course',
  },
  attendance: {
    title: 'Attended, of places booked',
    counts: 'Confirmed places at sessions held in the quarter, and how many people were there. Late or early counts from three quarters of the session on.',
    from: 'Bookings and the last mark in the register. A place that nobody marked counts as not attended.',
    not: 'Whether sessions were worth going to. A register left unmarked lowers it.',
    keeper: 'The trainers of the run',
  },
  'no-shows': {
    title: 'No-shows, of places booked',
    counts: 'Confirmed places at sessions held in the quarter whose last mark is “absent”.',
    from: 'Bookings and the register. Excused people are no no-shows.',
    not: 'Why they stayed away. An unmarked place is neither attended nor a no-show.',
    keeper: 'The trainers of the run',
  },
  currency: {
    title: 'Completions: current, due soon, lapsed',
    counts: 'Completions as they stand today. “Due soon” ends within 60 days.',
    from: 'Completions, their renewals, and how long each course counts. A course without an end stays current.',
    not: 'How it stood earlier: renewing replaces the old date. One person may hold several.',
    keeper: 'Whoever coordinates training',
  },
  'points-closed': {
    title: 'Learning points opened and closed',
    counts: 'Points that came in during the quarter, and how many of them are closed by now: done, or found to be no fault. Beside it, the median days from coming in to the first time it was closed.',
    from: 'The queue of learning points and its history.',
    not: 'How serious they were. Points belong to pages and not to directorates, so leads do not see this measure.',
    keeper: 'The owners of the pages',
  },
};

/** Why there is no figure for what people ask about most. */
export const NOT_MEASURED = 'Satisfaction is not measured here. This site asks nobody how they liked a course, so no figure for it can be shown.';
