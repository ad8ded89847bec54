import {useEffect, useState} from 'react';
import {isShownTo} from '#browser/attempts.ts';
import {newRecordId} from '#browser/clock.ts';
import {changeRow, watchRows} from '#browser/kept.ts';
import type {Note} from '#components/keeping/Notices.tsx';
import type {SavedItem} from '#components/selector/SavedList.tsx';
import {KEPT_UNDER, LONGEST, nameOf, selectionHref, selectionsIn} from '#core/methods/savedSelection.ts';
import type {KeptSelection, SavedSelection} from '#core/methods/savedSelection.ts';
import {writeDayOf} from '#core/records/londonDay.ts';

interface Selections {
  items: SavedItem[];
  /** What happened here, latest first. */
  notes: Note[];
  /** Why something is lost when the page is closed; empty when all is well. */
  fault: string;
  save: (name: string, query: string) => void;
  remove: (id: string) => void;
  undo: (noteId: string) => void;
}

interface Happened extends Note {
  /** Puts things back as they were. */
  back: () => Promise<void>;
}

const FAULTS = {
  kept: '',
  full: 'This browser has no room to keep the selection. Free some room on this device, or copy the link: it holds the same.',
  blocked: 'This browser cannot keep the selection. Copy the link instead: it holds the same.',
} as const;

/** The selections that this device keeps for a person (null: nobody signed in), with ways to save, delete and take back. */
export function useSelections(personId: string | null): Selections {
  const [kept, setKept] = useState<KeptSelection[]>([]);
  const [happened, setHappened] = useState<Happened[]>([]);
  const [fault, setFault] = useState('');
  const [version, setVersion] = useState(0);
  useEffect(() => watchRows(KEPT_UNDER, (rows) => setKept(selectionsIn(rows))), [version]);

  /** Puts a row in place, or takes it away; gives what was there. The list is read anew: this page does not hear of its own changes. */
  const put = async (id: string, owner: string | null, value: SavedSelection | null): Promise<KeptSelection | null> => {
    const {value: before, keeping} = await changeRow(KEPT_UNDER + id, (row) => ({row: value && {owner, value}, value: row && selectionsIn([row])[0]}));
    setFault(FAULTS[keeping]);
    setVersion((last) => last + 1);
    return before ?? null;
  };
  const tell = (said: string, back: () => Promise<void>): void => setHappened((all) => [{id: newRecordId(), said, canUndo: true, back}, ...all].slice(0, 3));

  return {
    items: kept.filter((row) => isShownTo(row, personId)).map(({id, value, changedAt}) => ({id, name: nameOf(value), href: selectionHref(value), changedOn: writeDayOf(changedAt)})),
    notes: happened.map(({id, said, canUndo}) => ({id, said, canUndo})),
    fault,
    save: (name, query) => {
      if (query.length > LONGEST.query) return setFault('This selection is too long to keep. Copy the link instead.');
      const id = newRecordId();
      const value: SavedSelection = {version: 1, name, query};
      void put(id, personId, value).then(() => tell(`“${nameOf(value)}” is saved on this device.`, async () => void await put(id, personId, null)));
    },
    remove: (id) => {
      void put(id, personId, null).then((before) => {
        if (before) tell(`“${nameOf(before.value)}” is deleted from this device.`, async () => void await put(id, before.owner, before.value));
      });
    },
    undo: (noteId) => {
      const of = happened.find(({id}) => id === noteId);
      if (!of) return;
      void of.back().then(() => setHappened((all) => all.map((each) => (each.id === noteId ? {...each, said: 'Taken back.', canUndo: false} : each))));
    },
  };
}
