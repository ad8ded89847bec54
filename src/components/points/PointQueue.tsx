import {useEffect, useRef} from 'react';
import type {ReactNode} from 'react';
import type {PointQueue as Queue, QueuedPoint} from '#core/points/point.ts';
import type {FieldError} from '../account/loaded.ts';
import type {LinkTo} from '../methods/link.tsx';
import {PointCard} from './PointCard.tsx';
import type {WantedChange} from './PointCard.tsx';
import styles from './styles.module.css';

interface Props {
  queue: Queue;
  /** Address of the same list as a file. */
  csvHref: string;
  /** What was done last; empty: nothing. */
  note: string;
  linkTo: LinkTo;
  onChanged: (point: QueuedPoint, change: WantedChange) => Promise<readonly FieldError[]>;
}

/** The list of points, new ones first and the oldest first among them. */
export function PointQueue({queue, csvHref, note, linkTo, onChanged}: Props): ReactNode {
  const {points, isCut} = queue;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    // The point may have left the list, and the button that was pressed with it.
    if (note !== '') heading.current?.focus();
  }, [note]);
  return (
    <section aria-labelledby="points-heading">
      <h2 id="points-heading" ref={heading} tabIndex={-1}>{points.length === 1 ? '1 point' : `${points.length} points`}</h2>
      <p role="status" className="aw-hint">{note}</p>
      {isCut ? <p className="aw-panel">There are more points than fit on this page. Choose a state or a kind to see the others.</p> : null}
      {points.length === 0 ? <p>Nothing here. Points come from the end of each page, from questions and from debriefs.</p> : (
        <>
          <p><a className="aw-button aw-button--quiet" href={csvHref} download>Download these points as CSV</a></p>
          <ul className={styles.points}>
            {points.map((point) => <li key={point.id}><PointCard key={`${point.id} ${point.changes.length}`} point={point} linkTo={linkTo} onChanged={(change) => onChanged(point, change)} /></li>)}
          </ul>
        </>
      )}
    </section>
  );
}
