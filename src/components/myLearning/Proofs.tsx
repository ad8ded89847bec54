import {useEffect, useState} from 'react';
import type {ReactNode} from 'react';
import type {Completed} from '#core/courses/myLearning.ts';
import {writeDay, writeDayOf} from '#core/records/londonDay.ts';
import styles from './styles.module.css';

interface Props {
  completed: readonly Completed[];
  organisation: string;
  /** Whoever is signed in; null when nobody is. */
  person: {name: string | null; email: string} | null;
  /** The day on which the page is printed, in words. */
  today: string;
  onPrinted: () => void;
}

const PRACTICE = 'Each lesson ends with practice questions. They count as done once they are answered, or once a skills check has shown that the lesson is known. They carry no mark.';

function markedBy(isAssessed: boolean, where: Completed['where'], organisation: string): string {
  if (!isAssessed) return 'The course has no assessment.';
  return where === 'record' ? `The record service of ${organisation} marked the assessment, by the same rules for everybody.` : 'This device holds a pass in the assessment.';
}

function Sheet({completed, organisation, person, today, onPressed}: Omit<Props, 'completed' | 'onPrinted'> & {completed: Completed; onPressed: () => void}): ReactNode {
  const {courseId, title, version, completedAt, renewedAt, until, currency, outcomes, isAssessed, where} = completed;
  const named = where === 'record' ? person : null;
  return (
    <>
      <h3>Record of completion: {title}</h3>
      <dl className={styles.facts}>
        {named ? <div><dt>Name</dt><dd>{named.name ?? 'No name given'}</dd></div> : null}
        {named ? <div><dt>E-mail</dt><dd>{named.email}</dd></div> : null}
        <div><dt>Completed on</dt><dd>{writeDayOf(completedAt)}</dd></div>
        {renewedAt ? <div><dt>Renewed on</dt><dd>{writeDayOf(renewedAt)}</dd></div> : null}
        <div><dt>Current until</dt><dd>{until ? writeDay(until) : 'No end date'}{currency === 'lapsed' ? ' (lapsed)' : ''}</dd></div>
        <div><dt>Version of the course</dt><dd>{version}</dd></div>
        <div><dt>Organisation</dt><dd>{organisation}</dd></div>
        <div className={styles.printOnly}><dt>Printed on</dt><dd>{today}</dd></div>
      </dl>
      {outcomes.length > 0 ? (
        <>
          <h4>What the course teaches people to do</h4>
          <ul>{outcomes.map((outcome) => <li key={outcome}>{outcome}</li>)}</ul>
        </>
      ) : null}
      <h4>How it was marked</h4>
      <p>{PRACTICE} {markedBy(isAssessed, where, organisation)}</p>
      <p>
        {where === 'record' ? `It is on the record that ${organisation} keeps, and this sheet is a copy.` : 'This completion stands only on this device, so the sheet names no person.'}
        {' '}This is a record and not a signed certificate. <a href="/certificates/">Your certificates</a> are signed, and anybody can check them.
      </p>
      <p><button type="button" className="aw-button aw-button--quiet" onClick={onPressed} data-course={courseId}>Print this record<span className="aw-visually-hidden">: {title}</span></button></p>
    </>
  );
}

/** A record of each course completed, a sheet of paper each. Printing one leaves the others out; printing the page prints all of them. */
export function Proofs({completed, onPrinted, ...about}: Props): ReactNode {
  const [chosen, setChosen] = useState<{courseId: string} | null>(null);
  useEffect(() => {
    if (chosen === null) return undefined;
    const end = (): void => setChosen(null);
    window.addEventListener('afterprint', end);
    // After the others have left the page, or they would be printed too.
    onPrinted();
    return () => window.removeEventListener('afterprint', end);
  }, [chosen, onPrinted]);
  if (completed.length === 0) return null;
  return (
    <section aria-labelledby="proof" className={`${styles.section} ${styles.printed}`}>
      <h2 id="proof">Proof</h2>
      {completed.map((each) => (
        <article key={each.courseId} className={`aw-card ${styles.sheet} ${chosen && chosen.courseId !== each.courseId ? styles.notNow : ''}`}>
          <Sheet completed={each} {...about} onPressed={() => setChosen({courseId: each.courseId})} />
        </article>
      ))}
    </section>
  );
}
