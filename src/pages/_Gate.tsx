import type {ReactNode} from 'react';
import {useLocation} from '@docusaurus/router';
import {useSession} from '@theme/useSession';
import {LoadingPanel, TroublePanel} from '#components/account/TroublePanel.tsx';
import {SecondFactorOffer} from '#components/account/SecondFactor.tsx';
import type {Person} from '#core/records/api.ts';

interface Props {
  /** For nobody: says what the page is and offers to sign in. */
  signedOut: ReactNode;
  /** For when the service is out of reach or absent: what the page can still show from this device. */
  offline?: ReactNode;
  /** For the person signed in. */
  children: (person: Person) => ReactNode;
}

/** Asks who is signed in and shows the page, the offer to sign in, or why neither can be. */
export function Gate({signedOut, offline, children}: Props): ReactNode {
  const {person, state, refresh} = useSession();
  const {pathname, search} = useLocation();
  if (person) return <>{person.heldRole !== undefined && pathname !== '/account/' ? <SecondFactorOffer role={person.heldRole} next={pathname + search} /> : null}{children(person)}</>;
  if (state === 'loading') return <LoadingPanel what="Looking up who is signed in." />;
  if (state === 'ready') return signedOut;
  return (
    <>
      <TroublePanel trouble={state === 'no-service' ? {kind: 'no-service'} : {kind: 'unreachable', retryAfterSeconds: null}} onRetry={() => void refresh()} />
      {offline}
    </>
  );
}
