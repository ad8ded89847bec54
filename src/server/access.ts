import type {Role} from '#core/records/api.ts';

/** Who may call a route: anybody, whoever is signed in, or those with one of these roles. */
export type Access = 'anybody' | 'signed-in' | readonly Role[];

const RUNS_COURSES: readonly Role[] = ['trainer', 'lead', 'coordinator'];
const SEES_FIGURES: readonly Role[] = ['lead', 'coordinator'];
const COORDINATES: readonly Role[] = ['coordinator'];
const TEACHES: readonly Role[] = ['trainer', 'coordinator'];

/**
 * Who may call what: the whole truth, in one table. A route without a line here stops the service at start-up. What a caller may see
 * of another person's data (a trainer their own course runs, a lead their own directorate) is decided in the route.
 */
export const ACCESS: Readonly<Record<string, Access>> = {
  'GET /api/health': 'anybody',
  'GET /api/openapi.json': 'anybody',
  'POST /api/sign-in/codes': 'anybody',
  'POST /api/sign-in/sessions': 'anybody',
  'DELETE /api/sign-in/session': 'anybody',
  'GET /api/me': 'anybody',
  'PATCH /api/me': 'signed-in',
  'POST /api/attempts': 'anybody',
  'GET /api/open-attempts': 'signed-in',
  'PUT /api/open-attempts/:id': 'signed-in',
  'GET /api/records': 'signed-in',
  'POST /api/records': 'signed-in',
  'GET /api/records/:id': 'signed-in',
  'GET /api/cohorts': RUNS_COURSES,
  'POST /api/cohorts': RUNS_COURSES,
  'GET /api/cohorts/:id': RUNS_COURSES,
  'GET /api/cohorts/:id/members.csv': RUNS_COURSES,
  'GET /api/join/:code': 'anybody',
  'POST /api/join/:code': 'signed-in',
  'GET /api/live': RUNS_COURSES,
  'POST /api/live': RUNS_COURSES,
  'PUT /api/live/:id/question': RUNS_COURSES,
  'PUT /api/live/:id/state': RUNS_COURSES,
  'DELETE /api/live/:id': RUNS_COURSES,
  'GET /api/live/rooms/:code': 'anybody',
  'POST /api/live/rooms/:code/answers': 'anybody',
  'GET /api/item-analysis': TEACHES,
  'GET /api/item-analysis/:quizId': TEACHES,
  'GET /api/overview': SEES_FIGURES,
  'GET /api/overview.csv': SEES_FIGURES,
  'GET /api/people': COORDINATES,
  'PUT /api/people/role': COORDINATES,
  'POST /api/points': 'anybody',
  'GET /api/points': RUNS_COURSES,
  'GET /api/points.csv': RUNS_COURSES,
  'POST /api/points/:id/changes': RUNS_COURSES,
  'GET /api/reminders': 'signed-in',
  'PUT /api/reminders': 'signed-in',
  'POST /api/reminders/feed': 'signed-in',
  'DELETE /api/reminders/feed': 'signed-in',
  'GET /api/calendar/:file': 'anybody',
  'GET /dev/mail': 'anybody',
};

/** Takes a method and a route's pattern; gives who may call it. Throws when the table has no line for it. */
export function accessOf(method: string, pattern: string): Access {
  const access = ACCESS[`${method} ${pattern}`];
  if (!access) throw new Error(`The route ${method} ${pattern} has no line in src/server/access.ts. Say there who may call it.`);
  return access;
}
