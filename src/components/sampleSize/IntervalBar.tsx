import type {ReactNode} from 'react';
import styles from './styles.module.css';

interface Props {
  /** From 0 to 1. */
  low: number;
  share: number;
  high: number;
}

const LEFT = 14;
const WIDTH = 292;
const at = (fraction: number): number => Math.round((LEFT + fraction * WIDTH) * 100) / 100;

/** The interval on a line from 0% to 100%. The words beside it say the same, so it is hidden from screen readers. */
export function IntervalBar({low, share, high}: Props): ReactNode {
  // A bar narrower than a hair would not be seen.
  const length = Math.max(at(high) - at(low), 2);
  return (
    <svg className={styles.bar} viewBox="0 0 320 58" aria-hidden="true" focusable="false">
      <line className={styles.axis} x1={at(0)} x2={at(1)} y1="28" y2="28" />
      <rect className={styles.interval} x={at(low)} y="16" width={length} height="24" rx="2" />
      <line className={styles.share} x1={at(share)} x2={at(share)} y1="8" y2="40" />
      {[0, 25, 50, 75, 100].map((percent) => (
        <text key={percent} className={styles.tick} x={at(percent / 100)} y="55" textAnchor={percent === 0 ? 'start' : percent === 100 ? 'end' : 'middle'} dx={percent === 0 ? -LEFT : percent === 100 ? 320 - LEFT - WIDTH : 0}>{percent}%</text>
      ))}
    </svg>
  );
}
