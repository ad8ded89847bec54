import {useEffect, useRef, useState} from 'react';
import type {ReactNode} from 'react';
import Link from '@docusaurus/Link';
import {useHistory, useLocation} from '@docusaurus/router';
import {focusSectionHeading, sectionTitles, showSection, showWholeText, watchText} from '#browser/wallSections.ts';
import {WallBar} from '#components/facilitate/WallBar.tsx';
import {wallClasses} from '#components/facilitate/wallClasses.ts';
import {WallHead} from '#components/facilitate/WallHead.tsx';
import {lessonWallHref, readWallPlace, sectionAfter, wallHref} from '#core/courses/wall.ts';
import type {WallMove} from '#core/courses/wall.ts';
import {isOnBar, showFrame, useWall} from './useWall.ts';

/**
 * A lesson's text. With `?present` in the address it goes on the wall: no frame, large type, and one section at a time. Without scripts
 * the address shows the ordinary lesson.
 */
export default function LessonWall({title, children}: {title: string; children: ReactNode}): ReactNode {
  const {pathname, search} = useLocation();
  const history = useHistory();
  const [, , course = '', lesson = ''] = pathname.split('/');
  // The server drew the page without its query, so the first drawing here does too.
  const [isDrawn, setIsDrawn] = useState(false);
  useEffect(() => setIsDrawn(true), []);
  const place = isDrawn ? readWallPlace(search) : null;
  const [titles, setTitles] = useState<string[]>([]);
  const text = useRef<HTMLDivElement>(null);
  const hasMoved = useRef(false);
  const isOn = place !== null;
  const of = titles.length;
  const at = place === null || of === 0 ? 0 : place.at === 'last' ? of : Math.min(place.at, of);

  useEffect(() => {
    const root = text.current;
    if (!isOn || !root) return undefined;
    const show = (): void => {
      const found = sectionTitles(root);
      setTitles((before) => (before.join('\n') === found.join('\n') && before.length === found.length ? before : found));
      if (at > 0) showSection(root, at);
    };
    show();
    const stop = watchText(root, show);
    return () => {
      stop();
      showWholeText(root);
    };
  }, [isOn, at]);

  useEffect(() => {
    if (at === 0) return;
    window.scrollTo(0, 0);
    if (hasMoved.current && text.current && !isOnBar()) focusSectionHeading(text.current);
    hasMoved.current = false;
  }, [at]);

  const onMove = (move: WallMove): void => {
    if (!place || at === 0) return;
    if (move === 'leave') {
      showFrame();
      history.push(place.part === null ? pathname : `/learn/${course}/session/`);
      return;
    }
    const to = sectionAfter(move, at, of);
    hasMoved.current = true;
    if (typeof to === 'number') history.replace(lessonWallHref(course, lesson, {part: place.part, at: to}));
    else if (place.part !== null) history.replace(to === 'after' ? wallHref(course, place.part + 1) : wallHref(course, place.part - 1, true));
  };
  useWall({
    shown: place && at > 0 ? {course, lesson, part: place.part, title, at, of} : null,
    onMove,
    onSent: (part) => history.replace(wallHref(course, part)),
  });

  const section = titles[at - 1] ?? '';
  return (
    <div className={isOn ? wallClasses.wall : undefined} data-wall={isOn ? '' : undefined}>
      {isOn ? <WallHead title={title} isLarge={section === ''} /> : null}
      <div ref={text} className={isOn ? `markdown ${wallClasses.content}` : 'markdown'}>{children}</div>
      {place && at > 0 ? <WallBar progress={`${at} of ${of}`} canGoBack={at > 1 || place.part !== null} canGoOn={at < of || place.part !== null} onMove={onMove} /> : null}
      {isOn ? null : (
        <p className={`aw-hint ${wallClasses.offer}`}>For trainers: <Link to={`${pathname}?present`}>show this lesson on a big screen</Link>. Use the arrow keys to move and Escape to leave.</p>
      )}
    </div>
  );
}
