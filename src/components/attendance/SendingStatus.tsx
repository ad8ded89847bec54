import type {ReactNode} from 'react';
import {KEEP_NAMES_DAYS} from '#core/attendance/kept.ts';
import {waitingSentence} from '#core/attendance/words.ts';
import type {ServiceState} from '#core/records/outbox.ts';

interface Props {
  /** Marks that wait. */
  count: number;
  service: ServiceState;
  isSafe: boolean;
  /** When the register was last loaded, in words. */
  loaded: string;
  /** The last thing that happened, for those who hear the page. */
  said: string;
  onSent: () => void;
}

/** How many marks are not sent, why, and what the device keeps. */
export function SendingStatus({count, service, isSafe, loaded, said, onSent}: Props): ReactNode {
  const isAway = service === 'unreachable';
  return (
    <section aria-labelledby="sending" className="aw-panel">
      <h2 id="sending" className="aw-visually-hidden">What is sent</h2>
      <p><strong>{waitingSentence(count)}</strong> {isAway ? 'We cannot reach the service now. Go on marking: marks go by themselves when we can.' : ''}</p>
      {isSafe ? null : <p role="alert">This browser cannot keep marks. Leave this page open until they are sent, or mark on paper too.</p>}
      <p className="aw-hint">Loaded: {loaded}. This device keeps these names for {KEEP_NAMES_DAYS} days at most, so that the register opens without a network. Signing out removes them once every mark is sent.</p>
      <p role="status" className="aw-visually-hidden">{said}</p>
      {count > 0 || isAway ? <p><button type="button" className="aw-button aw-button--quiet" onClick={onSent}>{count > 0 ? 'Send now' : 'Try again'}</button></p> : null}
    </section>
  );
}
