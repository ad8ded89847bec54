import {useCallback, useEffect, useState} from 'react';
import type {ReactNode} from 'react';
import {handIn, isShownTo, keepAnswer, keepDraft, listAttempts, newAttempt, readAttempt} from '#browser/attempts.ts';
import type {StoredAttempt} from '#browser/attempts.ts';
import {random} from '#browser/clock.ts';
import {getPersonId} from '#browser/session.ts';
import {useSession} from '@theme/useSession';
import {PracticePreview, PracticeQuiz} from '#components/quiz/PracticeQuiz.tsx';
import {drawItems} from '#core/quizzes/attempt.ts';
import type {Responses} from '#core/quizzes/attempt.ts';
import {toPublicQuiz} from '#core/quizzes/quiz.ts';
import type {Quiz as QuizValue} from '#core/quizzes/quiz.ts';
import ReportQuestion from '@theme/PagePoint/Question';
import RecordStatus from './RecordStatus.tsx';

const begin = (quiz: QuizValue): StoredAttempt =>
  ({attempt: newAttempt({quiz, drawn: drawItems(toPublicQuiz(quiz), random), drawnBy: 'device', owner: getPersonId()}), responses: {}, result: null});

/** The attempt to go on with: one under way, or the last one if the quiz has not changed since; otherwise a new one. */
async function find(quiz: QuizValue): Promise<StoredAttempt> {
  const [latest] = await listAttempts(getPersonId(), quiz.id);
  return latest && (!latest.attempt.handedInAt || latest.attempt.quizVersion === quiz.version) ? latest : begin(quiz);
}

/** `<Quiz id="..." />` in a lesson. The build adds `quiz`, the practice quiz of that id. */
export default function Quiz({quiz}: {id: string; quiz: QuizValue}): ReactNode {
  const {state} = useSession();
  const personId = getPersonId();
  const [stored, setStored] = useState<StoredAttempt | null>(null);

  useEffect(() => {
    let current = true;
    // Somebody else signed in: an attempt that is not theirs leaves the screen. When a session ends, what is open stays open.
    void find(quiz).then((found) => {
      if (current) setStored((shown) => (shown && (getPersonId() === null || isShownTo(shown.attempt, getPersonId())) ? shown : found));
    });
    return () => { current = false; };
  }, [quiz, personId, state]);

  const attempt = stored?.attempt;
  const refresh = useCallback(async (): Promise<Responses> => {
    const kept = attempt && await readAttempt(attempt.id);
    if (kept) setStored(kept);
    return kept?.responses ?? {};
  }, [attempt]);
  const onHandIn = useCallback(async (responses: Responses): Promise<Responses> => {
    if (!attempt) return responses;
    const done = await handIn(attempt, responses, getPersonId());
    await refresh();
    return done.responses;
  }, [attempt, refresh]);

  if (!stored || !attempt) return <PracticePreview quiz={quiz} />;
  return (
    <PracticeQuiz
      key={attempt.id}
      quiz={attempt.quiz as QuizValue}
      attempt={attempt}
      responses={stored.responses}
      index={attempt.index}
      handedIn={attempt.handedInAt !== null}
      status={attempt.handedInAt ? <RecordStatus stored={stored} /> : null}
      drafted={attempt.draft ?? null}
      onDraft={(itemId, response) => void keepDraft(attempt, itemId, response)}
      onAnswer={(itemId, response, index) => void keepAnswer({...attempt, index}, itemId, response)}
      onHandIn={onHandIn}
      onAgain={() => setStored(begin(quiz))}
      report={({id, version}) => <ReportQuestion id={id} version={version} />}
    />
  );
}
