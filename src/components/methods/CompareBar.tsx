import type {ReactNode} from 'react';
import {MOST_COMPARED} from '#core/methods/compare.ts';
import {writeCompareCode} from '#core/methods/compareCode.ts';
import {listInWords} from '#core/methods/words.ts';
import type {LinkTo} from './link.tsx';
import styles from './compare.module.css';

interface Props {
  /** Titles of the methods ticked. */
  titles: readonly string[];
  ids: readonly string[];
  linkTo: LinkTo;
  onCleared: () => void;
}

/** Which methods are ticked for comparison, and the way to it. Stays in sight at the foot of the window while the list is read. */
export function CompareBar({titles, ids, linkTo, onCleared}: Props): ReactNode {
  return (
    <section className={ids.length > 0 ? styles.bar : styles.idle} aria-label="Methods to compare">
      {/* In the page before anything is ticked, or a screen reader would not hear of the first tick. */}
      <p role="status">
        {titles.length > 0 && <><strong>{titles.length} to compare</strong><span className={styles.names}>: {listInWords(titles)}</span>. {adviceFor(titles.length)}</>}
      </p>
      {ids.length > 0 && (
        <p className={styles.barLinks}>
          {ids.length > 1 && linkTo({href: compareHref(ids), className: 'aw-button', children: ids.length === 2 ? 'Compare both' : `Compare all ${ids.length}`})}
          <button type="button" className="aw-link-button" onClick={onCleared}>Untick all</button>
        </p>
      )}
    </section>
  );
}

/** What to do next with so many ticked; empty when nothing needs saying. */
export function adviceFor(count: number): string {
  if (count === 1) return 'Tick at least one more.';
  return count < MOST_COMPARED ? '' : 'Four is the most.';
}

/** The address of a comparison. */
export function compareHref(ids: readonly string[]): string {
  return `/methods/compare/?${writeCompareCode({ids: [...ids], onlyDiffering: false})}`;
}
