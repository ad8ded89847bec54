import {useId, useState} from 'react';
import type {ReactNode, Ref} from 'react';
import {KIND_IDS, KINDS, LONGEST, MOST_CHARACTERISTICS, nameOf, THRESHOLDS, titleOf} from '#core/planning/representativeness.ts';
import type {Edit, Kind, Representativeness} from '#core/planning/representativeness.ts';
import {readAll} from '#core/planning/representativenessFile.ts';
import {publishAll} from '#core/planning/representativenessProtect.ts';
import {ConfirmDialog} from '../keeping/ConfirmDialog.tsx';
import {CharacteristicFields} from './CharacteristicFields.tsx';
import {Limits} from './Explanation.tsx';
import {PlanView} from './PlanView.tsx';
import {FullResult, PublishedResult} from './ResultTable.tsx';
import styles from './styles.module.css';

/** What a press of a button asks for, beside edits. */
export type Wish = 'example' | 'start-again' | 'print' | 'save-report' | 'save-typed';

interface Props {
  record: Representativeness;
  headingRef: Ref<HTMLHeadingElement>;
  /** Whether what is typed is on the device. */
  status: ReactNode;
  /** What happened last, and what can be taken back. */
  note: ReactNode;
  onEdited: (edit: Edit) => void;
  onAdded: (kind: Kind) => void;
  onWished: (wish: Wish) => void;
  onPlanSaved: (size: number) => void;
}

/** Counts typed beside the population, what follows from them, and the ways to keep it. */
export function RepresentativenessView(props: Props): ReactNode {
  const {record, headingRef, status, note, onEdited, onAdded, onPlanSaved} = props;
  const id = useId();
  const [view, setView] = useState<'all' | 'report'>('all');
  const read = readAll(record);
  const published = publishAll(read.map(({table}) => table), record.threshold);
  return (
    <>
      <section aria-labelledby={`${id}-heading`}>
        <h2 id={`${id}-heading`} ref={headingRef} tabIndex={-1}>{nameOf(record)}</h2>
        <div className={styles.screenOnly}>
          {note}
          <p role="status">{read.length} of {record.characteristics.length} {record.characteristics.length === 1 ? 'characteristic' : 'characteristics'} can be worked out.</p>
          {status}
          <div className="aw-field">
            <label htmlFor={`${id}-name`}>What people took part in</label>
            <input id={`${id}-name`} type="text" autoComplete="off" maxLength={LONGEST.name} value={record.name} onChange={(event) => onEdited({field: 'name', from: record.name, to: event.target.value})} />
          </div>
          <div className="aw-field">
            <label htmlFor={`${id}-threshold`}>Smallest number to publish</label>
            <p id={`${id}-threshold-hint`} className="aw-hint">Smaller counts are hidden in the printed report and in its CSV file. Ten and five are practice judgement: ask your data protection officer.</p>
            <select id={`${id}-threshold`} aria-describedby={`${id}-threshold-hint`} value={record.threshold} onChange={(event) => onEdited({field: 'threshold', to: event.target.value === '5' ? 5 : 10})}>
              {THRESHOLDS.map((threshold) => <option key={threshold} value={threshold}>{threshold}</option>)}
            </select>
          </div>
          <fieldset className="aw-field">
            <legend>Show on this screen</legend>
            {(['all', 'report'] as const).map((each) => (
              <label key={each} className={styles.option}>
                <input type="radio" name={`${id}-view`} checked={view === each} onChange={() => setView(each)} />
                <span>{each === 'all' ? 'Every number, for you' : 'The report as it prints, with small numbers hidden'}</span>
              </label>
            ))}
          </fieldset>
        </div>
        {record.characteristics.map((characteristic) => {
          const at = read.findIndex((each) => each.characteristic === characteristic);
          const table = read[at]?.table;
          const report = published[at];
          const title = titleOf(characteristic);
          return (
            <section key={characteristic.id} aria-labelledby={`${id}-${characteristic.id}`} className={`${styles.characteristic} ${table ? '' : styles.screenOnly}`}>
              <h3 id={`${id}-${characteristic.id}`}>{title}</h3>
              <CharacteristicFields characteristic={characteristic} onEdited={onEdited} />
              {table && view === 'all' && <div className={styles.screenOnly}><FullResult title={title} table={table} /></div>}
              {report && <div className={view === 'all' ? styles.printOnly : undefined}><PublishedResult title={title} report={report} threshold={record.threshold} /></div>}
            </section>
          );
        })}
        {record.characteristics.length < MOST_CHARACTERISTICS && <AddButtons onAdded={onAdded} />}
        {read.length > 0 && <Limits />}
      </section>
      <PlanView record={record} read={read} onEdited={onEdited} onSaved={onPlanSaved} />
      <Keep {...props} canSave={read.length > 0} />
    </>
  );
}

/** Adds a characteristic. */
export function AddButtons({onAdded}: {onAdded: (kind: Kind) => void}): ReactNode {
  return (
    <div className={styles.screenOnly}>
      <h3>Add a characteristic</h3>
      <p className="aw-choices">
        {KIND_IDS.map((kind) => <button key={kind} type="button" className="aw-button aw-button--quiet" onClick={() => onAdded(kind)}>{KINDS[kind].title}</button>)}
      </p>
    </div>
  );
}

function Keep({record, onWished, canSave}: Props & {canSave: boolean}): ReactNode {
  const [asking, setAsking] = useState(false);
  return (
    <div className={styles.screenOnly}>
      <h2>Keep it, share it or clear it</h2>
      {canSave && (
        <p className="aw-choices">
          <button type="button" className="aw-button" onClick={() => onWished('print')}>Print the report</button>
          <button type="button" className="aw-button aw-button--quiet" onClick={() => onWished('save-report')}>Download the report as CSV</button>
        </p>
      )}
      <p className="aw-choices">
        <button type="button" className="aw-link-button" onClick={() => onWished('save-typed')}>Save what you typed as a text file</button>
        <button type="button" className="aw-link-button" onClick={() => onWished('example')}>Load an example</button>
        <button type="button" className="aw-link-button" onClick={() => setAsking(true)}>Start again</button>
      </p>
      <p className={styles.text}>The text file holds every number as you typed it, so do not publish it.</p>
      <ConfirmDialog isOpen={asking} title="Start again?" confirm="Clear everything" onClosed={() => setAsking(false)} onConfirmed={() => { setAsking(false); onWished('start-again'); }}>
        <p>This takes “{nameOf(record)}” with all its figures off this device. You can undo it until you leave this page.</p>
      </ConfirmDialog>
    </div>
  );
}
