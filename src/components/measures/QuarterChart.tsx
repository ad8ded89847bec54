import {useId} from 'react';
import type {ReactNode} from 'react';
import type {QuarterlyFigures} from '#core/measures/api.ts';
import {writeShown} from '#core/measures/protect.ts';
import {writeQuarter, writeQuarterShort} from '#core/measures/quarters.ts';
import {writeDays} from '#core/measures/report.ts';
import styles from './styles.module.css';

const [LEFT, RIGHT, TOP, BOTTOM] = [48, 620, 24, 220];
const WIDTH = 44;
const round = (value: number): number => Math.round(value * 10) / 10;

/** Shares by quarter as bars, with their table. A dashed box stands where a figure is withheld or there is none. */
export function QuarterChart({title, figures}: {title: string; figures: QuarterlyFigures}): ReactNode {
  const id = useId();
  const {quarters} = figures;
  const step = (RIGHT - LEFT) / Math.max(1, quarters.length);
  const down = (percent: number): number => round(BOTTOM - (percent / 100) * (BOTTOM - TOP));
  const hasDays = figures.measure === 'points-closed';
  const isHidden = quarters.some(({shown}) => shown.kind !== 'exact' && shown.kind !== 'none');
  if (quarters.every(({shown}) => shown.kind === 'none')) return <p>Nothing to count in these quarters yet.</p>;
  return (
    <figure className={styles.chart}>
      <svg viewBox="0 0 640 256" role="img" aria-labelledby={`${id}-title`} aria-describedby={`${id}-text`} focusable="false">
        <title id={`${id}-title`}>{`${title}: percent by quarter`}</title>
        <path className={styles.axis} d={`M${LEFT} ${TOP}V${BOTTOM}H${RIGHT}`} />
        {[0, 50, 100].map((percent) => <text key={percent} className={styles.mark} x={LEFT - 6} y={down(percent) + 5} textAnchor="end">{percent}%</text>)}
        {quarters.map(({first, shown}, index) => {
          const middle = round(LEFT + (index + 0.5) * step);
          return (
            <g key={first}>
              {shown.kind === 'exact' ? (
                <>
                  <rect className={styles.bar} x={middle - WIDTH / 2} y={down(shown.percent)} width={WIDTH} height={round(BOTTOM - down(shown.percent))} />
                  <text className={styles.mark} x={middle} y={down(shown.percent) - 6} textAnchor="middle">{shown.percent}%</text>
                </>
              ) : shown.kind === 'none' ? null : <rect className={styles.hidden} x={middle - WIDTH / 2} y={BOTTOM - 36} width={WIDTH} height="36" />}
              <text className={styles.mark} x={middle} y={BOTTOM + 22} textAnchor="middle">{writeQuarterShort(first)}</text>
            </g>
          );
        })}
      </svg>
      <figcaption id={`${id}-text`}>By quarter, the oldest first; the last one is still under way. {isHidden ? 'A dashed box stands for a figure that would point to fewer than five people. ' : ''}The table has the same figures.</figcaption>
      <details className={styles.details}>
        <summary>Show the table</summary>
        <div className="aw-table-scroll" role="region" aria-labelledby={`${id}-caption`} tabIndex={0}>
          <table className={`aw-table ${styles.table}`}>
            <caption id={`${id}-caption`}>{title}</caption>
            <thead><tr><th scope="col">Quarter</th><th scope="col">Figure</th>{hasDays ? <th scope="col">Median time to close</th> : null}</tr></thead>
            <tbody>{quarters.map(({first, shown, days}) => <tr key={first}><th scope="row">{writeQuarter(first)}</th><td>{writeShown(shown)}</td>{hasDays ? <td>{writeDays(figures, days)}</td> : null}</tr>)}</tbody>
          </table>
        </div>
      </details>
    </figure>
  );
}
