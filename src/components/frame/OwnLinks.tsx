import type {ComponentType, ReactNode} from 'react';

interface Props {
  Link: ComponentType<{to: string; children: ReactNode}>;
}

const LINKS: readonly {to: string; text: string; about: string}[] = [
  {to: '/bookings/', text: 'My bookings', about: 'places in course runs, dates and joining instructions'},
  {to: '/attendance/', text: 'My attendance', about: 'the sessions you were at'},
  {to: '/tasks/', text: 'My judged tasks', about: 'what to hand in and what assessors said'},
  {to: '/certificates/', text: 'My certificates', about: 'get, print and share them, or have one of another body recognised'},
  {to: '/network/', text: 'Practitioners’ network', about: 'find a colleague who has done it before'},
  {to: '/network/for-you/', text: 'For you', about: 'what to read or do next, with the reason'},
  {to: '/my-data/', text: 'My data', about: 'everything recorded about you, and who looked'},
  {to: '/account/', text: 'Sign-in and safety', about: 'passkeys, and where you are signed in'},
];

/** Doors to the pages that hold something of one's own. */
export function OwnLinks({Link}: Props): ReactNode {
  return (
    <section aria-labelledby="own-links">
      <h2 id="own-links">Also yours</h2>
      <ul>{LINKS.map(({to, text, about}) => <li key={to}><Link to={to}>{text}</Link>: {about}</li>)}</ul>
    </section>
  );
}
