import type {App, Services} from '../parts.ts';
import {attemptRoutes} from './attempts.ts';
import {cohortRoutes} from './cohorts.ts';
import {healthRoutes} from './health.ts';
import {joinRoutes} from './join.ts';
import {mailRoutes} from './mail.ts';
import {meRoutes} from './me.ts';
import {overviewRoutes} from './overview.ts';
import {peopleRoutes} from './people.ts';
import {recordRoutes} from './records.ts';
import {signInRoutes} from './signIn.ts';

/** Every route of the service, by name. */
export function registerRoutes(app: App, services: Services): void {
  healthRoutes(app, services);
  signInRoutes(app, services);
  meRoutes(app, services);
  attemptRoutes(app, services);
  recordRoutes(app, services);
  cohortRoutes(app, services);
  joinRoutes(app, services);
  overviewRoutes(app, services);
  peopleRoutes(app, services);
  if (services.config.isLocal && services.mailer.recent()) mailRoutes(app, services);
}
