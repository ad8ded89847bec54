import {toLondonDay} from '../records/londonDay.ts';
import type {Due} from './due.ts';
import {wordsOfDue} from './dueWords.ts';

/** Reminders leave from nine in the morning, and not in the evening when a service comes back late: hours of the day in London. */
const FROM_HOUR = 9;
const TO_HOUR = 18;

const HOUR = new Intl.DateTimeFormat('en-GB', {timeZone: 'Europe/London', hour: 'numeric', hourCycle: 'h23'});

/** Takes a moment (ISO 8601). Gives the day in London if reminders leave at that time of day; null otherwise. */
export function reminderDay(now: string): string | null {
  const hour = Number(HOUR.format(new Date(now)));
  return hour >= FROM_HOUR && hour < TO_HOUR ? toLondonDay(now) : null;
}

/** What marks a due date, so that nobody is told of it twice. */
export function keyOfDue({kind, courseId, on}: Pick<Due, 'kind' | 'courseId' | 'on'>): string {
  return `${kind} ${courseId} ${on}`;
}

interface Options {
  /** Where the site stands, without a slash at the end. */
  site: string;
  contact: {team: string; email: string};
}

/** The mail about what is due: plain text that says what, where, and how to stop. Takes at least one thing. */
export function writeReminder(due: readonly Due[], {site, contact}: Options): {subject: string; text: string} {
  const [first] = due;
  const subject = due.length === 1 && first ? `${first.kind === 'refresher' ? 'Refresher due' : first.kind === 'lapsed' ? 'Completion lapsed' : 'Completion ends soon'}: ${first.title}` : `${due.length} things are due in your learning`;
  return {
    subject,
    text: [
      'Due in your learning:', '',
      ...due.flatMap((each) => {
        const {title, text} = wordsOfDue(each);
        return [title, text, `${site}${each.href}`, ''];
      }),
      'You asked us to e-mail you when something is due. To stop, sign in and switch it off under “Reminders”:', `${site}/my-record/#reminders`, '',
      `${contact.team}, ${contact.email}`, '',
    ].join('\n'),
  };
}
