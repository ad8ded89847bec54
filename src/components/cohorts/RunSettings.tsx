import {useState} from 'react';
import type {FormEvent, ReactNode} from 'react';
import type {Run, RunChange} from '#core/runs/api.ts';
import {ErrorSummary} from '../account/ErrorSummary.tsx';
import {TextField} from '../account/Field.tsx';
import type {FieldError} from '../account/loaded.ts';
import {useSubmit} from '../account/useSubmit.ts';
import {Fold} from './Fold.tsx';
import type {Folding} from './Fold.tsx';
import {inForm} from './fields.tsx';
import {faultsOfPlaces, PlacesFields, readCapacity} from './PlacesFields.tsx';
import {ReasonForm} from './ReasonForm.tsx';
import styles from './styles.module.css';

interface Props {
  run: Run;
  note: string;
  onChanged: (change: RunChange) => Promise<readonly FieldError[]>;
  onCancelled: (reason: string) => Promise<readonly FieldError[]>;
}

/** Changes or cancels a run. */
export function RunSettings({run, note, onChanged, onCancelled}: Props): ReactNode {
  return (
    <section aria-labelledby="settings-heading" className={styles.section}>
      <h2 id="settings-heading">Change or cancel the run</h2>
      <p role="status" className="aw-hint">{note}</p>
      <Fold summary="Change name and places">{(fold) => <Change run={run} fold={fold} onChanged={onChanged} />}</Fold>
      <Fold summary="Cancel the whole run">
        {({close}) => (
          <ReasonForm
            form="cancel-run" label="Why does the run not take place?" hint="Everybody who booked or waits gets this by e-mail, and nobody can join any more. Nothing is deleted. You cannot take this back."
            button="Cancel the run" isRequired onSent={(reason) => onCancelled(reason)} onDone={close}
          />
        )}
      </Fold>
    </section>
  );
}

function Change({run, fold: {close, reload}, onChanged}: {run: Run; fold: Folding; onChanged: Props['onChanged']}): ReactNode {
  // What the writer saw, whatever news comes meanwhile.
  const [{revision}] = useState(run);
  const [draft, setDraft] = useState({title: run.title, capacity: run.capacity === null ? '' : String(run.capacity), confirms: run.confirms, isListed: run.isListed});
  const {errors, busy, submit} = useSubmit(async (wanted: typeof draft): Promise<readonly FieldError[]> => {
    const faults = [...(wanted.title === '' ? [{field: 'title', message: 'The run needs a name.'}] : []), ...faultsOfPlaces(wanted)];
    return inForm('run', faults.length > 0 ? faults : await onChanged({revision, ...wanted, capacity: readCapacity(wanted.capacity) ?? null}));
  });
  const save = (event: FormEvent): void => {
    event.preventDefault();
    void submit({...draft, title: draft.title.trim()}).then((isDone) => { if (isDone) close(); });
  };
  return (
    <form onSubmit={save} noValidate>
      <ErrorSummary errors={errors} />
      <TextField id="run-title" label="Name" errors={errors} maxLength={120} value={draft.title} onChange={(event) => setDraft({...draft, title: event.target.value})} />
      <PlacesFields form="run" draft={draft} errors={errors} onChanged={(change) => setDraft({...draft, ...change})} />
      <p className="aw-choices">
        <button type="submit" className="aw-button" aria-disabled={busy}>{busy ? 'Saving' : 'Save the run'}</button>
        <button type="button" className="aw-button aw-button--quiet" onClick={reload}>Load the saved version</button>
      </p>
    </form>
  );
}
