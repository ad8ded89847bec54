import {useEffect, useMemo, useRef, useState} from 'react';
import type {ReactNode} from 'react';
import {siteLink} from '@theme/siteLink';
import {useSession} from '@theme/useSession';
import {newRecordId, now} from '#browser/clock.ts';
import {printPage} from '#browser/page.ts';
import {saveFile} from '#browser/saveFile.ts';
import {getPersonId} from '#browser/session.ts';
import {Notes, OverwrittenNotice} from '#components/keeping/Notices.tsx';
import type {Overwritten} from '#components/keeping/Notices.tsx';
import {KeepingStatus} from '#components/keeping/KeepingStatus.tsx';
import {StartHere} from '#components/timeline/StartHere.tsx';
import {TimelineView} from '#components/timeline/TimelineView.tsx';
import organisation from '#config';
import {buildTimeline} from '#core/planning/timeline.ts';
import type {Timeline as Dates} from '#core/planning/timeline.ts';
import {applyPlanEdit, boxOf, inverseOf, withDone} from '#core/planning/timelineEdits.ts';
import type {PlanEdit} from '#core/planning/timelineEdits.ts';
import {exampleFor} from '#core/planning/timelineExample.ts';
import {timelineCalendar, timelineCsv, timelineFileName} from '#core/planning/timelineFile.ts';
import {planName, startPlan} from '#core/planning/timelinePlan.ts';
import type {TimelinePlan} from '#core/planning/timelinePlan.ts';
import {warningsOf} from '#core/planning/timelineWarnings.ts';
import {toLondonDay} from '#core/records/londonDay.ts';
import {useTimeline} from './_useTimeline.ts';

/** A timeline that was taken away or put in place, and what stood there before. */
interface Happened {
  id: string;
  said: string;
  before: TimelinePlan | null;
}

/** Introduces the timeline builder to the device's storage, to files and to the other tabs. `example`: dates to show before there are any. */
export default function Timeline({example, ready}: {example: Dates; ready: boolean}): ReactNode {
  useSession();
  const personId = getPersonId();
  const {isRead, plan, isUnreadable, keeping, version, change, replace} = useTimeline(personId);
  const [done, setDone] = useState<PlanEdit[]>([]);
  const [happened, setHappened] = useState<Happened[]>([]);
  const [said, setSaid] = useState('');
  const [overwritten, setOverwritten] = useState<Overwritten[]>([]);
  const headingRef = useRef<HTMLHeadingElement>(null);
  const shownVersion = useRef(0);
  useEffect(() => {
    if (!isRead || shownVersion.current === version) return;
    shownVersion.current = version;
    headingRef.current?.focus();
  }, [isRead, version]);
  // What was typed for one person is not undone for another.
  useEffect(() => { setDone([]); setHappened([]); setOverwritten([]); }, [personId]);
  const today = ready ? toLondonDay(now()) : null;
  const timeline = useMemo(() => plan && buildTimeline(plan), [plan]);
  const warnings = useMemo(() => (plan && timeline ? warningsOf(plan, timeline, today) : []), [plan, timeline, today]);

  const putInPlace = async (next: TimelinePlan | null, what: (before: TimelinePlan | null) => string): Promise<void> => {
    const before = await replace(next);
    setDone([]);
    setSaid('');
    setHappened([{id: newRecordId(), said: what(before), before}]);
  };
  const apply = async (made: PlanEdit): Promise<void> => {
    const lost = await change((stored) => {
      const {plan: value, overwritten: text} = applyPlanEdit(stored, made);
      return {value, said: text};
    });
    if (lost !== null) setOverwritten((before) => [...before, {box: boxOf(made), text: lost}]);
  };
  const edit = (made: PlanEdit): void => {
    setDone((before) => withDone(before, made));
    setSaid('');
    void apply(made);
  };
  const undo = (): void => {
    const last = done.at(-1);
    if (!last) return;
    setDone(done.slice(0, -1));
    setSaid(`Taken back: ${boxOf(last)}.`);
    void apply(inverseOf(last));
  };
  const note = (
    <>
      <Notes notes={happened.map((each) => ({id: each.id, said: each.said, canUndo: true}))}
        onUndone={(id) => {
          const of = happened.find((each) => each.id === id);
          if (of) void putInPlace(of.before, () => (of.before ? `“${planName(of.before)}” is back as it was.` : 'The timeline is gone again.'));
        }} />
      <OverwrittenNotice overwritten={overwritten} onClosed={() => { setOverwritten([]); headingRef.current?.focus(); }} />
      <p role="status" className="aw-visually-hidden">{said}</p>
    </>
  );

  if (isUnreadable) {
    return (
      <div className="aw-panel" role="alert">
        <p>The timeline that this device kept cannot be read. It may come from a newer version of the site: reload this page first.</p>
        <p><button type="button" className="aw-button aw-button--quiet" onClick={() => void replace(null)}>Throw it away and start with none</button></p>
      </div>
    );
  }
  if (plan === null) {
    return (
      <StartHere example={example} headingRef={headingRef} note={note} ready={ready && isRead}
        onStarted={() => void putInPlace(startPlan(newRecordId(), organisation.holidays), () => 'A new timeline is here. Enter the day of the decision.')}
        onExampleLoaded={() => void putInPlace(exampleFor(newRecordId(), organisation.holidays, toLondonDay(now())), () => 'The example is loaded. It is made up.')} />
    );
  }
  const saveAsCsv = (): void => saveFile(timelineFileName(plan, 'csv'), timelineCsv(plan, timeline, warnings), 'text/csv;charset=utf-8');
  return (
    <TimelineView
      plan={plan} timeline={timeline} warnings={warnings} headingRef={headingRef} note={note} linkTo={siteLink}
      status={<KeepingStatus state={keeping} what="dates" onExported={saveAsCsv} />} undoes={done.length === 0 ? null : boxOf(done[done.length - 1] as PlanEdit)}
      onEdited={edit} onUndone={undo} onPrinted={printPage} onSavedAsCsv={saveAsCsv}
      onPeriodAdded={() => {
        const id = newRecordId();
        edit({field: 'period', id, from: null, to: {id, kind: 'school-holiday', name: '', from: '', to: ''}});
      }}
      onSavedAsCalendar={() => { if (timeline) saveFile(timelineFileName(plan, 'ics'), timelineCalendar(plan, timeline, now()), 'text/calendar;charset=utf-8'); }}
      onStartedAgain={() => void putInPlace(null, (before) => `“${planName(before ?? plan)}” is off this device.`)}
    />
  );
}
