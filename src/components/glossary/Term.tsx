import {useEffect, useId, useLayoutEffect, useRef, useState} from 'react';
import type {ReactNode} from 'react';
import styles from './Term.module.css';

/** Draws the link of a term. A page hands in one that moves within the site; without it a plain link does. */
export type TermLink = (props: {href: string; className: string | undefined; describedBy: string; children: ReactNode}) => ReactNode;

const plainTermLink: TermLink = ({href, className, describedBy, children}) => <a href={href} className={className} aria-describedby={describedBy}>{children}</a>;

interface Props {
  /** Of the term in the glossary. */
  id: string;
  definition: string;
  /** The words as the text has them. */
  children: ReactNode;
  linkTo?: TermLink;
}

/**
 * A word with a definition, which opens below its line while the pointer or the focus is on it, and closes with Escape (WCAG 2.2, 1.4.13).
 * Style sheets alone open it, so it needs no script; the script adds Escape, and opens it above where there is no room below.
 */
export function Term({id, definition, children, linkTo = plainTermLink}: Props): ReactNode {
  const box = useRef<HTMLSpanElement>(null);
  const popup = useId();
  const [visits, setVisits] = useState(0);
  const [shut, setShut] = useState(false);
  const visited = visits > 0;
  const enter = (): void => {
    setVisits((count) => count + 1);
    setShut(false);
  };
  const leave = (): void => setVisits((count) => Math.max(0, count - 1));

  useEffect(() => {
    if (!visited) return undefined;
    // On the document: with the pointer on the term, the focus may be anywhere.
    const onKey = ({key}: KeyboardEvent): void => { if (key === 'Escape') setShut(true); };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [visited]);
  useLayoutEffect(() => { if (visited && box.current) placeAbove(box.current); }, [visited]);

  return (
    <span ref={box} className={styles.term} data-shut={shut || undefined} onPointerEnter={enter} onPointerLeave={leave} onFocus={enter} onBlur={leave}>
      {linkTo({href: `/toolkit/glossary/#${id}`, className: styles.word, describedBy: popup, children})}
      <span id={popup} role="tooltip" className={styles.popup}>{definition}</span>
    </span>
  );
}

/** Where the definition would run out of the bottom of the window and there is room above the word, it moves there. */
function placeAbove(box: HTMLElement): void {
  const [word, popup] = box.children;
  if (!word || !(popup instanceof HTMLElement)) return;
  popup.style.marginTop = '';
  const at = popup.getBoundingClientRect();
  const {top} = word.getBoundingClientRect();
  if (at.bottom > window.innerHeight && top > at.height) popup.style.marginTop = `${top - at.bottom}px`;
}
