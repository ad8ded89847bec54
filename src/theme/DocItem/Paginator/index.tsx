// Ours instead of the stock one: two plain lines instead of two boxes.
import type {ReactNode} from 'react';
import Link from '@docusaurus/Link';
import {useDoc} from '@docusaurus/plugin-content-docs/client';
import styles from './styles.module.css';

export default function DocItemPaginator(): ReactNode {
  const {previous, next} = useDoc().metadata;
  if (!previous && !next) return null;
  return (
    <nav className={styles.turn} aria-label="Previous and next page">
      {previous && <p>Previous: <Link to={previous.permalink} rel="prev">{previous.title}</Link></p>}
      {next && <p>Next: <Link to={next.permalink} rel="next">{next.title}</Link></p>}
    </nav>
  );
}
