import {writeDay} from '../records/londonDay.ts';

/** A person is reminded of a course at most this often, whoever asks. Practice judgement: more often is not read. */
export const DAYS_BETWEEN_REMINDERS = 14;

interface ReminderText {
  courses: readonly {id: string; title: string}[];
  /** As 2026-11-22. */
  by: string;
  /** Whoever sends it, by name or address. */
  sender: string;
  organisation: string;
  /** Where the site stands, without a slash at the end. */
  site: string;
  contact: {team: string; email: string};
}

/** The mail to somebody who is still to be trained: what, by when, where, from whom, and whom to ask. The same text is shown before it is sent. */
export function writeTrainingReminder({courses, by, sender, organisation, site, contact}: ReminderText): {subject: string; text: string} {
  const [first] = courses;
  const isOne = courses.length === 1;
  return {
    subject: isOne && first ? `Please finish by ${writeDay(by)}: ${first.title}` : `Please finish a course by ${writeDay(by)}`,
    text: [
      isOne ? `Our record shows that you have not yet finished this course. Please do so by ${writeDay(by)}.` : `Our record shows that you have finished none of these courses. Please finish one of them by ${writeDay(by)}.`,
      '',
      ...courses.flatMap(({id, title}) => [title, `${site}/learn/${id}/`, '']),
      'You can stop and go on at any time. Sign in with your work address, so that your record knows.',
      'Have you finished already? Sign in on the device you used, and what you did there is sent.',
      '',
      `${sender} asked us to send this. Reply to them, and not to this e-mail.`,
      `Need help, or another format? ${contact.team}, ${contact.email}`,
      organisation,
      '',
    ].join('\n'),
  };
}
