import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {makeApp} from '../support/app.ts';
import type {TestApp} from '../support/app.ts';
import {makeDatabase, makeDataFolder} from '../support/database.ts';
import type {TestDatabase} from '../support/database.ts';
import {call, startProcess} from '../support/realService.ts';

const TOKEN = 'a token for monitoring, long enough';
const asked = {authorization: `Bearer ${TOKEN.replaceAll(' ', '-')}`};

describe('figures for monitoring', () => {
  let store: TestDatabase;
  let service: TestApp;
  beforeAll(async () => {
    store = await makeDatabase('postgres');
    service = await makeApp(store.database, {config: {metricsToken: TOKEN.replaceAll(' ', '-')}});
  });
  afterAll(async () => {
    await service.close();
    await store.remove();
  });

  test('count requests by route and status, and never by what people sent', async () => {
    const ann = await service.signIn('canary@example.org');
    await ann.send('GET', '/api/join/CANARY22');
    await ann.send('GET', '/api/canary/canary@example.org');
    const {statusCode, body, headers} = await ann.send('GET', '/api/metrics', undefined, asked);
    expect(statusCode, body).toBe(200);
    expect(headers['content-type']).toBe('text/plain; version=0.0.4; charset=utf-8');
    expect(body).toContain('askwell_requests_total{method="GET",route="/api/join/:code",status="404"} 1');
    expect(body).toContain('askwell_requests_total{method="GET",route="unknown",status="404"} 1');
    expect(body).toContain('askwell_mail_waiting 0');
    expect(body).toContain('askwell_database_up{kind="postgres"} 1');
    expect(body).toMatch(/process_resident_memory_bytes \d+/);
    expect(body).not.toMatch(/canary/i);
  });

  test.each([['no token', {}], ['another token', {authorization: 'Bearer another-token-for-monitoring'}], ['another scheme', {authorization: `Basic ${TOKEN}`}]])('are not there for %s', async (_name, headers) => {
    const answer = await service.browser().send('GET', '/api/metrics', undefined, headers);
    expect(answer.statusCode).toBe(404);
    expect(answer.json()).toMatchObject({type: 'urn:askwell:problem:no-such-address'});
  });
});

test('an instance that stops says that it is not ready, answers those who still come, and then ends in order', async () => {
  const {folder, remove} = await makeDataFolder();
  const service = await startProcess({ASKWELL_DATA: folder, DRAIN_SECONDS: '2'});
  expect((await call(service.url, 'GET', '/api/health/ready')).status).toBe(200);
  const ended = service.end('SIGTERM');
  await expect.poll(async () => (await call(service.url, 'GET', '/api/health/ready')).status).toBe(503);
  expect((await call(service.url, 'GET', '/api/health/live')).status).toBe(200);
  expect((await call(service.url, 'POST', '/api/sign-in/codes', {email: 'ann@example.org'})).status).toBe(202);
  expect(await ended).toBe(0);
  remove();
});
