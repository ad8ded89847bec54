import {useEffect, useRef, useState} from 'react';
import type {ReactNode} from 'react';
import type {StaffComparison} from '#core/targets/compareStaff.ts';
import type {DecodedFile} from '#core/targets/staffFile.ts';
import type {StaffRead} from '#core/targets/staffList.ts';
import {people} from '#core/targets/words.ts';
import {ErrorSummary} from '../account/ErrorSummary.tsx';
import type {FieldError} from '../account/loaded.ts';
import styles from './styles.module.css';

/** Faults listed at once; a file with more has one fault in every row. */
const MOST_SHOWN = 200;

interface Props {
  fileName: string;
  encoding: DecodedFile['encoding'];
  read: Extract<StaffRead, {ok: true}>;
  comparison: StaffComparison;
  errors: readonly FieldError[];
  busy: boolean;
  onImport: (removeMissing: boolean) => void;
  onClosed: () => void;
}

const ENCODING_WORDS: Readonly<Record<DecodedFile['encoding'], string>> = {
  'utf-8': 'It is written in UTF-8, as it should be.', 'utf-16': 'It is written in UTF-16.',
  'windows-1252': 'It is not written in UTF-8, so we read it as Windows-1252, which spreadsheets in the UK use. Look whether letters with accents are right.',
};

function Problems({read}: {read: Props['read']}): ReactNode {
  const shown = read.problems.slice(0, MOST_SHOWN);
  return (
    <div className="aw-table-scroll" role="region" aria-labelledby="problems-caption" tabIndex={0}>
      <table className={`aw-table ${styles.table}`}>
        <caption id="problems-caption">What to put right{shown.length < read.problems.length ? `: the first ${MOST_SHOWN} of ${read.problems.length}` : ''}</caption>
        <thead><tr><th scope="col" className={styles.number}>Row</th><th scope="col">Column</th><th scope="col">What to do</th></tr></thead>
        <tbody>{shown.map(({row, column, sentence}) => <tr key={`${row}-${column}-${sentence}`}><td className={styles.number}>{row}</td><td>{column}</td><td>{sentence}</td></tr>)}</tbody>
      </table>
    </div>
  );
}

/** What a staff list would do, before it does it. */
export function StaffPreview({fileName, encoding, read, comparison, errors, busy, onImport, onClosed}: Props): ReactNode {
  const {added, changed, unchanged, missing} = comparison;
  const heading = useRef<HTMLHeadingElement>(null);
  const [leavesOut, setLeavesOut] = useState(false);
  const [removeMissing, setRemoveMissing] = useState(false);
  useEffect(() => heading.current?.focus(), [read]);
  const mayImport = read.rows.length > 0 && (read.faultyRows === 0 || leavesOut);
  return (
    <section aria-labelledby="preview-heading" className={`aw-card ${styles.section}`}>
      <h2 id="preview-heading" ref={heading} tabIndex={-1}>What this list would do</h2>
      <p>{fileName}. {ENCODING_WORDS[encoding]} Nothing has been imported yet.</p>
      <ErrorSummary errors={errors} />
      <dl className={styles.facts}>
        <div><dt>New</dt><dd>{people(added)}</dd></div>
        <div><dt>Changed</dt><dd>{people(changed)}</dd></div>
        <div><dt>As they were</dt><dd>{people(unchanged)}</dd></div>
        <div><dt>Not in this list</dt><dd>{people(missing.length)}</dd></div>
        <div><dt>Rows with a fault</dt><dd>{read.faultyRows}</dd></div>
      </dl>
      {read.unused.length > 0 ? <p>We do not use these columns, and they do not leave your device: {read.unused.join(', ')}.</p> : null}
      {read.problems.length > 0 ? (
        <>
          <Problems read={read} />
          <p className={styles.tick}>
            <input type="checkbox" id="leave-out" checked={leavesOut} onChange={(event) => setLeavesOut(event.target.checked)} />
            <label htmlFor="leave-out">Leave out {read.faultyRows === 1 ? 'the row with a fault' : `the ${read.faultyRows} rows with faults`}, and import the rest</label>
          </p>
        </>
      ) : null}
      {missing.length > 0 ? (
        <>
          <p className={styles.tick}>
            <input type="checkbox" id="remove-missing" checked={removeMissing} onChange={(event) => setRemoveMissing(event.target.checked)} />
            <label htmlFor="remove-missing">This list is complete: take out the {people(missing.length)} who are not in it</label>
          </p>
          {read.faultyRows > 0 ? <p className="aw-hint">People in rows with faults may be among them.</p> : null}
          <details className={styles.details}>
            <summary>Show who is not in this list</summary>
            <ul>{missing.slice(0, MOST_SHOWN).map(({email, name}) => <li key={email}>{name === null ? email : `${name}, ${email}`}</li>)}</ul>
            {missing.length > MOST_SHOWN ? <p>And {people(missing.length - MOST_SHOWN)} more.</p> : null}
          </details>
        </>
      ) : null}
      <p className="aw-choices">
        <button type="button" className="aw-button" aria-disabled={busy || !mayImport} onClick={() => { if (mayImport) onImport(removeMissing); }}>{busy ? 'Importing' : `Import ${people(read.rows.length)}`}</button>
        <button type="button" className="aw-button aw-button--quiet" onClick={onClosed}>Import nothing</button>
      </p>
      {read.faultyRows > 0 && !leavesOut ? <p className="aw-hint">Put the faults right in your file and choose it again, or tick that those rows are left out.</p> : null}
    </section>
  );
}
