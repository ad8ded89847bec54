import {readFileSync} from 'node:fs';
import path from 'node:path';
import {expect, test} from '@playwright/test';
import {violationsOn} from '../support/axe.ts';
import {projectRoot} from '../support/project.ts';

test.describe.configure({mode: 'parallel'});

const addresses = [...readFileSync(path.join(projectRoot, 'build/sitemap.xml'), 'utf8').matchAll(/<loc>https?:\/\/[^/]+([^<]*)<\/loc>/g)].map((match) => match[1] ?? '/');

test('the site map names the pages that people need', () => {
  for (const address of ['/', '/methods/', '/methods/focus-group/', '/method-selector/', '/learn/', '/learn/introduction-to-consultation/', '/learn/introduction-to-consultation/assessment/', '/sign-in/', '/my-record/', '/cohorts/', '/join/', '/overview/', '/privacy/', '/accessibility/']) {
    expect(addresses).toContain(address);
  }
});

for (const address of [...addresses, '/no-such-page/']) {
  test(`${address} can be used by everyone, in light and dark, and asks nobody else for anything`, async ({page, baseURL}) => {
    const faults: string[] = [];
    page.on('request', (request) => { if (!request.url().startsWith(`${baseURL}/`) && !request.url().startsWith('data:')) faults.push(`request to ${request.url()}`); });
    page.on('console', (message) => {
      // These tests keep the service worker out, and the page says that it could not start one.
      const expected = message.text().startsWith('registerSW failed') || (address === '/no-such-page/' && message.text().includes('404'));
      if (message.type() === 'error' && !expected) faults.push(`console: ${message.text()}`);
    });
    page.on('pageerror', (error) => faults.push(`error: ${error.message}`));

    await page.emulateMedia({colorScheme: 'light'});
    await page.goto(address, {waitUntil: 'networkidle'});
    // Before this the page does not hear that the device went dark.
    await expect(page.locator('html')).toHaveAttribute('data-has-hydrated', 'true');
    await expect(page.locator('h1')).toHaveCount(1);
    expect(await violationsOn(page), 'light').toEqual([]);

    await page.emulateMedia({colorScheme: 'dark'});
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
    expect(await violationsOn(page), 'dark').toEqual([]);

    await page.setViewportSize({width: 320, height: 640});
    expect(await page.evaluate(() => document.documentElement.scrollWidth), 'sideways scroll at 320 pixels').toBeLessThanOrEqual(320);
    expect(faults).toEqual([]);
  });
}
