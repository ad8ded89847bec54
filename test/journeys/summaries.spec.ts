import {expect, test} from '@playwright/test';
import {realContent} from '../support/project.ts';

const MOST_PAGES = 2;

test('the summary of each course prints on two pages', async ({page}) => {
  test.setTimeout(120_000);
  for (const {id} of (await realContent()).courses) {
    await page.goto(`/learn/${id}/summary/`);
    const pdf = await page.pdf({format: 'A4', margin: {top: '15mm', bottom: '15mm', left: '15mm', right: '15mm'}});
    const pages = pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0;
    expect.soft(pages, id).toBeGreaterThan(0);
    expect.soft(pages, id).toBeLessThanOrEqual(MOST_PAGES);
  }
});
