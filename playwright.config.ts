import {tmpdir} from 'node:os';
import path from 'node:path';
import {defineConfig} from '@playwright/test';

/** One port for the service under test, on loopback only. */
const PORT = Number(process.env.ASKWELL_TEST_PORT ?? 3911);
/** The commands that a journey runs find the service's data here, as a person at the terminal would. */
process.env.ASKWELL_DATA = path.join(tmpdir(), `askwell-journeys-${PORT}`);
const executablePath = process.env.ASKWELL_CHROMIUM ?? '/usr/bin/chromium';

export default defineConfig({
  testDir: 'test/journeys',
  outputDir: 'test-results',
  workers: 2,
  timeout: 90_000,
  expect: {timeout: 10_000},
  forbidOnly: Boolean(process.env.CI),
  // A machine shared with other work may stop for seconds. What passes only at the second try is listed as flaky.
  retries: process.env.CI ? 1 : 0,
  reporter: [['list']],
  use: {
    baseURL: `http://localhost:${PORT}`,
    // A link changes colour in steps when the page goes dark; contrast is measured at the end of that.
    contextOptions: {reducedMotion: 'reduce'},
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    // A service worker would answer from its store and hide what the network does; the offline journey switches it on.
    serviceWorkers: 'block',
    // Recording costs a third of the time; ask for it when a test fails.
    trace: process.env.ASKWELL_TRACE ? 'retain-on-failure' : 'off',
    launchOptions: {
      ...(executablePath && {executablePath}),
      args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run'],
    },
  },
  webServer: {
    command: 'node --import tsx test/support/serve.ts',
    url: `http://localhost:${PORT}/api/health`,
    env: {...process.env as Record<string, string>, PORT: String(PORT), HOST: '127.0.0.1', PUBLIC_URL: `http://localhost:${PORT}`},
    reuseExistingServer: false,
    timeout: 60_000,
  },
});
