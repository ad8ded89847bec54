import type {ReactNode} from 'react';
import type {Begun, UnderWay} from '#core/courses/myLearning.ts';
import {writeDayOf} from '#core/records/londonDay.ts';
import type {LinkTo} from '../methods/link.tsx';
import styles from './styles.module.css';

interface Props {
  underWay: readonly UnderWay[];
  begun: readonly Begun[];
  linkTo: LinkTo;
}

/** What somebody can go on with: attempts left half-way, and courses begun. */
export function InProgress({underWay, begun, linkTo}: Props): ReactNode {
  return (
    <section aria-labelledby="in-progress" className={styles.section}>
      <h2 id="in-progress">In progress</h2>
      {underWay.length + begun.length === 0 ? <p>Nothing is under way. {linkTo({href: '/learn/', children: 'Choose a course'})}.</p> : null}
      {underWay.length > 0 ? (
        <ul className={styles.list} aria-label="Questions under way">
          {underWay.map(({id, title, href, startedAt, answered, of}) => (
            <li key={id}>
              <p><strong>{title}</strong> <span>You began on {writeDayOf(startedAt)} and have answered {answered}{of === null ? ' so far' : ` of ${of}`}.</span></p>
              {linkTo({href, className: 'aw-button aw-button--quiet', children: <>Go on<span className="aw-visually-hidden">: {title}</span></>})}
            </li>
          ))}
        </ul>
      ) : null}
      {begun.length > 0 ? (
        <ul className={styles.list} aria-label="Courses begun">
          {begun.map(({courseId, title, done, lessons, next}) => (
            <li key={courseId}>
              <p><strong>{linkTo({href: `/learn/${courseId}/`, children: title})}</strong> <span>{done.length} of {lessons} lessons done.</span></p>
              {next ? <p>Next: {linkTo({href: next.href, children: next.text})}</p> : null}
            </li>
          ))}
        </ul>
      ) : null}
    </section>
  );
}
