import {useState} from 'react';
import type {ReactNode} from 'react';
import type {OpenRun} from '#core/runs/api.ts';
import {writeDay} from '#core/records/londonDay.ts';
import type {FieldError} from '../account/loaded.ts';
import {useSubmit} from '../account/useSubmit.ts';
import {SessionDates} from '../cohorts/SessionDates.tsx';
import styles from './styles.module.css';

interface Props {
  runs: readonly OpenRun[];
  onBooked: (run: OpenRun) => Promise<readonly FieldError[]>;
}

function placesIn({free, waiting, confirms}: OpenRun): string {
  const places = free === null ? 'No limit on places.' : free === 0 ? `Full. ${waiting} on the waiting list.` : `${free} ${free === 1 ? 'place' : 'places'} free.`;
  return confirms ? `${places} A trainer confirms each booking.` : places;
}

/** The runs that anybody may book. */
export function OpenRuns({runs, onBooked}: Props): ReactNode {
  if (runs.length === 0) return <p>No run is listed for everybody now. Trainers can also give you a code.</p>;
  return (
    <ul className={styles.runs}>
      {runs.map((run) => (
        <li key={run.cohortId} className="aw-card">
          <h3>{run.title}</h3>
          <p>A run of <a href={`/learn/${run.courseId}/`}>{run.courseTitle}</a> from {writeDay(run.startsOn)}{run.trainers.length === 0 ? '' : `, with ${run.trainers.join(', ')}`}.</p>
          <SessionDates sessions={run.sessions} zone={run.timeZone} />
          <p><strong>{placesIn(run)}</strong></p>
          <Book run={run} onBooked={() => onBooked(run)} />
        </li>
      ))}
    </ul>
  );
}

function Book({run, onBooked}: {run: OpenRun; onBooked: () => Promise<readonly FieldError[]>}): ReactNode {
  const [fault, setFault] = useState('');
  const {busy, submit} = useSubmit<null>(async () => {
    const errors = await onBooked();
    setFault(errors[0]?.message ?? '');
    return errors;
  });
  const words = run.free === 0 ? 'Join the waiting list' : run.confirms ? 'Ask for a place' : 'Book a place';
  return (
    <>
      <div role="alert">{fault === '' ? null : <p className="aw-error">{fault}</p>}</div>
      <p><button type="button" className="aw-button" aria-disabled={busy} onClick={() => void submit(null)}>{busy ? 'Booking' : words}<span className="aw-visually-hidden">: {run.title}</span></button></p>
    </>
  );
}
