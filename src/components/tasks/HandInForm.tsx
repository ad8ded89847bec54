import type {FormEvent, ReactNode} from 'react';
import type {TaskDraft} from '#core/tasks/draft.ts';
import {countWords} from '#core/tasks/evidence.ts';
import type {Task} from '#core/tasks/task.ts';
import {ErrorSummary} from '../account/ErrorSummary.tsx';
import {SelectField, TextField} from '../account/Field.tsx';
import type {FieldError} from '../account/loaded.ts';
import {useSubmit} from '../account/useSubmit.ts';
import {LongField} from './LongField.tsx';

/** What the form holds; sending is for whoever sends it. */
export type TaskWords = Omit<TaskDraft, 'sending'>;

interface Props {
  task: Task;
  value: TaskWords;
  /** The runs of the course that the learner is in, the newest first. */
  runs: readonly {id: string; title: string}[];
  /** Whether the learner has handed this task in before. */
  isAgain: boolean;
  /** Whether what is typed is on the device. */
  keeping: ReactNode;
  onChanged: (value: TaskWords) => void;
  onHandedIn: () => Promise<readonly FieldError[]>;
}

function lengthHint({words, evidence}: Task): string {
  if (!words) return '';
  return `${words.least.toLocaleString('en-GB')} to ${words.most.toLocaleString('en-GB')} words${evidence.includes('link') ? ', or fewer if you give a link as well' : ''}.`;
}

/** The form that hands a task in. */
export function HandInForm({task, value, runs, isAgain, keeping, onChanged, onHandedIn}: Props): ReactNode {
  const {errors, busy, submit} = useSubmit<null>(onHandedIn);
  const takesText = task.evidence.includes('text');
  const send = (event: FormEvent): void => {
    event.preventDefault();
    void submit(null);
  };
  const count = countWords(value.text);
  return (
    <form onSubmit={send} noValidate aria-labelledby="hand-in-heading">
      <h2 id="hand-in-heading">{isAgain ? 'Hand it in again' : 'Hand it in'}</h2>
      <p>Leave out names and addresses of people who took part in a consultation. Assessors do not need them.</p>
      <ErrorSummary errors={errors} />
      {takesText ? (
        <>
          <LongField id="text" label="Your text" hint={lengthHint(task)} rows={14} errors={errors} value={value.text} onChanged={(text) => onChanged({...value, text})} />
          <p className="aw-hint">{count === 1 ? '1 word so far' : `${count.toLocaleString('en-GB')} words so far`}</p>
        </>
      ) : null}
      {task.evidence.includes('link') ? (
        <TextField
          id="link" label={takesText ? 'Link, if you have one' : 'Link'} hint="It must start with https:// and be open to your assessors. They see its whole address." errors={errors} type="url" inputMode="url"
          autoComplete="off" maxLength={2000} value={value.link} onChange={(event) => onChanged({...value, link: event.target.value})}
        />
      ) : null}
      {runs.length === 0 ? null : (
        <SelectField
          id="cohortId" label="Which run of the course is it for?" hint="Trainers of that run judge it." errors={errors} value={value.cohortId ?? runs[0]?.id ?? ''}
          onChange={(event) => onChanged({...value, cohortId: event.target.value})}
        >
          {runs.map(({id, title}) => <option key={id} value={id}>{title}</option>)}
          <option value="">None of them</option>
        </SelectField>
      )}
      {keeping}
      <p className="aw-choices"><button type="submit" className="aw-button" aria-disabled={busy}>{busy ? 'Handing in' : 'Hand in the task'}</button></p>
    </form>
  );
}
