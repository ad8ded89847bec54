/** Who is lost when the period is shorter than some weeks. */
export interface Cost {
  /** With fewer weeks than this. */
  under: number;
  who: string;
  why: string;
}

/**
 * Practice judgement, but for the sums on meetings, which follow from the calendar: a quarter has 13 weeks, and any nine weeks hold two
 * monthly meetings, any five weeks one. The case is R (Silus Investments) v Hounslow [2015] EWHC 358 (Admin), as 11KBW reports it.
 */
export const COSTS: readonly Cost[] = [
  {under: 13, who: 'boards and forums that meet once a quarter', why: 'With fewer than 13 weeks, some have no meeting in the period.'},
  {under: 9, who: 'groups that meet monthly and have to ask their members', why: 'They need two meetings: one to hear about it, one to agree a reply. Only nine weeks or more are sure to hold both.'},
  {under: 6, who: 'people who reply by post or ask for another format once you are open', why: 'They have to hear of it, ask, wait, read and send.'},
  {under: 5, who: 'groups that meet monthly, even with one meeting', why: 'Only five weeks or more are sure to hold one meeting.'},
  {under: 3, who: 'people who are ill, away, caring or working long shifts', why: 'They miss the whole of it.'},
  {under: 2, who: 'nearly everybody who was not waiting for it', why: 'In Silus Investments v Hounslow (2015), seven days with a thin notice, and a decision before all replies were in, was unfair.'},
];

/** Who is lost with so many weeks, the first to go first. */
export function lostWith(weeks: number): Cost[] {
  return COSTS.filter(({under}) => weeks < under);
}
