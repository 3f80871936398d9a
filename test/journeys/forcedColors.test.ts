import type { Locator } from '@playwright/test';
import { productIds } from '../../src/sandbox/tenant/products';
import { peopleWithout } from '../support/bulkJourney';
import { expect, test, type Journey } from '../support/journey';
import { openKeyboard } from '../support/keyboard';
import { english } from '../support/languages';

const { assign, jobs, licenses, product, shell } = english;

test.use({ contextOptions: { reducedMotion: 'reduce', forcedColors: 'active' } });

/** A picture of an element, or of its first pixels, with a margin for outlines, in which no caret blinks. */
async function pictureOf({ page }: Journey, target: Locator, pixels?: number): Promise<string> {
  const box = await target.boundingBox();
  if (!box) throw new Error(`${String(target)} isn't drawn.`);
  const margin = 4;
  const clip = {
    x: Math.max(0, box.x - margin),
    y: Math.max(0, box.y - margin),
    width: (pixels ?? box.width) + 2 * margin,
    height: box.height + 2 * margin,
  };
  return (await page.screenshot({ clip, caret: 'hide' })).toString('base64');
}

/** Fails unless the element looks different with the focus, which Tab or an arrow gives it. */
async function expectVisibleFocus(
  journey: Journey,
  target: Locator,
  focus: () => Promise<unknown>,
): Promise<void> {
  const before = await pictureOf(journey, target);
  await focus();
  await target.and(journey.tab.locator(':focus')).waitFor();
  expect(await pictureOf(journey, target), `${String(target)} looks the same with the focus`).not.toBe(
    before,
  );
}

/** The color of what is drawn: borders, background, text and outline, as computed. */
const looksOf = (target: Locator): Promise<string> =>
  target.evaluate((element) => {
    const { borderColor, borderWidth, backgroundColor, color, outlineStyle, textDecorationLine } =
      getComputedStyle(element);
    const { borderBottomColor, backgroundColor: below } = getComputedStyle(element, '::after');
    return [
      borderColor,
      borderWidth,
      backgroundColor,
      color,
      outlineStyle,
      textDecorationLine,
      borderBottomColor,
      below,
    ].join();
  });

test('forced colors: the start page shows where the focus is, which filter is on and where one is', async ({
  openJourney,
}) => {
  const journey = await openJourney();
  const { tab, page } = journey;
  await tab.getByText('Snorrifax Timesheets').waitFor();
  await page.waitForLoadState('networkidle');
  const keyboard = await openKeyboard(journey);
  const current = tab.getByRole('link', { name: shell.licenses, exact: true });
  const other = tab.getByRole('link', { name: shell.myApps, exact: true });
  expect(await current.getAttribute('aria-current')).toBe('page');
  expect(await looksOf(current)).not.toBe(await looksOf(other));
  await expectVisibleFocus(journey, other, () => keyboard.moveTo(other));

  const chip = tab.getByRole('button', { name: new RegExp(`^${licenses.filterNames.noneLeft}`) });
  await expectVisibleFocus(journey, chip, () => keyboard.moveTo(chip));
  const idle = await looksOf(chip);
  await keyboard.press(' ');
  await expect(chip).toHaveAttribute('aria-pressed', 'true');
  expect(await looksOf(chip)).not.toBe(idle);
  await keyboard.press(' ');

  const name = tab.getByRole('link', { name: /Snorrifax Rota/ });
  const row = tab.getByRole('row').filter({ has: name });
  const before = await pictureOf(journey, row);
  await keyboard.moveTo(name, { limit: 60 });
  expect(await pictureOf(journey, row)).not.toBe(before);
});

test('forced colors: meters are not empty', async ({ openJourney }) => {
  const journey = await openJourney();
  const { tab, page } = journey;
  const rowOf = (name: string) => tab.getByRole('row').filter({ hasText: name });
  await rowOf('Snorrifax Rota').waitFor();
  await page.waitForLoadState('networkidle');
  const fillOf = (name: string) =>
    rowOf(name)
      .locator('td')
      .first()
      .evaluate((cell) => {
        const isPainted = (element: Element): boolean => {
          const { backgroundColor, backgroundImage } = getComputedStyle(element);
          return backgroundColor !== 'rgba(0, 0, 0, 0)' || backgroundImage !== 'none';
        };
        const bars = [...cell.querySelectorAll('*')].filter(
          (element) =>
            element.childElementCount === 0 && element.textContent === '' && element.clientWidth > 0,
        );
        const canvas = getComputedStyle(document.body).backgroundColor;
        return bars.filter((bar) => isPainted(bar) && getComputedStyle(bar).backgroundColor !== canvas)
          .length;
      });
  expect(await fillOf('Snorrifax Rota')).toBeGreaterThan(0);
  expect(await fillOf('Tindlewick Learn')).toBeGreaterThan(0);
});

