import type {ReactNode} from 'react';
import type {Due} from '#core/courses/due.ts';
import {wordsOfDue} from '#core/courses/dueWords.ts';
import type {LinkTo} from '../methods/link.tsx';
import styles from './Due.module.css';

interface Props {
  due: readonly Due[];
  linkTo: LinkTo;
  /** What stands below the list, for instance the way into a calendar. */
  children?: ReactNode;
}

/** What is due to somebody now, each with its link. Nothing at all when nothing is due. */
export function DueList({due, linkTo, children}: Props): ReactNode {
  if (due.length === 0) return null;
  return (
    <section aria-labelledby="due-for-you" className={styles.due}>
      <h2 id="due-for-you">Due for you</h2>
      <ul className={styles.list}>
        {due.map((each) => {
          const {title, text, action} = wordsOfDue(each);
          return (
            <li key={`${each.kind} ${each.courseId}`}>
              <p className={styles.what}><strong>{title}</strong> <span>{text}</span></p>
              {linkTo({href: each.href, className: 'aw-button aw-button--quiet', children: <>{action}<span className="aw-visually-hidden">: {title}</span></>})}
            </li>
          );
        })}
      </ul>
      {children}
    </section>
  );
}
