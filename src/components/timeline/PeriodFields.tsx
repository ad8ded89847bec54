import {useEffect, useId, useRef} from 'react';
import type {ReactNode} from 'react';
import {LONGEST_NAME, MOST_PERIODS, PERIOD_KIND_IDS, PERIOD_KINDS, periodFault} from '#core/planning/timelinePlan.ts';
import type {Period, PeriodKind} from '#core/planning/timelinePlan.ts';
import type {PlanEdit} from '#core/planning/timelineEdits.ts';
import styles from './styles.module.css';

interface Props {
  periods: readonly Period[];
  onEdited: (edit: PlanEdit) => void;
  onAdded: () => void;
}

/** The time that does not count: school holidays, pre-election periods and the like. */
export function PeriodFields({periods, onEdited, onAdded}: Props): ReactNode {
  const add = useRef<HTMLButtonElement>(null);
  const group = useRef<HTMLFieldSetElement>(null);
  const isAdding = useRef(false);
  const count = periods.length;
  useEffect(() => {
    if (!isAdding.current) return;
    isAdding.current = false;
    group.current?.querySelector<HTMLSelectElement>(':scope > fieldset:last-of-type select')?.focus();
  }, [count]);
  const isFull = count >= MOST_PERIODS;
  return (
    <fieldset ref={group} className={styles.group}>
      <legend>Time that does not count</legend>
      <p className="aw-hint">School holidays, a pre-election period, a festival, harvest. Days in it do not count as time to reply or as notice, so the stage grows by as many days. Take the dates from your schools and from democratic services: this page does not know them.</p>
      {periods.map((period, index) => (
        <PeriodField key={period.id} period={period} number={index + 1}
          onChanged={(to) => {
            onEdited({field: 'period', id: period.id, from: period, to});
            // The button pressed is gone; the focus goes to the one that makes new ones.
            if (to === null) add.current?.focus();
          }} />
      ))}
      <p>
        <button ref={add} type="button" className="aw-button aw-button--quiet" aria-disabled={isFull}
          onClick={() => {
            if (isFull) return;
            isAdding.current = true;
            onAdded();
          }}>Add a period</button>
        {isFull && ` ${MOST_PERIODS} is the most. Join two that touch.`}
      </p>
    </fieldset>
  );
}

function PeriodField({period, number, onChanged}: {period: Period; number: number; onChanged: (to: Period | null) => void}): ReactNode {
  const id = useId();
  const fault = periodFault(period);
  const isUntouched = period.from === '' && period.to === '';
  return (
    <fieldset className={styles.period} aria-describedby={`${id}-fault`}>
      <legend>Period {number}{period.name === '' ? '' : `: ${period.name}`}</legend>
      <div className={styles.periodFields}>
        <div className="aw-field">
          <label htmlFor={`${id}-kind`}>Kind</label>
          <select id={`${id}-kind`} value={period.kind} onChange={(event) => onChanged({...period, kind: event.target.value as PeriodKind})}>
            {PERIOD_KIND_IDS.map((kind) => <option key={kind} value={kind}>{PERIOD_KINDS[kind]}</option>)}
          </select>
        </div>
        <div className="aw-field">
          <label htmlFor={`${id}-name`}>What you call it</label>
          <input id={`${id}-name`} type="text" maxLength={LONGEST_NAME} value={period.name} onChange={(event) => onChanged({...period, name: event.target.value})} />
        </div>
        <div className="aw-field">
          <label htmlFor={`${id}-from`}>First day</label>
          <input id={`${id}-from`} type="date" value={period.from} onChange={(event) => onChanged({...period, from: event.target.value})} />
        </div>
        <div className="aw-field">
          <label htmlFor={`${id}-to`}>Last day</label>
          <input id={`${id}-to`} type="date" value={period.to} onChange={(event) => onChanged({...period, to: event.target.value})} />
        </div>
      </div>
      <p id={`${id}-fault`} className={isUntouched ? 'aw-hint' : 'aw-error'}>{fault}</p>
      <p><button type="button" className="aw-link-button" onClick={() => onChanged(null)}>Remove this period<span className="aw-visually-hidden">: {period.name === '' ? `period ${number}` : period.name}</span></button></p>
    </fieldset>
  );
}
