/** How long an organisation keeps what it decides on itself. The defaults are practice judgement: no law sets these times, and each body needs its own schedule. */
export interface Retention {
  /** Days for which the answers in a learning record are kept after it came in. The marks stay. */
  answersDays: number;
  /** Days for which it is kept who looked at whose data. */
  looksDays: number;
  /** Days for which the reasons in a register (why somebody was away) are kept. The marks stay, since completion is counted from them. */
  attendanceReasonsDays: number;
  /**
   * Years for which marks, completions, attendance and results of judged tasks stay, under a number without a name, after an account is erased.
   * 0: they go with the account. Null: the organisation has not set a time yet; they stay, and the privacy page says so.
   */
  trainingYears: number | null;
}

const DAYS_OF_A_YEAR = 365;
const DAY_MS = 86_400_000;

/** The moment before which something of this age has had its time. Takes the time now and days; gives the earlier moment. */
export function daysBefore(now: Date, days: number): Date {
  return new Date(now.getTime() - days * DAY_MS);
}

/** The same for calendar years, so that a leap year moves nothing. */
export function yearsBefore(now: Date, years: number): Date {
  const before = new Date(now);
  before.setUTCFullYear(before.getUTCFullYear() - years);
  return before;
}

/** Writes a number of days for people: whole years as years, anything else as days. */
export function writeDays(days: number): string {
  const isYears = days > 0 && days % DAYS_OF_A_YEAR === 0;
  const count = isYears ? days / DAYS_OF_A_YEAR : days;
  return `${count} ${isYears ? 'year' : 'day'}${count === 1 ? '' : 's'}`;
}

/** How long training records are kept, in a sentence. */
export function writeTraining({trainingYears}: Retention): string {
  if (trainingYears === null) return 'While you have an account. After you erase it, the organisation has set no time yet, so it stays under a number without a name';
  if (trainingYears === 0) return 'Until you erase your account';
  return `While you have an account, and for ${writeDays(trainingYears * DAYS_OF_A_YEAR)} after you erase it, under a number without a name`;
}
