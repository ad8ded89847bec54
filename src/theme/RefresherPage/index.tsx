import {useCallback, useEffect, useRef, useState} from 'react';
import type {ReactNode} from 'react';
import Link from '@docusaurus/Link';
import Layout from '@theme/Layout';
import {isShownTo, listAttempts, newAttempt, seenIn} from '#browser/attempts.ts';
import type {StoredAttempt} from '#browser/attempts.ts';
import {random} from '#browser/clock.ts';
import {saveDueCalendar} from '#browser/reminders.ts';
import {getPersonId} from '#browser/session.ts';
import {DueDates} from '#components/learn/DueDates.tsx';
import {RefresherResult} from '#components/learn/RefresherResult.tsx';
import {RefresherStanding} from '#components/learn/RefresherStanding.tsx';
import type {Course} from '#core/courses/course.ts';
import {standingOf} from '#core/courses/due.ts';
import {REFRESHER_LENGTH} from '#core/courses/dueWords.ts';
import {drawItems, markAttempt} from '#core/quizzes/attempt.ts';
import {toPublicQuiz} from '#core/quizzes/quiz.ts';
import type {Quiz} from '#core/quizzes/quiz.ts';
import {siteLink} from '@theme/siteLink';
import {useDue} from '@theme/useDue';
import RecordStatus from '../Quiz/RecordStatus.tsx';
import Questions from './Questions.tsx';

/** A new attempt whose questions have not come up in earlier refreshers on this device, as far as there are any left. */
async function begin(quiz: Quiz): Promise<StoredAttempt> {
  const owner = getPersonId();
  const seen = seenIn(await listAttempts(owner, quiz.id), quiz.id);
  return {attempt: newAttempt({quiz, drawn: drawItems(toPublicQuiz(quiz), random, seen), drawnBy: 'device', owner}), responses: {}, result: null};
}

/** The refresher of a course: a few questions, told at once, as often as people like. */
export default function RefresherPage({course, quiz}: {course: Course; quiz: Quiz}): ReactNode {
  const {isKnown, facts, today, held, coming} = useDue();
  const [stored, setStored] = useState<StoredAttempt | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const hasStarted = useRef(false);
  const personId = getPersonId();
  const attemptId = stored?.attempt.id;
  const underWay = facts.stored.find(({attempt}) => attempt.quizId === quiz.id && attempt.handedInAt === null);

  useEffect(() => {
    // Somebody else signed in: an attempt that is not theirs leaves the screen.
    setStored((shown) => (shown && personId !== null && !isShownTo(shown.attempt, personId) ? null : shown));
  }, [personId]);
  useEffect(() => {
    if (attemptId !== undefined && hasStarted.current) heading.current?.focus();
  }, [attemptId]);
  const start = useCallback(async (): Promise<void> => {
    const begun = await begin(quiz);
    hasStarted.current = true;
    setStored(begun);
  }, [quiz]);

  const shown = stored ?? underWay ?? null;
  const mine = held.find(({courseId}) => courseId === course.id);
  const dates = coming.filter(({courseId}) => courseId === course.id);
  const standing = isKnown && mine ? standingOf(course, mine, facts.attempts, today) : null;
  const result = (done: StoredAttempt): ReactNode => (
    <>
      <RefresherResult course={course} quiz={done.attempt.quiz as Quiz} marked={markAttempt(done.attempt.quiz as Quiz, done.attempt.drawn, done.responses)} linkTo={siteLink}>
        <RefresherStanding course={course} isKnown={isKnown} standing={standing} isDone linkTo={siteLink} />
      </RefresherResult>
      <RecordStatus stored={done} />
    </>
  );
  return (
    <Layout title={`Refresher: ${course.title}`} description={`A few questions that bring back what the course ${course.title} teaches.`}>
      <main className="aw-page">
        <p><Link to={`/learn/${course.id}/`}>{course.title}</Link></p>
        <h1>Refresher</h1>
        {shown ? (
          <section aria-labelledby="questions">
            <h2 id="questions" ref={heading} tabIndex={-1}>Your questions</h2>
            {stored ? null : <p>You left this refresher half-way. You go on where you stopped.</p>}
            <Questions
              stored={shown} status={shown.attempt.handedInAt === null ? null : result(shown)} onHandedIn={setStored} onAgain={() => void start()}
            />
          </section>
        ) : (
          <>
            <p className="aw-lede">{REFRESHER_LENGTH}, drawn from the lessons. You are told at once how you did, and why.</p>
            <p>Bringing things back to mind keeps them there better than reading them again. There is no pass mark, and you can do this at any time.</p>
            <RefresherStanding course={course} isKnown={isKnown} standing={standing} isDone={false} linkTo={siteLink} />
            <p><button type="button" className="aw-button" onClick={() => void start()}>Start the refresher</button></p>
            <noscript><p>The questions need JavaScript. The lessons can be read without it.</p></noscript>
          </>
        )}
        <DueDates coming={dates} linkTo={siteLink} onSaved={() => saveDueCalendar(dates)} />
      </main>
    </Layout>
  );
}
