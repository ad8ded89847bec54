import type {Locator, Page} from '@playwright/test';

/** A way of using a page. The journeys are written once and walked with a mouse or with nothing but the keyboard. */
export interface Hand {
  press: (target: Locator) => Promise<void>;
  check: (target: Locator) => Promise<void>;
  select: (target: Locator, label: string) => Promise<void>;
  fill: (target: Locator, text: string) => Promise<void>;
}

export const mouse: Hand = {
  press: (target) => target.click(),
  check: (target) => target.check(),
  select: async (target, label) => void (await target.selectOption({label})),
  fill: (target, text) => target.fill(text),
};

/** More presses of Tab than any page here has stops. */
const MOST_STOPS = 250;

/** Uses Tab, arrows, Space and Enter alone; fails when Tab never comes to what is wanted, as it would for a person. */
export function keyboard(page: Page): Hand {
  const tabUntil = async (isThere: () => Promise<boolean>, what: Locator): Promise<void> => {
    await what.waitFor();
    for (let stop = 0; stop < MOST_STOPS; stop += 1) {
      if (await isThere()) return;
      await page.keyboard.press('Tab');
    }
    throw new Error(`Tab never came to ${String(what)}.`);
  };
  const hasFocus = (target: Locator) => () => target.evaluate((element) => element === document.activeElement);
  return {
    press: async (target) => {
      await tabUntil(hasFocus(target), target);
      await page.keyboard.press('Enter');
    },
    check: async (target) => {
      const isRadio = (await target.getAttribute('type')) === 'radio';
      if (!isRadio) {
        await tabUntil(hasFocus(target), target);
        await page.keyboard.press('Space');
        return;
      }
      // Tab comes to a group of radios once; the arrows choose within it.
      const group = await target.getAttribute('name');
      await tabUntil(() => page.evaluate((name) => (document.activeElement as HTMLInputElement | null)?.name === name, group), target);
      await page.keyboard.press('Space');
      for (let step = 0; step < 10 && !(await target.isChecked()); step += 1) await page.keyboard.press('ArrowDown');
    },
    select: async (target, label) => {
      await tabUntil(hasFocus(target), target);
      const labels = await target.locator('option').allInnerTexts();
      await page.keyboard.press('Home');
      for (let step = 0; step < labels.indexOf(label); step += 1) await page.keyboard.press('ArrowDown');
    },
    fill: async (target, text) => {
      await tabUntil(hasFocus(target), target);
      await page.keyboard.press('ControlOrMeta+a');
      await page.keyboard.type(text);
    },
  };
}
