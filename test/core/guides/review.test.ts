import * as fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {dueReviews, NOTICE_DAYS} from '#core/guides/review.ts';
import type {ReviewedPage} from '#core/guides/review.ts';

const page = (address: string, reviewBy: string, owner = 'Consultation team'): ReviewedPage => ({address, title: address, owner, reviewBy});

describe('reviews that are due', () => {
  it.each([
    ['the day before', '2027-12-02', 'soon', 1],
    ['on the day, as the notice on the page counts it', '2027-12-01', 'soon', 0],
    ['the day after', '2027-11-30', 'overdue', 1],
    ['years late', '2025-12-01', 'overdue', 730],
    ['60 days ahead', '2028-01-30', 'soon', 60],
    ['61 days ahead', '2028-01-31', null, 0],
    ['over the end of summer time', '2027-10-30', 'overdue', 32],
  ] as [string, string, 'soon' | 'overdue' | null, number][])('%s', (_, reviewBy, list, days) => {
    const due = dueReviews([page('/a/', reviewBy)], '2027-12-01');
    expect(due).toEqual({overdue: [], soon: [], ...(list !== null && {[list]: [{...page('/a/', reviewBy), days}]})});
  });

  it('stand by owner, then by date, then by address', () => {
    const pages = [page('/d/', '2027-02-01', 'Legal team'), page('/b/', '2027-03-01'), page('/c/', '2027-01-01'), page('/a/', '2027-03-01')];
    expect(dueReviews(pages, '2027-12-01').overdue.map(({address}) => address)).toEqual(['/c/', '/a/', '/b/', '/d/']);
  });

  it('are none without pages', () => {
    expect(dueReviews([], '2027-12-01')).toEqual({overdue: [], soon: []});
  });

  it('are the same whatever the order of the pages; no page stands in both lists, and a later day never takes one off the list of late pages', () => {
    const day = fc.date({min: new Date('2026-01-01'), max: new Date('2029-01-01'), noInvalidDate: true}).map((date) => date.toISOString().slice(0, 10));
    const pages = fc.uniqueArray(fc.tuple(fc.constantFrom('Legal team', 'Consultation team'), day, fc.nat(50)), {selector: ([, , number]) => number})
      .map((list) => list.map(([owner, reviewBy, number]) => page(`/${number}/`, reviewBy, owner)));
    fc.assert(fc.property(pages, day, day, (list, one, other) => {
      const [on, later] = [one, other].sort() as [string, string];
      const due = dueReviews(list, on);
      expect(dueReviews([...list].reverse(), on)).toEqual(due);
      const late = new Set(due.overdue.map(({address}) => address));
      expect(due.soon.some(({address, days}) => late.has(address) || days > NOTICE_DAYS)).toBe(false);
      const laterLate = dueReviews(list, later).overdue.map(({address}) => address);
      expect(laterLate).toEqual(expect.arrayContaining([...late]));
    }));
  });
});
