import type {ReactNode} from 'react';
import type {Role} from '#core/records/api.ts';
import {ErrorSummary} from './ErrorSummary.tsx';
import type {FieldError} from './loaded.ts';
import {useSubmit} from './useSubmit.ts';

const ROLE_NAMES: Readonly<Record<Role, string>> = {learner: 'a learner', trainer: 'a trainer', lead: 'a directorate lead', coordinator: 'a coordinator'};

/** For a page of somebody whose role waits for a passkey: says so, and where to go. */
export function SecondFactorOffer({role, next}: {role: Role; next: string}): ReactNode {
  return (
    <div className="aw-panel">
      <p>You are signed in with one factor. Use your passkey to work as {ROLE_NAMES[role]}.</p>
      <p><a className="aw-button" href={`/account/?next=${encodeURIComponent(next)}`}>Go to your passkeys</a></p>
    </div>
  );
}

interface Props {
  role: Role;
  hasPasskeys: boolean;
  /** Whether a first passkey may be added in this session. */
  mayAdd: boolean;
  /** Where to sign in again with the organisation's account; null where there is none. */
  organisationHref: string | null;
  onUsed: () => Promise<readonly FieldError[]>;
}

/** On the account page: what is missing before the role can be used, and the button for it. */
export function SecondFactor({role, hasPasskeys, mayAdd, organisationHref, onUsed}: Props): ReactNode {
  const {errors, busy, submit} = useSubmit<null>(onUsed);
  return (
    <section className="aw-panel" aria-labelledby="second-factor">
      <h2 id="second-factor">One more step to work as {ROLE_NAMES[role]}</h2>
      <ErrorSummary errors={errors} />
      <p>Until then you can do what every learner can. Your role sees other people’s records, so a code by e-mail is not enough.</p>
      {hasPasskeys ? <p><button type="button" className="aw-button" aria-disabled={busy} onClick={() => void submit(null)}>Use your passkey</button></p> : null}
      {!hasPasskeys && mayAdd ? <p><a className="aw-button" href="#new-passkey">Add your first passkey</a></p> : null}
      {organisationHref !== null && (hasPasskeys || !mayAdd) ? <p><a className="aw-button aw-button--quiet" href={organisationHref}>Sign in again with your organisation’s account</a></p> : null}
      {hasPasskeys || !mayAdd ? <p className="aw-hint">Lost every passkey? Ask a coordinator to reset them.</p> : null}
    </section>
  );
}
