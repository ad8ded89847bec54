import courseList from '@generated/askwell-courses/default/courses.json';
import quizzes from '@generated/askwell-quizzes/default/practice.json';
import {useLocation} from '@docusaurus/router';
import Layout from '@theme/Layout';
import {useSession} from '@theme/useSession';
import {useEffect, useRef, useState} from 'react';
import type {ReactNode} from 'react';
import {canFillScreen, fillScreen} from '#browser/live.ts';
import {ConfirmDialog} from '#components/keeping/ConfirmDialog.tsx';
import styles from '#components/live/styles.module.css';
import {itemsOf, toLiveCourses} from '#core/live/questions.ts';
import {writeTimeOf} from '#core/records/londonDay.ts';
import {HandsWall} from './_HandsWall.tsx';
import {LiveSetup} from './_LiveSetup.tsx';
import {PhonesWall} from './_PhonesWall.tsx';
import {useLive} from './_useLive.ts';

const COURSES = toLiveCourses(courseList, quizzes);
const FIRST = {courseId: COURSES[0]?.id ?? '', questionId: itemsOf(COURSES[0])[0]?.id ?? '', isOther: false};

/** The question that the address asks for; the first of the course, or of all, where it asks for none that is there. `isOther` says so. */
function pickedIn(search: string): typeof FIRST {
  const asked = new URLSearchParams(search);
  const course = COURSES.find(({id}) => id === asked.get('course')) ?? COURSES.find((each) => itemsOf(each).some(({id}) => id === asked.get('question')));
  const items = itemsOf(course ?? COURSES[0]);
  const item = items.find(({id}) => id === asked.get('question'));
  return {courseId: course?.id ?? FIRST.courseId, questionId: (item ?? items[0])?.id ?? '', isOther: asked.has('question') && !item};
}

function Screen(): ReactNode {
  const {search} = useLocation();
  const {person} = useSession();
  const isTrainer = person !== null && person.role !== 'learner';
  const live = useLive(isTrainer);
  const {session, awaySince, note} = live.context;
  const [picked, setPicked] = useState(FIRST);
  const [isByHand, setByHand] = useState(false);
  const [areKeysOn, setKeysOn] = useState(true);
  const [isEnding, setEnding] = useState(false);
  const [canFill, setCanFill] = useState(false);
  const wall = useRef<HTMLElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const hasActed = useRef(false);
  // The page is the same on the server for every question; the address is read once it runs here.
  useEffect(() => setPicked(pickedIn(search)), [search]);
  useEffect(() => setCanFill(canFillScreen()), []);

  const running = isTrainer ? session : null;
  const place = isByHand ? 'hands' : running ? 'phones' : 'setup';
  useEffect(() => {
    if (hasActed.current) heading.current?.focus();
  }, [place]);
  const switchTo = (toHands: boolean): void => {
    hasActed.current = true;
    setByHand(toHands);
  };
  const end = (): void => {
    hasActed.current = true;
    setEnding(false);
    live.command({kind: 'end'});
  };

  const notes = (
    <>
      <p role="alert" className={styles.notes}>{isTrainer ? note : ''}</p>
      <p role="status" className={styles.notes}>{running && awaySince ? `We have not reached the service since ${writeTimeOf(awaySince)}. What you see is from then. We keep trying.` : ''}</p>
    </>
  );
  if (place === 'setup') {
    return (
      <>
        {notes}
        {picked.isOther ? <p className="aw-hint">A room cannot answer that question by choosing a letter. Choose one from this list.</p> : null}
        <LiveSetup
          live={{...live, command: (command) => { hasActed.current = true; live.command(command); }}} courses={COURSES} courseId={picked.courseId} questionId={picked.questionId} headingRef={heading}
          onPicked={(courseId, questionId) => setPicked({courseId, questionId, isOther: false})} onHands={() => switchTo(true)}
        />
      </>
    );
  }
  const handsCourse = running?.courseId ?? picked.courseId;
  return (
    <section ref={wall} className={styles.wall} aria-label="For the wall">
      {notes}
      {isByHand || !running
        ? <HandsWall items={itemsOf(COURSES.find(({id}) => id === handsCourse))} firstId={running?.question?.id ?? picked.questionId} areKeysOn={areKeysOn} headingRef={heading} />
        : <PhonesWall live={live} session={running} courses={COURSES} firstId={picked.questionId} areKeysOn={areKeysOn && !isEnding} headingRef={heading} />}
      <div className={styles.controls}>
        {isByHand
          ? <button type="button" className="aw-button aw-button--quiet" onClick={() => switchTo(false)}>{running ? 'Go back to phones' : 'Choose another question'}</button>
          : <button type="button" className="aw-button aw-button--quiet" onClick={() => switchTo(true)}>Count hands instead</button>}
        {canFill ? <button type="button" className="aw-button aw-button--quiet" onClick={() => void fillScreen(wall.current)}>Fill the screen</button> : null}
        {running && !isByHand ? <button type="button" className="aw-button aw-button--quiet" aria-disabled={live.isBusy} onClick={() => setEnding(true)}>End</button> : null}
      </div>
      <label className={styles.keys}>
        <input type="checkbox" checked={areKeysOn} onChange={({target}) => setKeysOn(target.checked)} />
        <span>Use keys: n or → next question, p or ← previous, r results{isByHand ? '' : ', c close or reopen answers'}</span>
      </label>
      <ConfirmDialog isOpen={isEnding} title="End this live question?" confirm="End and delete the answers" onConfirmed={end} onClosed={() => setEnding(false)}>
        <p>The code stops working, and every answer is deleted. You can start again at any time.</p>
      </ConfirmDialog>
    </section>
  );
}

export default function FacilitateLivePage(): ReactNode {
  return (
    <Layout title="Live question" description="For trainers: show a question to the room, let people answer on their phones or by hand, and show the results.">
      <main className="aw-page">
        <h1>Live question</h1>
        <p className="aw-lede">Show a practice question to the room. People answer on their phones with a short code, or by raising a hand.</p>
        <Screen />
      </main>
    </Layout>
  );
}
