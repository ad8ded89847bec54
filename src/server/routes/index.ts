import type {App, Services} from '../parts.ts';
import {attemptRoutes} from './attempts.ts';
import {cohortRoutes} from './cohorts.ts';
import {healthRoutes} from './health.ts';
import {itemAnalysisRoutes} from './itemAnalysis.ts';
import {joinRoutes} from './join.ts';
import {liveRoutes} from './live.ts';
import {mailRoutes} from './mail.ts';
import {meRoutes} from './me.ts';
import {openAttemptRoutes} from './openAttempts.ts';
import {overviewRoutes} from './overview.ts';
import {peopleRoutes} from './people.ts';
import {pointRoutes} from './points.ts';
import {recordRoutes} from './records.ts';
import {reminderRoutes} from './reminders.ts';
import {signInRoutes} from './signIn.ts';

/** Every route of the service, by name. */
export function registerRoutes(app: App, services: Services): void {
  healthRoutes(app, services);
  signInRoutes(app, services);
  meRoutes(app, services);
  attemptRoutes(app, services);
  openAttemptRoutes(app, services);
  recordRoutes(app, services);
  cohortRoutes(app, services);
  joinRoutes(app, services);
  liveRoutes(app, services);
  overviewRoutes(app, services);
  itemAnalysisRoutes(app, services);
  peopleRoutes(app, services);
  pointRoutes(app, services);
  reminderRoutes(app, services);
  if (services.config.isLocal && services.mailer.recent()) mailRoutes(app, services);
}
