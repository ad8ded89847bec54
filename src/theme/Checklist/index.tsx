import {Children, isValidElement, useEffect, useState} from 'react';
import type {ReactNode} from 'react';
import {useLocation} from '@docusaurus/router';
import MDXLi from '@theme/MDXComponents/Li';
import {keepTicks, onTicksElsewhere, readTicks} from '#browser/ticks.ts';
import {Checklist as List} from '#components/checklist/Checklist.tsx';
import {tick} from '#core/guides/ticks.ts';
import type {Ticks} from '#core/guides/ticks.ts';

/** Turns the Markdown lists inside `<Checklist>` into lists to tick off, kept on the reader's device under the page's address. */
export default function Checklist({children}: {children: ReactNode}): ReactNode {
  const {pathname} = useLocation();
  const [ticks, setTicks] = useState<Ticks>([]);
  const [ready, setReady] = useState(false);
  const [kept, setKept] = useState(true);
  useEffect(() => {
    setTicks(readTicks(pathname));
    setReady(true);
    return onTicksElsewhere(pathname, () => setTicks(readTicks(pathname)));
  }, [pathname]);
  const onTick = (words: string, on: boolean): void => {
    // Read again when the device keeps ticks: another list on this page may have some of its own by now.
    const next = tick(kept ? readTicks(pathname) : ticks, words, on);
    setKept(keepTicks(pathname, next));
    setTicks(next);
  };
  const items = itemsIn(children);
  if (items.length === 0) return children;
  return (
    <>
      <List items={items} ticks={ticks} ready={ready} onTick={onTick} />
      {!kept && <p role="status" className="aw-hint">This browser keeps nothing for this site, so your ticks are gone when you leave the page.</p>}
    </>
  );
}

/** The items of the lists that Markdown made of the author's text. */
function itemsIn(node: ReactNode): {words: string; shown: ReactNode}[] {
  return Children.toArray(node).flatMap((child) => {
    if (!isValidElement<{children?: ReactNode}>(child)) return [];
    return child.type === MDXLi || child.type === 'li' ? [{words: wordsOf(child.props.children), shown: child.props.children}] : itemsIn(child.props.children);
  });
}

function wordsOf(node: ReactNode): string {
  return Children.toArray(node).map((child) => {
    if (typeof child === 'string' || typeof child === 'number') return String(child);
    return isValidElement<{children?: ReactNode}>(child) ? wordsOf(child.props.children) : '';
  }).join('').replace(/\s+/g, ' ').trim();
}
