import {useState} from 'react';
import type {ReactNode, RefObject} from 'react';
import {useSession} from '@theme/useSession';
import {isShownTo} from '#browser/attempts.ts';
import {getPersonId} from '#browser/session.ts';
import {AssessmentList} from '#components/practiceCode/AssessmentList.tsx';
import type {PracticeCode} from '#core/planning/practiceCode.ts';
import {assessmentHref} from '#core/planning/keptAssessments.ts';
import {nameOf, summarise} from '#core/planning/selfAssessment.ts';
import type {SelfAssessment} from '#core/planning/selfAssessment.ts';
import {fromJson, LONGEST_FILE} from '#core/planning/selfAssessmentFile.ts';
import {writeDayOf} from '#core/records/londonDay.ts';
import {siteLink} from '../siteLink.tsx';
import {useAssessments} from './useAssessments.ts';
import {useFocusOnMove} from '../useFocusOnMove.ts';

interface Props {
  code: PracticeCode;
  /** Rises when something here changed what is kept. */
  version: number;
  lastShown: RefObject<string | null>;
  notes: ReactNode;
  onStarted: (name: string) => void;
  onLoaded: (assessment: SelfAssessment) => void;
}

/** Introduces the list of self-assessments to the device's storage and to the person signed in. */
export default function List({code, version, lastShown, notes, onStarted, onLoaded}: Props): ReactNode {
  useSession();
  const kept = useAssessments(version);
  const [fileFault, setFileFault] = useState('');
  const headingRef = useFocusOnMove(`list ${version}`, lastShown);
  const personId = getPersonId();
  const shown = (kept ?? []).filter((row) => isShownTo(row, personId));

  const load = async (file: File): Promise<void> => {
    setFileFault('');
    // A letter takes at most four bytes. A film chosen by mistake must not be read first.
    const read = file.size > LONGEST_FILE * 4 ? 'x'.repeat(LONGEST_FILE + 1) : await file.text().catch(() => null);
    if (read === null) return setFileFault('Your browser could not read this file. Check that it is still where it was, and choose it again.');
    const loaded = fromJson(read);
    if (loaded.ok) onLoaded(loaded.assessment);
    else setFileFault(loaded.sentence);
  };

  return (
    <AssessmentList
      items={shown.map(({id, value, changedAt}) => {
        const {answered, total} = summarise(value, code);
        return {id, name: nameOf(value), href: assessmentHref(id), answered, total, changedOn: writeDayOf(changedAt)};
      })}
      others={personId === null ? (kept ?? []).length - shown.length : 0}
      signInHref={`/sign-in/?next=${encodeURIComponent(assessmentHref())}`}
      headingRef={headingRef} note={notes} fileFault={fileFault} linkTo={siteLink}
      onStarted={onStarted} onFileChosen={(file) => void load(file)}
    />
  );
}
