import {writeCalendar} from '../calendar/calendarFile.ts';
import type {RunSession} from './api.ts';
import {linkOf} from './session.ts';

interface CalendarRun {
  title: string;
  courseTitle: string;
  /** The whole run was cancelled, and every session with it. */
  isCancelled: boolean;
}

interface Options {
  /** Where the site stands, without a slash at the end. */
  site: string;
  /** When it is written, a moment in ISO 8601 in UTC. */
  stamp: string;
}

/** The sessions of a run as a calendar file (RFC 5545), for people who are confirmed. Cancelled ones stay in it, so that calendars take them away. */
export function runCalendar(run: CalendarRun, sessions: readonly RunSession[], {site, stamp}: Options): string {
  return writeCalendar({
    name: run.title, stamp, product: 'Course runs',
    events: sessions.map(({id, title, startsAt, endsAt, place, instructions, cancelledReason, revision}) => {
      const link = linkOf(place);
      return {
        // The end of a whole run is one more change of each session that was still to be.
        uid: `${id}@askwell`, sequence: revision + (run.isCancelled && cancelledReason === null ? 1 : 0), startsAt, endsAt, isCancelled: run.isCancelled || cancelledReason !== null,
        summary: `${title}: ${run.courseTitle}`, location: place,
        description: [instructions, `${site}/bookings/`].filter((each) => each !== null).join('\n\n'),
        ...(link !== null && {url: link}),
      };
    }),
  });
}