test('forced colors: a list shows the focus of its cells and which rows are selected', async ({
  openJourney,
}) => {
  const journey = await openJourney({ query: { sub: `products/${productIds.timesheets}` } });
  const { tab, page } = journey;
  await tab.getByRole('grid').waitFor();
  await page.waitForLoadState('networkidle');
  const keyboard = await openKeyboard(journey);
  const stop = tab.getByRole('grid').locator('[tabindex="0"]').first();
  await expectVisibleFocus(journey, stop, () => keyboard.moveTo(stop));
  const boxes = tab.getByRole('grid').getByRole('checkbox');
  await expectVisibleFocus(journey, boxes.nth(3), () =>
    keyboard.moveTo(boxes.nth(3), { key: 'ArrowDown', limit: 4 }),
  );
  const cell = tab.getByRole('row').nth(3).getByRole('gridcell').nth(1);
  await expectVisibleFocus(journey, cell, () => keyboard.moveTo(cell, { key: 'ArrowRight', limit: 3 }));

  // A selected row has a bar at its edge.
  const row = tab.getByRole('row').nth(4);
  const idle = await pictureOf(journey, row, 6);
  await keyboard.press('ArrowDown', ' ', 'ArrowUp');
  await expect(row.getByRole('checkbox')).toBeChecked();
  expect(await pictureOf(journey, row, 6)).not.toBe(idle);

  const button = (name: string) => tab.getByRole('button', { name, exact: true });
  const action = button(product.unassign);
  await expectVisibleFocus(journey, action, () => keyboard.moveTo(action, { key: 'Shift+Tab' }));
  await keyboard.moveTo(button(product.clearSelection), { key: 'Shift+Tab' });
  await keyboard.press('Enter');

  const more = button(product.moreActions);
  await expectVisibleFocus(journey, more, () => keyboard.moveTo(more, { key: 'Shift+Tab' }));
  await keyboard.press('Enter');
  const item = tab.getByRole('menuitem', { name: product.copyLink });
  await expectVisibleFocus(journey, item, () => keyboard.moveTo(item, { key: 'ArrowDown', limit: 4 }));
  await keyboard.press('Escape');

  const names = tab.getByRole('rowheader').getByRole('button');
  await keyboard.moveTo(stop);
  await keyboard.press('Control+Home', 'ArrowDown', 'ArrowRight', 'Enter');
  await keyboard.waitForFocus(names.first());
  await keyboard.press('Enter');
  const unassign = tab.getByRole('dialog').getByRole('button', { name: product.unassign });
  await unassign.waitFor();
  await expectVisibleFocus(journey, unassign, () => keyboard.moveTo(unassign));
});

test('forced colors: the assign pane and its outcomes show the focus of their controls, and which filter is on', async ({
  sandbox,
  openJourney,
}) => {
  const journey = await openJourney({
    query: { sub: `products/${productIds.expenses}/assign` },
    expected: [/status of 403/],
  });
  const { tab } = journey;
  const pane = tab.getByRole('dialog');
  const keyboard = await openKeyboard(journey);
  await keyboard.moveTo(pane.getByRole('combobox').first());
  const people = peopleWithout(sandbox, productIds.expenses)(2);
  for (const { userPrincipalName } of people) {
    await keyboard.type(userPrincipalName);
    await tab.getByRole('option').first().waitFor();
    await keyboard.press('ArrowDown', 'Enter');
  }
  await pane.getByRole('grid').waitFor();
  await tab.getByText(assign.checking).first().waitFor({ state: 'detached' });
  /** Fails unless a chip shows the focus, and looks different once it's pressed. */
  const expectChip = async (name: string): Promise<void> => {
    const chip = pane.getByRole('button', { name: new RegExp(`^${name}`) });
    await expectVisibleFocus(journey, chip, () => keyboard.moveTo(chip));
    const idle = await looksOf(chip);
    await keyboard.press(' ');
    await expect(chip).toHaveAttribute('aria-pressed', 'true');
    expect(await looksOf(chip)).not.toBe(idle);
    await keyboard.press(' ');
  };
  await expectChip(assign.lineFilters.sent);
  const stop = pane.getByRole('grid').locator('[tabindex="0"]').first();
  await expectVisibleFocus(journey, stop, () => keyboard.moveTo(stop));
  const go = pane.getByRole('button', { name: assign.assign, exact: true });
  await expectVisibleFocus(journey, go, () => keyboard.moveTo(go));

  sandbox.emulator.faults.set([
    { kind: 'forbidden', rate: 1, person: people[0]?.id, pathPattern: 'POST *assignLicense' },
  ]);
  await keyboard.press('Enter');
  await pane.getByRole('button', { name: jobs.retryFailed }).waitFor();
  sandbox.emulator.faults.set([]);
  await expectChip(jobs.filterName.failed);
  // Shares of the bar differ in their pattern, since they can't in their colors.
  const shares = pane.locator('[aria-hidden] > button');
  expect(await pictureOf(journey, shares.first(), 6)).not.toBe(await pictureOf(journey, shares.last(), 6));
  const sort = pane.getByRole('button', { name: licenses.sortBy });
  await expectVisibleFocus(journey, sort, () => keyboard.moveTo(sort));
  await keyboard.press('Enter');
  const column = tab.getByRole('menuitemradio', { name: jobs.columnOutcome });
  await expectVisibleFocus(journey, column, () => keyboard.moveTo(column, { key: 'ArrowDown', limit: 4 }));
});
