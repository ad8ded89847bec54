// Ours instead of the stock one: that is rebuilt with every kind of page, so it lost track of navigation and left focus on nothing.
import {useRef} from 'react';
import type {MouseEvent, ReactNode} from 'react';
import {SkipToContentFallbackId} from '@docusaurus/theme-common';
import {usePageArrival} from './usePageArrival.ts';
import styles from './styles.module.css';

export default function SkipToContent(): ReactNode {
  const start = useRef<HTMLDivElement>(null);
  usePageArrival(start);
  const skip = (event: MouseEvent): void => {
    const main = document.querySelector<HTMLElement>('main');
    if (!main) return;
    event.preventDefault();
    main.tabIndex = -1;
    main.focus();
  };
  return (
    <div ref={start} tabIndex={-1} className={styles.start}>
      <a className={styles.link} href={`#${SkipToContentFallbackId}`} onClick={skip}>Skip to main content</a>
    </div>
  );
}
