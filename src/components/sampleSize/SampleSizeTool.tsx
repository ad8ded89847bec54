import {useState} from 'react';
import type {ReactNode, Ref} from 'react';
import type {Edit, SampleSize} from '#core/planning/sampleSize.ts';
import {findingInWords, nameOf, planInWords} from '#core/planning/sampleSizeReport.ts';
import {workOut} from '#core/planning/sampleSizeResult.ts';
import {ConfirmDialog} from '../keeping/ConfirmDialog.tsx';
import {CalculationForm} from './CalculationForm.tsx';
import {GroupFields} from './GroupFields.tsx';
import {ResultView} from './ResultView.tsx';
import styles from './styles.module.css';

interface Props {
  calculation: SampleSize;
  /** True until something is typed. */
  isEmpty: boolean;
  headingRef: Ref<HTMLHeadingElement>;
  /** Whether what is typed is on the device. */
  status: ReactNode;
  /** What happened last, and what can be taken back. */
  note: ReactNode;
  onEdited: (edit: Edit) => void;
  onGroupAdded: () => void;
  onGroupRemoved: (id: string) => void;
  onExampleLoaded: () => void;
  /** The person has been asked and means it. */
  onStartedAgain: () => void;
  onPrinted: () => void;
  onSavedAsCsv: () => void;
  /** Each says whether the browser did it. */
  onTextCopied: () => Promise<boolean>;
  onLinkCopied: () => Promise<boolean>;
}

/** The calculator: questions, what they come to, and the ways to keep it. */
export function SampleSizeTool(props: Props): ReactNode {
  const {calculation, isEmpty, headingRef, status, note, onEdited, onGroupAdded, onGroupRemoved, onExampleLoaded} = props;
  const result = workOut(calculation);
  return (
    <section aria-labelledby="calculation" className={styles.tool}>
      <h2 id="calculation" ref={headingRef} tabIndex={-1}>{isEmpty ? 'Your calculation' : nameOf(calculation)}</h2>
      <div className={styles.screenOnly}>
        {note}
        {isEmpty && (
          <div className="aw-panel">
            <p>Start with the first question. Then give the number of answers to read a survey, or the margin you want to plan one. Empty boxes do no harm.</p>
            <p><button type="button" className="aw-button aw-button--quiet" onClick={onExampleLoaded}>Load an example</button></p>
          </div>
        )}
      </div>
      <CalculationForm calculation={calculation} faults={result.faults} onEdited={onEdited} />
      <GroupFields calculation={calculation} result={result} onEdited={onEdited} onGroupAdded={onGroupAdded} onGroupRemoved={onGroupRemoved} />
      <div className={styles.screenOnly}>{status}</div>
      <h2 id="result">What it comes to</h2>
      {/* One sentence only, so that a screen reader is not read the whole result at each letter. */}
      <p role="status" className="aw-visually-hidden">{[findingInWords(result)[0] ?? result.verdict.sentence, planInWords(result)[0] ?? ''].join(' ').trim()}</p>
      <ResultView calculation={calculation} result={result} />
      <Keep {...props} />
    </section>
  );
}

function Keep({isEmpty, onPrinted, onSavedAsCsv, onTextCopied, onLinkCopied, onStartedAgain, onExampleLoaded}: Props): ReactNode {
  const [isAsking, setAsking] = useState(false);
  const [said, setSaid] = useState('');
  const copy = (what: string, act: () => Promise<boolean>): void => {
    void act().then((done) => setSaid(done ? `${what} is copied. Paste it where you need it.` : `Your browser did not allow copying. Download the CSV file or take the address from the top of the window.`));
  };
  return (
    <div className={styles.screenOnly}>
      <h3>Keep it, share it or clear it</h3>
      <p className="aw-choices">
        <button type="button" className="aw-button" onClick={onPrinted}>Print</button>
        <button type="button" className="aw-button aw-button--quiet" onClick={() => copy('The text', onTextCopied)}>Copy as text</button>
        <button type="button" className="aw-button aw-button--quiet" onClick={() => copy('The link', onLinkCopied)}>Copy the link</button>
        <button type="button" className="aw-button aw-button--quiet" onClick={onSavedAsCsv}>Download as CSV</button>
      </p>
      <p role="status" className="aw-hint">{said}</p>
      <p className="aw-choices">
        <button type="button" className="aw-link-button" onClick={() => setAsking(true)}>Start again</button>
        {!isEmpty && <button type="button" className="aw-link-button" onClick={onExampleLoaded}>Load an example</button>}
      </p>
      <ConfirmDialog isOpen={isAsking} title="Start again?" confirm="Clear the figures" onClosed={() => setAsking(false)} onConfirmed={() => { setAsking(false); onStartedAgain(); }}>
        <p>This clears the name, every figure and all groups. You can undo it until you leave this page.</p>
      </ConfirmDialog>
    </div>
  );
}
