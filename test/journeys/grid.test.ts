import type { Frame, Page } from '@playwright/test';
import { productIds } from '../../src/sandbox/tenant/products';
import { expect, test } from '../support/journey';
import { english } from '../support/languages';

/** Position of the row with the focus in the window, and of the bars that cover it above and below. */
interface Place {
  readonly cell: string;
  readonly top: number;
  readonly bottom: number;
  readonly coveredTo: number;
  readonly coveredFrom: number;
}

function placeOfFocus(): Place {
  const focused = document.activeElement;
  const row = focused?.closest('[role=row]');
  const head = row?.closest('[role=grid]')?.querySelector('[role=columnheader]')?.closest('[role=row]');
  if (!focused || !row || !head) throw new Error('The focus is not in a grid.');
  const { top, bottom } = row.getBoundingClientRect();
  // A bar over the bottom of the page, if there is one.
  const below = document.elementFromPoint(innerWidth / 2, innerHeight - 4);
  const bar = below?.closest('[role=grid]') ? undefined : below;
  const isFixed = (element: Element): boolean => getComputedStyle(element).position === 'fixed';
  let fixed: Element | null | undefined = bar;
  while (fixed && !isFixed(fixed)) fixed = fixed.parentElement;
  return {
    cell: focused.getAttribute('data-cell') ?? '',
    top,
    bottom,
    coveredTo: row === head ? 0 : head.getBoundingClientRect().bottom,
    coveredFrom: fixed ? fixed.getBoundingClientRect().top : innerHeight,
  };
}

/** Presses keys, and expects the row with the focus in full view after each. */
async function pressInView(page: Page, frame: Frame, keys: readonly string[]): Promise<void> {
  for (const key of keys) {
    await page.keyboard.press(key);
    await expect
      .poll(
        async () => {
          const { top, bottom, coveredTo, coveredFrom } = await frame.evaluate(placeOfFocus);
          return { above: Math.min(0, top - coveredTo + 1), below: Math.max(0, bottom - coveredFrom - 1) };
        },
        { message: `in view after ${key}`, timeout: 3_000 },
      )
      .toEqual({ above: 0, below: 0 });
  }
}

const times = (count: number, key: string): readonly string[] => Array.from({ length: count }, () => key);
const tour = [
  ...times(14, 'ArrowDown'),
  ...times(12, 'ArrowUp'),
  ...['PageDown', 'PageDown', 'PageUp', 'Control+End', 'ArrowUp', 'Control+Home', 'ArrowDown'],
];

test('the row with the focus is in view after every key, on a desktop, in a low window and on a phone', async ({
  openJourney,
}) => {
  const { page, tab, tabFrame } = await openJourney({
    query: { sub: `products/${productIds.learn}` },
    viewport: { width: 1280, height: 720 },
  });
  const grid = tab.getByRole('grid');
  await tab.getByText(/people have a license/).waitFor();
  const frame = await tabFrame();
  await grid.locator('[data-cell="1:0"]').focus();
  await pressInView(page, frame, tour);
  await page.setViewportSize({ width: 1280, height: 520 });
  await pressInView(page, frame, tour);
  // With a selection a phone has a bar over the bottom of the page.
  await page.setViewportSize({ width: 390, height: 844 });
  await page.keyboard.press('Space');
  await pressInView(page, frame, tour);

  // Cards have the headings of their first columns alone: no arrow moves the only tab stop to another.
  await page.keyboard.press('Control+Home');
  for (const key of ['ArrowRight', 'ArrowRight', 'End', 'ArrowDown', 'End', 'ArrowUp']) {
    await page.keyboard.press(key);
    await expect(grid.locator('[data-cell][tabindex="0"]')).toBeFocused();
    await expect(grid.locator('[data-cell][tabindex="0"]')).toBeVisible();
  }
  await page.keyboard.press('Tab');
  await page.keyboard.press('Shift+Tab');
  await expect(grid.locator('[data-cell][tabindex="0"]')).toBeFocused();
});

test('a grid selects ranges and finds names by keys, and draws the focus in forced colors', async ({
  openJourney,
}) => {
  const { page, tab } = await openJourney({
    query: { sub: `products/${productIds.learn}` },
    viewport: { width: 1280, height: 720 },
  });
  await page.emulateMedia({ forcedColors: 'active' });
  const grid = tab.getByRole('grid');
  await tab.getByText(/people have a license/).waitFor();
  const focused = grid.locator(':focus');
  const outline = (): Promise<string> =>
    focused.evaluate((element) => {
      const { outlineStyle, outlineWidth } = getComputedStyle(element);
      return `${outlineStyle} ${outlineWidth}`;
    });
  await grid.locator('[data-cell="1:0"]').focus();
  await page.keyboard.press('ArrowDown');
  expect(await outline()).toBe('solid 2px');
  await page.keyboard.press('ArrowRight');
  expect(await outline()).toBe('solid 2px');
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Shift+ArrowDown');
  await tab.getByText(english.product.selected(3, 0), { exact: true }).waitFor();
  await page.keyboard.press('Shift+ArrowUp');
  await tab.getByText(english.product.selected(2, 0), { exact: true }).waitFor();
  await expect(grid.getByRole('row', { selected: true })).toHaveCount(2);

  await page.keyboard.press('Control+Home');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.type('m');
  await expect(focused).toContainText(/^\W*M/i);
});
