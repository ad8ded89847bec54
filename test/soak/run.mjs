import {ensureInstalled, requireNode, run} from '../../src/cli/prepare.mjs';

/** The long form of the kill test: 200 kills under write load, or as many as are named. Takes about four seconds a kill. */
requireNode();
await ensureInstalled();
const kills = process.argv[2] ?? '200';
process.exitCode = await run(process.execPath, ['node_modules/vitest/vitest.mjs', 'run', 'test/server/kill.test.ts'], {env: {...process.env, ASKWELL_KILLS: kills}});
