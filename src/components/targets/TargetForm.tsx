import {useState} from 'react';
import type {FormEvent, ReactNode} from 'react';
import type {TargetSettings} from '#core/targets/api.ts';
import {readDraft} from '#core/targets/form.ts';
import type {TargetDraft} from '#core/targets/form.ts';
import {ErrorSummary} from '../account/ErrorSummary.tsx';
import {TextField} from '../account/Field.tsx';
import type {FieldError} from '../account/loaded.ts';
import {useSubmit} from '../account/useSubmit.ts';
import styles from './styles.module.css';

interface Choice {
  id: string;
  name: string;
}

interface Props {
  start: TargetDraft;
  courses: readonly Choice[];
  directorates: readonly Choice[];
  /** Job roles of the staff list. */
  jobRoles: readonly string[];
  hasStaffList: boolean;
  save: string;
  onSaved: (settings: TargetSettings) => Promise<readonly FieldError[]>;
}

interface TicksProps {
  field: string;
  legend: string;
  hint?: string;
  choices: readonly Choice[];
  chosen: readonly string[];
  errors: readonly FieldError[];
  onChanged: (chosen: string[]) => void;
}

function Ticks({field, legend, hint, choices, chosen, errors, onChanged}: TicksProps): ReactNode {
  const error = errors.find((each) => each.field === field)?.message;
  return (
    <fieldset className="aw-field" id={field} tabIndex={-1} aria-describedby={error ? `${field}-error` : undefined}>
      <legend>{legend}</legend>
      {hint ? <p className="aw-hint">{hint}</p> : null}
      {error ? <p className="aw-error" id={`${field}-error`}><span className="aw-visually-hidden">Error: </span>{error}</p> : null}
      <div className={styles.ticks}>
        {choices.map(({id, name}) => (
          <p key={id} className={styles.tick}>
            <input type="checkbox" id={`${field}-${id}`} checked={chosen.includes(id)} onChange={() => onChanged(chosen.includes(id) ? chosen.filter((each) => each !== id) : [...chosen, id])} />
            <label htmlFor={`${field}-${id}`}>{name}</label>
          </p>
        ))}
      </div>
    </fieldset>
  );
}

interface RadiosProps {
  field: string;
  legend: string;
  choices: readonly Choice[];
  chosen: string;
  errors: readonly FieldError[];
  onChanged: (id: string) => void;
}

function Radios({field, legend, choices, chosen, errors, onChanged}: RadiosProps): ReactNode {
  const error = errors.find((each) => each.field === field)?.message;
  return (
    <fieldset className="aw-field" id={field} tabIndex={-1} aria-describedby={error ? `${field}-error` : undefined}>
      <legend>{legend}</legend>
      {error ? <p className="aw-error" id={`${field}-error`}><span className="aw-visually-hidden">Error: </span>{error}</p> : null}
      {choices.map(({id, name}) => (
        <p key={id} className={styles.tick}>
          <input type="radio" id={`${field}-${id}`} name={field} value={id} checked={chosen === id} onChange={() => onChanged(id)} />
          <label htmlFor={`${field}-${id}`}>{name}</label>
        </p>
      ))}
    </fieldset>
  );
}

