import {useCallback, useState} from 'react';
import type {ReactNode} from 'react';
import Link from '@docusaurus/Link';
import {keepAttempt} from '#browser/attempts.ts';
import type {StoredAttempt} from '#browser/attempts.ts';
import {getPersonId} from '#browser/session.ts';
import {isSkillsCheck, newSkillsCheck} from '#browser/skillsCheck.ts';
import {SkillsCheckIntro} from '#components/learn/SkillsCheckIntro.tsx';
import type {Course} from '#core/courses/course.ts';
import {SKILLS_CHECK_QUESTIONS} from '#core/courses/derivedQuizzes.ts';
import type {Framework} from '#core/courses/framework.ts';
import type {CheckLesson} from '#core/courses/skillsCheck.ts';
import type {Quiz} from '#core/quizzes/quiz.ts';
import {useFacts} from '@theme/useFacts';
import Path from './Path.tsx';
import Running from './Running.tsx';

interface Props {
  quiz: Quiz;
  lessons: CheckLesson[];
  courses: Course[];
  framework: Framework;
}

/** The skills check: before it, under way, and the path that comes of it. */
export default function SkillsCheck({quiz, lessons, courses, framework}: Props): ReactNode {
  /** The check begun or gone on with here. */
  const [started, setStarted] = useState<StoredAttempt | null>(null);
  const [openHere, setOpenHere] = useState<string | null>(null);
  const {isRead, stored, others, attempts, training} = useFacts(openHere);

  const latest = stored.find(({attempt}) => isSkillsCheck(attempt));
  // What was started just now is shown at once; storage catches up.
  const shown = started && (!latest || latest.attempt.id < started.attempt.id) ? started : latest;
  const row = shown && isSkillsCheck(shown.attempt) ? shown.attempt : null;
  const start = (): void => {
    const attempt = newSkillsCheck(quiz, lessons, stored, getPersonId());
    setStarted({attempt, responses: {}, result: null});
    setOpenHere(attempt.id);
    void keepAttempt(attempt);
  };

  const rowId = row?.id ?? null;
  const onMoved = useCallback(() => setOpenHere(rowId), [rowId]);

  if (shown && row && !row.handedInAt) {
    return (
      <>
        {row.index > 0 && openHere !== row.id ? <p>You left the check half-way. You go on at the question you had open.</p> : null}
        <Running key={row.id} row={row} responses={shown.responses} isNew={openHere === row.id} onMoved={onMoved} />
      </>
    );
  }
  if (shown && row) return <Path key={row.id} row={row} stored={shown} courses={courses} framework={framework} facts={attempts} training={training} isNew={openHere === row.id} onAgain={start} />;
  return (
    <>
      {others.includes(quiz.id) ? (
        <p className="aw-panel">
          Somebody who was signed in on this device has taken or begun the check. If it was you, <Link to="/sign-in/?next=/learn/skills-check/">sign in</Link> to see it.
        </p>
      ) : null}
      <SkillsCheckIntro loading={!isRead} courses={new Set(lessons.map(({courseId}) => courseId)).size} most={SKILLS_CHECK_QUESTIONS} onStarted={start} />
    </>
  );
}
