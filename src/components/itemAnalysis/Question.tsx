import type {ReactNode} from 'react';
import type {ItemFigures} from '#core/quizzes/itemAnalysisApi.ts';
import {OptionTable} from './OptionTable.tsx';
import {figure, people, percent, SEVERITY_WORDS, TYPE_WORDS, withLimits} from './words.ts';
import styles from './styles.module.css';

const BAND_REMARKS: Readonly<Record<ItemFigures['band'], string>> = {
  hidden: 'Too few for any figures.', counts: 'Counts only: statistics need 20.', early: 'An early sign: figures settle from 50 on.', steady: 'Enough for steady figures.',
};

/** Everything about one question: its text, its figures, what draws the eye and what to try. */
export function Question({item}: {item: ItemFigures}): ReactNode {
  const {statistics, flags, guess} = item;
  return (
    <>
      <p className={styles.stem}>{item.stem}</p>
      <p className="aw-hint">{TYPE_WORDS[item.type]}. {item.n === 0 ? 'Nobody has been asked it yet.' : `${people(item.n)} asked. ${BAND_REMARKS[item.band]}`}</p>
      {statistics ? (
        <ul className={styles.figures}>
          <li>Facility {withLimits(statistics.facility, percent)}{guess === null ? '' : `; guessing would bring ${percent(guess)}`}</li>
          <li>Standard deviation {figure(statistics.deviation)}</li>
          <li>Discrimination {statistics.discrimination ? withLimits(statistics.discrimination, figure) : 'cannot be worked out, because all marks are the same'}</li>
          {statistics.efficiency === null ? null : <li>Discriminative efficiency {percent(statistics.efficiency).replace('-', '−')}</li>}
        </ul>
      ) : null}
      {flags.length > 0 ? (
        <ul className={styles.flags}>
          {flags.map((flag, index) => (
            <li key={index} className={styles[flag.severity]}>
              <p><strong>{SEVERITY_WORDS[flag.severity]}.</strong> {flag.reason}</p>
              <p><strong>What to try:</strong> {flag.tryThis}</p>
            </li>
          ))}
        </ul>
      ) : null}
      {item.n > 0 ? <OptionTable item={item} /> : null}
    </>
  );
}
