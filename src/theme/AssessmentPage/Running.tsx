import {useCallback, useEffect, useState} from 'react';
import type {ReactNode} from 'react';
import {attemptAsJson, handIn, keepAnswer, keepPlace, readAttempt} from '#browser/attempts.ts';
import type {StoredAttempt} from '#browser/attempts.ts';
import {onAnnouncement} from '#browser/changes.ts';
import {getKeeping} from '#browser/database.ts';
import type {Keeping} from '#browser/database.ts';
import {saveFile} from '#browser/saveFile.ts';
import {getPersonId} from '#browser/session.ts';
import {AssessmentRun} from '#components/quiz/AssessmentRun.tsx';
import type {StorageEvent} from '#components/quiz/AssessmentRun.tsx';
import {KeepingStatus} from '#components/keeping/KeepingStatus.tsx';
import type {Responses} from '#core/quizzes/attempt.ts';

interface Props {
  stored: StoredAttempt;
  /** Called when the attempt is open for answers here, and when it is handed in here. */
  onRun: (attemptId: string) => void;
  onHandedIn: (attemptId: string) => void;
  /** Called when another question is opened. */
  onMoved: () => void;
}

/** Introduces a running assessment to the device's storage and to the other tabs. */
export default function Running({stored, onRun, onHandedIn, onMoved}: Props): ReactNode {
  const {attempt} = stored;
  const [keeping, setKeeping] = useState<Keeping | 'nothing' | 'saving'>(() => (getKeeping() !== 'kept' ? getKeeping() : Object.keys(stored.responses).length > 0 ? 'kept' : 'nothing'));

  const onPlace = useCallback((index: number) => {
    onMoved();
    void keepPlace(attempt.id, index);
  }, [attempt.id, onMoved]);
  const onHandIn = useCallback(async (responses: Responses) => {
    onHandedIn(attempt.id);
    return (await handIn(attempt, responses, getPersonId())).responses;
  }, [attempt, onHandedIn]);
  useEffect(() => onRun(attempt.id), [attempt.id, onRun]);
  const listen = useCallback((tell: (event: StorageEvent) => void) => {
    const read = async (): Promise<void> => {
      const kept = await readAttempt(attempt.id);
      if (kept) tell({type: kept.attempt.handedInAt ? 'attempt.closed' : 'answers.synced', responses: kept.responses});
    };
    const stop = onAnnouncement((announcement) => {
      if (announcement.kind !== 'outbox' && announcement.attemptId === attempt.id) void read();
    });
    // A page brought back from the browser's memory has heard nothing meanwhile.
    const onShown = (event: PageTransitionEvent): void => { if (event.persisted) void read(); };
    window.addEventListener('pageshow', onShown);
    return () => {
      stop();
      window.removeEventListener('pageshow', onShown);
    };
  }, [attempt.id]);

  return (
    <AssessmentRun
      key={attempt.id}
      quiz={attempt.quiz}
      attempt={attempt}
      responses={stored.responses}
      index={attempt.index}
      status={(
        <KeepingStatus
          state={keeping}
          onExported={() => void readAttempt(attempt.id).then((kept) => saveFile(`askwell-${attempt.quizId}.json`, attemptAsJson(attempt, kept?.responses ?? {})))}
        />
      )}
      onAnswer={(itemId, response, index) => {
        setKeeping((before) => (before === 'full' || before === 'blocked' ? before : 'saving'));
        void keepAnswer({...attempt, index}, itemId, response).then((done) => setKeeping(done.keeping));
      }}
      onPlace={onPlace}
      onHandIn={onHandIn}
      listen={listen}
    />
  );
}
