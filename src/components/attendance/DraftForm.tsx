import {useEffect, useId, useRef, useState} from 'react';
import type {ReactNode} from 'react';
import {faultOfMark, needsReason, takesMinutes} from '#core/attendance/marking.ts';
import {MARK_WORDS} from '#core/courses/attendance.ts';
import type {AttendanceMark, SessionFact} from '#core/courses/attendance.ts';
import {TextField} from '../account/Field.tsx';
import type {FieldError} from '../account/loaded.ts';
import styles from './styles.module.css';

/** What is typed of a mark before it is made. */
export interface Said {
  mark: AttendanceMark;
  minutes: number | null;
  reason: string | null;
}

interface Props {
  name: string;
  mark: AttendanceMark;
  session: SessionFact;
  /** The mark that this one would follow; null: none. */
  follows: {mark: AttendanceMark; minutes: number | null} | null;
  onSaved: (said: Said) => void;
  onLeft: () => void;
}

/** The minutes and the reason of a mark, for marks that need them. */
export function DraftForm({name, mark, session, follows, onSaved, onLeft}: Props): ReactNode {
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  const [minutes, setMinutes] = useState('');
  const [reason, setReason] = useState('');
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const [minutesId, reasonId] = [`${id}-minutes`, `${id}-reason`];
  useEffect(() => {
    if (errors.length > 0) box.current?.querySelector<HTMLInputElement>('[aria-invalid="true"]')?.focus();
  }, [errors]);
  const typed = (): Said => ({mark, minutes: takesMinutes(mark) && minutes.trim() !== '' ? Number(minutes) : null, reason: reason.trim() || null});
  const save = (): void => {
    const said = typed();
    if (said.minutes !== null && (!Number.isInteger(said.minutes) || said.minutes < 0)) return setErrors([{field: minutesId, message: 'Write a whole number of minutes, or leave it empty.'}]);
    const fault = faultOfMark(said, session, follows);
    if (fault === null) return onSaved(said);
    setErrors([{field: said.reason === null && needsReason(said, follows) ? reasonId : minutesId, message: fault}]);
  };
  return (
    <div className={styles.draft} ref={box} role="group" aria-label={`${MARK_WORDS[mark]}: ${name}`}>
      {takesMinutes(mark) ? (
        <TextField id={minutesId} label="Minutes there" hint="Leave it empty if you did not count." errors={errors} inputMode="numeric" autoComplete="off" maxLength={4} value={minutes} onChange={(event) => setMinutes(event.target.value)} />
      ) : null}
      <TextField
        id={reasonId} label={needsReason(typed(), follows) ? 'Reason' : 'Reason, if there is one'} hint="A few words. The person can read them. Write nothing about health."
        errors={errors} autoComplete="off" maxLength={200} value={reason} onChange={(event) => setReason(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return;
          event.preventDefault();
          save();
        }}
      />
      <p className="aw-choices">
        <button type="button" className="aw-button" onClick={save}>Save “{MARK_WORDS[mark]}”<span className="aw-visually-hidden"> for {name}</span></button>
        <button type="button" className="aw-button aw-button--quiet" onClick={onLeft}>Leave as it was</button>
      </p>
    </div>
  );
}
