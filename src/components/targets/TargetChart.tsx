import {useId} from 'react';
import type {ReactNode} from 'react';
import {daysBetween} from '#core/planning/days.ts';
import {writeDay} from '#core/records/londonDay.ts';
import type {ChartPoint} from '#core/targets/chart.ts';
import styles from './styles.module.css';

const [LEFT, RIGHT, TOP, BOTTOM] = [52, 620, 16, 250];
const round = (value: number): number => Math.round(value * 10) / 10;

/** A round number at or above a value, for the top of an axis: 1, 2 or 5 and noughts. */
function roundUp(value: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(1, value)));
  return [1, 2, 5, 10].map((step) => step * power).find((step) => step >= value) ?? value;
}

interface Props {
  points: readonly ChartPoint[];
  /** Words under the chart: whom it counts. */
  about: string;
}

/** People trained week by week against the line to the target. The table below it holds the same figures. */
export function TargetChart({points, about}: Props): ReactNode {
  const id = useId();
  const [first] = points;
  const last = points.at(-1);
  if (!first || !last) return null;
  const most = roundUp(Math.max(1, ...points.flatMap(({trained, line}) => [trained ?? 0, line ?? 0])));
  const length = Math.max(1, daysBetween(first.on, last.on));
  const across = (day: string): number => round(LEFT + (daysBetween(first.on, day) / length) * (RIGHT - LEFT));
  const down = (count: number): number => round(BOTTOM - (count / most) * (BOTTOM - TOP));
  const path = (of: 'trained' | 'line'): string => points.flatMap((point) => (point[of] === null ? [] : [`${across(point.on)} ${down(point[of])}`])).map((place, index) => `${index === 0 ? 'M' : 'L'}${place}`).join('');
  const now = points.findLast(({trained}) => trained !== null);
  return (
    <figure className={styles.chart}>
      <svg viewBox="0 0 640 290" role="img" aria-labelledby={`${id}-title`} aria-describedby={`${id}-text`} focusable="false">
        <title id={`${id}-title`}>{`People trained, ${writeDay(first.on)} to ${writeDay(last.on)}`}</title>
        <path className={styles.axis} d={`M${LEFT} ${TOP}V${BOTTOM}H${RIGHT}`} />
        {[0, most / 2, most].filter((count) => Number.isInteger(count)).map((count) => <text key={count} className={styles.mark} x={LEFT - 8} y={down(count) + 5} textAnchor="end">{count.toLocaleString('en-GB')}</text>)}
        <text className={styles.mark} x={LEFT} y={BOTTOM + 24}>{writeDay(first.on)}</text>
        <text className={styles.mark} x={RIGHT} y={BOTTOM + 24} textAnchor="end">{writeDay(last.on)}</text>
        <path className={styles.line} d={path('line')} />
        <path className={styles.trained} d={path('trained')} />
        {now ? <circle className={styles.end} cx={across(now.on)} cy={down(now.trained ?? 0)} r="5" /> : null}
      </svg>
      <figcaption id={`${id}-text`}>{about} The full line and its dot show people trained so far, the dashed line the way to the target.</figcaption>
      <details className={styles.details}>
        <summary>Show the figures as a table</summary>
        <div className="aw-table-scroll" role="region" aria-labelledby={`${id}-caption`} tabIndex={0}>
          <table className={`aw-table ${styles.table}`}>
            <caption id={`${id}-caption`}>People trained by the end of each day</caption>
            <thead><tr><th scope="col">Day</th><th scope="col" className={styles.number}>Trained</th><th scope="col" className={styles.number}>Line to the target</th></tr></thead>
            <tbody>
              {points.map(({on, trained, line}) => (
                <tr key={on}><th scope="row">{writeDay(on)}</th><td className={styles.number}>{trained ?? 'To come'}</td><td className={styles.number}>{line === null ? 'None' : Math.round(line)}</td></tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </figure>
  );
}
