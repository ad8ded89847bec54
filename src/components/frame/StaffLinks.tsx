import type {ComponentType, ReactNode} from 'react';
import type {Role} from '#core/records/api.ts';

interface Props {
  role: Role;
  /** The page that these stand on, which needs no door to itself. */
  here: string;
  Link: ComponentType<{to: string; children: ReactNode}>;
}

const RUNS_COURSES: readonly Role[] = ['trainer', 'lead', 'coordinator'];
const SEES_FIGURES: readonly Role[] = ['lead', 'coordinator'];
const LINKS: readonly {to: string; text: string; about: string; roles: readonly Role[]}[] = [
  {to: '/cohorts/', text: 'Course runs', about: 'Dates, places and bookings, the register, and what each person still needs.', roles: RUNS_COURSES},
  {to: '/judging/', text: 'Judge tasks', about: 'What people handed in, with the rubric beside it.', roles: RUNS_COURSES},
  {to: '/facilitate/live/', text: 'Ask a live question', about: 'People answer on their phones, without names.', roles: RUNS_COURSES},
  {to: '/item-analysis/', text: 'Question analysis', about: 'Which assessment questions need a look.', roles: ['trainer', 'coordinator']},
  {to: '/learning-points/', text: 'Learning points', about: 'What readers found wrong, and lessons of debriefs.', roles: RUNS_COURSES},
  {to: '/overview/', text: 'Overview', about: 'Who has finished which course, by directorate.', roles: SEES_FIGURES},
  {to: '/targets/', text: 'Targets', about: 'How many should be trained by when, and who is still to be.', roles: SEES_FIGURES},
  {to: '/measures/', text: 'Measures', about: 'Figures for management, with what each one says and does not say.', roles: SEES_FIGURES},
  {to: '/staff-list/', text: 'Staff list', about: 'Who the targets count.', roles: ['coordinator']},
  {to: '/people/', text: 'Personal data of one person', about: 'Answer requests to see, correct or erase.', roles: ['coordinator']},
];

/** Doors for people who run courses or look after pages. They stand on the pages that their role opens, and not in the header, which is for all. */
export function StaffLinks({role, here, Link}: Props): ReactNode {
  const mine = LINKS.filter(({to, roles}) => to !== here && roles.includes(role));
  if (mine.length === 0) return null;
  return (
    <section aria-labelledby="staff-links">
      <h2 id="staff-links">Also for you</h2>
      <ul>{mine.map(({to, text, about}) => <li key={to}><Link to={to}>{text}</Link>: {about}</li>)}</ul>
    </section>
  );
}
