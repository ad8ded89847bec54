import {defineConfig} from 'vitest/config';

// Two cores, and the service tests keep one busy by themselves.
const shared = {maxWorkers: 2, testTimeout: 30_000, hookTimeout: 60_000};
const POSTGRES = ['test/support/postgres.ts'];
/** Pure functions and what is drawn from props: nothing one file does can be seen by another, so they need no process of their own. */
const PURE = ['test/core/**/*.test.ts', 'test/components/**/*.test.ts', 'test/machines/**/*.test.ts', 'test/css/**/*.test.ts'];
/** The service is made of its parts anew in each test, and keeps nothing outside them. */
const SERVICE = ['test/server/**/*.test.ts', 'test/security/**/*.test.ts'];

export default defineConfig({
  test: process.env.ASKWELL_BENCH
    ? {...shared, include: ['test/bench/**/*.bench.ts'], globalSetup: POSTGRES}
    : {
      maxWorkers: 2,
      projects: [
        {test: {...shared, name: 'service', include: SERVICE, globalSetup: POSTGRES, isolate: false}},
        {test: {...shared, name: 'device-and-files', include: ['test/**/*.test.ts'], exclude: [...PURE, ...SERVICE]}},
        {test: {...shared, name: 'pure', include: PURE, isolate: false}},
      ],
    },
});
