import {useEffect, useMemo, useState, useSyncExternalStore} from 'react';
import type {ReactNode, RefObject} from 'react';
import {useSession} from '@theme/useSession';
import {isShownTo} from '#browser/attempts.ts';
import {changeRow} from '#browser/kept.ts';
import {openRow} from '#browser/openRow.ts';
import {printPage} from '#browser/page.ts';
import {saveFile} from '#browser/saveFile.ts';
import {getPersonId} from '#browser/session.ts';
import {AssessmentView} from '#components/practiceCode/AssessmentView.tsx';
import {GoneNotice, OverwrittenNotice} from '#components/keeping/Notices.tsx';
import type {Overwritten} from '#components/keeping/Notices.tsx';
import {KeepingStatus} from '#components/keeping/KeepingStatus.tsx';
import type {PracticeCode} from '#core/planning/practiceCode.ts';
import {assessmentHref, keyOf, parseKept} from '#core/planning/keptAssessments.ts';
import {applyEdit, nameOf, withoutAnswers} from '#core/planning/selfAssessment.ts';
import type {Edit, SelfAssessment} from '#core/planning/selfAssessment.ts';
import {fileNameOf, toCsv, toJson} from '#core/planning/selfAssessmentFile.ts';
import {writeDay, writeDayOf} from '#core/records/londonDay.ts';
import {siteLink} from '../siteLink.tsx';
import {useFocusOnMove} from '../useFocusOnMove.ts';

/** What was there before it was thrown away. */
export interface Undo {
  id: string;
  owner: string | null;
  value: SelfAssessment;
}

interface Props {
  code: PracticeCode;
  id: string;
  version: number;
  lastShown: RefObject<string | null>;
  notes: ReactNode;
  /** Called after something was thrown away, with what happened in words. */
  onThrown: (said: string, undo: Undo, gone: boolean) => void;
}

const boxOf = (edit: Edit, code: PracticeCode): string => (edit.field === 'name' ? 'Name of the consultation'
  : `Step ${code.steps.findIndex(({id}) => id === edit.step) + 1}, ${edit.field}`);

/** Introduces one self-assessment to the device's storage and to the other tabs. */
export default function Open({code, id, version, lastShown, notes, onThrown}: Props): ReactNode {
  useSession();
  const store = useMemo(() => openRow(keyOf(id), parseKept), [id]);
  const {isRead, value, owner, changedAt, keeping} = useSyncExternalStore(store.subscribe, store.get, store.get);
  const [overwritten, setOverwritten] = useState<Overwritten[]>([]);
  /** Its name when it was last shown; null: never. */
  const [lastName, setLastName] = useState<string | null>(null);
  const headingRef = useFocusOnMove(isRead ? `${id} ${version}` : null, lastShown);
  const personId = getPersonId();
  // When a session ends, what is open stays open. Somebody else who signs in does not see it.
  const isAllowed = isShownTo({owner}, personId) || (personId === null && lastName !== null);
  const name = value && isAllowed ? nameOf(value) : null;
  useEffect(() => {
    if (name !== null) setLastName(name);
  }, [name]);

  if (!isRead) return null;
  if (value === null || !isAllowed) {
    return (
      <section aria-labelledby="gone">
        <h2 id="gone" ref={headingRef} tabIndex={-1}>Not here</h2>
        {notes}
        <GoneNotice name={isAllowed ? lastName : null} what="self-assessment" />
        <p>{siteLink({href: assessmentHref(), children: 'All self-assessments'})}</p>
      </section>
    );
  }

  const edit = async (made: Edit): Promise<void> => {
    const lost = await store.change((stored) => {
      const {assessment, overwritten: text} = applyEdit(stored, made);
      return {value: assessment, said: text};
    });
    if (lost !== null) setOverwritten((before) => [...before, {box: boxOf(made, code), text: lost}]);
  };
  const startAgain = async (): Promise<void> => {
    const before = await store.change((stored) => ({value: withoutAnswers(stored), said: stored}));
    if (before && Object.keys(before.answers).length > 0) onThrown(`The answers of “${nameOf(before)}” are cleared.`, {id, owner, value: before}, false);
  };
  const remove = async (): Promise<void> => {
    const {value: before} = await changeRow(keyOf(id), (row) => ({row: null, value: row && parseKept(row.value)}));
    onThrown(`“${nameOf(before ?? value)}” is deleted from this device.`, {id, owner, value: before ?? value}, true);
  };
  const saveAsJson = (): void => saveFile(fileNameOf(value, 'json'), toJson(value));

  return (
    <AssessmentView
      code={code} assessment={value} startedOn={writeDay(value.started)} changedOn={changedAt ? writeDayOf(changedAt) : writeDay(value.started)}
      headingRef={headingRef} linkTo={siteLink} listHref={assessmentHref()}
      status={<KeepingStatus state={keeping} onExported={saveAsJson} />}
      note={<>{notes}<OverwrittenNotice overwritten={overwritten} onClosed={() => { setOverwritten([]); headingRef.current?.focus(); }} /></>}
      onEdited={(made) => void edit(made)} onPrinted={printPage}
      onSavedAsCsv={() => saveFile(fileNameOf(value, 'csv'), toCsv(value, code), 'text/csv;charset=utf-8')} onSavedAsJson={saveAsJson}
      onStartedAgain={() => void startAgain()} onDeleted={() => void remove()}
    />
  );
}
