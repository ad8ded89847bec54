import type {ReactNode} from 'react';
import Link from '@docusaurus/Link';
import {useLocation} from '@docusaurus/router';
import {useDoc, useSidebarBreadcrumbs} from '@docusaurus/plugin-content-docs/client';
import {sectionOf} from '../sections.ts';
import styles from './styles.module.css';

/** The way from the home page to this one. */
export function Breadcrumbs(): ReactNode {
  const {metadata} = useDoc();
  const {pathname} = useLocation();
  const section = sectionOf(pathname);
  const groups = (useSidebarBreadcrumbs() ?? []).flatMap((item) => (item.type === 'category' ? [{label: item.label, to: item.href}] : []));
  const above = [{label: 'Home', to: '/'}, ...(section ? [section] : []), ...groups].filter(({to}) => to !== pathname);
  return (
    <nav className={styles.breadcrumbs} aria-label="Breadcrumb">
      <ol>
        {above.map(({label, to}) => <li key={label}>{to ? <Link to={to}>{label}</Link> : label}</li>)}
        <li aria-current="page">{metadata.title}</li>
      </ol>
    </nav>
  );
}
