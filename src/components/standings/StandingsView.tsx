import {useState} from 'react';
import type {ReactNode} from 'react';
import type {RunStandings} from '#core/courses/api.ts';
import {isLost} from '#core/courses/runStandings.ts';
import {SelectField} from '../account/Field.tsx';
import {StandingsTable} from './StandingsTable.tsx';
import styles from './styles.module.css';

type Person = RunStandings['people'][number];

const FILTERS = {
  everybody: {label: 'Everybody', fits: (): boolean => true},
  open: {label: 'People who have not completed the course', fits: ({completedAt}: Person): boolean => completedAt === null},
  lost: {label: 'People who can no longer complete it in this run', fits: isLost},
} as const;
type Filter = keyof typeof FILTERS;

/** The standings of a course run, with a filter and a file for spreadsheets. `readAt`: time of day of what is shown, as 3:04pm. */
export function StandingsView({standings: {run, conditions, people}, readAt}: {standings: RunStandings; readAt: string}): ReactNode {
  const [filter, setFilter] = useState<Filter>('everybody');
  const shown = people.filter(FILTERS[filter].fits);
  const lost = people.filter(isLost).length;
  return (
    <>
      <p><a href={`/cohorts/?id=${run.id}`}>Back to the course run</a></p>
      <h1>What each person still needs</h1>
      <p className="aw-lede">{run.title}, a run of <a href={`/learn/${run.courseId}/`}>{run.courseTitle}</a>.</p>
      {people.length === 0 ? <p>Nobody has a place in this run yet.</p> : (
        <>
          <dl className={styles.counts}>
            <div><dt>In this run</dt><dd>{people.length}</dd></div>
            <div><dt>Completed the course</dt><dd>{people.filter(({completedAt}) => completedAt !== null).length}</dd></div>
            <div><dt>Can no longer complete it in this run</dt><dd>{lost}</dd></div>
          </dl>
          <SelectField id="show" label="Show" errors={[]} value={filter} onChange={(event) => setFilter(event.target.value as Filter)}>
            {Object.entries(FILTERS).map(([id, {label}]) => <option key={id} value={id}>{label}</option>)}
          </SelectField>
          <p role="status">Showing {shown.length} of {people.length}.</p>
          {shown.length === 0 ? <p>Nobody fits this choice.</p> : <StandingsTable runId={run.id} conditions={conditions} people={shown} />}
          <p><a className="aw-button aw-button--quiet" href={`/api/cohorts/${run.id}/standings.csv`} download>Download the standings as CSV</a></p>
        </>
      )}
      <p className="aw-hint">As at {readAt}. What people did in another run of the course counts too. Everybody in the list can see that you looked.</p>
    </>
  );
}
