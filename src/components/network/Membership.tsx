import {useState} from 'react';
import type {ReactNode} from 'react';
import type {BlockList} from '#core/network/api.ts';
import {ErrorSummary} from '../account/ErrorSummary.tsx';
import type {FieldError} from '../account/loaded.ts';
import {useSubmit} from '../account/useSubmit.ts';
import styles from './styles.module.css';

/** Asks whether the profile is still right; said by one press. */
export function StillRight({isHidden, askedOn, onKept}: {isHidden: boolean; askedOn: string; onKept: () => Promise<readonly FieldError[]>}): ReactNode {
  const {errors, busy, submit} = useSubmit<null>(onKept);
  return (
    <section aria-labelledby="still-right" className="aw-panel">
      <h2 id="still-right">Is your profile still right?</h2>
      <p>{isHidden ? `We have asked since ${askedOn} and had no answer, so nobody finds your profile now.` : `We asked on ${askedOn}. Read what stands below. If it is right, one press is enough.`}</p>
      <ErrorSummary errors={errors} />
      <p className="aw-choices"><button type="button" className="aw-button" aria-disabled={busy} onClick={() => void submit(null)}>Keep my profile</button></p>
    </section>
  );
}

/** Leaves the register: one press, and one to confirm. */
export function Leave({onLeft}: {onLeft: () => Promise<readonly FieldError[]>}): ReactNode {
  const [asking, setAsking] = useState(false);
  const {errors, busy, submit} = useSubmit<null>(onLeft);
  return (
    <section aria-labelledby="leave" className={styles.section}>
      <h2 id="leave">Leave the register</h2>
      <ErrorSummary errors={errors} />
      {asking ? (
        <div className="aw-panel" role="alert">
          <p>Your profile and your list of blocked people are deleted at once, and nobody finds you any more. Messages that are on their way to you still come. You cannot undo this, but you can join again.</p>
          <p className="aw-choices">
            <button type="button" className="aw-button" aria-disabled={busy} onClick={() => void submit(null)}>Leave now</button>
            <button type="button" className="aw-link-button" onClick={() => setAsking(false)}>Stay in the register</button>
          </p>
        </div>
      ) : <p><button type="button" className="aw-button aw-button--quiet" onClick={() => setAsking(true)}>Leave the register</button></p>}
    </section>
  );
}

interface BlockedProps {
  blocked: BlockList['blocked'];
  onUnblocked: (id: string) => Promise<readonly FieldError[]>;
}

/** The people from whom a member takes no messages. */
export function Blocked({blocked, onUnblocked}: BlockedProps): ReactNode {
  const [note, setNote] = useState('');
  const {errors, submit} = useSubmit<string>(onUnblocked);
  const unblock = async (id: string, name: string): Promise<void> => {
    setNote('');
    if (await submit(id)) setNote(`${name} can write to you again.`);
  };
  return (
    <section aria-labelledby="blocked" className={styles.section}>
      <h2 id="blocked">People whom you have blocked</h2>
      <ErrorSummary errors={errors} />
      {blocked.length === 0 ? <p>Nobody. You can block a person on their profile, or from the message that they sent.</p> : (
        <ul className={styles.chosen}>
          {blocked.map(({id, displayName}) => (
            <li key={id} className={styles.row}>
              <span>{displayName}</span>
              <button type="button" className="aw-link-button" onClick={() => void unblock(id, displayName)}>Unblock<span className="aw-visually-hidden">: {displayName}</span></button>
            </li>
          ))}
        </ul>
      )}
      <p role="status" className="aw-hint">{note}</p>
    </section>
  );
}

/** Takes no more messages from one person. */
export function Block({name, onBlocked}: {name: string; onBlocked: () => Promise<readonly FieldError[]>}): ReactNode {
  const [isBlocked, setBlocked] = useState(false);
  const {errors, busy, submit} = useSubmit<null>(onBlocked);
  const press = async (): Promise<void> => {
    if (await submit(null)) setBlocked(true);
  };
  return (
    <div className={styles.section}>
      <ErrorSummary errors={errors} />
      {isBlocked ? null : (
        <>
          <p className="aw-hint" id="block-hint">{name} could no longer write to you through the site, and is not told why. You can undo this in your profile.</p>
          <p><button type="button" className="aw-button aw-button--quiet" aria-describedby="block-hint" aria-disabled={busy} onClick={() => void press()}>Block {name}</button></p>
        </>
      )}
      <p role="status">{isBlocked ? `You have blocked ${name}.` : ''}</p>
    </div>
  );
}
