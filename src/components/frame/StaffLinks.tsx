import type {ComponentType, ReactNode} from 'react';
import type {Role} from '#core/records/api.ts';

interface Props {
  role: Role;
  Link: ComponentType<{to: string; children: ReactNode}>;
}

const LINKS: readonly {to: string; text: string; about: string; roles: readonly Role[]}[] = [
  {to: '/facilitate/live/', text: 'Ask a live question', about: 'People answer on their phones, without names.', roles: ['trainer', 'lead', 'coordinator']},
  {to: '/item-analysis/', text: 'Question analysis', about: 'Which assessment questions need a look.', roles: ['trainer', 'coordinator']},
  {to: '/learning-points/', text: 'Learning points', about: 'What readers found wrong, and lessons of debriefs.', roles: ['trainer', 'lead', 'coordinator']},
];

/** Doors for people who run courses or look after pages. They stand on the pages that their role opens, and not in the header, which is for all. */
export function StaffLinks({role, Link}: Props): ReactNode {
  const mine = LINKS.filter(({roles}) => roles.includes(role));
  if (mine.length === 0) return null;
  return (
    <section aria-labelledby="staff-links">
      <h2 id="staff-links">Also for you</h2>
      <ul>{mine.map(({to, text, about}) => <li key={to}><Link to={to}>{text}</Link>: {about}</li>)}</ul>
    </section>
  );
}
