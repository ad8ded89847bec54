import type {ReactNode} from 'react';
import type {Currency} from '#core/courses/currency.ts';
import styles from './styles.module.css';

/** A course that somebody completed, in words ready to read. */
export interface CompletionShown {
  courseId: string;
  title: string;
  version: number;
  completedOn: string;
  /** Null when it was never renewed. */
  renewedOn: string | null;
  /** Null when the course sets no end. */
  currentUntil: string | null;
  currency: Currency;
  /** Where it is renewed. */
  renewHref: string;
}
interface Props {
  completions: readonly CompletionShown[];
  organisation: string;
  name: string | null;
  email: string;
  /** The day on which the page is printed. */
  today: string;
  onPrinted: () => void;
}

function Proof({completion, organisation, name, email, today}: Omit<Props, 'completions' | 'onPrinted'> & {completion: CompletionShown}): ReactNode {
  const {title, version, completedOn, renewedOn, currentUntil, currency, renewHref} = completion;
  return (
    <li className={`aw-card ${styles.proof}`}>
      <h3>{title}</h3>
      <dl className={styles.facts}>
        <div className={styles.printOnly}><dt>Name</dt><dd>{name ?? 'No name given'}</dd></div>
        <div className={styles.printOnly}><dt>E-mail</dt><dd>{email}</dd></div>
        <div><dt>Completed on</dt><dd>{completedOn}</dd></div>
        {renewedOn === null ? null : <div><dt>Renewed on</dt><dd>{renewedOn}</dd></div>}
        <div><dt>{currency === 'lapsed' ? 'Was current until' : 'Current until'}</dt><dd>{currentUntil ?? 'No end date'}{currency === 'lapsed' ? ' (lapsed)' : ''}</dd></div>
        <div><dt>Version of the course</dt><dd>{version}</dd></div>
        <div className={styles.printOnly}><dt>Recorded by</dt><dd>{organisation}</dd></div>
      </dl>
      {currency === 'current' ? null : <p className={styles.screenOnly}>{currency === 'lapsed' ? 'This has lapsed.' : 'This ends soon.'} <a href={renewHref}>Renew it</a>.</p>}
      <p className={styles.printOnly}>Printed on {today}. {organisation}’s record is the proof, and this sheet is a copy of it.</p>
    </li>
  );
}

/** The courses completed; on paper, one proof of completion for each and nothing else of the page. */
export function Completions({completions, onPrinted, ...person}: Props): ReactNode {
  return (
    <section aria-labelledby="completions" className={styles.printed}>
      <h2 id="completions" className={styles.screenOnly}>Courses you have completed</h2>
      <p className={`${styles.printOnly} ${styles.proofTitle}`}>Proof of completion</p>
      {completions.length === 0 ? (
        <p>None yet. A course is complete when you have answered each lesson’s question and passed the assessment. <a href="/learn/">See the courses</a>.</p>
      ) : (
        <>
          <ul className={styles.plainList}>
            {completions.map((completion) => <Proof key={`${completion.courseId} ${completion.version}`} completion={completion} {...person} />)}
          </ul>
          <p className={styles.screenOnly}>
            <button type="button" className="aw-button aw-button--quiet" onClick={onPrinted}>Print proof of completion</button>
          </p>
        </>
      )}
    </section>
  );
}
