import {useState} from 'react';
import type {ReactNode} from 'react';
import type {Coming} from '#core/courses/due.ts';
import {writeDay} from '#core/records/londonDay.ts';
import type {LinkTo} from '../methods/link.tsx';
import styles from './Due.module.css';

/** Dates shown before the rest is folded away. */
const FIRST = 4;

function Dates({coming, linkTo}: {coming: readonly Coming[]; linkTo: LinkTo}): ReactNode {
  return (
    <ul>
      {coming.map(({kind, courseId, title, on, href}) => (
        <li key={`${kind} ${courseId} ${on}`}>
          {writeDay(on)}: {kind === 'refresher' ? <>{linkTo({href, children: 'refresher'})} of {title}</> : <>the last day on which your completion of {linkTo({href, children: title})} counts</>}
        </li>
      ))}
    </ul>
  );
}

/** Offers the dates to come as a calendar file. Says what the file does and does not do. */
export function CalendarButton({onSaved}: {onSaved: () => void}): ReactNode {
  const [note, setNote] = useState('');
  return (
    <>
      <p>
        <button
          type="button" className="aw-button aw-button--quiet"
          onClick={() => {
            onSaved();
            setNote('The file is in your downloads. Open it to add the dates. It does not change by itself: download it again after you renew a course.');
          }}
        >
          Add to my calendar
        </button>
      </p>
      <p role="status" className="aw-hint">{note}</p>
    </>
  );
}

/** The refreshers and ends of validity to come, and a file of them for a calendar. Nothing when there are none. */
export function DueDates({coming, linkTo, onSaved}: {coming: readonly Coming[]; linkTo: LinkTo; onSaved: () => void}): ReactNode {
  if (coming.length === 0) return null;
  const [first, rest] = [coming.slice(0, FIRST), coming.slice(FIRST)];
  return (
    <section aria-labelledby="coming" className={styles.coming}>
      <h2 id="coming">Dates to come</h2>
      <Dates coming={first} linkTo={linkTo} />
      {rest.length > 0 ? (
        <details>
          <summary>Later dates ({rest.length})</summary>
          <Dates coming={rest} linkTo={linkTo} />
        </details>
      ) : null}
      <CalendarButton onSaved={onSaved} />
    </section>
  );
}
