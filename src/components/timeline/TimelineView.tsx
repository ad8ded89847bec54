import {useId, useState} from 'react';
import type {ReactNode, Ref} from 'react';
import {REGIONS} from '#core/planning/bankHolidays.ts';
import {writeDate} from '#core/planning/timeline.ts';
import type {Timeline} from '#core/planning/timeline.ts';
import type {PlanEdit} from '#core/planning/timelineEdits.ts';
import {PERIOD_KINDS, planName, usablePeriods} from '#core/planning/timelinePlan.ts';
import type {TimelinePlan} from '#core/planning/timelinePlan.ts';
import type {Warning} from '#core/planning/timelineWarnings.ts';
import type {LinkTo} from '../methods/link.tsx';
import {ConfirmDialog} from '../keeping/ConfirmDialog.tsx';
import {TimelineForm} from './TimelineForm.tsx';
import {TimelineResult} from './TimelineResult.tsx';
import styles from './styles.module.css';

interface Props {
  plan: TimelinePlan;
  timeline: Timeline | null;
  warnings: readonly Warning[];
  headingRef: Ref<HTMLHeadingElement>;
  /** Whether what is typed is on the device. */
  status: ReactNode;
  /** What happened last, and what can be taken back. */
  note: ReactNode;
  /** What the next "Undo" takes back, in words; null when there is nothing. */
  undoes: string | null;
  linkTo: LinkTo;
  onEdited: (edit: PlanEdit) => void;
  onPeriodAdded: () => void;
  onUndone: () => void;
  onSavedAsCalendar: () => void;
  onSavedAsCsv: () => void;
  onPrinted: () => void;
  /** The person has been asked and means it. */
  onStartedAgain: () => void;
}

/** One timeline: what is set, the dates that follow, and the ways to keep them. */
export function TimelineView(props: Props): ReactNode {
  const {plan, timeline, warnings, headingRef, status, note, undoes, linkTo, onEdited, onPeriodAdded, onUndone} = props;
  const id = useId();
  return (
    <section aria-labelledby={`${id}-heading`} className={styles.timeline}>
      <h2 id={`${id}-heading`} ref={headingRef} tabIndex={-1}>{planName(plan)}</h2>
      <div className={styles.screenOnly}>
        {note}
        <p className="aw-choices"><a href="#dates">Go to the dates</a></p>
      </div>
      <TimelineForm plan={plan} onEdited={onEdited} onPeriodAdded={onPeriodAdded} />
      <div className={styles.screenOnly}>
        <p className="aw-choices">
          <button type="button" className="aw-button aw-button--quiet" aria-disabled={undoes === null} onClick={onUndone}>Undo{undoes === null ? '' : <span className={styles.undoes}>: {undoes}</span>}</button>
        </p>
        {status}
      </div>
      <TimelineResult plan={plan} timeline={timeline} warnings={warnings} linkTo={linkTo} />
      <Settings plan={plan} />
      <Keep {...props} />
    </section>
  );
}

/** What was set, on paper only: the boxes are not printed. */
function Settings({plan}: {plan: TimelinePlan}): ReactNode {
  return (
    <div className={styles.onPaper}>
      <h3>Time that does not count</h3>
      <p>Bank holidays of {REGIONS[plan.region]}.</p>
      <ul>{usablePeriods(plan).map(({id, kind, name, from, to}) => <li key={id}>{PERIOD_KINDS[kind]}{name === '' ? '' : `, ${name}`}: {writeDate(from)} to {writeDate(to)}</li>)}</ul>
    </div>
  );
}

function Keep({plan, timeline, onSavedAsCalendar, onSavedAsCsv, onPrinted, onStartedAgain}: Props): ReactNode {
  const [isAsking, setAsking] = useState(false);
  return (
    <div className={styles.screenOnly}>
      <h3>Keep it, share it or clear it</h3>
      <p>The calendar file opens in Outlook, Google Calendar and Apple Calendar. Load it again after a change: each stage keeps its name, so most calendars replace the old dates.</p>
      <p className="aw-choices">
        <button type="button" className="aw-button" aria-disabled={timeline === null} onClick={() => { if (timeline) onSavedAsCalendar(); }}>Download calendar file</button>
        <button type="button" className="aw-button aw-button--quiet" onClick={onSavedAsCsv}>Download as CSV</button>
        <button type="button" className="aw-button aw-button--quiet" onClick={onPrinted}>Print</button>
      </p>
      {timeline === null && <p className="aw-hint">The calendar file needs dates first.</p>}
      <p className="aw-choices"><button type="button" className="aw-link-button" onClick={() => setAsking(true)}>Start again</button></p>
      <ConfirmDialog isOpen={isAsking} title="Start again?" confirm="Clear this timeline" onClosed={() => setAsking(false)} onConfirmed={() => { setAsking(false); onStartedAgain(); }}>
        <p>This takes “{planName(plan)}” off this device. You can undo it until you leave this page.</p>
      </ConfirmDialog>
    </div>
  );
}
