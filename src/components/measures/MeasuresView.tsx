import type {ReactNode} from 'react';
import type {Measures} from '#core/measures/api.ts';
import {DEFINITIONS, NOT_MEASURED} from '#core/measures/definitions.ts';
import type {Definition} from '#core/measures/definitions.ts';
import {FEWEST_SHOWN, writeShown} from '#core/measures/protect.ts';
import {CURRENCY_WORDS, writeTrained} from '#core/measures/report.ts';
import {writeDay, writeDayOf, writeTimeOf} from '#core/records/londonDay.ts';
import {OUTLOOK_WORDS} from '#core/targets/words.ts';
import {QuarterChart} from './QuarterChart.tsx';
import styles from './styles.module.css';

function Meaning({definition: {counts, from, not, keeper}}: {definition: Definition}): ReactNode {
  return (
    <>
      <p>{counts}</p>
      <details className={styles.details}>
        <summary>Where it comes from, and what it does not say</summary>
        <dl>
          <dt>Comes from</dt><dd>{from}</dd>
          <dt>Does not say</dt><dd>{not}</dd>
          <dt>Kept by</dt><dd>{keeper}</dd>
        </dl>
      </details>
    </>
  );
}

interface Props {
  measures: Measures;
  csvHref: string;
  /** How the last download went; empty before one. */
  note: string;
  onWord: () => void;
}

/** The measures with their definitions, charts and tables, and as files. */
export function MeasuresView({measures, csvHref, note, onWord}: Props): ReactNode {
  const {targets, quarterly, currency, today, directorateName, countedAt} = measures;
  return (
    <>
      <p>Figures of {directorateName}. Those by quarter were counted on {writeDayOf(countedAt)} at {writeTimeOf(countedAt)}, and are counted again every hour or so. What would point to fewer than {FEWEST_SHOWN} people is not counted out, on this page or in its files.</p>
      <p className="aw-choices">
        <a className="aw-button aw-button--quiet" href={csvHref} download>Download as CSV</a>
        <button type="button" className="aw-button aw-button--quiet" onClick={onWord}>Download as Word</button>
      </p>
      <p role="status" className={styles.note}>{note}</p>
      <section aria-labelledby="measure-targets" className={styles.section}>
        <h2 id="measure-targets">{DEFINITIONS.targets.title}</h2>
        <Meaning definition={DEFINITIONS.targets} />
        {targets.length === 0 ? <p>No target is set.</p> : (
          <div className="aw-table-scroll" role="region" aria-labelledby="targets-caption" tabIndex={0}>
            <table className={`aw-table ${styles.table}`}>
              <caption id="targets-caption">Targets today</caption>
              <thead><tr><th scope="col">Target</th><th scope="col">By</th><th scope="col">Trained, of those needed</th><th scope="col">Outlook</th></tr></thead>
              <tbody>{targets.map((target) => <tr key={target.id}><th scope="row">{target.title} ({target.percent}%)</th><td>{writeDay(target.by)}</td><td>{writeTrained(target)}</td><td>{target.outlook ? OUTLOOK_WORDS[target.outlook] : 'Not said'}</td></tr>)}</tbody>
            </table>
          </div>
        )}
      </section>
      {quarterly.map((figures) => (
        <section key={figures.measure} aria-labelledby={`measure-${figures.measure}`} className={styles.section}>
          <h2 id={`measure-${figures.measure}`}>{DEFINITIONS[figures.measure].title}</h2>
          <Meaning definition={DEFINITIONS[figures.measure]} />
          <QuarterChart title={DEFINITIONS[figures.measure].title} figures={figures} />
        </section>
      ))}
      <section aria-labelledby="measure-currency" className={styles.section}>
        <h2 id="measure-currency">{DEFINITIONS.currency.title}</h2>
        <Meaning definition={DEFINITIONS.currency} />
        <div className="aw-table-scroll" role="region" aria-labelledby="currency-caption" tabIndex={0}>
          <table className={`aw-table ${styles.table}`}>
            <caption id="currency-caption">Completions on {writeDay(today)}</caption>
            <thead><tr><th scope="col">They are</th><th scope="col">Completions</th></tr></thead>
            <tbody>{currency.map(({measure, shown}) => <tr key={measure}><th scope="row">{CURRENCY_WORDS[measure]}</th><td>{writeShown(shown)}</td></tr>)}</tbody>
          </table>
        </div>
      </section>
      <section aria-labelledby="not-measured" className={styles.section}>
        <h2 id="not-measured">What is not measured</h2>
        <p>{NOT_MEASURED}</p>
      </section>
    </>
  );
}
