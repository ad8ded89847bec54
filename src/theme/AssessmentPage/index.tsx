import {useCallback, useEffect, useRef, useState} from 'react';
import type {ReactNode} from 'react';
import Link from '@docusaurus/Link';
import Layout from '@theme/Layout';
import {listAttempts} from '#browser/attempts.ts';
import type {StoredAttempt} from '#browser/attempts.ts';
import {now} from '#browser/clock.ts';
import {getPersonId} from '#browser/session.ts';
import {fetchOpenAttempts} from '#browser/openAttempts.ts';
import {useSession} from '@theme/useSession';
import {AssessmentIntro} from '#components/quiz/AssessmentIntro.tsx';
import type {Course} from '#core/courses/course.ts';
import {mayStart, toSentence, toTerms} from '#core/quizzes/attemptRule.ts';
import type {PublicQuiz} from '#core/quizzes/quiz.ts';
import {useFacts} from '@theme/useFacts';
import HandedIn from './HandedIn.tsx';
import Running from './Running.tsx';
import {NO_SERVICE, startAttempt} from './startAttempt.ts';

const ASKING_PATIENCE_MS = 4_000;

/** The assessment of a course: before it, under way, and handed in. */
export default function AssessmentPage({course, quiz}: {course: Course; quiz: PublicQuiz}): ReactNode {
  const [started, setStarted] = useState<StoredAttempt | null>(null);
  const [starting, setStarting] = useState(false);
  const [closed, setClosed] = useState<string | null>(null);
  const [ran, setRan] = useState<string | null>(null);
  const {isRead, stored, others, attempts, training} = useFacts(ran);
  const [hasMoved, setHasMoved] = useState(false);
  const onMoved = useCallback(() => setHasMoved(true), []);
  const [handedIn, setHandedIn] = useState<string | null>(null);

  const latest = stored.find(({attempt}) => attempt.quizId === quiz.id);
  // What was started just now is shown at once; storage catches up.
  const shown = started && (!latest || latest.attempt.id < started.attempt.id) ? started : latest;
  const {person, state} = useSession();
  const asked = useRef<Promise<void>>(Promise.resolve());
  const personId = person?.id;
  useEffect(() => {
    if (personId) asked.current = fetchOpenAttempts(quiz.id);
  }, [personId, quiz.id]);
  const earlier = attempts.filter(({quizId}) => quizId === quiz.id);
  const decision = mayStart(quiz.attempts, earlier, now());
  const refusal = decision.may ? null : toSentence(decision);

  const isComing = shown !== undefined && Object.keys(shown.responses).length > 0 && !started && !hasMoved;

  const start = async (): Promise<void> => {
    setStarting(true);
    setClosed(null);
    // One that is under way on another device may be on its way to this one.
    await Promise.race([asked.current, new Promise((resolve) => { setTimeout(resolve, ASKING_PATIENCE_MS); })]);
    const underWay = (await listAttempts(getPersonId(), quiz.id)).find(({attempt}) => !attempt.handedInAt);
    const outcome = underWay ? {stored: underWay} : await startAttempt(quiz);
    setStarting(false);
    if ('closed' in outcome) setClosed(outcome.closed);
    else setStarted(outcome.stored);
  };

  const body = (): ReactNode => {
    if (shown && !shown.attempt.handedInAt) {
      return (
        <>
          {isComing ? <p>You left this assessment half-way. You go on at the question you had open last.</p> : null}
          {shown.attempt.drawnBy === 'device' ? (
            <p className="aw-hint">The record service could not be reached, so your questions were drawn on this device. Your record will say so.</p>
          ) : null}
          <Running key={shown.attempt.id} stored={shown} onRun={setRan} onHandedIn={setHandedIn} onMoved={onMoved} />
        </>
      );
    }
    if (shown) {
      const {id} = shown.attempt;
      return (
        <>
          <HandedIn course={course} stored={shown} facts={attempts} training={training} isNew={ran === id} byOtherTab={ran === id && handedIn !== id} refusal={refusal} terms={toTerms(quiz.attempts)} onAgain={() => void start()} />
          {starting ? <p role="status">Drawing your questions.</p> : null}
          {closed ? <p className="aw-panel" role="alert">{closed}</p> : null}
        </>
      );
    }
    return (
      <>
        {others.includes(quiz.id) ? (
          <p className="aw-panel">
            Somebody who was signed in on this device has begun this assessment. If it was you, <Link to={`/sign-in/?next=/learn/${course.id}/assessment/`}>sign in</Link> to go on with it.
          </p>
        ) : null}
        <AssessmentIntro quiz={quiz} loading={!isRead} starting={starting} closed={closed ?? refusal ?? (state === 'no-service' ? NO_SERVICE : null)} onStarted={() => void start()} />
      </>
    );
  };

  return (
    <Layout title={`Assessment: ${course.title}`} description={`The assessment that ends the course ${course.title}.`}>
      <main className="aw-page">
        <p><Link to={`/learn/${course.id}/`}>{course.title}</Link></p>
        <h1>Assessment</h1>
        {body()}
      </main>
    </Layout>
  );
}
