import type { Frame, Locator } from '@playwright/test';
import type { UserRow } from '../../src/sandbox/tenant/rows';
import { english } from './languages';

const { assign } = english;

/** Pastes a text into the picker. */
export async function pasteText(picker: Locator, pasted: string): Promise<void> {
  await picker.evaluate((input, text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', text);
    input.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, pasted);
}

/**
 * Pastes the addresses into the open assign pane, waits until all are checked, and assigns; `disturb` runs right
 * before that.
 */
export async function pasteAndAssign(
  frame: Frame,
  people: readonly UserRow[],
  disturb?: () => void | Promise<void>,
): Promise<void> {
  const picker = frame.getByRole('combobox').first();
  await picker.waitFor({ timeout: 60_000 });
  await pasteText(picker, people.map(({ userPrincipalName }) => userPrincipalName).join('\n'));
  await frame.getByText(assign.listCount(people.length)).waitFor({ timeout: 60_000 });
  const button = frame.getByRole('button', { name: assign.assign, exact: true });
  await frame.getByText(assign.checking).first().waitFor({ state: 'detached', timeout: 60_000 });
  await disturb?.();
  await button.click({ timeout: 60_000 });
}
