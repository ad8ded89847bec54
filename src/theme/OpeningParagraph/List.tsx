import {useEffect, useState} from 'react';
import type {ReactNode, RefObject} from 'react';
import {useSession} from '@theme/useSession';
import {isShownTo} from '#browser/attempts.ts';
import {watchRows} from '#browser/kept.ts';
import {getPersonId} from '#browser/session.ts';
import {DraftList} from '#components/openingParagraph/DraftList.tsx';
import {countInWords} from '#components/openingParagraph/WarningList.tsx';
import {draftHref, draftsIn, KEPT_UNDER, nameOf} from '#core/planning/openingParagraph.ts';
import type {KeptDraft, OpeningParagraph} from '#core/planning/openingParagraph.ts';
import {fromJson, LONGEST_FILE} from '#core/planning/openingParagraphFile.ts';
import {warningsOf} from '#core/planning/openingParagraphWarnings.ts';
import {writeDayOf} from '#core/records/londonDay.ts';
import {useFocusOnMove} from '../useFocusOnMove.ts';
import {siteLink} from '../siteLink.tsx';

interface Props {
  /** The day in London, as 2027-05-28. */
  today: string;
  /** Rises when something here changed what is kept. */
  version: number;
  lastShown: RefObject<string | null>;
  notes: ReactNode;
  onStarted: (name: string) => void;
  onExampleLoaded: () => void;
  onLoaded: (draft: OpeningParagraph) => void;
}

/** Introduces the list of drafts to the device's storage and to the person signed in. */
export default function List({today, version, lastShown, notes, onStarted, onExampleLoaded, onLoaded}: Props): ReactNode {
  useSession();
  const [kept, setKept] = useState<KeptDraft[]>([]);
  useEffect(() => watchRows(KEPT_UNDER, (rows) => setKept(draftsIn(rows))), [version]);
  const [fileFault, setFileFault] = useState('');
  const headingRef = useFocusOnMove(`list ${version}`, lastShown);
  const personId = getPersonId();
  const shown = kept.filter((row) => isShownTo(row, personId));

  const load = async (file: File): Promise<void> => {
    setFileFault('');
    // A letter takes at most four bytes. A film chosen by mistake must not be read first.
    const read = file.size > LONGEST_FILE * 4 ? 'x'.repeat(LONGEST_FILE + 1) : await file.text().catch(() => null);
    if (read === null) return setFileFault('Your browser could not read this file. Check that it is still where it was, and choose it again.');
    const loaded = fromJson(read);
    if (loaded.ok) onLoaded(loaded.draft);
    else setFileFault(loaded.sentence);
  };

  return (
    <DraftList
      items={shown.map(({id, value, changedAt}) => ({id, name: nameOf(value), href: draftHref(id), left: countInWords(warningsOf(value, today)), changedOn: writeDayOf(changedAt)}))}
      others={personId === null ? kept.length - shown.length : 0} signInHref={`/sign-in/?next=${encodeURIComponent(draftHref())}`}
      headingRef={headingRef} note={notes} fileFault={fileFault} linkTo={siteLink}
      onStarted={onStarted} onExampleLoaded={onExampleLoaded} onFileChosen={(file) => void load(file)}
    />
  );
}
