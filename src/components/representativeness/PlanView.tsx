import {useId} from 'react';
import type {ReactNode} from 'react';
import {titleOf} from '#core/planning/representativeness.ts';
import type {Edit, Representativeness} from '#core/planning/representativeness.ts';
import {adviceOn} from '#core/planning/representativenessFile.ts';
import type {ReadCharacteristic} from '#core/planning/representativenessFile.ts';
import {planRefresh, readPanelSize} from '#core/planning/representativenessPlan.ts';
import type {Plan} from '#core/planning/representativenessPlan.ts';
import {writeCount} from '#core/planning/representativenessWords.ts';
import styles from './styles.module.css';

interface Props {
  record: Representativeness;
  read: readonly ReadCharacteristic[];
  onEdited: (edit: Edit) => void;
  onSaved: (size: number) => void;
}

const SURPLUS = {stay: 'Everybody who stays keeps their place', rest: 'Ask some members of groups over their share to rest'} as const;

/** Whom to recruit so that a panel matches the population. For the people who recruit: it stays off the printed report. */
export function PlanView({record, read, onEdited, onSaved}: Props): ReactNode {
  const id = useId();
  const size = readPanelSize(record.panelSize);
  const fault = size && 'fault' in size ? size.fault : '';
  return (
    <section aria-labelledby={`${id}-plan`} className={styles.screenOnly}>
      <h2 id={`${id}-plan`}>Refresh plan for a panel</h2>
      <p className={styles.text}>Say how large the panel should be. The plan takes a third number on each line as the members who stay. Without it, everybody stays. It shows real numbers, so it is not part of the printed report.</p>
      <div className="aw-field">
        <label htmlFor={`${id}-size`}>Members wanted</label>
        <p id={`${id}-hint`} className="aw-hint">Leave it empty if you have no panel.</p>
        {fault !== '' && <p id={`${id}-fault`} className="aw-error"><span className="aw-visually-hidden">Error: </span>{fault}</p>}
        <input id={`${id}-size`} type="text" inputMode="numeric" autoComplete="off" maxLength={20} value={record.panelSize} aria-invalid={fault !== ''}
          aria-describedby={fault === '' ? `${id}-hint` : `${id}-hint ${id}-fault`} onChange={(event) => onEdited({field: 'panelSize', from: record.panelSize, to: event.target.value})} />
      </div>
      <fieldset className="aw-field">
        <legend>Groups that have more than their share</legend>
        {(['stay', 'rest'] as const).map((surplus) => (
          <label key={surplus} className={styles.option}>
            <input type="radio" name={`${id}-surplus`} checked={record.surplus === surplus} onChange={() => onEdited({field: 'surplus', to: surplus})} />
            <span>{SURPLUS[surplus]}</span>
          </label>
        ))}
      </fieldset>
      {size && 'size' in size && read.length > 0 && (
        <>
          {read.map(({characteristic, table}) => (
            <PlanTable key={characteristic.id} title={titleOf(characteristic)} plan={planRefresh(table, size.size, record.surplus)} saysWhoStays={table.saysWhoStays} />
          ))}
          {read.length > 1 && <p className={styles.text}>Each table is a plan of its own. One new member counts in all of them, so look for people who fill a gap in several at once.</p>}
          <p className="aw-choices"><button type="button" className="aw-button aw-button--quiet" onClick={() => onSaved(size.size)}>Download the plan as CSV, with real numbers</button></p>
        </>
      )}
    </section>
  );
}

function PlanTable({title, plan, saysWhoStays}: {title: string; plan: Plan; saysWhoStays: boolean}): ReactNode {
  const id = useId();
  return (
    <>
      <div className="aw-table-scroll" role="region" aria-labelledby={id} tabIndex={0}>
        <table className={`aw-table ${styles.table}`}>
          <caption id={id}>{title}: plan for {writeCount(plan.size)} members</caption>
          <thead><tr>{['Group', 'Stay', 'Wanted', 'Recruit', 'Ask to rest', 'Members after', 'What to do'].map((heading) => <th key={heading} scope="col">{heading}</th>)}</tr></thead>
          <tbody>
            {plan.groups.map((group) => (
              <tr key={group.name}>
                <th scope="row">{group.name}</th>
                {[group.stay, group.wanted, group.recruit, group.rest, group.after].map((number, index) => <td key={index}>{writeCount(number)}</td>)}
                <td>{adviceOn(group)}</td>
              </tr>
            ))}
            <tr className={styles.sums}>
              <th scope="row">All</th>
              {[plan.groups.reduce((sum, {stay}) => sum + stay, 0), plan.size, plan.recruit, plan.rest, plan.after].map((number, index) => <td key={index}>{writeCount(number)}</td>)}
              <td />
            </tr>
          </tbody>
        </table>
      </div>
      <ul className={styles.text}>
        {!saysWhoStays && <li>No line says who stays, so the plan keeps everybody who took part.</li>}
        {plan.after > plan.size && <li>{writeCount(plan.after - plan.size)} more members stay than you want. Let some rest, or choose a larger panel.</li>}
        {plan.rest === 0 && plan.sizeForAll !== null && <li>At least one group is over its share. With {writeCount(plan.sizeForAll)} members the panel would match the population, and nobody would have to rest.</li>}
        {plan.outside > 0 && <li>{writeCount(plan.outside)} more {plan.outside === 1 ? 'member stays and' : 'members stay and'} preferred not to say. They are outside this plan.</li>}
      </ul>
    </>
  );
}
