/** Months after which a member is asked whether their profile is still right. Practice judgement: posts and skills change in a year. */
export const ASK_AFTER_MONTHS = 12;
/** Days from the first reminder to the second, and from the second until the profile is hidden: 60 days in all without an answer. */
export const SECOND_AFTER_DAYS = 30;
export const HIDDEN_AFTER_DAYS = 30;

const DAY_MS = 86_400_000;

/** When the two reminders left; null: not yet. Moments in ISO 8601. */
export interface Asked {
  askedAt: string | null;
  askedAgainAt: string | null;
}

/** Whether a profile is hidden at a moment: both reminders have left, and the last of them is 30 days old. */
export function isHiddenAt({askedAgainAt}: Asked, now: string): boolean {
  return askedAgainAt !== null && Date.parse(now) - Date.parse(askedAgainAt) >= HIDDEN_AFTER_DAYS * DAY_MS;
}

/** The moment in ISO 8601 from which a profile is hidden, for a reminder that leaves now. */
export function hiddenFrom(now: string, isLast: boolean): string {
  return new Date(Date.parse(now) + (isLast ? HIDDEN_AFTER_DAYS : SECOND_AFTER_DAYS + HIDDEN_AFTER_DAYS) * DAY_MS).toISOString();
}
