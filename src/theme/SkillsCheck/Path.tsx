import {useEffect, useRef} from 'react';
import type {ReactNode} from 'react';
import Link from '@docusaurus/Link';
import {printPage} from '#browser/page.ts';
import type {StoredAttempt} from '#browser/attempts.ts';
import type {SkillsCheckRow} from '#browser/skillsCheck.ts';
import {SkillsCheckAnswers} from '#components/learn/SkillsCheckAnswers.tsx';
import {SkillsCheckPath} from '#components/learn/SkillsCheckPath.tsx';
import {standingIn} from '#core/courses/completion.ts';
import type {AttemptFact, TrainingFacts} from '#core/courses/completion.ts';
import type {Course} from '#core/courses/course.ts';
import type {Framework} from '#core/courses/framework.ts';
import {answersOf} from '#core/courses/skillsCheck.ts';
import {pathOf} from '#core/courses/skillsPath.ts';
import {writeDayOf} from '#core/records/londonDay.ts';
import RecordStatus from '../Quiz/RecordStatus.tsx';

interface Props {
  row: SkillsCheckRow;
  stored: StoredAttempt;
  courses: readonly Course[];
  framework: Framework;
  facts: readonly AttemptFact[];
  training: TrainingFacts;
  /** True when it was handed in just now: then the heading takes the focus. */
  isNew: boolean;
  onAgain: () => void;
}

/** A skills check after its end: the path, and below it what was asked. */
export default function Path({row, stored, courses, framework, facts, training, isNew, onAgain}: Props): ReactNode {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (isNew) heading.current?.focus();
  }, [isNew]);
  const {responses} = stored;
  const path = pathOf({
    courses, framework, lessons: row.bank.lessons, answers: answersOf(row.quiz.items, row.drawn, responses),
    standings: new Map(courses.map((course) => [course.id, standingIn(course, facts, training)])),
  });
  return (
    <>
      <section aria-labelledby="path">
        <h2 id="path" ref={heading} tabIndex={-1}>Your path</h2>
        <p>From your skills check of {writeDayOf(row.handedInAt ?? row.startedAt)}, in which you answered {row.drawn.length} questions.</p>
        <RecordStatus stored={stored} />
        <SkillsCheckPath path={path} Link={Link} />
        <p className="aw-choices">
          <button type="button" className="aw-button aw-button--quiet" onClick={printPage}>Print my path</button>
          <button type="button" className="aw-button aw-button--quiet" onClick={onAgain}>Take the check again</button>
        </p>
        <p className="aw-hint">You can take the check again at any time. Questions that you have not met come first. What you have shown to know stays known.</p>
      </section>
      <section aria-labelledby="asked">
        <h2 id="asked">What we asked, and why each answer is right or not</h2>
        <SkillsCheckAnswers items={row.quiz.items} drawn={row.drawn} responses={responses} />
      </section>
    </>
  );
}
