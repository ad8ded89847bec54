import type {ReactNode} from 'react';
import {lowerFirst} from '#core/methods/words.ts';
import {dayInWords} from './day.ts';
import styles from './styles.module.css';

interface Props {
  /** ISO date. */
  reviewBy: string;
  owner: string;
  /** ISO date of today; left out while it is not known. */
  today: string | undefined;
}

/** Warns when a page is past its review date. Draws nothing before that. */
export function ReviewNotice({reviewBy, owner, today}: Props): ReactNode {
  if (today === undefined || today <= reviewBy) return null;
  return (
    <p className={styles.overdue}>
      <strong>This page is past its review date.</strong> It was due on {dayInWords(reviewBy)}. Check facts with the {lowerFirst(owner)} before you rely on them.
    </p>
  );
}
