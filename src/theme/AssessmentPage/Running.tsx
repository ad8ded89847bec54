import {useCallback, useEffect, useRef, useState} from 'react';
import type {ReactNode} from 'react';
import {attemptAsJson, handIn, keepAnswer, keepPlace, readAttempt} from '#browser/attempts.ts';
import type {StoredAttempt} from '#browser/attempts.ts';
import {onAnnouncement} from '#browser/changes.ts';
import {getKeeping} from '#browser/database.ts';
import type {Keeping} from '#browser/database.ts';
import {makeOwnAnswers} from '#browser/ownAnswers.ts';
import {saveFile} from '#browser/saveFile.ts';
import {shareOpenAttempt} from '#browser/openAttempts.ts';
import type {Shared} from '#browser/openAttempts.ts';
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

/** A pause in answering after which the answers are sent, so that a hurried learner sends one request and not ten. */
const PAUSE_MS = 1_500;
const LAST_WAIT_MS = 3_000;

/** Introduces a running assessment to the device's storage and to the other tabs. */
export default function Running({stored, onRun, onHandedIn, onMoved}: Props): ReactNode {
  const {attempt} = stored;
  const [keeping, setKeeping] = useState<Keeping | 'nothing' | 'saving'>(() => (getKeeping() !== 'kept' ? getKeeping() : Object.keys(stored.responses).length > 0 ? 'kept' : 'nothing'));

  const [shared, setShared] = useState<Shared>(stored.attempt.synced ? 'shared' : 'here');
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const share = useCallback((wait: number) => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void shareOpenAttempt(attempt.id).then(setShared), wait);
  }, [attempt.id]);
  // Sent once when it opens: somebody who signed in half-way has answers that no other device knows.
  useEffect(() => {
    share(0);
    return () => clearTimeout(timer.current);
  }, [share]);

  const onPlace = useCallback((index: number) => {
    onMoved();
    void keepPlace(attempt.id, index);
    share(PAUSE_MS);
  }, [attempt.id, onMoved, share]);
  const onHandIn = useCallback(async (responses: Responses) => {
    onHandedIn(attempt.id);
    clearTimeout(timer.current);
    // Answers given on another device meanwhile belong into the record; a slow network must not hold it up.
    await Promise.race([shareOpenAttempt(attempt.id), new Promise((resolve) => { setTimeout(resolve, LAST_WAIT_MS); })]);
    return (await handIn(attempt, responses, getPersonId())).responses;
  }, [attempt, onHandedIn]);
  useEffect(() => onRun(attempt.id), [attempt.id, onRun]);
  const own = useRef(makeOwnAnswers());
  const listen = useCallback((tell: (event: StorageEvent) => void) => {
    const read = async (): Promise<void> => {
      const onlyOlder = own.current.startReading();
      const kept = await readAttempt(attempt.id);
      if (!kept) return;
      if (kept.attempt.handedInAt) tell({type: 'attempt.closed', responses: kept.responses});
      else tell({type: 'answers.synced', responses: onlyOlder(kept.responses)});
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
        <>
        <KeepingStatus
          state={keeping}
          onExported={() => void readAttempt(attempt.id).then((kept) => saveFile(`askwell-${attempt.quizId}.json`, attemptAsJson(attempt, kept?.responses ?? {})))}
        />
        {shared === 'shared' ? <p className="aw-hint">A copy is on your record, so you can go on on another device.</p> : null}
        </>
      )}
      onAnswer={(itemId, response, index) => {
        setKeeping((before) => (before === 'full' || before === 'blocked' ? before : 'saving'));
        own.current.given(itemId);
        void keepAnswer({...attempt, index}, itemId, response).then((done) => {
          own.current.stored(itemId);
          setKeeping(done.keeping);
          share(PAUSE_MS);
        });
      }}
      onPlace={onPlace}
      onHandIn={onHandIn}
      listen={listen}
    />
  );
}
