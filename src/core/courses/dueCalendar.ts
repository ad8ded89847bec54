import {writeCalendar} from '../calendar/calendarFile.ts';
import type {Coming} from './due.ts';
import {REFRESHER_LENGTH} from './dueWords.ts';

interface Options {
  /** Where the site stands, without a slash at the end. */
  site: string;
  /** When it is written, a moment in ISO 8601 in UTC. */
  stamp: string;
  /** A feed, which calendars ask for again, and no file to be read once. */
  feed: boolean;
}

/** The dates to come as a calendar (RFC 5545). It names courses and no person. */
export function dueCalendar(coming: readonly Coming[], {site, stamp, feed}: Options): string {
  return writeCalendar({
    name: 'Askwell: my learning', stamp, product: 'Refreshers', ...(feed && {askEvery: 'PT12H'}),
    events: coming.map(({kind, courseId, title, on, href}) => ({
      // The same in a file and in a feed, so that a calendar that has one of them shows each date once.
      uid: `${kind}-${courseId}-${on}@askwell`, from: on, to: on, url: site + href,
      summary: kind === 'refresher' ? `Refresher: ${title}` : `Last day your completion counts: ${title}`,
      description: `${kind === 'refresher' ? `${REFRESHER_LENGTH}.` : 'Renew it before this day is over.'}\n${site}${href}`,
    })),
  });
}
