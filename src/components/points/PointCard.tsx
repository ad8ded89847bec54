import {useId, useState} from 'react';
import type {FormEvent, ReactNode} from 'react';
import {hrefOf} from '#core/points/place.ts';
import type {NewPointChange, QueuedPoint} from '#core/points/point.ts';
import {isPointState, KIND_WORDS, needsNote, POINT_STATES, STATE_WORDS} from '#core/points/words.ts';
import type {PointState} from '#core/points/words.ts';
import {writeDayOf, writeTimeOf} from '#core/records/londonDay.ts';
import type {FieldError} from '../account/loaded.ts';
import {useSubmit} from '../account/useSubmit.ts';
import type {LinkTo} from '../methods/link.tsx';
import styles from './styles.module.css';
import {WordsField} from './WordsField.tsx';

/** A change as the form makes it; whoever sends it adds the id. */
export type WantedChange = Omit<NewPointChange, 'id'>;

interface Props {
  point: QueuedPoint;
  linkTo: LinkTo;
  /** Gives the faults found; none: it is done. */
  onChanged: (change: WantedChange) => Promise<readonly FieldError[]>;
}

/** One point of the queue: what was noticed, where, what was done about it, and the form to do more. */
export function PointCard({point, linkTo, onChanged}: Props): ReactNode {
  const {path, heading, pageTitle, question, debrief, text, nextTime, contact, changes} = point;
  const where = pageTitle ?? path;
  return (
    <article className={`aw-card ${styles.point}`}>
      <h3>{path === null ? debrief : linkTo({href: hrefOf({path, heading}), children: where})}</h3>
      <p className={styles.tags}><span className="aw-tag">{STATE_WORDS[point.state]}</span> <span className="aw-tag">{KIND_WORDS[point.kind]}</span></p>
      <p className={styles.typed}>{text}</p>
      {nextTime === null ? null : <p className={styles.typed}><strong>Next time:</strong> {nextTime}</p>}
      <dl className={styles.facts}>
        <div><dt>Received</dt><dd>{writeDayOf(point.receivedAt)}, {writeTimeOf(point.receivedAt)}</dd></div>
        <div><dt>Owner of the page</dt><dd>{point.owner}</dd></div>
        {question === null ? null : <div><dt>Question</dt><dd>{question.id}, version {question.version}</dd></div>}
        {debrief === null || path === null ? null : <div><dt>Consultation</dt><dd>{debrief}</dd></div>}
        {contact === null ? null : <div><dt>May be asked</dt><dd><a href={`mailto:${contact}`}>{contact}</a></dd></div>}
      </dl>
      {changes.length === 0 ? null : (
        <>
          <h4>What was done</h4>
          <ol className={styles.history}>
            {changes.map(({id, from, to, note, at, by}) => (
              <li key={id}>
                {writeDayOf(at)}, {writeTimeOf(at)}: {by.displayName ?? by.email} {from === to ? 'added a note.' : `set it to “${STATE_WORDS[to]}”.`}
                {note === null ? null : <span className={styles.typed}> {note}</span>}
              </li>
            ))}
          </ol>
        </>
      )}
      <details>
        <summary>Change the state or add a note<span className="aw-visually-hidden">: {where ?? debrief}, {text.slice(0, 60)}</span></summary>
        <ChangeForm state={point.state} onChanged={onChanged} />
      </details>
    </article>
  );
}

function ChangeForm({state, onChanged}: {state: PointState; onChanged: Props['onChanged']}): ReactNode {
  const id = useId();
  const [to, setTo] = useState<PointState>(state);
  const [note, setNote] = useState('');
  const {errors, busy, submit} = useSubmit(async (change: WantedChange): Promise<readonly FieldError[]> => {
    if (change.note === null && needsNote(change.to)) return [{field: 'note', message: 'Say in a sentence what was done, or why nothing is wrong.'}];
    if (change.note === null && change.to === change.from) return [{field: 'note', message: 'Choose another state, or write a note.'}];
    return onChanged(change);
  });
  const save = (event: FormEvent): void => {
    event.preventDefault();
    void submit({from: state, to, note: note.trim() === '' ? null : note.trim()}).then((isDone) => {
      if (isDone) setNote('');
      else document.getElementById(`${id}-note`)?.focus();
    });
  };
  const whole = errors.find(({field}) => field !== 'note');
  return (
    <form onSubmit={save} noValidate>
      <div role="alert">{whole ? <p className="aw-error">{whole.message}</p> : null}</div>
      <div className="aw-field">
        <label htmlFor={`${id}-to`}>State</label>
        <select id={`${id}-to`} value={to} onChange={(event) => { if (isPointState(event.target.value)) setTo(event.target.value); }}>
          {POINT_STATES.map((each) => <option key={each} value={each}>{STATE_WORDS[each]}</option>)}
        </select>
      </div>
      <WordsField id={`${id}-note`} label={needsNote(to) ? 'Note' : 'Note, if you have one'} hint={needsNote(to) ? 'What was done, or why nothing is wrong.' : 'Everybody who sees this list reads it.'}
        error={errors.find(({field}) => field === 'note')?.message} value={note} onChanged={setNote} />
      <p className="aw-choices"><button type="submit" className="aw-button" aria-disabled={busy}>{busy ? 'Saving' : 'Save'}</button></p>
    </form>
  );
}
