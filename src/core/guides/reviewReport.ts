import {writeDay} from '../records/londonDay.ts';
import {NOTICE_DAYS} from './review.ts';
import type {DuePage, DueReviews} from './review.ts';

/** Takes what is due on a day (ISO date). Gives the lines of a report by owner: what is late, and what will be soon. */
export function reviewReport({overdue, soon}: DueReviews, on: string): string[] {
  return [
    ...describe(`Past their review date on ${writeDay(on)}`, overdue, ({days}) => `${inDays(days)} late`),
    ...describe(`Due within ${NOTICE_DAYS} days`, soon, ({days}) => (days === 0 ? 'today' : `in ${inDays(days)}`)),
  ];
}

/** A heading, then each owner with their pages below, then an empty line. */
function describe(heading: string, pages: readonly DuePage[], when: (page: DuePage) => string): string[] {
  return [
    `${heading}: ${inPages(pages.length)}`,
    ...[...new Set(pages.map(({owner}) => owner))].flatMap((owner) => [
      `  ${owner}`,
      ...pages.filter((page) => page.owner === owner).map((page) => `    ${writeDay(page.reviewBy)} (${when(page)})  ${page.title}  ${page.address}`),
    ]),
    '',
  ];
}

/** "3 pages", or "none". */
export const inPages = (count: number): string => (count === 0 ? 'none' : count === 1 ? '1 page' : `${count} pages`);

const inDays = (days: number): string => (days === 1 ? '1 day' : `${days} days`);
