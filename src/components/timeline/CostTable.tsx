import {useId} from 'react';
import type {ReactNode} from 'react';
import {COSTS} from '#core/planning/timelineCosts.ts';

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Who is lost when the period gets shorter. `weeks`: those of a timeline, null where there is none. */
export function CostTable({weeks}: {weeks: number | null}): ReactNode {
  const id = useId();
  return (
    <>
      <h3>What a shorter period costs</h3>
      <p>Each step down loses more people. The sums on meetings follow from the calendar; the rest is practice judgement.</p>
      <div className="aw-table-scroll" role="region" aria-labelledby={id} tabIndex={0}>
        <table className="aw-table">
          <caption id={id}>Who is lost with how many weeks</caption>
          <thead>
            <tr><th scope="col">Open for less than</th><th scope="col">You lose</th><th scope="col">Because</th>{weeks !== null && <th scope="col">With your {weeks} {weeks === 1 ? 'week' : 'weeks'}</th>}</tr>
          </thead>
          <tbody>
            {COSTS.map(({under, who, why}) => (
              <tr key={under}><th scope="row">{under} weeks</th><td>{capital(who)}</td><td>{why}</td>{weeks !== null && <td>{weeks < under ? 'Lost' : 'Kept'}</td>}</tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
