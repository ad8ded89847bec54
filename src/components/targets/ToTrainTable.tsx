import {useEffect, useRef, useState} from 'react';
import type {ReactNode} from 'react';
import {writeDay, writeDayOf} from '#core/records/londonDay.ts';
import type {ToTrain, ToTrainList} from '#core/targets/api.ts';
import {DAYS_BETWEEN_REMINDERS} from '#core/targets/reminder.ts';
import {people as countPeople} from '#core/targets/words.ts';
import {ErrorSummary} from '../account/ErrorSummary.tsx';
import type {FieldError} from '../account/loaded.ts';
import {useSubmit} from '../account/useSubmit.ts';
import styles from './styles.module.css';

interface Props {
  list: ToTrainList;
  csvHref: string;
  letter: {subject: string; text: string};
  onPage: (page: number) => void;
  /** Sends; gives the faults, or what was done, in words. */
  onRemind: (emails: readonly string[]) => Promise<{errors: readonly FieldError[]; note: string}>;
}

function startedInWords({hasStarted, lessonsLeft}: ToTrain): string {
  if (!hasStarted) return 'Not started';
  return lessonsLeft === 0 ? 'Started, no lesson left' : `Started, ${lessonsLeft} ${lessonsLeft === 1 ? 'lesson' : 'lessons'} left`;
}

function runInWords({run}: ToTrain): string {
  if (run === null) return 'No';
  return `${run.isConfirmed ? 'Yes' : 'Asked for a place'}: ${run.title}, ${writeDay(run.startsOn)}`;
}

const nameOf = ({name, email}: ToTrain): string => name ?? email;

/** The people of a directorate who are still to be trained, with reminders for those chosen. The text is shown before it goes. */
export function ToTrainTable({list, csvHref, letter, onPage, onRemind}: Props): ReactNode {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [isAsking, setAsking] = useState(false);
  const [note, setNote] = useState('');
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => setChosen(new Set()), [list.page, list.directorate]);
  useEffect(() => {
    if (isAsking) heading.current?.focus();
  }, [isAsking]);
  const {errors, busy, submit} = useSubmit(async (emails: readonly string[]) => {
    const outcome = await onRemind(emails);
    setNote(outcome.note);
    return outcome.errors;
  });
  const toggle = (email: string): void => setChosen(new Set(chosen.has(email) ? [...chosen].filter((each) => each !== email) : [...chosen, email]));
  const send = async (): Promise<void> => {
    if (!await submit([...chosen])) return;
    setAsking(false);
    setChosen(new Set());
  };
  if (list.total === 0 && list.people.length === 0) return <p>Nobody is left to be trained here.</p>;
  const isAll = list.people.every(({email}) => chosen.has(email));
  return (
    <>
      <ErrorSummary errors={errors} />
      <div className="aw-table-scroll" role="region" aria-labelledby="to-train-caption" tabIndex={0}>
        <table className={`aw-table ${styles.table}`}>
          <caption id="to-train-caption">{countPeople(list.total)} still to be trained{list.pages > 1 ? `, page ${list.page} of ${list.pages}` : ''}</caption>
          <thead><tr><th scope="col" className={styles.pick}>Remind</th><th scope="col">Name</th><th scope="col">Team and job role</th><th scope="col">How far</th><th scope="col">In a course run</th><th scope="col">Last reminded</th></tr></thead>
          <tbody>
            {list.people.map((person) => (
              <tr key={person.email}>
                <td className={styles.pick}><input type="checkbox" checked={chosen.has(person.email)} aria-label={`Remind ${nameOf(person)}`} onChange={() => toggle(person.email)} /></td>
                <th scope="row">{nameOf(person)}{person.name === null ? null : <span className={styles.mail}>{person.email}</span>}</th>
                <td>{[person.team, person.jobRole].filter((each) => each !== null).join(', ') || 'Not known'}</td>
                <td>{startedInWords(person)}</td>
                <td>{runInWords(person)}</td>
                <td>{person.remindedAt === null ? 'Not of late' : writeDayOf(person.remindedAt)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {list.pages > 1 ? (
        <nav aria-label="Pages of the list" className="aw-choices">
          {list.page > 1 ? <button type="button" className="aw-button aw-button--quiet" onClick={() => onPage(list.page - 1)}>Show the page before</button> : null}
          {list.page < list.pages ? <button type="button" className="aw-button aw-button--quiet" onClick={() => onPage(list.page + 1)}>Show the next page</button> : null}
        </nav>
      ) : null}
      <p className="aw-choices">
        <button type="button" className="aw-button aw-button--quiet" onClick={() => setChosen(new Set(isAll ? [] : list.people.map(({email}) => email)))}>{isAll ? 'Choose nobody' : 'Choose everybody on this page'}</button>
        <button type="button" className="aw-button" aria-disabled={chosen.size === 0} onClick={() => { if (chosen.size > 0) { setNote(''); setAsking(true); } }}>Remind {countPeople(chosen.size)}</button>
        <a className="aw-button aw-button--quiet" href={csvHref} download>Download the list as CSV</a>
      </p>
      <p className="aw-hint">Nobody gets more than one reminder of a course in {DAYS_BETWEEN_REMINDERS} days, whoever asks. People can see who looked at this list.</p>
      {isAsking ? (
        <section aria-labelledby="letter-heading" className={`aw-card ${styles.screenOnly}`}>
          <h3 id="letter-heading" ref={heading} tabIndex={-1}>This goes to {countPeople(chosen.size)}</h3>
          <p><strong>{letter.subject}</strong></p>
          <div className={styles.letter}>{letter.text.trim()}</div>
          <p className="aw-choices">
            <button type="button" className="aw-button" aria-disabled={busy} onClick={() => void send()}>{busy ? 'Sending' : 'Send the reminders'}</button>
            <button type="button" className="aw-button aw-button--quiet" onClick={() => setAsking(false)}>Send nothing</button>
          </p>
        </section>
      ) : null}
      <p role="status" className={styles.note}>{note}</p>
    </>
  );
}
