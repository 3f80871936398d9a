import type { Frame, FrameLocator, Locator } from '@playwright/test';
import type { Sandbox } from '../../src/sandbox/startSandbox';
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

/** Opens the options of the assignment, a second page of the pane. */
export async function openOptions(tab: Frame | FrameLocator): Promise<void> {
  await tab.getByRole('button', { name: assign.options, exact: true }).click();
}

/** Goes back from the options to the list. */
export async function backToList(tab: Frame | FrameLocator): Promise<void> {
  await tab.getByRole('button', { name: assign.optionsBack, exact: true }).click();
}

/** Shows the lines of one filter of the list, which has so many of them, and removes them. */
export async function removeLines(
  tab: Frame | FrameLocator,
  filter: keyof typeof assign.lineFilters,
  count: number,
): Promise<void> {
  const name = assign.lineFilters[filter];
  await tab.getByRole('button', { name: `${name} ${count}`, exact: true }).click();
  await tab.getByRole('button', { name: assign.removeAllSpoken(count, name), exact: true }).click();
}

/** Lines of a long list: 490 people, and ten addresses that match no user of the tenant. */
export function fiveHundredLines({ tenant }: Sandbox): readonly string[] {
  const known = tenant.users.slice(0, 490).map(({ userPrincipalName }) => userPrincipalName);
  return [...known, ...Array.from({ length: 10 }, (_, at) => `stranger${at}@nowhere.example`)];
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
