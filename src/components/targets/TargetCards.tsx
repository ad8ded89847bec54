import type {ReactNode} from 'react';
import {writeDay} from '#core/records/londonDay.ts';
import type {TargetStanding} from '#core/targets/api.ts';
import {forecastInWords, OUTLOOK_WORDS, people} from '#core/targets/words.ts';
import styles from './styles.module.css';

/** A figure and its bar. The bar shows what the words beside it say. */
export function TargetFigure({target}: {target: TargetStanding}): ReactNode {
  const {headcount, needed, trained} = target.figures;
  if (headcount === null || needed === null) return <p><strong>{people(trained)} trained.</strong> Nobody has said how many people count, so there is no target to set beside it. A coordinator can write the headcount.</p>;
  if (headcount === 0) return <p>Nobody counts for this target yet. {target.basis === 'staff-list' ? 'The staff list has nobody whom it is for.' : 'Its headcount is 0.'}</p>;
  return (
    <>
      <p className={styles.figure}>{trained.toLocaleString('en-GB')} of {needed.toLocaleString('en-GB')} trained</p>
      <div className={styles.bar} aria-hidden="true"><div className={styles.fill} style={{width: `${Math.min(100, (100 * trained) / needed)}%`}} /></div>
      <p className="aw-hint">{target.percent}% of {people(headcount)} is {needed.toLocaleString('en-GB')}, by {writeDay(target.by)}.</p>
    </>
  );
}

function Card({target, level}: {target: TargetStanding; level: 'h2' | 'h3'}): ReactNode {
  const Heading = level;
  const {forecast} = target.figures;
  return (
    <li className="aw-card">
      <div className={styles.heading}>
        <Heading><a href={`/targets/?id=${target.id}`}>{target.title}</a></Heading>
        {forecast ? <span className="aw-tag">{OUTLOOK_WORDS[forecast.outlook]}</span> : null}
      </div>
      <TargetFigure target={target} />
      {forecast ? <p>{forecastInWords(forecast, target.by).join(' ')}</p> : null}
    </li>
  );
}

/** Targets: tranches of one series together, by their date, then those that stand alone. */
export function TargetCards({targets}: {targets: readonly TargetStanding[]}): ReactNode {
  const series = [...new Set(targets.flatMap((target) => target.series ?? []))];
  const alone = targets.filter((target) => target.series === null);
  return (
    <>
      {series.map((name) => {
        const tranches = targets.filter((target) => target.series === name);
        return (
          <section key={name} aria-labelledby={`series-${tranches[0]?.id ?? ''}`}>
            <h2 id={`series-${tranches[0]?.id ?? ''}`}>{name}</h2>
            <p>{tranches.length === 1 ? 'One tranche so far.' : `${tranches.length} tranches, in the order of their dates.`}</p>
            <ol className={styles.cards}>{tranches.map((target) => <Card key={target.id} target={target} level="h3" />)}</ol>
          </section>
        );
      })}
      {alone.length === 0 ? null : <ul className={`${styles.cards} ${styles.section}`}>{alone.map((target) => <Card key={target.id} target={target} level="h2" />)}</ul>}
    </>
  );
}
