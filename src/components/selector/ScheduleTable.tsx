import type {CSSProperties, ReactNode} from 'react';
import type {Schedule} from '#core/methods/schedule.ts';
import {weeksInWords} from '#core/methods/words.ts';
import styles from './styles.module.css';

/** The weeks of the mix as a table; the bars repeat what the cells say. */
export function ScheduleTable({schedule}: {schedule: Schedule}): ReactNode {
  const {weeks, inHand, methods, isInSteps} = schedule;
  return (
    <section aria-labelledby="when">
      <h3 id="when">What happens when</h3>
      <p>
        {weeksInWords(weeks)} from the first day to the last results{isInSteps ? ', in two steps' : ', side by side'}.
        {inHand !== null && inHand > 0 ? ` You have ${weeksInWords(inHand)} in hand: use them to test your papers and to feed back.` : ''}
        {inHand === 0 ? ' Nothing is in hand, so one delay moves the decision.' : ''}
      </p>
      <div className="aw-table-scroll" role="region" aria-label="Weeks of each method" tabIndex={0}>
        <table className={styles.schedule}>
          <thead><tr><th scope="col">Method</th><th scope="col">Weeks</th><th scope="col">Why then</th></tr></thead>
          <tbody>
            {methods.map(({id, title, from, to, why}) => (
              <tr key={id}>
                <th scope="row">{title}</th>
                <td>
                  {from === to ? `Week ${from}` : `${from} to ${to}`}
                  <span className={styles.track} aria-hidden="true"><span style={{'--from': (from - 1) / weeks, '--long': (to - from + 1) / weeks} as CSSProperties} /></span>
                </td>
                <td>{why}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
