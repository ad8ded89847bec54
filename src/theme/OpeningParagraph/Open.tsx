import {useDeferredValue, useEffect, useMemo, useState, useSyncExternalStore} from 'react';
import type {ReactNode, RefObject} from 'react';
import {useSession} from '@theme/useSession';
import {isShownTo} from '#browser/attempts.ts';
import {changeRow} from '#browser/kept.ts';
import {openRow} from '#browser/openRow.ts';
import {copyText, printPage} from '#browser/page.ts';
import {saveFile} from '#browser/saveFile.ts';
import {getPersonId} from '#browser/session.ts';
import {DraftView} from '#components/openingParagraph/DraftView.tsx';
import {GoneNotice, OverwrittenNotice} from '#components/keeping/Notices.tsx';
import type {Overwritten} from '#components/keeping/Notices.tsx';
import {KeepingStatus} from '#components/keeping/KeepingStatus.tsx';
import {applyEdit, draftHref, emptied, isEmpty, keyOf, nameOf, parseKept, textIn} from '#core/planning/openingParagraph.ts';
import type {Edit, OpeningParagraph} from '#core/planning/openingParagraph.ts';
import {FIELDS} from '#core/planning/openingParagraphFields.ts';
import {fileNameOf, toBlocks, toJson} from '#core/planning/openingParagraphFile.ts';
import {formatPassages} from '#core/planning/openingParagraphOffer.ts';
import {openingPassages} from '#core/planning/openingParagraphText.ts';
import {warningsOf} from '#core/planning/openingParagraphWarnings.ts';
import {itemsOf, joinItems} from '#core/planning/openingParagraphWords.ts';
import {writeDay, writeDayOf} from '#core/records/londonDay.ts';
import {useFocusOnMove} from '../useFocusOnMove.ts';
import {siteLink} from '../siteLink.tsx';

/** What was there before it was thrown away. */
export interface Undo {
  id: string;
  owner: string | null;
  value: OpeningParagraph;
}

interface Props {
  id: string;
  /** The day in London, as 2027-05-28. */
  today: string;
  version: number;
  lastShown: RefObject<string | null>;
  notes: ReactNode;
  /** Called after something was thrown away, with what happened in words. */
  onThrown: (said: string, undo: Undo, gone: boolean) => void;
}

/** Introduces one draft to the device's storage and to the other tabs. */
export default function Open({id, today, version, lastShown, notes, onThrown}: Props): ReactNode {
  useSession();
  const store = useMemo(() => openRow(keyOf(id), parseKept), [id]);
  const {isRead, value, owner, changedAt, keeping} = useSyncExternalStore(store.subscribe, store.get, store.get);
  const [overwritten, setOverwritten] = useState<Overwritten[]>([]);
  const [wordNote, setWordNote] = useState('');
  /** Its name when it was last shown; null: never. */
  const [lastName, setLastName] = useState<string | null>(null);
  const headingRef = useFocusOnMove(isRead ? `${id} ${version}` : null, lastShown);
  // Letters show at once; the search for long sentences may follow a moment later on a slow device.
  const checked = useDeferredValue(value);
  const warnings = useMemo(() => (checked ? warningsOf(checked, today) : []), [checked, today]);
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
        <GoneNotice name={isAllowed ? lastName : null} what="draft" />
        <p>{siteLink({href: draftHref(), children: 'All drafts'})}</p>
      </section>
    );
  }

  const edit = async (made: Edit): Promise<void> => {
    const lost = await store.change((stored) => {
      const {draft, overwritten: text} = applyEdit(stored, made);
      return {value: draft, said: text};
    });
    if (lost !== null && made.kind === 'text') setOverwritten((before) => [...before, {box: FIELDS[made.field].label, text: lost}]);
  };
  const startAgain = async (): Promise<void> => {
    const before = await store.change((stored) => ({value: emptied(stored), said: stored}));
    if (before && !isEmpty(before)) onThrown(`The fields of “${nameOf(before)}” are cleared.`, {id, owner, value: before}, false);
  };
  const remove = async (): Promise<void> => {
    const {value: before} = await changeRow(keyOf(id), (row) => ({row: null, value: row && parseKept(row.value)}));
    onThrown(`“${nameOf(before ?? value)}” is deleted from this device.`, {id, owner, value: before ?? value}, true);
  };
  const saveAsJson = (): void => saveFile(fileNameOf(value, 'json'), toJson(value));
  const saveAsWord = async (): Promise<void> => {
    setWordNote('Making the Word file.');
    try {
      const {writeWord, WORD_TYPE} = await import('#core/word/document.ts');
      const file = await writeWord({
        title: nameOf(value), author: joinItems(itemsOf(textIn(value, 'organisation')), 'and'), day: today,
        // The offer of formats stands in large print, as its template asks.
        sections: [{blocks: toBlocks(openingPassages(value))}, {blocks: toBlocks(formatPassages(value)), isLarge: true}],
      });
      saveFile(fileNameOf(value, 'docx'), file, WORD_TYPE);
      setWordNote('The Word file is saved with your downloads.');
    } catch {
      setWordNote('The Word file could not be made. Connect to the network and try again, or copy the text.');
    }
  };

  return (
    <DraftView
      draft={value} warnings={warnings} changedOn={changedAt ? writeDayOf(changedAt) : writeDay(value.started)} headingRef={headingRef} linkTo={siteLink} listHref={draftHref()}
      status={<KeepingStatus state={keeping} what="draft" onExported={saveAsJson} />} wordNote={wordNote}
      note={<>{notes}<OverwrittenNotice overwritten={overwritten} onClosed={() => { setOverwritten([]); headingRef.current?.focus(); }} /></>}
      onEdited={(made) => void edit(made)} onCopied={copyText} onPrinted={printPage} onSavedAsJson={saveAsJson} onSavedAsWord={() => void saveAsWord()}
      onStartedAgain={() => void startAgain()} onDeleted={() => void remove()}
    />
  );
}
