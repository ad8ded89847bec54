import {writeDay} from '../records/londonDay.ts';
import {REFRESHER_QUESTIONS} from './derivedQuizzes.ts';
import type {Due} from './due.ts';
import {REFRESHER_MINUTES} from './refreshers.ts';

/** How long a refresher is, in words. */
export const REFRESHER_LENGTH = `${REFRESHER_QUESTIONS} questions, about ${REFRESHER_MINUTES} minutes`;

/** What is due, in words: the course, what is the matter, and what the link does. */
export interface DueWords {
  title: string;
  text: string;
  action: string;
}

/** Says what is due, the same on screen and in mail. */
export function wordsOfDue({kind, title, by, on, until, assessed, taught}: Due): DueWords {
  const lastDay = until === null ? '' : writeDay(until);
  const how = taught ? 'Take part in another run of the course to renew it.' : assessed ? 'Pass the assessment again to renew it.' : 'Answer the questions of its lessons again to renew it.';
  const action = taught ? 'Find a course run' : assessed ? 'Take the assessment' : 'Open the course';
  switch (kind) {
    case 'refresher':
      return {title, text: `Refresher: ${REFRESHER_LENGTH}. Due since ${writeDay(on)}${by === 'lessons' ? ' (lessons done)' : ''}.`, action: 'Do the refresher'};
    case 'due-soon':
      return {title, text: `Your completion counts until ${lastDay}. ${how}`, action};
    case 'lapsed':
      return by === 'lessons'
        ? {title, text: `Lessons done, and what you learned counted until ${lastDay}. Answer their questions again to refresh it.`, action: 'Open the course'}
        : {title, text: `Your completion lapsed: it counted until ${lastDay}. ${how}`, action};
  }
}
