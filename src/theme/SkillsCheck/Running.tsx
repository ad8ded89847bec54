import {useCallback, useState} from 'react';
import type {ReactNode} from 'react';
import {attemptAsJson, handIn, keepDraft, readAttempt} from '#browser/attempts.ts';
import type {StoredAttempt} from '#browser/attempts.ts';
import {onAnnouncement} from '#browser/changes.ts';
import {getKeeping} from '#browser/database.ts';
import type {Keeping} from '#browser/database.ts';
import {saveFile} from '#browser/saveFile.ts';
import {getPersonId} from '#browser/session.ts';
import {keepAsked, keepEnded} from '#browser/skillsCheck.ts';
import type {SkillsCheckRow} from '#browser/skillsCheck.ts';
import {KeepingStatus} from '#components/keeping/KeepingStatus.tsx';
import {SkillsCheckRun} from '#components/learn/SkillsCheckRun.tsx';
import type {CheckStorageEvent} from '#components/learn/SkillsCheckRun.tsx';
import {SKILLS_CHECK_QUESTIONS} from '#core/courses/derivedQuizzes.ts';
import type {Responses} from '#core/quizzes/attempt.ts';
import type {CheckProgress} from '#machines/skillsCheck.ts';

interface Props {
  row: SkillsCheckRow;
  responses: Responses;
  isNew: boolean;
  /** Called when something was done here. */
  onMoved: () => void;
}

/** Introduces a running skills check to the device's storage and to the other tabs. */
export default function Running({row, responses, isNew, onMoved}: Props): ReactNode {
  const [keeping, setKeeping] = useState<Keeping | 'nothing' | 'saving'>(() => (getKeeping() !== 'kept' ? getKeeping() : row.index > 0 ? 'kept' : 'nothing'));
  const {id} = row;

  const onHandIn = useCallback(async ({drawn, responses: given}: CheckProgress) => {
    onMoved();
    const ended = await keepEnded(row, drawn);
    await handIn(ended, given, getPersonId());
  }, [row, onMoved]);
  const listen = useCallback((tell: (event: CheckStorageEvent) => void) => {
    const read = async (): Promise<void> => {
      const kept = await readAttempt(id);
      if (kept?.attempt.handedInAt) tell({type: 'attempt.closed'});
      else if (kept) tell({type: 'check.synced', progress: {drawn: kept.attempt.drawn, index: kept.attempt.index, responses: kept.responses}});
    };
    const stop = onAnnouncement((announcement) => {
      if (announcement.kind !== 'outbox' && announcement.attemptId === id) void read();
    });
    // A page brought back from the browser's memory has heard nothing meanwhile.
    const onShown = (event: PageTransitionEvent): void => { if (event.persisted) void read(); };
    window.addEventListener('pageshow', onShown);
    return () => {
      stop();
      window.removeEventListener('pageshow', onShown);
    };
  }, [id]);
  const exportAnswers = (): void => void readAttempt(id).then((kept: StoredAttempt | null) => saveFile('askwell-skills-check.json', attemptAsJson(kept?.attempt ?? row, kept?.responses ?? responses)));

  return (
    <SkillsCheckRun
      input={{items: row.quiz.items, bank: row.bank, drawn: row.drawn, index: row.index, responses}} most={SKILLS_CHECK_QUESTIONS} isNew={isNew}
      drafted={row.draft ?? null} status={<KeepingStatus state={keeping} onExported={exportAnswers} />}
      onDraft={(itemId, response) => void keepDraft(row, itemId, response)}
      onAsked={({drawn, index}, answered) => {
        onMoved();
        setKeeping((before) => (before === 'full' || before === 'blocked' ? before : 'saving'));
        void keepAsked(row, {drawn, index, ...(answered && {answered})}).then(setKeeping);
      }}
      onHandIn={onHandIn} listen={listen}
    />
  );
}
