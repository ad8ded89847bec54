import {useEffect, useRef, useState} from 'react';
import type {ReactNode} from 'react';
import {useMachine} from '@xstate/react';
import Head from '@docusaurus/Head';
import Link from '@docusaurus/Link';
import Layout from '@theme/Layout';
import {openChannel} from '#browser/channel.ts';
import type {Channel} from '#browser/channel.ts';
import {everyWhileVisible} from '#browser/page.ts';
import {TrainerNotes} from '#components/facilitate/TrainerNotes.tsx';
import type {Course} from '#core/courses/course.ts';
import type {Session} from '#core/courses/session.ts';
import {moveOfKey, partOnWall, WALL_CHANNEL, wallHref} from '#core/courses/wall.ts';
import type {WallMessage, WallMove} from '#core/courses/wall.ts';
import {projection} from '#machines/projection.ts';
import {minuteOfDay, useStart} from '../SessionPage/useStart.ts';

/** How often the big screen is asked whether it is still there, and how long it may take to say so, in milliseconds. */
const ASK_EVERY = 5_000;
const ANSWER_WITHIN = 1_500;
/** Words about minutes need no more. */
const CLOCK_EVERY = 10_000;

/** The trainer's notes, for a window of their own beside the big screen. */
export default function SessionNotesPage({course, session}: {course: Course; session: Session}): ReactNode {
  const {text, minutes, onStart} = useStart();
  const [state, send] = useMachine(projection, {input: {course: course.id, parts: session.parts.length}});
  const line = useRef<Channel<WallMessage> | null>(null);
  const [now, setNow] = useState<number | null>(null);
  const {parts} = session;

  useEffect(() => {
    let waiting: ReturnType<typeof setTimeout> | undefined;
    const channel = openChannel<WallMessage>(WALL_CHANNEL, (message) => {
      if (message.kind === 'wall.shown' && message.shown.course === course.id) {
        clearTimeout(waiting);
        send({type: 'wall.shown', shown: message.shown, part: partOnWall(message.shown, parts)});
      }
      // It may only be on its way to another page.
      if (message.kind === 'wall.left') ask();
    });
    const ask = (): void => {
      clearTimeout(waiting);
      waiting = setTimeout(() => send({type: 'wall.missed'}), ANSWER_WITHIN);
      channel.tell({kind: 'wall.asked'});
    };
    line.current = channel;
    ask();
    const stop = everyWhileVisible(ASK_EVERY, ask);
    return () => {
      stop();
      clearTimeout(waiting);
      channel.close();
      line.current = null;
    };
  }, [course.id, parts, send]);

  useEffect(() => {
    const tick = (): void => setNow(minuteOfDay());
    tick();
    return everyWhileVisible(CLOCK_EVERY, tick);
  }, []);

  const isOpen = state.matches('open');
  useEffect(() => {
    if (!isOpen) return undefined;
    const onKey = (event: KeyboardEvent): void => {
      const isTyping = event.target instanceof Element && event.target.closest('input, select, textarea') !== null;
      const move = event.key.startsWith('Arrow') || event.key.startsWith('Page') ? moveOfKey(event.key, event.shiftKey) : null;
      if (!move || isTyping || event.ctrlKey || event.altKey || event.metaKey) return;
      event.preventDefault();
      line.current?.tell({kind: 'wall.moved', course: course.id, move});
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [isOpen, course.id]);

  const onMove = (move: WallMove): void => line.current?.tell({kind: 'wall.moved', course: course.id, move});
  const onPart = (part: number): void => {
    if (isOpen) line.current?.tell({kind: 'wall.sent', course: course.id, part: part + 1});
    else send({type: 'part.chosen', part});
  };
  const {shown, part} = state.context;
  return (
    <Layout title={`Trainer notes: ${course.title}`} description={`What to say and what to listen for in a session of the course ${course.title}.`}>
      <Head><meta name="robots" content="noindex" /></Head>
      <main className="aw-page">
        <p><Link to={`/learn/${course.id}/session/`}>Running order</Link></p>
        <h1>Trainer notes</h1>
        <TrainerNotes
          course={course} session={session} wall={isOpen ? 'open' : state.matches('closed') ? 'closed' : 'looking'} shown={shown} part={part}
          start={{text, minutes}} now={now} wallHref={wallHref(course.id, part + 1)} onStart={onStart} onMove={onMove} onPart={onPart}
        />
        <noscript><p className="aw-panel">Without JavaScript these notes stay at the first part. The <a href={`/learn/${course.id}/session/pack/`}>session pack</a> has all of them on paper.</p></noscript>
      </main>
    </Layout>
  );
}
