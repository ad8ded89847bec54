import type {ReactNode, Ref} from 'react';
import {useSession} from '@theme/useSession';
import {QuestionPicker} from '#components/live/QuestionPicker.tsx';
import {WallQuestion} from '#components/live/WallQuestion.tsx';
import {itemsOf, toLiveQuestion} from '#core/live/questions.ts';
import type {LiveCourse} from '#core/live/questions.ts';
import type {Live} from './_useLive.ts';

interface Props {
  live: Live;
  courses: readonly LiveCourse[];
  courseId: string;
  questionId: string;
  headingRef: Ref<HTMLHeadingElement>;
  onPicked: (courseId: string, questionId: string) => void;
  onHands: () => void;
}

const MAKES_TRAINERS = 'Trainers can let people answer on their phones. A coordinator can make you a trainer. Counting hands is open to everybody.';

/** Choosing the question, before anything is shown. Whoever cannot use phones now is told why, and can count hands. */
export function LiveSetup({live, courses, courseId, questionId, headingRef, onPicked, onHands}: Props): ReactNode {
  const {person, state, refresh} = useSession();
  const item = itemsOf(courses.find(({id}) => id === courseId)).find(({id}) => id === questionId);
  const isTrainer = person !== null && person.role !== 'learner';
  const isOff = !item || live.isBusy || !live.isKnown;
  const start = (): void => {
    if (item && !isOff) live.command({kind: 'start', courseId, question: toLiveQuestion(item)});
  };
  const why = (): ReactNode => {
    if (isTrainer) return live.context.awaySince ? <p>We cannot reach the service, so phones cannot answer now. We keep trying. Count hands meanwhile.</p> : null;
    if (person) return <p>{MAKES_TRAINERS}</p>;
    switch (state) {
      case 'loading': return <p>Looking up who is signed in.</p>;
      case 'no-service': return <p>This copy of the site has no record service, so phones cannot answer. Count hands instead.</p>;
      case 'unreachable': return <p>We cannot reach the service, so phones cannot answer now. Count hands instead, or <button type="button" className="aw-link-button" onClick={() => void refresh()}>try again</button>.</p>;
      case 'ready': return <p>To let people answer on their phones, <a href={`/sign-in/?next=${encodeURIComponent(`/facilitate/live/?course=${courseId}&question=${questionId}`)}`}>sign in as a trainer</a>. You can count hands without signing in.</p>;
    }
  };
  return (
    <>
      <QuestionPicker courses={courses} courseId={courseId} questionId={questionId} canChangeCourse onPicked={onPicked} />
      {item ? <div className="aw-card"><WallQuestion question={toLiveQuestion(item)} reasons={null} results={null} headingRef={headingRef} /></div> : null}
      <div role="status">{why()}</div>
      <p className="aw-choices">
        {isTrainer ? <button type="button" className="aw-button" aria-disabled={isOff} onClick={start}>{live.isBusy ? 'Starting' : 'Start'}</button> : null}
        <button type="button" className={isTrainer ? 'aw-button aw-button--quiet' : 'aw-button'} onClick={onHands}>Count hands instead</button>
      </p>
      <noscript><p>This page needs JavaScript to count and to show results.</p></noscript>
    </>
  );
}
