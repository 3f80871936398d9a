import { createBrowserStorage } from '../../../src/storage/browserStorage';
import type { BrowserStorage } from '../../../src/storage/browserStorage';

/** A browser whose tabs share one storage. */
export interface FakeBrowser {
  /** Stored texts by key, the same for every tab. */
  readonly local: Map<string, string>;
  readonly session: Map<string, string>;
  /** Sets the app's access to storage. Default is `open`. */
  setAccess(access: 'open' | 'full' | 'blocked'): void;
  /** Opens one more tab. */
  openTab(): BrowserStorage;
}

/** Makes a browser, in which `entries` are stored already. */
export function fakeBrowser(entries: Readonly<Record<string, string>> = {}): FakeBrowser {
  const local = new Map(Object.entries(entries));
  const session = new Map<string, string>();
  const tabs = new Set<(key: string | null) => void>();
  let access: 'open' | 'full' | 'blocked' = 'open';
  const guard = (storage: Storage): Storage => {
    if (access === 'blocked') throw new DOMException('no', 'SecurityError');
    return storage;
  };
  return {
    local,
    session,
    setAccess: (next) => {
      access = next;
    },
    openTab() {
      let receive: (key: string | null) => void = () => undefined;
      const tell = (key: string | null): void => tabs.forEach((tab) => tab !== receive && tab(key));
      const isFull = (): boolean => access === 'full';
      const localStorage = storageOver(local, tell, isFull);
      const sessionStorage = storageOver(session, () => undefined, isFull);
      return createBrowserStorage({
        openLocal: () => guard(localStorage),
        openSession: () => guard(sessionStorage),
        onOtherTab: (listener) => {
          receive = listener;
          tabs.add(listener);
        },
      });
    },
  };
}

function storageOver(
  map: Map<string, string>,
  onChange: (key: string | null) => void,
  isFull: () => boolean,
): Storage {
  return {
    get length() {
      return map.size;
    },
    key: (index) => [...map.keys()][index] ?? null,
    getItem: (key) => map.get(key) ?? null,
    setItem(key, text) {
      if (isFull()) throw new DOMException('no', 'QuotaExceededError');
      map.set(key, text);
      onChange(key);
    },
    removeItem(key) {
      if (map.delete(key)) onChange(key);
    },
    clear() {
      map.clear();
      onChange(null);
    },
  };
}
