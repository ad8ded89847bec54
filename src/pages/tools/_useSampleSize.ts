import {useCallback, useEffect, useState, useSyncExternalStore} from 'react';
import {useHistory, useLocation} from '@docusaurus/router';
import {newRecordId} from '#browser/clock.ts';
import type {Keeping} from '#browser/database.ts';
import {changeRow} from '#browser/kept.ts';
import {openRow} from '#browser/openRow.ts';
import type {Note, Overwritten} from '#components/keeping/Notices.tsx';
import {addGroup, applyEdit, EMPTY, KEPT_AS, parseKept, removeGroup} from '#core/planning/sampleSize.ts';
import type {Edit, SampleSize} from '#core/planning/sampleSize.ts';
import {readSampleCode, writeSampleCode} from '#core/planning/sampleSizeCode.ts';

/** Marks the addresses that this page wrote itself, so that it does not read them back while somebody types on. */
const OURS = {writtenHere: true};

/** Safari refuses more than 100 changes of the address in 30 seconds. A person who types makes more. */
const PAUSE = 400;

interface Happened {
  id: string;
  said: string;
  before: SampleSize;
}

/** A calculation that the address holds. */
interface FromAddress {
  calculation: SampleSize;
  /** Written by this page, from what the device kept by then. */
  writtenHere: boolean;
}

/** The calculation on the screen, and all that can be done with it. */
export interface OpenCalculation {
  /** Null until storage and address have been read. */
  calculation: SampleSize | null;
  keeping: Keeping | 'nothing' | 'saving';
  /** True when what this device kept is in no form that this page can read. */
  isUnreadable: boolean;
  /** True while a calculation from a link is shown and not kept. */
  isLinked: boolean;
  /** True when this device keeps another one, behind that from the link. */
  hasOwn: boolean;
  /** What of the address could not be used. */
  dropped: readonly string[];
  notes: Note[];
  overwritten: Overwritten[];
  edit: (made: Edit) => void;
  addGroup: () => void;
  removeGroup: (id: string) => void;
  /** Puts another calculation in place of the one shown. It can be taken back. */
  replace: (next: SampleSize, said: string) => void;
  undo: (noteId: string) => void;
  backToOwn: () => void;
  closeOverwritten: () => void;
  startOver: () => void;
}

const isOurs = (state: unknown): boolean => typeof state === 'object' && state !== null && 'writtenHere' in state;
const isEmpty = (calculation: SampleSize): boolean => writeSampleCode(calculation) === '';

/**
 * The calculation on this device, held in the address as well. A link that says something else is shown without touching what the
 * device keeps; with the first change it takes its place, and that can be undone.
 */
