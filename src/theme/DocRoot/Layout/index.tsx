// Ours instead of the stock one: the section's list is named, is there without scripts, and on a phone opens above the text. The stock
// list for phones lived in the header that we replaced.
import type {ReactNode} from 'react';
import {useLocation} from '@docusaurus/router';
import {useDocsSidebar} from '@docusaurus/plugin-content-docs/client';
import DocSidebarItems from '@theme/DocSidebarItems';
import {sectionOf} from '../../DocItem/sections.ts';
import styles from './styles.module.css';

export default function DocRootLayout({children}: {children: ReactNode}): ReactNode {
  const sidebar = useDocsSidebar();
  const {pathname} = useLocation();
  if (!sidebar) return <main className={styles.alone}>{children}</main>;
  const label = sectionOf(pathname)?.label ?? 'This section';
  const list = <ul className={`menu__list ${styles.list}`}><DocSidebarItems items={sidebar.items} activePath={pathname} level={1} /></ul>;
  return (
    <div className={styles.layout}>
      <nav className={styles.side} aria-label={label}>
        <p className={styles.label}>{label}</p>
        {list}
      </nav>
      {/* A new page closes the list, as a new page would without scripts. */}
      <details key={pathname} className={styles.above}>
        <summary className={styles.summary}>In this section: {label}</summary>
        <nav aria-label={label}>{list}</nav>
      </details>
      <main className={styles.main}>{children}</main>
    </div>
  );
}
