import type {ReactNode} from 'react';
import Link from '@docusaurus/Link';
import {useLocation} from '@docusaurus/router';
import {useSession} from '@theme/useSession';

/**
 * The links about you. What you learned is there for everybody. "Sign in" only when there is something to sign in to and nobody has; without
 * the record service there is no record.
 */
export function RecordLink({className}: {className: string | undefined}): ReactNode {
  const {pathname} = useLocation();
  return (
    <>
      <Link className={className} to="/my-learning/" aria-current={pathname === '/my-learning/' ? 'page' : undefined}>My learning</Link>
      <SessionLink className={className} />
    </>
  );
}

function SessionLink({className}: {className: string | undefined}): ReactNode {
  const {person, state} = useSession();
  const {pathname} = useLocation();
  if (state === 'no-service') return null;
  if (state === 'ready' && !person) {
    const back = pathname === '/sign-in/' ? '/' : pathname;
    return <Link className={className} to={`/sign-in/?next=${encodeURIComponent(back)}`} aria-current={pathname === '/sign-in/' ? 'page' : undefined}>Sign in</Link>;
  }
  return (
    <Link className={className} to="/my-record/" aria-current={pathname === '/my-record/' ? 'page' : undefined}>
      My record{person?.displayName ? ` (${person.displayName})` : ''}
    </Link>
  );
}
