import {useEffect, useRef} from 'react';
import type {ReactNode} from 'react';
import Link from '@docusaurus/Link';
import type {StoredAttempt} from '#browser/attempts.ts';
import {now} from '#browser/clock.ts';
import {AssessmentResult} from '#components/quiz/AssessmentResult.tsx';
import {standingIn} from '#core/courses/completion.ts';
import type {AttemptFact, TrainingFacts} from '#core/courses/completion.ts';
import type {Course} from '#core/courses/course.ts';
import {heldIn, standingOf} from '#core/courses/due.ts';
import {toLondonDay} from '#core/records/londonDay.ts';
import ReportQuestion from '@theme/PagePoint/Question';
import RecordStatus from '../Quiz/RecordStatus.tsx';

interface Props {
  course: Course;
  stored: StoredAttempt;
  facts: readonly AttemptFact[];
  training: TrainingFacts;
  /** True when it was handed in just now: then the heading takes the focus. */
  isNew: boolean;
  byOtherTab: boolean;
  /** Why no further try may be started now; null when one may. */
  refusal: string | null;
  /** How often one may try, in words. */
  terms: string;
  onAgain: () => void;
}

/** An assessment after it was handed in: where it stands, and once it is marked, the result. */
export default function HandedIn({course, stored, facts, training, isNew, byOtherTab, refusal, terms, onAgain}: Props): ReactNode {
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
  const standing = standingIn(course, facts, training, now());
  const [held] = heldIn([course], {attempts: facts, completions: row?.completions ?? [], training}, true);
  // A pass is the end of it until the completion runs out, or soon will.
  const canRenew = row?.result.passed === true && held !== undefined && standingOf(course, held, facts, toLondonDay(now())).currency !== 'current';
  return (
    <section aria-labelledby="handed-in">
      <h2 id="handed-in" ref={heading} tabIndex={-1}>{row ? 'Your result' : 'You have handed in your answers'}</h2>
      {byOtherTab ? <p className="aw-panel">You handed this in from another tab or window. Answers given here afterwards are not part of it.</p> : null}
      {row ? null : <p>They are not marked yet. They are marked when they reach the record service, and the result is then shown here.</p>}
      <RecordStatus stored={stored} />
      {canRenew ? (
        <div className="aw-panel">
          <p>Your completion has lapsed or soon will. Pass the assessment again to renew it. A try that does not pass changes nothing.</p>
          <p><button type="button" className="aw-button" onClick={onAgain}>Take the assessment again</button></p>
        </div>
      ) : null}
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
          refusal={refusal}
          terms={terms}
          Link={Link}
          onAgain={onAgain}
          report={({id, version}, place) => <ReportQuestion id={id} version={version} place={place} />}
        />
      ) : null}
    </section>
  );
}
