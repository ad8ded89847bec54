import type {ComponentType, ReactNode} from 'react';
import type {OutboxView} from '#core/records/outbox.ts';
import styles from './SyncStatus.module.css';
import {badgeOf} from './syncWords.ts';
import type {SyncWords} from './syncWords.ts';

const SIGNS = {saved: '●', sent: '✓', failed: '!', 'not-kept': '!'} as const;

interface Props {
  words: SyncWords;
  /** Where signing in leads, with the way back. */
  signInHref: string;
  Link: ComponentType<{to: string; className?: string; children: ReactNode}>;
  onClaimed: () => void;
  onRetried: () => void;
  onExported: () => void;
}

/** Says where an answer stands and what can be done about it. Read out once for each change. */
export function SyncStatus({words, signInHref, Link, onClaimed, onRetried, onExported}: Props): ReactNode {
  const {state, text, actions} = words;
  return (
    <div className={`${styles.status} ${styles[state]}`}>
      <p role="status"><span aria-hidden="true" className={styles.sign}>{SIGNS[state]}</span> {text}</p>
      {actions.length > 0 ? (
        <p className={styles.actions}>
          {actions.includes('sign-in') ? <Link to={signInHref} className="aw-button">Sign in</Link> : null}
          {actions.includes('claim') ? <button type="button" className="aw-button" onClick={onClaimed}>It is mine: add it to my record</button> : null}
          {actions.includes('retry') ? <button type="button" className="aw-button aw-button--quiet" onClick={onRetried}>Try to send now</button> : null}
          {actions.includes('export') ? <button type="button" className="aw-button aw-button--quiet" onClick={onExported}>Save as a file</button> : null}
        </p>
      ) : null}
    </div>
  );
}

/** The same in a few words for the header; nothing when nothing waits. */
export function SyncBadge({view}: {view: OutboxView}): ReactNode {
  const badge = badgeOf(view);
  return (
    <span role="status" className={styles.badge}>
      {badge ? <span className={styles[badge.state]}><span aria-hidden="true" className={styles.sign}>{SIGNS[badge.state]}</span> {badge.text}</span> : null}
    </span>
  );
}
