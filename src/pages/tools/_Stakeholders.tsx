import {useRef, useState} from 'react';
import type {ReactNode} from 'react';
import methods from '@generated/askwell-methods/default/summaries.json';
import {siteLink} from '@theme/siteLink';
import {useSession} from '@theme/useSession';
import {newRecordId, now} from '#browser/clock.ts';
import {printPage} from '#browser/page.ts';
import {saveFile} from '#browser/saveFile.ts';
import {getPersonId} from '#browser/session.ts';
import {KeepingStatus} from '#components/keeping/KeepingStatus.tsx';
import {Notes, OverwrittenNotice} from '#components/keeping/Notices.tsx';
import type {Overwritten} from '#components/keeping/Notices.tsx';
import {StakeholderMapper} from '#components/stakeholders/StakeholderMapper.tsx';
import {EXAMPLE_TITLE, exampleEntries} from '#core/planning/stakeholderExample.ts';
import {fileNameOf, fromJson, toCsv, toJson} from '#core/planning/stakeholderFile.ts';
import {importInto, importInWords, LONGEST_FILE, readImport} from '#core/planning/stakeholderImport.ts';
import type {OnSame, Preview} from '#core/planning/stakeholderImport.ts';
import {addEntries, applyEdit, applyUndo, clearList, nameOf, newStakeholder, removeEntry} from '#core/planning/stakeholders.ts';
import type {Edit, StakeholderList, Undo} from '#core/planning/stakeholders.ts';
import {toLondonDay} from '#core/records/londonDay.ts';
import {useStakeholders} from './_useStakeholders.ts';

interface Happened {
  id: string;
  said: string;
  undo: Undo;
}

/** Most things on offer to take back, the latest first. */
const MOST_UNDONE = 5;

/** Older spreadsheets write CSV in the letters of Windows and not in UTF-8. */
async function textOf(file: File): Promise<string> {
  const bytes = await file.arrayBuffer();
  const text = new TextDecoder().decode(bytes);
  return text.includes('\uFFFD') ? new TextDecoder('windows-1252').decode(bytes) : text;
}

