import {randomBytes} from 'node:crypto';
import type {Organisation} from '#config';
import type {Content} from '#content/readContent.ts';
import {readConfig} from './config.ts';
import type {Environment} from './config.ts';
import {askControl} from './control.ts';
import {StartFault} from './database/database.ts';
import {openDatabase} from './database/openDatabase.ts';
import {keepContent} from './records/quizShelf.ts';
import {TASKS} from './tasks/index.ts';
import type {TaskResult} from './tasks/task.ts';

interface RunTaskOptions {
  env: Environment;
  root: string;
  organisation: Organisation;
  loadContent: () => Promise<Pick<Content, 'courses' | 'quizzes'>>;
}

/**
 * Does a task for the command line: through the running service where that holds the embedded database, else by opening the database
 * here. A refusal comes back as a result; a database that cannot be opened too.
 */
export async function runTask(name: string, input: unknown, {env, root, organisation, loadContent}: RunTaskOptions): Promise<TaskResult> {
  const task = TASKS[name];
  if (!task) throw new Error(`There is no task ${name}.`);
  // The database is all that matters here; settings for mail and browsers are checked when the service starts.
  const checked = readConfig({ASKWELL_DATA: env['ASKWELL_DATA'], DATABASE_URL: env['DATABASE_URL']}, root);
  if (!checked.ok) return {ok: false, message: checked.faults.join('\n'), data: {}};
  const config = checked.value;
  const answer = config.databaseUrl ? null : await askControl(config.dataFolder, name, input);
  if (answer) return answer;
  try {
    const content = await loadContent();
    const database = await openDatabase(config);
    try {
      const clock = (): Date => new Date();
      await keepContent(database, content, clock());
      return await task({database, content, organisation, clock, randomBytes}, input);
    } finally {
      await database.close();
    }
  } catch (error) {
    if (error instanceof StartFault) return {ok: false, message: error.message, data: {}};
    throw error;
  }
}
