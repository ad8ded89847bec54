import {useEffect, useState} from 'react';
import type {ComponentProps} from 'react';
import {addToDevice, lookAhead, readChosenFile, readDevice} from '#browser/wholeDevice.ts';
import {getPersonId} from '#browser/session.ts';
import type {LoadFile, Preview, Wishes} from '#components/myLearning/LoadFile.tsx';
import {countRows} from '#core/records/deviceKinds.ts';
import type {Tally} from '#core/records/mergeDevice.ts';
import type {DeviceRows} from '#core/records/wholeDevice.ts';
import {writeDayOf} from '#core/records/londonDay.ts';

/** What a download would hold, in words with counts. Read again when `news` changes; null before the first reading. */
export function useInside(news: unknown): {what: string; count: number}[] | null {
  const [inside, setInside] = useState<{what: string; count: number}[] | null>(null);
  useEffect(() => {
    let current = true;
    void readDevice(getPersonId()).then((rows) => { if (current) setInside(countRows(rows)); });
    return () => { current = false; };
  }, [news]);
  return inside;
}

const NOTHING: Wishes = {asNobodys: false, replace: false};
const FAULTS = {
  full: 'This browser has no room for what is in the file. Free some room on this device, then add it again. Nothing on this device has changed.',
  blocked: 'This browser did not let us keep anything. Close the other tabs of this site, or leave private browsing, then try again. Nothing on this device has changed.',
} as const;

interface Chosen {
  rows: DeviceRows;
  savedAt: string;
  unshown: number;
  tallies: Tally[];
  others: number;
}

/** Loading a file: what was chosen, what it would add, and what it did. */
export function useLoading(): ComponentProps<typeof LoadFile> {
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const [wishes, setWishes] = useState(NOTHING);
  const [fault, setFault] = useState('');
  const [added, setAdded] = useState<readonly Tally[] | null>(null);
  const [busy, setBusy] = useState(false);
  const show = async (file: Pick<Chosen, 'rows' | 'savedAt' | 'unshown'>, next: Wishes): Promise<void> => {
    const ahead = await lookAhead(file.rows, next);
    setWishes(next);
    setChosen({...file, ...ahead});
  };
  const choose = async (file: File): Promise<void> => {
    setChosen(null);
    setAdded(null);
    setFault('');
    const read = await readChosenFile(file);
    if (read.ok) await show(read, NOTHING);
    else setFault(read.sentence);
  };
  const add = async (): Promise<void> => {
    if (!chosen || busy) return;
    setBusy(true);
    setFault('');
    const done = await addToDevice(chosen.rows, wishes);
    setBusy(false);
    if (done.kind !== 'added') return setFault(FAULTS[done.kind]);
    setChosen(null);
    setAdded(done.tallies);
  };
  const preview: Preview | null = chosen && {savedOn: writeDayOf(chosen.savedAt), tallies: chosen.tallies, others: chosen.others, unshown: chosen.unshown};
  return {
    fault, preview, wishes, added, busy,
    onFileChosen: (file) => void choose(file),
    onWished: (next) => { if (chosen) void show(chosen, next); },
    onAdded: () => void add(),
    onLeft: () => setChosen(null),
  };
}
