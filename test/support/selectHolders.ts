import type { FrameLocator } from '@playwright/test';
import type { UserRow } from '../../src/sandbox/tenant/rows';
import { english } from './languages';

/** Looks each of the people up in the list of holders on the screen, and ticks them. */
export async function selectHolders(
  tab: FrameLocator,
  people: readonly UserRow[],
  words: Pick<typeof english, 'product'> = english,
): Promise<void> {
  for (const { userPrincipalName, displayName } of people) {
    await tab.getByRole('searchbox').fill(userPrincipalName);
    // A click before the list is narrowed would go where the row stood: its head and one row are left then.
    await tab.locator('[role="grid"][aria-rowcount="2"]').waitFor();
    await tab
      .getByRole('checkbox', { name: words.product.selectRow(displayName) })
      .first()
      .check();
  }
}
