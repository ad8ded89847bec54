import type {ReactNode} from 'react';
import Link from '@docusaurus/Link';
import {useLocation} from '@docusaurus/router';
import {useOutbox} from '@theme/useOutbox';
import {SyncBadge} from '#components/records/SyncStatus.tsx';
import styles from './styles.module.css';

/** Pages that say themselves what waits; a second voice would only repeat it. */
const SAID_THERE = /^\/(learn|my-record|sign-in)\//;

/** One line below the header when something on this device has not been sent. */
export function WaitingLine(): ReactNode {
  const view = useOutbox();
  const {pathname} = useLocation();
  if (SAID_THERE.test(pathname)) return null;
  const waits = view.waiting + view.unowned + view.setAside.length > 0;
  return (
    <div className={waits ? styles.waiting : undefined}>
      <SyncBadge view={view} /> {waits && <Link to="/my-record/">See what waits</Link>}
    </div>
  );
}
