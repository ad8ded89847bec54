import {useEffect, useRef, useState} from 'react';
import type {ReactNode} from 'react';
import Head from '@docusaurus/Head';
import {useHistory, useLocation} from '@docusaurus/router';
import Layout from '@theme/Layout';
import {siteLink} from '@theme/siteLink';
import {WallBar} from '#components/facilitate/WallBar.tsx';
import {wallClasses} from '#components/facilitate/wallClasses.ts';
import {WallSlide} from '#components/facilitate/WallSlide.tsx';
import type {Course} from '#core/courses/course.ts';
import type {Session} from '#core/courses/session.ts';
import {lessonWallHref, readWallPart, wallHref} from '#core/courses/wall.ts';
import type {WallMove} from '#core/courses/wall.ts';
import {isOnBar, showFrame, useWall} from '../Wall/useWall.ts';
import {minuteOfDay} from '../SessionPage/useStart.ts';

/** The big screen of a session. A part with a lesson leads on to the lesson's own page, which comes back here at its end. */
export default function SessionWallPage({course, session}: {course: Course; session: Session}): ReactNode {
  const {search} = useLocation();
  const history = useHistory();
  const [place, setPlace] = useState<{part: number; end: boolean; cameUpAt: number} | null>(null);
  const main = useRef<HTMLElement>(null);
  const hasMoved = useRef(false);
  const count = session.parts.length;
  useEffect(() => setPlace({...readWallPart(search, count), cameUpAt: minuteOfDay()}), [search, count]);

  const part = place ? session.parts[place.part - 1] : undefined;
  const lesson = part && part.question === undefined && part.kind !== 'break' ? part.lesson : undefined;
  useEffect(() => {
    if (place && lesson) history.replace(lessonWallHref(course.id, lesson, {part: place.part, at: place.end ? 'last' : 1}));
  }, [place, lesson, course.id, history]);

  useEffect(() => {
    if (!place) return;
    window.scrollTo(0, 0);
    const heading = main.current?.querySelector<HTMLElement>('h1');
    if (hasMoved.current && heading && !isOnBar()) {
      heading.tabIndex = -1;
      heading.focus({preventScroll: true});
    }
    hasMoved.current = false;
  }, [place]);

  const go = (to: number, end = false): void => {
    hasMoved.current = true;
    history.replace(wallHref(course.id, Math.min(Math.max(0, to), count + 1), end));
  };
  const onMove = (move: WallMove): void => {
    if (!place) return;
    switch (move) {
      case 'next': go(place.part + 1); break;
      case 'previous': go(place.part - 1, true); break;
      case 'first': go(0); break;
      case 'last': go(count + 1); break;
      case 'leave': showFrame(); history.push(`/learn/${course.id}/session/`); break;
    }
  };
  const title = part?.title ?? (place?.part ? 'That is the end' : course.title);
  useWall({shown: place && !lesson ? {course: course.id, lesson: null, part: place.part, title, at: 1, of: 1} : null, onMove, onSent: (to) => go(to)});

  return (
    <Layout title={`Big screen: ${course.title}`} description={`What the room sees in a session of the course ${course.title}.`}>
      <Head><meta name="robots" content="noindex" /></Head>
      <main ref={main}>
        <div className={wallClasses.wall} data-wall={place ? '' : undefined}>
          <div className={`markdown ${wallClasses.content}`}>
            {lesson ? <h1 className="aw-hint">{title}</h1> : <WallSlide course={course} session={session} part={place?.part ?? 0} cameUpAt={place?.cameUpAt ?? null} linkTo={siteLink} />}
            <noscript><p className="aw-panel">The big screen needs JavaScript. Without it, open the lessons one by one from the <a href={`/learn/${course.id}/session/`}>running order</a>.</p></noscript>
          </div>
          {place && !lesson ? (
            <WallBar
              progress={place.part === 0 ? `${count} parts` : place.part > count ? 'End' : `Part ${place.part} of ${count}`}
              canGoBack={place.part > 0} canGoOn={place.part <= count} onMove={onMove}
            />
          ) : null}
        </div>
      </main>
    </Layout>
  );
}