export function useSampleSize(): OpenCalculation {
  const history = useHistory();
  const location = useLocation();
  const [store, setStore] = useState(() => openRow(KEPT_AS, parseKept));
  const {isRead, value, keeping} = useSyncExternalStore(store.subscribe, store.get, store.get);
  const [isUnreadable, setUnreadable] = useState(false);
  const [linked, setLinked] = useState<FromAddress | null>(null);
  const [isAddressRead, setAddressRead] = useState(false);
  const [dropped, setDropped] = useState<readonly string[]>([]);
  const [happened, setHappened] = useState<Happened[]>([]);
  const [overwritten, setOverwritten] = useState<Overwritten[]>([]);

  const seed = useCallback(async (force: boolean): Promise<void> => {
    const {value: isBad} = await changeRow(KEPT_AS, (row) => (row === null || force ? {row: {owner: null, value: EMPTY}, value: false} : {row, value: parseKept(row.value) === null}));
    setUnreadable(isBad);
    // Opened anew, because a row made by this page is news that only other tabs are told.
    if (!isBad) setStore(openRow(KEPT_AS, parseKept));
  }, []);
  useEffect(() => {
    if (isRead && value === null) void seed(false);
  }, [isRead, value, seed]);

  useEffect(() => {
    setAddressRead(true);
    const writtenHere = isOurs(location.state);
    if (writtenHere && history.action !== 'POP') return;
    const {calculation, dropped: lost} = readSampleCode(location.search);
    setDropped(lost);
    setLinked(isEmpty(calculation) ? null : {calculation, writtenHere});
  }, [history, location]);
  // After a reload the address says what the device keeps, or, when somebody reloads while they type, something older.
  const isOwn = linked !== null && value !== null && (writeSampleCode(linked.calculation) === writeSampleCode(value) || (linked.writtenHere && !isEmpty(value)));
  const fromLink = isOwn ? null : linked;
  useEffect(() => {
    if (isOwn) setLinked(null);
  }, [isOwn]);

  const shown = isAddressRead && value !== null ? fromLink?.calculation ?? value : null;
  const code = shown === null || fromLink ? null : writeSampleCode(shown);
  useEffect(() => {
    if (code === null || new URLSearchParams(location.search).toString() === code) return undefined;
    const timer = setTimeout(() => {
      // On the way to another page, the address is no longer this page's to write.
      if (history.location.pathname === location.pathname) history.replace({search: code === '' ? '' : `?${code}`, hash: location.hash, state: OURS});
    }, PAUSE);
    return () => clearTimeout(timer);
  }, [code, history, location]);

  const tell = (said: string, before: SampleSize): void => setHappened((all) => [{id: newRecordId(), said, before}, ...all]);
  const put = async (make: (stored: SampleSize) => SampleSize): Promise<SampleSize | null> => {
    const done = store.change((stored) => ({value: make(stored), said: stored}));
    setLinked(null);
    return done;
  };
  const replace = async (make: (stored: SampleSize) => SampleSize, said: string): Promise<void> => {
    const before = await put(make);
    if (before) tell(said, before);
  };
  /** Takes a change to what is shown; from a link, the whole of it goes to the device first. */
  const takeOver = async (next: SampleSize): Promise<void> => {
    const before = await put(() => next);
    if (before && !isEmpty(before)) tell('The calculation from the link now stands in place of the one that you had here.', before);
  };
  const edit = async (made: Edit): Promise<void> => {
    if (fromLink) return takeOver(applyEdit(fromLink.calculation, made).calculation);
    const lost = await store.change((stored) => {
      const {calculation, overwritten: text} = applyEdit(stored, made);
      return {value: calculation, said: text};
    });
    if (lost !== null) setOverwritten((before) => [...before, {box: boxOf(made), text: lost}]);
  };
  const undo = async (noteId: string): Promise<void> => {
    const note = happened.find(({id}) => id === noteId);
    if (!note) return;
    const before = await put(() => note.before);
    // Taking back can be taken back too.
    if (before) setHappened((all) => all.map((each) => (each.id === noteId ? {...each, said: 'Your figures are back as they were.', before} : each)));
  };

  return {
    calculation: shown, keeping, isUnreadable, isLinked: fromLink !== null, hasOwn: value !== null && !isEmpty(value), dropped, overwritten,
    notes: happened.map(({id, said}) => ({id, said, canUndo: true})),
    edit: (made) => void edit(made),
    addGroup: () => {
      const id = newRecordId();
      if (fromLink) void takeOver(addGroup(fromLink.calculation, id));
      else void put((stored) => addGroup(stored, id));
    },
    removeGroup: (id) => {
      if (fromLink) void takeOver(removeGroup(fromLink.calculation, id));
      else void replace((stored) => removeGroup(stored, id), 'The group is removed.');
    },
    replace: (next, said) => void replace(() => next, said),
    undo: (noteId) => void undo(noteId),
    backToOwn: () => setLinked(null),
    closeOverwritten: () => setOverwritten([]),
    startOver: () => void seed(true),
  };
}

const BOXES: Record<Edit['field'], string> = {
  name: 'Name', way: 'How people come to answer', population: 'People in all', answers: 'Answers', share: 'Share who say yes', confidence: 'Confidence',
  margin: 'Margin you want', response: 'Answers to the first invitation', reminders: 'Reminders', reminded: 'Answers to each reminder',
  groupMargin: 'Margin for each group', size: 'People in a group',
};
const boxOf = (edit: Edit): string => ('group' in edit && edit.field !== 'size' ? `${BOXES[edit.field]}, of a group` : BOXES[edit.field]);
