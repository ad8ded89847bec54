import {useId} from 'react';
import type {ReactNode} from 'react';
import type {ItemFigures} from '#core/quizzes/itemAnalysisApi.ts';
import {percent} from './words.ts';
import styles from './styles.module.css';

/** Who chose what, option by option. Nothing for questions that are not answered by choosing, or before 5 people were asked. */
export function OptionTable({item}: {item: ItemFigures}): ReactNode {
  const id = useId();
  if (item.band === 'hidden') return <p className="aw-hint">Counts are shown from 5 people on, so that nobody’s own answer can be read off them.</p>;
  if (item.options.length === 0) return <p className="aw-hint">{item.fullMarks} of {item.n} got all of the marks, and {item.leftOpen} left it open. This kind of question has no options to count.</p>;
  const hasStatistics = item.statistics !== null;
  return (
    <div className="aw-table-scroll" role="region" aria-labelledby={id} tabIndex={0}>
      <table className={`aw-table ${styles.options}`}>
        <caption id={id}>What the {item.n} people chose in {item.itemId}</caption>
        <thead>
          <tr>
            <th scope="col">Option</th><th scope="col">Marked</th><th scope="col" className={styles.number}>People</th>
            {hasStatistics ? <><th scope="col" className={styles.number}>Share</th><th scope="col" className={styles.number}>Their marks elsewhere</th></> : null}
          </tr>
        </thead>
        <tbody>
          {item.options.map((option) => (
            <tr key={option.id}>
              <th scope="row">{option.id.length === 1 ? `${option.id}. ` : ''}{option.text}</th>
              <td>{option.isRight ? <strong>Right</strong> : 'Wrong'}</td>
              <td className={styles.number}>{option.count}</td>
              {hasStatistics ? (
                <>
                  <td className={styles.number}>{option.share === null ? '' : percent(option.share)}</td>
                  <td className={styles.number}>{option.meanRest === null ? 'Under 5 people' : percent(option.meanRest)}</td>
                </>
              ) : null}
            </tr>
          ))}
          <tr>
            <th scope="row">Left open</th><td /><td className={styles.number}>{item.leftOpen}</td>
            {hasStatistics ? <><td className={styles.number}>{percent((item.leftOpen ?? 0) / item.n)}</td><td /></> : null}
          </tr>
        </tbody>
      </table>
    </div>
  );
}
