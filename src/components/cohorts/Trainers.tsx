import {useState} from 'react';
import type {FormEvent, ReactNode} from 'react';
import type {RunTrainer} from '#core/runs/api.ts';
import {ErrorSummary} from '../account/ErrorSummary.tsx';
import {TextField} from '../account/Field.tsx';
import type {FieldError} from '../account/loaded.ts';
import {useSubmit} from '../account/useSubmit.ts';
import {Fold} from './Fold.tsx';
import {inForm} from './fields.tsx';
import styles from './styles.module.css';

interface Props {
  trainers: readonly RunTrainer[];
  /** Id of the reader. */
  self: string;
  isFixed: boolean;
  note: string;
  onAdded: (email: string) => Promise<readonly FieldError[]>;
  onRemoved: (trainer: RunTrainer) => Promise<readonly FieldError[]>;
}

/** Who runs this course run. */
export function Trainers({trainers, self, isFixed, note, onAdded, onRemoved}: Props): ReactNode {
  return (
    <section aria-labelledby="trainers-heading" className={styles.section}>
      <h2 id="trainers-heading">Trainers</h2>
      <p role="status" className="aw-hint">{note}</p>
      <ul className={styles.rows}>
        {trainers.map((trainer) => (
          <li key={trainer.id}>
            <p><strong>{trainer.displayName ?? 'No name given'}</strong>{trainer.id === self ? ' (you)' : ''} <span className={styles.mail}>{trainer.email}</span></p>
            {isFixed || trainers.length === 1 ? null : (
              <Fold summary={<>Take off this run<span className="aw-visually-hidden">: {trainer.displayName ?? trainer.email}</span></>}>
                {() => <Remove isSelf={trainer.id === self} onRemoved={() => onRemoved(trainer)} />}
              </Fold>
            )}
          </li>
        ))}
      </ul>
      {isFixed ? null : <Fold summary="Add a trainer">{({close}) => <Add onAdded={onAdded} onDone={close} />}</Fold>}
    </section>
  );
}

function Remove({isSelf, onRemoved}: {isSelf: boolean; onRemoved: () => Promise<readonly FieldError[]>}): ReactNode {
  const {errors, busy, submit} = useSubmit<null>(onRemoved);
  return (
    <>
      <ErrorSummary errors={errors} />
      <p>{isSelf ? 'You will no longer see this run.' : 'They will no longer see this run.'} Any trainer of the run can add them again.</p>
      <button type="button" className="aw-button" aria-disabled={busy} onClick={() => void submit(null)}>Take off</button>
    </>
  );
}

function Add({onAdded, onDone}: {onAdded: Props['onAdded']; onDone: () => void}): ReactNode {
  const [email, setEmail] = useState('');
  const {errors, busy, submit} = useSubmit(async (typed: string): Promise<readonly FieldError[]> =>
    inForm('trainer', /^\S+@\S+$/.test(typed) ? await onAdded(typed) : [{field: 'email', message: 'Write a full e-mail address, for instance name@example.org.'}]));
  const add = (event: FormEvent): void => {
    event.preventDefault();
    void submit(email.trim()).then((isDone) => { if (isDone) onDone(); });
  };
  return (
    <form onSubmit={add} noValidate>
      <ErrorSummary errors={errors} />
      <TextField
        id="trainer-email" label="E-mail address of the trainer" hint="A trainer, a lead or a coordinator. They see and change everything on this page." errors={errors} type="email" autoComplete="off" spellCheck={false}
        value={email} onChange={(event) => setEmail(event.target.value)}
      />
      <button type="submit" className="aw-button" aria-disabled={busy}>{busy ? 'Adding' : 'Add the trainer'}</button>
    </form>
  );
}
