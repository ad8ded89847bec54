import type {ReactNode} from 'react';
import type {Trouble} from './loaded.ts';
import styles from './styles.module.css';

/** Says how long to wait, in words. Takes seconds, or null when nobody said. */
export function writeWait(seconds: number | null): string {
  if (seconds === null) return 'Wait a minute, then try again.';
  if (seconds < 90) return `Wait ${Math.max(1, Math.round(seconds))} seconds, then try again.`;
  return `Wait ${Math.ceil(seconds / 60)} minutes, then try again.`;
}

/** Shown while the service is asked. Holds the space, so that the page does not jump when the answer comes. */
export function LoadingPanel({what}: {what: string}): ReactNode {
  return (
    <div className={styles.loading}>
      <p role="status">{what}</p>
      <noscript><p>This page needs JavaScript, because it asks the record service who you are. Every page to read works without it.</p></noscript>
    </div>
  );
}

/** Says why the page cannot show what it is about, and what the reader can do. */
export function TroublePanel({trouble, onRetry}: {trouble: Trouble; onRetry: () => void}): ReactNode {
  if (trouble.kind === 'no-service') {
    return (
      <div className="aw-panel" role="status">
        <h2>This copy of the site keeps no records</h2>
        <p>It has no record service, so nobody can sign in here. Reading, searching, practice questions and the method selector all work.</p>
        <p>To use your record, go to the address your organisation gave you.</p>
      </div>
    );
  }
  if (trouble.kind === 'refused') {
    return (
      <div className="aw-panel" role="alert">
        <h2>You cannot see this page as things are</h2>
        <p>{trouble.sentence}</p>
      </div>
    );
  }
  return (
    <div className="aw-panel" role="alert">
      <h2>We cannot reach the record service</h2>
      <p>You may be offline, or the service may be down for a while. Your answers on this device are kept.</p>
      <p>{trouble.retryAfterSeconds === null ? 'Check your connection, then try again.' : writeWait(trouble.retryAfterSeconds)}</p>
      <p><button type="button" className="aw-button" onClick={onRetry}>Try again</button></p>
    </div>
  );
}

/** For a page that needs somebody signed in. `next` is the page to come back to. */
export function SignInOffer({next, children}: {next: string; children: ReactNode}): ReactNode {
  return (
    <div className="aw-panel">
      {children}
      <p><a className="aw-button" href={`/sign-in/?next=${encodeURIComponent(next)}`}>Sign in</a></p>
    </div>
  );
}
