import type {Role} from '../records/api.ts';

/** Who sees something of other people, for the privacy page. `routes`: where the service gives it out; a test compares them with the roles that may call them. */
export interface Sight {
  roles: readonly Exclude<Role, 'learner'>[];
  what: string;
  /** Which people's. */
  whose: string;
  routes: readonly string[];
}

/** Everything that one person can see of another through this site. */
export const SIGHTS: readonly Sight[] = [
  {roles: ['trainer', 'lead', 'coordinator'], what: 'Names, e-mail addresses, directorates, lessons done, passes and completions', whose: 'People in the course runs that they teach; coordinators every run', routes: ['GET /api/cohorts/:id', 'GET /api/cohorts/:id/members.csv', 'GET /api/cohorts/:id/standings', 'GET /api/cohorts/:id/standings.csv']},
  {roles: ['trainer', 'lead', 'coordinator'], what: 'Attendance, with the reason where somebody was away', whose: 'The same', routes: ['GET /api/cohorts/:id/register', 'GET /api/cohorts/:id/register.csv']},
  {roles: ['trainer', 'lead', 'coordinator'], what: 'What was handed in for a judged task', whose: 'People whose task they assess', routes: ['GET /api/judging', 'GET /api/judging/:id']},
  {roles: ['trainer', 'lead', 'coordinator'], what: 'Certificates with the name on them', whose: 'People in the runs that they teach; coordinators everybody', routes: ['GET /api/cohorts/:id/credentials', 'GET /api/credentials/:id/record']},
  {roles: ['trainer', 'coordinator'], what: 'How many people chose each answer. No names, and nothing before 5 people were asked', whose: 'Everybody, counted', routes: ['GET /api/item-analysis/:quizId']},
  {roles: ['trainer', 'lead', 'coordinator'], what: 'Reports about pages, and who may be asked about one', whose: 'People who ticked that we may ask them', routes: ['GET /api/points', 'GET /api/points.csv']},
  {roles: ['lead', 'coordinator'], what: 'Who on the staff list is still to be trained, by name', whose: 'Leads their own directorate, coordinators everybody', routes: ['GET /api/targets/:id/people', 'GET /api/targets/:id/people.csv']},
  {roles: ['lead', 'coordinator'], what: 'Counts by directorate', whose: 'Leads their own directorate, coordinators everybody', routes: ['GET /api/overview', 'GET /api/measures']},
  {roles: ['coordinator'], what: 'The staff list: names, addresses, teams and job roles', whose: 'Everybody on it', routes: ['GET /api/staff-lists/members']},
  {roles: ['coordinator'], what: 'Who has which role', whose: 'Everybody with a role above learner', routes: ['GET /api/people']},
  {roles: ['coordinator'], what: 'Certificates of other bodies that were handed in', whose: 'Everybody who handed one in', routes: ['GET /api/recognised-credentials']},
  {roles: ['coordinator'], what: 'Everything that is held, answers too', whose: 'One person at a time, to answer that person’s request', routes: ['POST /api/people/search', 'POST /api/people/data-exports']},
];
