import type {ReactNode} from 'react';
import type {Course} from '#core/courses/course.ts';
import type {MarkedAttempt} from '#core/quizzes/attempt.ts';
import type {Quiz} from '#core/quizzes/quiz.ts';
import type {LinkTo} from '../methods/link.tsx';

interface Props {
  course: Course;
  /** The questions as they were asked. */
  quiz: Quiz;
  marked: MarkedAttempt;
  linkTo: LinkTo;
  /** When the next one is due. */
  children: ReactNode;
}

/** How a refresher went, in words, and which lessons to read again. */
export function RefresherResult({course, quiz, marked, linkTo, children}: Props): ReactNode {
  const count = (outcome: string): number => marked.items.filter((item) => item.outcome === outcome).length;
  const [right, partly] = [count('right'), count('partly')];
  const missed = new Set(marked.items.filter(({outcome}) => outcome !== 'right').map(({itemId}) => quiz.items.find(({id}) => id === itemId)?.outcome));
  const lessons = course.lessons.filter(({outcomes}) => outcomes.some((outcome) => missed.has(outcome)));
  return (
    <section aria-labelledby="refresher-result" className="aw-panel">
      <h3 id="refresher-result">How it went</h3>
      <p>
        You got {right === marked.items.length ? `all ${right}` : right === 0 ? 'none' : `${right} of ${marked.items.length}`} right{partly > 0 ? ` and ${partly} partly right` : ''}.
        {right === marked.items.length ? ' What you learned is still there.' : ''}
      </p>
      {lessons.length > 0 ? (
        <>
          <p>Worth reading again:</p>
          <ul>{lessons.map(({id, title}) => <li key={id}>{linkTo({href: `/learn/${course.id}/${id}/`, children: title})}</li>)}</ul>
        </>
      ) : null}
      {children}
    </section>
  );
}
