import type {ReactNode} from 'react';
import type {SignInOptions} from '#core/signIn/api.ts';
import {ErrorSummary} from './ErrorSummary.tsx';
import type {FieldError} from './loaded.ts';
import styles from './styles.module.css';
import {useSubmit} from './useSubmit.ts';

interface Props extends SignInOptions {
  /** The page to come back to. */
  next: string;
  canUsePasskeys: boolean;
  /** Told before the reader leaves for the organisation's sign-in. */
  onLeft: () => void;
  onPasskey: () => Promise<readonly FieldError[]>;
}

/** Ways to sign in besides a code by e-mail: the organisation's own account, and a passkey. Nothing where there are none. */
export function OtherWays({organisation, next, canUsePasskeys, onLeft, onPasskey}: Props): ReactNode {
  const {errors, busy, submit} = useSubmit<null>(onPasskey);
  if (!organisation && !canUsePasskeys) return null;
  return (
    <section aria-labelledby="other-ways">
      <h2 id="other-ways">Other ways to sign in</h2>
      <ErrorSummary errors={errors} />
      <p className={styles.choices}>
        {organisation?.isReachable ? <a className="aw-button aw-button--quiet" href={`/api/sign-in/oidc/start?next=${encodeURIComponent(next)}`} onClick={onLeft}>{organisation.label}</a> : null}
        {canUsePasskeys ? <button type="button" className="aw-button aw-button--quiet" aria-disabled={busy} onClick={() => void submit(null)}>Use a passkey</button> : null}
      </p>
      {organisation && !organisation.isReachable ? <p className="aw-hint">Your organisation’s sign-in cannot be reached just now. Use a code by e-mail.</p> : null}
      {canUsePasskeys ? <p className="aw-hint">A passkey is kept by your phone, laptop or security key. You add one on the page Your account, once you are signed in.</p> : null}
    </section>
  );
}
