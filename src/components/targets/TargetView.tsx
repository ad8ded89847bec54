import type {ReactNode} from 'react';
import {writeDay} from '#core/records/londonDay.ts';
import type {TargetDetail} from '#core/targets/api.ts';
import {forecastInWords, OUTLOOK_WORDS} from '#core/targets/words.ts';
import styles from './styles.module.css';
import {TargetFigure} from './TargetCards.tsx';
import {TargetChart} from './TargetChart.tsx';

interface Props {
  detail: TargetDetail;
  /** Whose figures these are, in words. */
  whose: string;
}

/** How the forecast is made, for whoever has to defend it. */
function HowForecast(): ReactNode {
  return (
    <details className={styles.details}>
      <summary>How we forecast</summary>
      <p>We take the people trained in the last eight weeks, or since the first of them if that is less, as the rate. “On course” means that this rate reaches the target by its date. “At risk” means that it gets at least three quarters of the way there. With fewer than five people trained, or in under three weeks, we say nothing.</p>
      <p>The forecast knows nothing of holidays, of course runs to come, or of completions that will lapse. Its limits are our judgement, and no law of nature.</p>
    </details>
  );
}

function Parts({parts}: {parts: TargetDetail['parts']}): ReactNode {
  return (
    <div className="aw-table-scroll" role="region" aria-labelledby="parts-caption" tabIndex={0}>
      <table className={`aw-table ${styles.table}`}>
        <caption id="parts-caption">By directorate</caption>
        <thead><tr><th scope="col">Directorate</th><th scope="col" className={styles.number}>Headcount</th><th scope="col" className={styles.number}>Needed</th><th scope="col" className={styles.number}>Trained</th></tr></thead>
        <tbody>
          {parts.map(({directorate, name, headcount, needed, trained}) => (
            <tr key={directorate}>
              <th scope="row">{name}</th><td className={styles.number}>{headcount ?? 'Not known'}</td><td className={styles.number}>{needed ?? 'Not known'}</td><td className={styles.number}>{trained}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="aw-hint">Each directorate is asked for the same share, rounded up. Together that may be a few people more than the whole needs.</p>
    </div>
  );
}

/** One target: what it asks, how it stands, how it will go. */
export function TargetView({detail: {target, chart, parts}, whose}: Props): ReactNode {
  const {title, series, courses, directorates, jobRoles, counts, by, note, figures} = target;
  return (
    <>
      <h1 tabIndex={-1}>{title}</h1>
      {series ? <p className="aw-lede">A tranche of: {series}</p> : null}
      {note ? <p>{note}</p> : null}
      <section aria-labelledby="stands-heading">
        <h2 id="stands-heading">How it stands</h2>
        <p>{whose}</p>
        <TargetFigure target={target} />
        {figures.forecast ? (
          <>
            <p><span className="aw-tag">{OUTLOOK_WORDS[figures.forecast.outlook]}</span></p>
            {forecastInWords(figures.forecast, by).map((sentence) => <p key={sentence}>{sentence}</p>)}
          </>
        ) : null}
        <TargetChart points={chart} about={counts === 'ever' ? 'People who have completed the course, by the day on which they did.' : 'People whose completion is current today, by the day from which it counts.'} />
        <HowForecast />
        {parts.length > 1 ? <Parts parts={parts} /> : null}
      </section>
      <section aria-labelledby="asks-heading" className={styles.section}>
        <h2 id="asks-heading">What it asks</h2>
        <dl className={styles.facts}>
          <div><dt>{courses.length === 1 ? 'Course' : 'Any one of these courses'}</dt>{courses.map((course) => <dd key={course.id}><a href={`/learn/${course.id}/`}>{course.title}</a></dd>)}</div>
          <div><dt>Whom it counts</dt>{directorates.length === 0 ? <dd>Everybody</dd> : directorates.map((each) => <dd key={each.id}>{each.name}</dd>)}</div>
          {jobRoles.length > 0 ? <div><dt>Job roles</dt>{jobRoles.map((role) => <dd key={role}>{role}</dd>)}</div> : null}
          <div><dt>By</dt><dd>{writeDay(by)}</dd></div>
          <div><dt>A completion counts</dt><dd>{counts === 'ever' ? 'For good, also after it lapses' : 'While it is current'}</dd></div>
        </dl>
      </section>
    </>
  );
}
