import {useId, useState} from 'react';
import type {ReactNode, Ref} from 'react';
import {PHASES, stepsByPhase} from '#core/planning/practiceCode.ts';
import type {PracticeCode} from '#core/planning/practiceCode.ts';
import {answerTo, LONGEST, nameOf, summarise} from '#core/planning/selfAssessment.ts';
import type {Edit, SelfAssessment} from '#core/planning/selfAssessment.ts';
import type {LinkTo} from '../methods/link.tsx';
import {ConfirmDialog} from '../keeping/ConfirmDialog.tsx';
import {StepFields} from './StepFields.tsx';
import {SummaryView} from './SummaryView.tsx';
import styles from './styles.module.css';

interface Props {
  code: PracticeCode;
  assessment: SelfAssessment;
  /** Days in words. */
  startedOn: string;
  changedOn: string;
  headingRef: Ref<HTMLHeadingElement>;
  /** Whether what is typed is on the device. */
  status: ReactNode;
  /** What happened last, and what can be taken back. */
  note: ReactNode;
  linkTo: LinkTo;
  listHref: string;
  onEdited: (edit: Edit) => void;
  onSavedAsCsv: () => void;
  onSavedAsJson: () => void;
  onPrinted: () => void;
  /** The person has been asked and means it. */
  onStartedAgain: () => void;
  onDeleted: () => void;
}

/** One consultation held against the code: every step with its fields, then the summary and the ways to keep it. */
export function AssessmentView(props: Props): ReactNode {
  const {code, assessment, startedOn, changedOn, headingRef, status, note, linkTo, listHref, onEdited} = props;
  const id = useId();
  const summary = summarise(assessment, code);
  return (
    <section aria-labelledby={`${id}-heading`} className={styles.record}>
      <h2 id={`${id}-heading`} ref={headingRef} tabIndex={-1}>{nameOf(assessment)}</h2>
      <p className="aw-hint">Begun on {startedOn}, last changed on {changedOn}.</p>
      <p role="status">{summary.answered} of {summary.total} steps answered.</p>
      <div className={styles.screenOnly}>
        {note}
        <p className="aw-choices"><a href="#summary">Go to the summary and downloads</a> {linkTo({href: listHref, children: 'All self-assessments'})}</p>
        <div className="aw-field">
          <label htmlFor={`${id}-name`}>Name of the consultation</label>
          <input id={`${id}-name`} type="text" autoComplete="off" maxLength={LONGEST.name} value={assessment.name}
            onChange={(event) => onEdited({field: 'name', from: assessment.name, to: event.target.value})} />
        </div>
        {status}
      </div>
      {stepsByPhase(code).map(({phase, steps}) => (
        <div key={phase}>
          <h3>{PHASES[phase]}</h3>
          {steps.map((step) => <StepFields key={step.id} step={step} given={answerTo(assessment, step.id)} linkTo={linkTo} onEdited={onEdited} />)}
        </div>
      ))}
      <SummaryView summary={summary} />
      <Keep {...props} />
    </section>
  );
}

function Keep({assessment, linkTo, listHref, onSavedAsCsv, onSavedAsJson, onPrinted, onStartedAgain, onDeleted}: Props): ReactNode {
  const [asking, setAsking] = useState<'start-again' | 'delete' | null>(null);
  const name = nameOf(assessment);
  const close = (): void => setAsking(null);
  return (
    <div className={styles.screenOnly}>
      <h3>Keep it, share it or clear it</h3>
      <p className="aw-choices">
        <button type="button" className="aw-button" onClick={onPrinted}>Print</button>
        <button type="button" className="aw-button aw-button--quiet" onClick={onSavedAsCsv}>Download as CSV</button>
        <button type="button" className="aw-button aw-button--quiet" onClick={onSavedAsJson}>Download as JSON</button>
      </p>
      <p className="aw-choices">
        <button type="button" className="aw-link-button" onClick={() => setAsking('start-again')}>Start again</button>
        <button type="button" className="aw-link-button" onClick={() => setAsking('delete')}>Delete this self-assessment</button>
        {linkTo({href: listHref, children: 'All self-assessments'})}
      </p>
      <ConfirmDialog isOpen={asking === 'start-again'} title="Start again?" confirm="Clear the answers" onClosed={close} onConfirmed={() => { close(); onStartedAgain(); }}>
        <p>This clears every answer, all evidence and all actions of “{name}”. You can undo it until you leave this page.</p>
      </ConfirmDialog>
      <ConfirmDialog isOpen={asking === 'delete'} title="Delete it?" confirm="Delete it" onClosed={close} onConfirmed={() => { close(); onDeleted(); }}>
        <p>This takes “{name}” off this device. You can undo it until you leave this page.</p>
      </ConfirmDialog>
    </div>
  );
}
