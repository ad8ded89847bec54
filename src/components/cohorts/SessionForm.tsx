import {useState} from 'react';
import type {FormEvent, ReactNode} from 'react';
import {faultsOfSession, MODE_WORDS, SESSION_MODES} from '#core/runs/session.ts';
import type {SessionFields} from '#core/runs/session.ts';
import {HOME_ZONE} from '#core/runs/zone.ts';
import {writeZone} from '#core/runs/words.ts';
import {ErrorSummary} from '../account/ErrorSummary.tsx';
import {TextField} from '../account/Field.tsx';
import type {FieldError} from '../account/loaded.ts';
import {useSubmit} from '../account/useSubmit.ts';
import {AreaField, inForm, TickField} from './fields.tsx';
import styles from './styles.module.css';

/** A session as the form gives it. */
export interface SessionWanted {
  fields: SessionFields;
  tellEverybody: boolean;
}

export const NEW_SESSION: SessionFields = {title: '', day: '', from: '', to: '', mode: 'room', place: '', instructions: null, isMandatory: false};

interface Props {
  /** Begins the ids of the fields. No other form on the page has it. */
  form: string;
  start: SessionFields;
  /** The time zone of the run, whose clocks the times are by. */
  zone: string;
  button: string;
  onSaved: (wanted: SessionWanted) => Promise<readonly FieldError[]>;
  onDone: () => void;
  /** Starts again from what is saved; left out for a new session. */
  onReload?: () => void;
}

/** When and where a session is. */
export function SessionForm({form, start, zone, button, onSaved, onDone, onReload}: Props): ReactNode {
  const [draft, setDraft] = useState({...start, instructions: start.instructions ?? ''});
  const [tells, setTells] = useState(true);
  const {errors, busy, submit} = useSubmit(async (fields: SessionFields): Promise<readonly FieldError[]> => {
    const faults = faultsOfSession(fields);
    return inForm(form, faults.length > 0 ? faults : await onSaved({fields, tellEverybody: tells}));
  });
  const save = (event: FormEvent): void => {
    event.preventDefault();
    const fields = {...draft, title: draft.title.trim(), place: draft.place.trim(), instructions: draft.instructions.trim() || null};
    void submit(fields).then((isDone) => { if (isDone) onDone(); });
  };
  const edit = (change: Partial<typeof draft>): void => setDraft({...draft, ...change});
  return (
    <form onSubmit={save} noValidate>
      <ErrorSummary errors={errors} />
      <TextField id={`${form}-title`} label="Name of the session" hint="Example: Day one, or Practice afternoon." errors={errors} maxLength={120} value={draft.title} onChange={(event) => edit({title: event.target.value})} />
      <div className={styles.times}>
        <TextField id={`${form}-day`} label="Date" errors={errors} type="date" value={draft.day} onChange={(event) => edit({day: event.target.value})} />
        <TextField id={`${form}-from`} label="Start time" errors={errors} type="time" value={draft.from} onChange={(event) => edit({from: event.target.value})} />
        <TextField id={`${form}-to`} label="End time" errors={errors} type="time" value={draft.to} onChange={(event) => edit({to: event.target.value})} />
      </div>
      {zone === HOME_ZONE ? null : <p className="aw-hint">Times are by the clocks of {writeZone(zone)}.</p>}
      <fieldset className="aw-field">
        <legend>How people meet</legend>
        {SESSION_MODES.map((mode) => (
          <p key={mode} className={styles.tick}>
            <input type="radio" id={`${form}-mode-${mode}`} name={`${form}-mode`} value={mode} checked={draft.mode === mode} onChange={() => edit({mode})} />
            <label htmlFor={`${form}-mode-${mode}`}>{MODE_WORDS[mode]}</label>
          </p>
        ))}
      </fieldset>
      <TextField
        id={`${form}-place`} label={draft.mode === 'room' ? 'Room and address' : 'Link'} errors={errors} maxLength={300} value={draft.place} onChange={(event) => edit({place: event.target.value})}
        hint={draft.mode === 'room' ? 'Everybody who looks at the run sees the room.' : 'It begins with https:// and is shown to people who are confirmed. You can also say in words where the link will come from.'}
      />
      <AreaField
        id={`${form}-instructions`} label="Joining instructions, if there are any" hint="What to bring, which door, a code for the call. Only people who are confirmed see them." errors={errors}
        value={draft.instructions} onChanged={(instructions) => edit({instructions})}
      />
      <TickField id={`${form}-mandatory`} label="Nobody may miss this session" isTicked={draft.isMandatory} onChanged={(isMandatory) => edit({isMandatory})} />
      <TickField id={`${form}-tell`} label="Tell everybody by e-mail" isTicked={tells} onChanged={setTells} />
      <p className="aw-hint">{onReload ? 'Mail goes out when the time or the place changes, to people who are confirmed.' : 'Mail goes to people who are confirmed.'}</p>
      <p className="aw-choices">
        <button type="submit" className="aw-button" aria-disabled={busy}>{busy ? 'Saving' : button}</button>
        {onReload ? <button type="button" className="aw-button aw-button--quiet" onClick={onReload}>Load the saved version</button> : null}
      </p>
    </form>
  );
}
