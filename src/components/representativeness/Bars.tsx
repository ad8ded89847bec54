import {Fragment} from 'react';
import type {ReactNode} from 'react';
import type {Measured} from '#core/planning/representativenessMeasure.ts';
import styles from './styles.module.css';

/** Pairs of bars: who took part filled, the population in outline. The table beside it says the same, so this is hidden from those who listen. */
export function Bars({groups}: {groups: readonly Measured[]}): ReactNode {
  const widest = Math.max(...groups.flatMap(({share, populationShare}) => [share, populationShare]));
  return (
    <div className={styles.bars} aria-hidden="true">
      <div className={styles.legend}>
        <span><svg viewBox="0 0 24 14"><Bar y={1} height={12} width={24} isFilled /></svg>Took part</span>
        <span><svg viewBox="0 0 24 14"><Bar y={1} height={12} width={23} /></svg>Population</span>
      </div>
      {groups.map(({name, share, populationShare}) => (
        <Fragment key={name}>
          <span>{name}</span>
          <svg viewBox="0 0 100 28" preserveAspectRatio="none">
            <Bar y={1} height={12} width={(99 * share) / widest} isFilled />
            <Bar y={15} height={12} width={(99 * populationShare) / widest} />
          </svg>
        </Fragment>
      ))}
    </div>
  );
}

function Bar({y, height, width, isFilled = false}: {y: number; height: number; width: number; isFilled?: boolean}): ReactNode {
  return <rect x={0.5} y={y} width={width} height={height} fill={isFilled ? 'currentColor' : 'none'} stroke="currentColor" strokeWidth={1.5} vectorEffect="non-scaling-stroke" />;
}