/** Sets or changes a target. What was typed stays when something is wrong. */
export function TargetForm({start, courses, directorates, jobRoles, hasStaffList, save, onSaved}: Props): ReactNode {
  const [draft, setDraft] = useState(start);
  const edit = (change: Partial<TargetDraft>): void => setDraft({...draft, ...change});
  const {errors, busy, submit} = useSubmit(async (value: TargetDraft): Promise<readonly FieldError[]> => {
    const read = readDraft(value);
    return read.ok ? onSaved(read.settings) : read.faults;
  });
  const send = (event: FormEvent): void => {
    event.preventDefault();
    void submit(draft);
  };
  const counted = draft.directorates.length === 0 ? directorates : directorates.filter(({id}) => draft.directorates.includes(id));
  const isTyped = draft.headcountFrom === 'typed';
  const partsError = errors.find(({field}) => field === 'parts')?.message;
  return (
    <form onSubmit={send} noValidate>
      <ErrorSummary errors={errors} />
      <TextField id="title" label="Name of the target" hint="Example: A quarter by April. Leads see it." errors={errors} maxLength={120} value={draft.title} onChange={(event) => edit({title: event.target.value})} />
      <TextField id="series" label="Name of the series (you can leave this)" hint="Targets with the same series name stand together as tranches, in the order of their dates." errors={errors} maxLength={120} value={draft.series} onChange={(event) => edit({series: event.target.value})} />
      <Ticks field="courseIds" legend="Course" hint="If you choose several, completing any one of them counts." choices={courses} chosen={draft.courseIds} errors={errors} onChanged={(courseIds) => edit({courseIds})} />
      <Ticks field="directorates" legend="Directorates" hint="Choose none to count everybody." choices={directorates} chosen={draft.directorates} errors={errors} onChanged={(chosen) => edit({directorates: chosen})} />
      {jobRoles.length > 0 ? (
        <details className={styles.details} open={draft.jobRoles.length > 0}>
          <summary>Count some job roles alone</summary>
          <Ticks field="jobRoles" legend="Job roles" hint="As the staff list has them. Choose none to count all." choices={[...new Set([...jobRoles, ...draft.jobRoles])].map((name) => ({id: name, name}))} chosen={draft.jobRoles} errors={errors} onChanged={(chosen) => edit({jobRoles: chosen})} />
        </details>
      ) : null}
      <Radios field="headcountFrom" legend="How many people there are" errors={errors} chosen={draft.headcountFrom} onChanged={(from) => edit({headcountFrom: from === 'typed' ? 'typed' : 'staff-list'})}
        choices={[{id: 'staff-list', name: hasStaffList ? 'Count them in the staff list' : 'Count them in the staff list, once there is one'}, {id: 'typed', name: 'I write the number'}]} />
      {isTyped ? (
        <>
          <TextField id="total" label="People who count" errors={errors} inputMode="numeric" className={styles.small} value={draft.total} onChange={(event) => edit({total: event.target.value})} />
          <fieldset className="aw-field" id="parts" tabIndex={-1} aria-describedby={partsError ? 'parts-error' : undefined}>
            <legend>Of these, by directorate (you can leave this)</legend>
            <p className="aw-hint">A lead sees how their part stands only where you write its number.</p>
            {partsError ? <p className="aw-error" id="parts-error"><span className="aw-visually-hidden">Error: </span>{partsError}</p> : null}
            {counted.map(({id, name}) => (
              <TextField key={id} id={`parts-${id}`} label={name} errors={[]} inputMode="numeric" className={styles.small} value={draft.parts[id] ?? ''} onChange={(event) => edit({parts: {...draft.parts, [id]: event.target.value}})} />
            ))}
          </fieldset>
        </>
      ) : null}
      <TextField id="percent" label="Share to be trained, in percent" hint="25% of 400 people is 100. Parts of a person are rounded up." errors={errors} inputMode="numeric" className={styles.small} value={draft.percent} onChange={(event) => edit({percent: event.target.value})} />
      <TextField id="by" label="By" type="date" errors={errors} className={styles.small} value={draft.by} onChange={(event) => edit({by: event.target.value})} />
      <Radios field="counts" legend="A completion counts" errors={errors} chosen={draft.counts} onChanged={(counts) => edit({counts: counts === 'current' ? 'current' : 'ever'})}
        choices={[{id: 'ever', name: 'For good, also after it lapses'}, {id: 'current', name: 'While it is current'}]} />
      <TextField id="note" label="Note (you can leave this)" hint="Why the target was set, for instance. Leads see it." errors={errors} maxLength={500} value={draft.note} onChange={(event) => edit({note: event.target.value})} />
      <button type="submit" className="aw-button" aria-disabled={busy}>{busy ? 'Saving' : save}</button>
    </form>
  );
}
