import {useEffect, useState} from 'react';
import type {ReactNode, Ref} from 'react';
import {copyText, fullAddress} from '#browser/page.ts';
import {CopyLink} from '#components/cohorts/CopyLink.tsx';
import {JoinLine} from '#components/live/JoinLine.tsx';
import {QuestionPicker} from '#components/live/QuestionPicker.tsx';
import {useWallKeys} from '#components/live/useWallKeys.ts';
import {WallControls} from '#components/live/WallControls.tsx';
import {WallQuestion} from '#components/live/WallQuestion.tsx';
import styles from '#components/live/styles.module.css';
import type {LiveSession, SettableState} from '#core/live/api.ts';
import {itemBeside, itemsOf, toLiveQuestion} from '#core/live/questions.ts';
import type {LiveCourse, LiveItem} from '#core/live/questions.ts';
import {mayShowResults, toResultRows} from '#core/live/results.ts';
import type {Live} from './_useLive.ts';

interface Props {
  live: Live;
  session: LiveSession;
  courses: readonly LiveCourse[];
  /** The question chosen before anything is shown. */
  firstId: string;
  areKeysOn: boolean;
  headingRef: Ref<HTMLHeadingElement>;
}

/** The wall while phones answer. */
export function PhonesWall({live, session, courses, firstId, areKeysOn, headingRef}: Props): ReactNode {
  const {code, courseId, question, state, answered, results} = session;
  const items = itemsOf(courses.find(({id}) => id === courseId));
  const shownId = question?.id ?? null;
  const item = items.find(({id}) => id === shownId) ?? null;
  const [picked, setPicked] = useState(shownId ?? firstId);
  const [areReasonsShown, setReasonsShown] = useState(false);
  useEffect(() => {
    setReasonsShown(false);
    if (shownId) setPicked(shownId);
  }, [shownId]);

  const ask = (wanted: LiveItem | null | undefined): void => {
    if (wanted && !live.isBusy) live.command({kind: 'ask', question: toLiveQuestion(wanted)});
  };
  const set = (wanted: SettableState): void => {
    if (question && !live.isBusy) live.command({kind: 'set', state: wanted});
  };
  const canShowResults = mayShowResults(answered);
  const [next, previous] = [itemBeside(items, shownId, 1), shownId === null ? null : itemBeside(items, shownId, -1)];
  const pickedItem = items.find(({id}) => id === picked);
  const showResults = (): void => {
    if (canShowResults && state !== 'results') set('results');
  };
  useWallKeys({
    next: () => ask(next), previous: () => ask(previous), results: showResults, close: () => set(state === 'open' ? 'closed' : 'open'),
  }, areKeysOn);

  return (
    <>
      <JoinLine page={fullAddress('/live/').replace(/^https?:\/\//, '').replace(/\/$/, '')} code={code} answered={answered} state={state} />
      {question ? (
        <>
          {item ? <p className={styles.place}>Question {items.indexOf(item) + 1} of {items.length}</p> : null}
          <WallQuestion
            question={question} headingRef={headingRef} reasons={areReasonsShown && state === 'results' ? item : null}
            results={results && {rows: toResultRows(question.options, results.counts, results.answered), people: results.answered, isByHand: false}}
          />
          <WallControls
            state={state} canShowResults={canShowResults} hasReasons={item !== null} areReasonsShown={areReasonsShown} isBusy={live.isBusy}
            onClosed={() => set('closed')} onReopened={() => set('open')} onResults={showResults} onReasons={() => setReasonsShown(!areReasonsShown)}
          />
        </>
      ) : <h2 ref={headingRef} tabIndex={-1}>People can join now</h2>}
      <div className={styles.controls}>
        {question ? (
          <>
            <button type="button" className="aw-button aw-button--quiet" aria-disabled={live.isBusy || !previous} onClick={() => ask(previous)}>Previous question</button>
            <button type="button" className="aw-button aw-button--quiet" aria-disabled={live.isBusy || !next} onClick={() => ask(next)}>Next question</button>
          </>
        ) : <button type="button" className="aw-button" aria-disabled={live.isBusy} onClick={() => ask(pickedItem ?? next)}>Show the first question</button>}
      </div>
      <details className={styles.more}>
        <summary>Link for the room, and other questions</summary>
        <CopyLink link={fullAddress(`/live/?code=${code}`)} onCopied={copyText} />
        <QuestionPicker courses={courses} courseId={courseId} questionId={picked} canChangeCourse={false} onPicked={(_, questionId) => setPicked(questionId)} />
        <button type="button" className="aw-button aw-button--quiet" aria-disabled={live.isBusy} onClick={() => ask(pickedItem)}>Show this question</button>
      </details>
    </>
  );
}
