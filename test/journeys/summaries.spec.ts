import {expect, test} from '@playwright/test';
import {realContent} from '../support/project.ts';

const MOST_PAGES = 2;

// Print needs style sheets alone.
test.use({javaScriptEnabled: false});

test('the summary of each course prints on two pages', async ({page}) => {
  for (const {id} of (await realContent()).courses) {
    await page.goto(`/learn/${id}/summary/`);
    const pdf = await page.pdf({preferCSSPageSize: true});
    const pages = pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0;
    expect.soft(pages, id).toBeGreaterThan(0);
    expect.soft(pages, id).toBeLessThanOrEqual(MOST_PAGES);
  }
});
