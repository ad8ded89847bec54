import * as z from 'zod';

/** What the front matter of a page, or a course file, says about its review. Other fields are other people's business. */
export const ReviewFacts = z
  .looseObject({
    title: z.string().min(1).optional(),
    owner: z.string().min(1).optional(),
    reviewBy: z.iso.date().optional(),
    /** The page's address, where it is not that of its file. */
    slug: z.string().optional(),
  })
  .superRefine(({title, owner, reviewBy}, context) => {
    if (reviewBy === undefined) return;
    for (const [field, value] of Object.entries({title, owner})) {
      if (value === undefined) context.addIssue({code: 'custom', path: [field], message: 'This is missing, and the page has a review date. Write it, so that the review reaches somebody.'});
    }
  });
export type ReviewFacts = z.infer<typeof ReviewFacts>;

/** A page with the day by which somebody must read it again. */
export interface ReviewedPage {
  /** Address on the site. */
  address: string;
  title: string;
  /** The role that keeps it right. */
  owner: string;
  /** ISO date: the last day on which the page counts as reviewed. */
  reviewBy: string;
}

/** A page whose review is late or near. */
export interface DuePage extends ReviewedPage {
  /** Days since the review was due; for a page that is not late, days until it is. */
  days: number;
}

export interface DueReviews {
  overdue: DuePage[];
  soon: DuePage[];
}

/** How far ahead an owner wants to know: time to find an expert and check the facts. Practice judgement. */
export const NOTICE_DAYS = 60;

const DAY = 24 * 60 * 60 * 1000;

/**
 * Takes pages and a day (ISO date). Gives the pages whose date has passed, and those whose date comes within `NOTICE_DAYS`, each list by
 * owner, then by date, then by address. On its date itself a page is not yet overdue, as on the page's own notice.
 */
export function dueReviews(pages: readonly ReviewedPage[], on: string): DueReviews {
  const dated = pages.map((page) => ({page, left: daysBetween(on, page.reviewBy)})).sort((a, b) => compare(a.page, b.page));
  return {
    overdue: dated.filter(({left}) => left < 0).map(({page, left}) => ({...page, days: -left})),
    soon: dated.filter(({left}) => left >= 0 && left <= NOTICE_DAYS).map(({page, left}) => ({...page, days: left})),
  };
}

/** Days from one ISO date to another; counted in UTC, where every day has 24 hours. */
function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY);
}

function compare(a: ReviewedPage, b: ReviewedPage): number {
  for (const field of ['owner', 'reviewBy', 'address'] as const) {
    if (a[field] !== b[field]) return a[field] < b[field] ? -1 : 1;
  }
  return 0;
}
