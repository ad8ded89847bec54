import {useCallback} from 'react';
import type {ReactNode} from 'react';
import {handIn, keepAnswer, keepDraft, readAttempt} from '#browser/attempts.ts';
import type {StoredAttempt} from '#browser/attempts.ts';
import {getPersonId} from '#browser/session.ts';
import {PracticeQuiz} from '#components/quiz/PracticeQuiz.tsx';
import type {Responses} from '#core/quizzes/attempt.ts';
import type {Quiz} from '#core/quizzes/quiz.ts';

interface Props {
  stored: StoredAttempt;
  /** Stands below the question: the result once all are answered. */
  status: ReactNode;
  /** Called with the attempt as it is kept, when it has been handed in. */
  onHandedIn: (stored: StoredAttempt) => void;
  onAgain: () => void;
}

/** Introduces the questions of a refresher to the device's storage. */
export default function Questions({stored, status, onHandedIn, onAgain}: Props): ReactNode {
  const {attempt} = stored;
  const onHandIn = useCallback(async (responses: Responses): Promise<Responses> => {
    const done = await handIn(attempt, responses, getPersonId());
    const kept = await readAttempt(attempt.id);
    if (kept) onHandedIn(kept);
    return done.responses;
  }, [attempt, onHandedIn]);
  return (
    <PracticeQuiz
      key={attempt.id}
      quiz={attempt.quiz as Quiz}
      attempt={attempt}
      responses={stored.responses}
      index={attempt.index}
      handedIn={attempt.handedInAt !== null}
      status={status}
      drafted={attempt.draft ?? null}
      onDraft={(itemId, response) => void keepDraft(attempt, itemId, response)}
      onAnswer={(itemId, response, index) => void keepAnswer({...attempt, index}, itemId, response)}
      onHandIn={onHandIn}
      onAgain={onAgain}
    />
  );
}
