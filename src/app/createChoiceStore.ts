import * as v from 'valibot';
import type { ProductChoices } from '../licensing/catalogue/types';
import { parseProductKey } from '../licensing/keys';
import type { ChoiceStore } from '../ui/services';

const choicesSchema = v.record(v.string(), v.picklist(['isv', 'hidden']));

/**
 * Keeps an admin's choices in this browser, apart for each tenant; where nothing can be kept they last until the app
 * closes. `openStorage` may throw: a browser that blocks storage does so as soon as it is named.
 */
export function createChoiceStore(tenantId: string, openStorage: () => Storage): ChoiceStore {
  const name = `isv-licenses.choices.${tenantId}`;
  const listeners = new Set<() => void>();
  let choices = load(openStorage, name);
  return {
    read: () => choices,
    write(productKey, choice) {
      const { [productKey]: _before, ...others } = choices;
      choices = choice ? { ...others, [productKey]: choice } : others;
      save(openStorage, name, choices);
      listeners.forEach((listener) => listener());
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

function load(openStorage: () => Storage, name: string): ProductChoices {
  try {
    const parsed = v.safeParse(choicesSchema, JSON.parse(openStorage().getItem(name) ?? '{}'));
    const entries = parsed.success ? Object.entries(parsed.output) : [];
    return Object.fromEntries(entries.map(([key, choice]) => [parseProductKey(key), choice]));
  } catch {
    // Blocked storage and a spoilt entry mean the same: nothing was chosen yet.
    return {};
  }
}

function save(openStorage: () => Storage, name: string, choices: ProductChoices): void {
  try {
    openStorage().setItem(name, JSON.stringify(choices));
  } catch {
    // Full or blocked storage costs no more than choosing again next time.
  }
}
