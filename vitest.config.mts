import {defineConfig} from 'vitest/config';

export default defineConfig({
  test: {
    include: process.env.ASKWELL_BENCH ? ['test/bench/**/*.bench.ts'] : ['test/**/*.test.ts'],
    globalSetup: ['test/support/postgres.ts'],
    // Two cores, and the service tests keep one busy by themselves.
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
