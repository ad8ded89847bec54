import type {ReactNode} from 'react';
import Link from '@docusaurus/Link';
import {useLocation} from '@docusaurus/router';
import {useSession} from '@theme/useSession';

/**
 * The one link about you. "Sign in" only when there is something to sign in to and nobody has; without the record service it leads to
 * what is kept on this device.
 */
export function RecordLink({className}: {className: string | undefined}): ReactNode {
  const {person, state} = useSession();
  const {pathname} = useLocation();
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
