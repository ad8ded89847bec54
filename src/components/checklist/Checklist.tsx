import {useId} from 'react';
import type {ReactNode} from 'react';
import type {Ticks} from '#core/guides/ticks.ts';
import styles from './styles.module.css';

interface Props {
  /** The items: their words, by which a tick is kept, and how they are drawn. */
  items: readonly {words: string; shown: ReactNode}[];
  ticks: Ticks;
  /** False until the page knows what was ticked before, and where scripts do not run. */
  ready: boolean;
  onTick: (words: string, on: boolean) => void;
}

/** A list to tick off. Ticks stay on the device; on paper the boxes are drawn. */
export function Checklist({items, ticks, ready, onTick}: Props): ReactNode {
  const id = useId();
  return (
    <ul className={styles.list}>
      {items.map(({words, shown}, index) => (
        <li key={words}>
          <input type="checkbox" id={`${id}-${index}`} checked={ticks.includes(words)} disabled={!ready} onChange={(event) => onTick(words, event.target.checked)} />
          <label htmlFor={`${id}-${index}`}>{shown}</label>
        </li>
      ))}
    </ul>
  );
}
