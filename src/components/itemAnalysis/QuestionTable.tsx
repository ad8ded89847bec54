import {useId, useState} from 'react';
import type {ReactNode} from 'react';
import type {ItemFigures, Severity} from '#core/quizzes/itemAnalysisApi.ts';
import {SORTS, sortItems} from './sortItems.ts';
import type {Sort} from './sortItems.ts';
import {figure, percent, SEVERITY_WORDS, shortStem, withLimits} from './words.ts';
import styles from './styles.module.css';

/** Larger is more telling in these, so the first press sorts them downwards. */
const DOWN_FIRST: readonly Sort[] = ['n', 'deviation', 'leftOpen'];

function flagsInWords({flags}: ItemFigures): string {
  const counted = (['serious', 'look', 'note'] as const).flatMap((severity: Severity) => {
    const count = flags.filter((flag) => flag.severity === severity).length;
    return count === 0 ? [] : [`${SEVERITY_WORDS[severity]}: ${count}`];
  });
  return counted.join('. ');
}

/** Every question in every wording, a row for each, in the order that the reader chooses. */
export function QuestionTable({items}: {items: readonly ItemFigures[]}): ReactNode {
  const id = useId();
  const [{by, isDown}, setSort] = useState<{by: Sort; isDown: boolean}>({by: 'flags', isDown: false});
  const head = (sort: Sort): ReactNode => (
    <th scope="col" aria-sort={by === sort ? (isDown ? 'descending' : 'ascending') : undefined} className={sort === 'id' || sort === 'flags' ? undefined : styles.number}>
      <button type="button" className={styles.sort} onClick={() => setSort({by: sort, isDown: by === sort ? !isDown : DOWN_FIRST.includes(sort)})}>
        {SORTS[sort]}<span aria-hidden="true"> {by === sort ? (isDown ? '▼' : '▲') : '↕'}</span>
      </button>
    </th>
  );
  return (
    <div className="aw-table-scroll" role="region" aria-labelledby={id} tabIndex={0}>
      <table className={`aw-table ${styles.all}`}>
        <caption id={id}>All questions, with 95% limits in brackets</caption>
        <thead><tr>{head('id')}{head('flags')}{head('n')}{head('facility')}{head('deviation')}{head('discrimination')}{head('efficiency')}{head('leftOpen')}</tr></thead>
        <tbody>
          {sortItems(items, by, isDown).map((item) => {
            const {statistics} = item;
            const none = item.n === 0 ? 'Not asked yet' : 'Under 20 people';
            return (
              <tr key={`${item.itemId}@${item.itemVersion}`}>
                <th scope="row">{item.itemId} {item.isOld ? <span className="aw-tag">Older wording</span> : null}<span className={styles.short}>{shortStem(item.stem)}</span></th>
                <td>{flagsInWords(item)}</td>
                <td className={styles.number}>{item.n}</td>
                <td className={styles.number}>{statistics ? withLimits(statistics.facility, percent) : none}</td>
                <td className={styles.number}>{statistics ? figure(statistics.deviation) : ''}</td>
                <td className={styles.number}>{statistics ? (statistics.discrimination ? withLimits(statistics.discrimination, figure) : 'All marks alike') : ''}</td>
                <td className={styles.number}>{statistics?.efficiency === null || !statistics ? '' : percent(statistics.efficiency).replace('-', '−')}</td>
                <td className={styles.number}>{item.leftOpen === null ? '' : `${item.leftOpen}${item.n > 0 ? ` (${percent(item.leftOpen / item.n)})` : ''}`}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
