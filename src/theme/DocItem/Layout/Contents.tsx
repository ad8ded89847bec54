import type {ReactNode} from 'react';
import {useDoc} from '@docusaurus/plugin-content-docs/client';
import TOCItems from '@theme/TOCItems';
import styles from './styles.module.css';

/** Fewer headings than this are seen at a glance, and a list of them only takes room. */
const WORTH_LISTING = 3;

/** The headings of a page at its side, on a wide screen. */
export function ContentsBeside(): ReactNode {
  const list = useList();
  return list && (
    <nav className={styles.beside} aria-label="On this page">
      <p className={styles.label}>On this page</p>
      {list}
    </nav>
  );
}

/** The same below the title, folded, on a screen with no room at the side. */
export function ContentsAbove(): ReactNode {
  const list = useList();
  return list && (
    <details className={styles.above}>
      <summary>On this page</summary>
      <nav aria-label="On this page">{list}</nav>
    </details>
  );
}

function useList(): ReactNode {
  const {toc, frontMatter} = useDoc();
  if (frontMatter.hide_table_of_contents === true || toc.length < WORTH_LISTING) return null;
  return (
    <TOCItems toc={toc} className={styles.toc} linkClassName={styles.tocLink}
      minHeadingLevel={frontMatter.toc_min_heading_level} maxHeadingLevel={frontMatter.toc_max_heading_level} />
  );
}
