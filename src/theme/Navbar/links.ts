import type {Person} from '#core/records/api.ts';

interface NavLink {
  to: string;
  label: string;
  /** Pages whose address begins with one of these belong to the link. */
  within: readonly string[];
}

const FOR_ALL: NavLink[] = [
  {to: '/toolkit/', label: 'Toolkit', within: ['/toolkit/', '/code-of-practice/', '/writing/']},
  {to: '/methods/', label: 'Methods', within: ['/methods/']},
  {to: '/method-selector/', label: 'Method selector', within: ['/method-selector/']},
  {to: '/tools/', label: 'Tools', within: ['/tools/']},
  {to: '/learn/', label: 'Learn', within: ['/learn/']},
];

const RUNS: NavLink = {to: '/cohorts/', label: 'Course runs', within: ['/cohorts/']};
const OVERVIEW: NavLink = {to: '/overview/', label: 'Overview', within: ['/overview/']};

/** Takes the role of the person signed in, if anybody is. Gives the links of the header: a trainer has one more door, a coordinator two. */
export function linksFor(role: Person['role'] | undefined): NavLink[] {
  switch (role) {
    case 'trainer': return [...FOR_ALL, RUNS];
    case 'lead': return [...FOR_ALL, OVERVIEW];
    case 'coordinator': return [...FOR_ALL, RUNS, OVERVIEW];
    default: return FOR_ALL;
  }
}
