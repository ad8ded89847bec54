import {ensureInstalled, requireNode, run} from '../../src/cli/prepare.mjs';

/**
 * The long forms of the tests of faults. Takes about 25 minutes: 200 kills on the embedded database and 50 on PostgreSQL, or as many as are
 * named, then disk full, database away for a minute, mail server down and two instances.
 */
requireNode();
await ensureInstalled();
const [kills = '200', postgresKills = '50'] = process.argv.slice(2);
process.exitCode = await run(process.execPath, ['node_modules/vitest/vitest.mjs', 'run', 'test/server/kill.test.ts', 'test/server/outages.test.ts', 'test/server/backup.test.ts', 'test/security/requests.test.ts'], {
  env: {...process.env, ASKWELL_SOAK: '1', ASKWELL_KILLS: kills, ASKWELL_POSTGRES_KILLS: postgresKills},
});
