import {dueCalendar} from '#core/courses/dueCalendar.ts';
import type {Coming} from '#core/courses/due.ts';
import type {NewFeed, ReminderSettings} from '#core/records/api.ts';
import {callService} from './api.ts';
import type {Reply} from './api.ts';
import {now} from './clock.ts';
import {fullAddress} from './page.ts';
import {saveFile} from './saveFile.ts';

/** Offers the dates to come as a file that calendars read. Needs no record service. */
export function saveDueCalendar(coming: readonly Coming[]): void {
  saveFile('askwell-my-learning.ics', dueCalendar(coming, {site: fullAddress(''), stamp: now(), feed: false}), 'text/calendar;charset=utf-8');
}

/** Switches e-mail about what is due on or off for the person signed in. */
export function setReminderMail(email: boolean): Promise<Reply<ReminderSettings>> {
  return callService('PUT', '/api/reminders', {email});
}

/** Makes the address of the person's calendar feed. One that they had ends. */
export function makeFeed(): Promise<Reply<NewFeed>> {
  return callService('POST', '/api/reminders/feed');
}

/** Ends the person's calendar feed. */
export function endFeed(): Promise<Reply<ReminderSettings>> {
  return callService('DELETE', '/api/reminders/feed');
}