/** Introduces the stakeholder mapper to the device's storage, to files and to the other tabs. */
export default function Stakeholders(): ReactNode {
  useSession();
  const personId = getPersonId();
  const {list, isUnreadable, keeping, others, change, replace} = useStakeholders(personId);
  const [openId, setOpenId] = useState<string | null>(null);
  const [preview, setPreview] = useState<Preview | null>(null);
  const [fileFault, setFileFault] = useState('');
  const [happened, setHappened] = useState<Happened[]>([]);
  const [overwritten, setOverwritten] = useState<Overwritten[]>([]);
  const isImporting = useRef(false);
  const today = toLondonDay(now());

  if (isUnreadable) {
    return (
      <div className="aw-panel">
        <p>The list on this device cannot be read by this version of the page. Reload the page first. If that does not help, start a new list: the old one is then lost.</p>
        <p><button type="button" className="aw-button" onClick={() => void replace()}>Start a new list</button></p>
      </div>
    );
  }
  if (list === null) return <p>Reading the list on this device.</p>;

  const edit = async (made: Edit): Promise<void> => {
    const lost = await change((stored) => {
      const {list: value, overwritten: said} = applyEdit(stored, made);
      return {value, said};
    });
    if (lost !== null) setOverwritten((before) => [...before, {box: made.field, text: lost}]);
  };
  /** Makes a change that can be taken back, and says so. */
  const act = async (make: (stored: StakeholderList) => {list: StakeholderList; undo: Undo; said: string}): Promise<void> => {
    const done = await change((stored) => {
      const {list: value, ...said} = make(stored);
      return {value, said};
    });
    if (done) setHappened((before) => [{id: newRecordId(), ...done}, ...before].slice(0, MOST_UNDONE));
  };
  const takeBack = async ({id, undo}: Happened): Promise<void> => {
    const back = await change((stored) => {
      const {list: value, undo: said} = applyUndo(stored, undo);
      return {value, said};
    });
    if (back) setHappened((before) => before.map((each) => (each.id === id ? {...each, said: 'Taken back. Undo brings the change in again.', undo: back} : each)));
  };
  const add = (name: string): void => {
    const entry = newStakeholder(newRecordId(), {name, checked: today});
    setOpenId(entry.id);
    void act((stored) => ({...addEntries(stored, [entry]), said: `“${name}” is added.`}));
  };
  const remove = (id: string): void => {
    if (openId === id) setOpenId(null);
    const entry = list.entries.find((each) => each.id === id);
    void act((stored) => ({...removeEntry(stored, id), said: `“${entry ? nameOf(entry) : 'The entry'}” is removed.`}));
  };
  const loadExample = (): void => {
    const entries = exampleEntries(newRecordId, today);
    void act((stored) => ({...addEntries(stored, entries, stored.title === '' ? EXAMPLE_TITLE : null), said: 'The example is loaded. It is made up. Undo takes it away again.'}));
  };
  const choose = async (file: File): Promise<void> => {
    setFileFault('');
    setPreview(null);
    // A letter takes at most four bytes. A film chosen by mistake must not be read first.
    const text = file.size > LONGEST_FILE * 4 ? 'x'.repeat(LONGEST_FILE + 1) : await textOf(file).catch(() => null);
    if (text === null) return setFileFault('Your browser could not read this file. Check that it is still where it was, and choose it again.');
    const read = /\.json$/i.test(file.name) ? fromJson(text) : readImport(text, today);
    if (read.ok) setPreview(read.preview);
    else setFileFault(read.sentence);
  };
  const bringIn = async (onSame: OnSame): Promise<void> => {
    if (!preview || isImporting.current) return;
    isImporting.current = true;
    // The change is made twice, to what is shown and to what is stored: both must give the same ids.
    const ids = preview.ready.map(newRecordId);
    await act((stored) => {
      let used = 0;
      const imported = importInto(stored, preview, onSame, () => ids[used++] ?? newRecordId());
      return {list: imported.list, undo: imported.undo, said: `Imported: ${importInWords(imported)}`};
    });
    // Closed only now: the focus goes to the list, which must be there by then.
    setPreview(null);
    isImporting.current = false;
  };

  const saveAsJson = (): void => saveFile(fileNameOf(list, 'json'), toJson(list));
  return (
    <>
      {others > 0 && personId === null && (
        <p className="aw-panel">Somebody who was signed in here has a list on this device. If that was you, {siteLink({href: `/sign-in/?next=${encodeURIComponent('/tools/stakeholders/')}`, children: 'sign in'})} to see it.</p>
      )}
      <StakeholderMapper
        list={list} methods={methods} today={today} openId={openId} preview={preview} fileFault={fileFault} linkTo={siteLink}
        status={<KeepingStatus state={keeping} what="list" onExported={saveAsJson} />}
        note={(
          <>
            <Notes notes={happened.map(({id, said}) => ({id, said, canUndo: true}))}
              onUndone={(id) => {
                const of = happened.find((each) => each.id === id);
                if (of) void takeBack(of);
              }} />
            <OverwrittenNotice overwritten={overwritten} onClosed={() => setOverwritten([])} />
          </>
        )}
        onAdded={add} onOpened={setOpenId} onEdited={(made) => void edit(made)} onRemoved={remove} onExample={loadExample}
        onFileChosen={(file) => void choose(file)} onImported={(onSame) => void bringIn(onSame)} onPreviewClosed={() => setPreview(null)}
        onSavedAsCsv={(personal) => saveFile(fileNameOf(list, 'csv'), toCsv(list, personal), 'text/csv;charset=utf-8')}
        onSavedAsJson={saveAsJson} onPrinted={printPage}
        onStartedAgain={() => { setOpenId(null); void act((stored) => ({...clearList(stored), said: 'The list is cleared.'})); }}
      />
    </>
  );
}
