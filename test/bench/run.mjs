import {ensureBuilt, ensureInstalled, requireNode, run} from '../../src/cli/prepare.mjs';

/** Figures as ratios against a named peer in the same run, because machines are noisy. Fails when a budget is passed. */
requireNode();
await ensureInstalled();
await ensureBuilt();
process.exitCode = await run(process.execPath, ['node_modules/vitest/vitest.mjs', 'run', '--reporter=default'], {env: {...process.env, ASKWELL_BENCH: '1'}});
