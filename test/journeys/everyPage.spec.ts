import {readFileSync} from 'node:fs';
import path from 'node:path';
import {expect, test} from '@playwright/test';
import type {Page} from '@playwright/test';
import {colourViolationsOn, textViolationsOn, violationsOn} from '../support/axe.ts';
import {projectRoot} from '../support/project.ts';

test.describe.configure({mode: 'parallel'});

const addresses = [...readFileSync(path.join(projectRoot, 'build/sitemap.xml'), 'utf8').matchAll(/<loc>https?:\/\/[^/]+([^<]*)<\/loc>/g)].map((match) => match[1] ?? '/');

/**
 * One page of each kind, and every page that is no text, is checked whole, in light and in dark. The others of its kind have the same frame,
 * styles and colours, so their text is checked.
 */
const first = new Map(addresses.filter((address) => /^\/(toolkit|methods|writing|code-of-practice|learn)\/./.test(address)).reverse().map((address) => [kindOf(address), address]));
/** Pages that share a folder with others and look like none of them. */
const UNLIKE = ['/learn/framework/', '/learn/skills-check/', '/learn/introduction-to-consultation/', '/learn/planning-a-consultation/weeks-and-dates/', '/methods/compare/', '/code-of-practice/self-assessment/', '/toolkit/glossary/', '/toolkit/sources/', '/toolkit/duties/fairness/'];
const isWhole = (address: string): boolean => UNLIKE.includes(address) || (first.get(kindOf(address)) ?? address) === address;

function kindOf(address: string): string {
  const ofCourse = /^\/learn\/[^/]+\/(assessment|session|refresher|summary)\/$/.exec(address)?.[1];
  return ofCourse === undefined ? address.replace(/[^/]+\/$/, '').replace(/^\/learn\/.+/, '/learn/lesson/') : `/learn/${ofCourse}/`;
}

// The page that checks certificates asks search engines to leave it out.
const all = [...addresses, '/verify/', '/no-such-page/'];
/**
 * Of the pages that are text, one in forty is drawn with its scripts. The others are read as the server wrote them: their scripts are those of
 * their kind, and starting them on 300 pages takes most of the time there is.
 */
const ONE_IN = 40;
const asText = all.filter((address, index) => !isWhole(address) && index % ONE_IN !== 0);
const running = all.filter((address) => !asText.includes(address));

/** Pages that one test walks through. Starting a browser's context costs more than a page, and a few long tests would leave a core idle. */
function inGroups(list: readonly string[], most: number): string[][] {
  return Array.from({length: Math.ceil(list.length / most)}, (_, index) => list.slice(index * most, (index + 1) * most));
}

test('the site map names the pages that people need', () => {
  for (const address of [
    '/', '/methods/', '/methods/focus-group/', '/methods/compare/', '/method-selector/', '/tools/', '/tools/sample-size/', '/tools/stakeholders/',
    '/tools/timeline/', '/tools/representativeness/', '/tools/opening-paragraph/', '/learn/', '/learn/introduction-to-consultation/', '/learn/introduction-to-consultation/assessment/',
    '/toolkit/', '/toolkit/journey/purpose/', '/toolkit/duties/fairness/', '/toolkit/people/audiences/older-people/', '/toolkit/templates/consultation-plan/', '/toolkit/glossary/',
    '/toolkit/sources/', '/code-of-practice/self-assessment/', '/writing/rules/font-size-min/', '/sign-in/', '/account/', '/my-record/', '/cohorts/', '/tasks/', '/judging/', '/join/', '/overview/', '/privacy/', '/accessibility/',
    '/learn/skills-check/', '/my-learning/', '/live/', '/facilitate/live/', '/item-analysis/', '/learning-points/', '/learning-points/new/', '/learn/framework/',
    '/bookings/', '/attendance/', '/standings/', '/certificates/', '/certificates/issue/', '/network/', '/network/profile/', '/network/for-you/', '/targets/', '/staff-list/', '/measures/', '/my-data/', '/people/',
    '/learn/planning-a-consultation/session/', '/learn/planning-a-consultation/refresher/', '/learn/planning-a-consultation/summary/',
  ]) {
    expect(addresses).toContain(address);
  }
});

for (const group of inGroups(running, 8)) {
  test(`${group[0]} to ${group.at(-1)} can be used by everyone, in light and dark, and ask nobody else for anything`, async ({page, baseURL}) => {
    const faults: string[] = [];
    page.on('request', (request) => { if (!request.url().startsWith(`${baseURL}/`) && !request.url().startsWith('data:')) faults.push(`request to ${request.url()}`); });
    page.on('console', (message) => {
      // These tests keep the service worker out, and the page says that it could not start one.
      const expected = message.text().startsWith('registerSW failed') || (page.url().endsWith('/no-such-page/') && message.text().includes('404'));
      if (message.type() === 'error' && !expected) faults.push(`console on ${page.url()}: ${message.text()}`);
    });
    page.on('pageerror', (error) => faults.push(`error on ${page.url()}: ${error.message}`));
    for (const address of group) await test.step(address, () => checkPage(page, address));
    expect(faults).toEqual([]);
  });
}

for (const group of inGroups(asText, 24)) {
  test(`the text of ${group[0]} to ${group.at(-1)} can be used by everyone, and fits a small screen`, async ({page}) => {
    await page.route(/\.js$/, (route) => route.abort());
    await page.setViewportSize({width: 320, height: 640});
    await page.goto(group[0] ?? '/');
    for (const address of group) {
      await test.step(address, async () => {
        await showTextOf(page, address);
        await expect(page.locator('h1')).toHaveCount(1);
        expect(await textViolationsOn(page, 'main'), address).toEqual([]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth), `sideways scroll of ${address} at 320 pixels`).toBeLessThanOrEqual(320);
      });
    }
  });
}

/** Puts the text of another page of the site into the frame of the one that is open: all pages share one style sheet, and nothing has to be loaded anew. */
async function showTextOf(page: Page, address: string): Promise<void> {
  await page.evaluate(async (from) => {
    const answer = await fetch(from);
    const text = new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector('main');
    if (!answer.ok || !text) throw new Error(`${from} has no text: ${answer.status}.`);
    document.querySelector('main')?.replaceWith(document.adoptNode(text));
  }, address);
}

async function checkPage(page: Page, address: string): Promise<void> {
  await page.setViewportSize({width: 1280, height: 720});
  await page.emulateMedia({colorScheme: 'light'});
  await page.goto(address);
  // Before this the page does not hear that the device went dark.
  await expect(page.locator('html')).toHaveAttribute('data-has-hydrated', 'true');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'light');
  await expect(page.locator('h1')).toHaveCount(1);
  expect(await violationsOn(page, isWhole(address) ? undefined : 'main'), `${address} in light`).toEqual([]);
  if (isWhole(address)) {
    await page.emulateMedia({colorScheme: 'dark'});
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
    expect(await colourViolationsOn(page), `${address} in dark`).toEqual([]);
  }

  await page.setViewportSize({width: 320, height: 640});
  expect(await page.evaluate(() => document.documentElement.scrollWidth), `sideways scroll of ${address} at 320 pixels`).toBeLessThanOrEqual(320);
}
