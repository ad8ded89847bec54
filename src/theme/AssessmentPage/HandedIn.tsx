import {useEffect, useRef} from 'react';
import type {ReactNode} from 'react';
import Link from '@docusaurus/Link';
import type {StoredAttempt} from '#browser/attempts.ts';
import {AssessmentResult} from '#components/quiz/AssessmentResult.tsx';
import {standingIn} from '#core/courses/completion.ts';
import type {AttemptFact} from '#core/courses/completion.ts';
import type {Course} from '#core/courses/course.ts';
import RecordStatus from '../Quiz/RecordStatus.tsx';

interface Props {
  course: Course;
  stored: StoredAttempt;
  facts: readonly AttemptFact[];
  /** True when it was handed in just now: then the heading takes the focus. */
  isNew: boolean;
  byOtherTab: boolean;
  onAgain: () => void;
}

/** An assessment after it was handed in: where it stands, and once it is marked, the result. */
export default function HandedIn({course, stored, facts, isNew, byOtherTab, onAgain}: Props): ReactNode {
  const {attempt, result: row} = stored;
  const heading = useRef<HTMLHeadingElement>(null);
  const isMarked = row !== null;
  useEffect(() => {
    if (isNew) heading.current?.focus();
  }, [isNew, isMarked]);

  const missed = new Set(row?.result.items.filter((item) => item.outcome !== 'right').map((item) => attempt.quiz.items.find(({id}) => id === item.itemId)?.outcome));
  const readAgain = course.outcomes.filter(({id}) => missed.has(id)).map(({id, text}) => ({
    outcome: text,
    pages: course.lessons.filter((lesson) => lesson.outcomes.includes(id)).map((lesson) => ({title: lesson.title, href: `/learn/${course.id}/${lesson.id}/`})),
  }));
  const standing = standingIn(course, facts);
  return (
    <section aria-labelledby="handed-in">
      <h2 id="handed-in" ref={heading} tabIndex={-1}>{row ? 'Your result' : 'You have handed in your answers'}</h2>
      {byOtherTab ? <p className="aw-panel">You handed this in from another tab or window. Answers given here afterwards are not part of it.</p> : null}
      {row ? null : <p>They are not marked yet. They are marked when they reach the record service, and the result is then shown here.</p>}
      <RecordStatus stored={stored} />
      {row ? (
        <AssessmentResult
          result={row.result}
          quiz={attempt.quiz}
          drawn={attempt.drawn}
          responses={stored.responses}
          passPercent={attempt.quiz.pass?.percent ?? null}
          isComplete={standing.completedAt !== null || row.completions.some(({courseId}) => courseId === course.id)}
          missing={standing.missing}
          readAgain={readAgain}
          clockNote={row.clockNote}
          Link={Link}
          onAgain={onAgain}
        />
      ) : null}
    </section>
  );
}
