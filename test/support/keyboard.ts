import type { BrowserContext, Locator } from '@playwright/test';
import type { Journey, OpenJourney } from './journey';

/** Makes each use of a pointer an error of the console, which fails the journey. */
async function forbidPointer(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    const refuse = (event: Event): void => {
      if (event.isTrusted) console.error('A pointer was used.');
    };
    document.addEventListener('pointerdown', refuse, true);
    document.addEventListener('wheel', refuse, { capture: true, passive: true });
  });
}

/** Drives the app by keys alone. */
export interface Keyboard {
  /** Presses keys, one after the other. */
  readonly press: (...keys: readonly string[]) => Promise<void>;
  /** Types a text where the focus is. */
  readonly type: (text: string) => Promise<void>;
  /**
   * Presses a key, Tab by default, until the target has the focus, and returns how often.
   * Throws where the target doesn't have the focus after `limit` times.
   */
  readonly moveTo: (
    target: Locator,
    options?: { readonly key?: string; readonly limit?: number },
  ) => Promise<number>;
  /** Moves to the target by Tab, and presses Enter there. */
  readonly enter: (target: Locator, limit?: number) => Promise<void>;
  /** Waits until the target has the focus. */
  readonly waitForFocus: (target: Locator) => Promise<void>;
}

/** Returns the keyboard of a journey, once the focus has gone through the host's bar into the app. */
export async function openKeyboard({ page, tab }: Journey): Promise<Keyboard> {
  const focused = tab.locator(':focus');
  const isAt = async (target: Locator): Promise<boolean> => (await target.and(focused).count()) > 0;
  const keyboard: Keyboard = {
    press: async (...keys) => {
      for (const key of keys) await page.keyboard.press(key);
    },
    type: (text) => page.keyboard.type(text),
    moveTo: async (target, { key = 'Tab', limit = 30 } = {}) => {
      await target.first().waitFor();
      for (let times = 0; times <= limit; times += 1) {
        if (await isAt(target)) return times;
        await page.keyboard.press(key);
      }
      const where = await focused.ariaSnapshot().catch(() => 'nothing');
      throw new Error(`${limit} times ${key} don't lead to ${String(target)}; the focus is on ${where}.`);
    },
    enter: async (target, limit) => {
      await keyboard.moveTo(target, { limit });
      await page.keyboard.press('Enter');
    },
    waitForFocus: (target) => target.and(focused).waitFor(),
  };
  await keyboard.moveTo(tab.locator('a, button, input'), { limit: 40 });
  return keyboard;
}

/** The app with a keyboard, and no pointer. */
interface KeyJourney extends Journey {
  readonly keyboard: Keyboard;
  /** Finds a button by its whole name. */
  readonly button: (name: string) => Locator;
}

/** Opens the app for a person without a pointer; any use of one fails the journey. */
export async function openByKeys(
  openJourney: OpenJourney,
  query: Readonly<Record<string, string>>,
  expected?: readonly RegExp[],
): Promise<KeyJourney> {
  const journey = await openJourney({ query, prepare: forbidPointer, expected });
  const keyboard = await openKeyboard(journey);
  const button = (name: string): Locator => journey.tab.getByRole('button', { name, exact: true });
  return { ...journey, keyboard, button };
}
