import {useId} from 'react';
import type {ReactNode} from 'react';
import {REGION_IDS, REGIONS} from '#core/planning/bankHolidays.ts';
import type {Region} from '#core/planning/bankHolidays.ts';
import {writeDate} from '#core/planning/timeline.ts';
import type {PlanEdit} from '#core/planning/timelineEdits.ts';
import {faultsOf, LENGTH_IDS, LENGTHS, LONGEST_NAME} from '#core/planning/timelinePlan.ts';
import type {LengthId, TimelinePlan} from '#core/planning/timelinePlan.ts';
import {PeriodFields} from './PeriodFields.tsx';
import styles from './styles.module.css';

interface Props {
  plan: TimelinePlan;
  onEdited: (edit: PlanEdit) => void;
  /** Asked to add an empty period. */
  onPeriodAdded: () => void;
}

/** All that a person sets, in the order in which it is counted: the decision first, then back. */
export function TimelineForm({plan, onEdited, onPeriodAdded}: Props): ReactNode {
  const id = useId();
  const faults = new Map(faultsOf(plan).map(({at, sentence}) => [at, sentence]));
  const decisionFault = faults.get('decision');
  return (
    <form noValidate autoComplete="off" className={styles.screenOnly} onSubmit={(event) => event.preventDefault()}>
      <div className="aw-field">
        <label htmlFor={`${id}-name`}>Name of the consultation</label>
        <input id={`${id}-name`} type="text" maxLength={LONGEST_NAME} value={plan.name} onChange={(event) => onEdited({field: 'name', from: plan.name, to: event.target.value})} />
      </div>
      <div className="aw-field">
        <label htmlFor={`${id}-region`}>Part of the UK</label>
        <p id={`${id}-region-hint`} className="aw-hint">Its bank holidays are left out.</p>
        <select id={`${id}-region`} value={plan.region} aria-describedby={`${id}-region-hint`} onChange={(event) => onEdited({field: 'region', from: plan.region, to: event.target.value as Region})}>
          {REGION_IDS.map((region) => <option key={region} value={region}>{REGIONS[region]}</option>)}
        </select>
      </div>
      <div className="aw-field">
        <label htmlFor={`${id}-decision`}>Day of the decision</label>
        <p id={`${id}-decision-hint`} className="aw-hint">{plan.decision === '' || decisionFault !== undefined ? 'The meeting that decides. Everything is counted back from it.' : `${writeDate(plan.decision)}. Everything is counted back from it.`}</p>
        {decisionFault !== undefined && <FieldFault id={`${id}-decision-fault`} fault={decisionFault} />}
        <input id={`${id}-decision`} type="date" value={plan.decision} aria-invalid={decisionFault !== undefined} aria-describedby={decisionFault === undefined ? `${id}-decision-hint` : `${id}-decision-hint ${id}-decision-fault`}
          onChange={(event) => onEdited({field: 'decision', from: plan.decision, to: event.target.value})} />
      </div>
      <fieldset className={styles.group}>
        <legend>How long each stage takes, counted back</legend>
        <div className={styles.lengths}>
          {LENGTH_IDS.map((length) => <LengthField key={length} length={length} value={plan[length]} fault={faults.get(length)} onEdited={onEdited} />)}
        </div>
      </fieldset>
      <PeriodFields periods={plan.periods} onEdited={onEdited} onAdded={onPeriodAdded} />
    </form>
  );
}

function LengthField({length, value, fault, onEdited}: {length: LengthId; value: number | null; fault: string | undefined; onEdited: (edit: PlanEdit) => void}): ReactNode {
  const id = useId();
  const {label, hint, least, most} = LENGTHS[length];
  return (
    <div className="aw-field">
      <label htmlFor={id}>{label}</label>
      <p id={`${id}-hint`} className="aw-hint">{hint}</p>
      {fault !== undefined && <FieldFault id={`${id}-fault`} fault={fault} />}
      <input id={id} type="number" inputMode="numeric" min={least} max={most} step={1} value={value ?? ''} className={styles.number} aria-invalid={fault !== undefined} aria-describedby={fault === undefined ? `${id}-hint` : `${id}-hint ${id}-fault`}
        onChange={(event) => {
          const typed = event.target.value === '' ? NaN : Math.round(Number(event.target.value));
          onEdited({field: length, from: value, to: Number.isFinite(typed) ? Math.min(999, Math.max(0, typed)) : null});
        }} />
    </div>
  );
}

function FieldFault({id, fault}: {id: string; fault: string}): ReactNode {
  return <p id={id} className="aw-error"><span className="aw-visually-hidden">Error: </span>{fault}</p>;
}
