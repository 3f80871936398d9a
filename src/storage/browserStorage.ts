import { keyPrefix } from './storageKeys';

/** State of the storage: `full` after an entry found no room, `blocked` where the browser allows none at all. */
export type StorageState = 'available' | 'full' | 'blocked';

/**
 * Texts by key that outlive the tab, as far as the browser allows. Nothing here throws: a browser may block storage in a
 * frame of another site or in a private window, and storage may be full.
 */
export interface BrowserStorage {
  /** Undefined where there is no such entry, or none can be read. */
  read(key: string): string | undefined;
  /** False where the text could not be stored. */
  write(key: string, text: string): boolean;
  /** Notifies listeners also where nothing was stored, so that a copy in memory is dropped too. */
  remove(key: string): void;
  /** Keys of this app. */
  keys(): readonly string[];
  state(): StorageState;
  /**
   * Calls back with each key that this tab or another one wrote or removed, undefined for all keys at once. Returns the
   * function that unsubscribes.
   */
  subscribe(listener: (key: string | undefined) => void): () => void;
  /** Opens the storage that ends with the tab, e.g. for tokens. Throws where the browser blocks storage. */
  openSession(): Storage;
}

/** The parts of a browser that storage needs. */
interface BrowserStorageOptions {
  /** May throw: a browser that blocks storage does so as soon as it is named. */
  readonly openLocal: () => Storage;
  /** As `openLocal`, for what ends with the tab. */
  readonly openSession: () => Storage;
  /** Calls back with the key that another tab changed, null for all keys at once. */
  readonly onOtherTab: (listener: (key: string | null) => void) => void;
}

/** Makes the storage of a browser. */
export function createBrowserStorage(options: BrowserStorageOptions): BrowserStorage {
  const { openLocal, openSession, onOtherTab } = options;
  const listeners = new Set<(key: string | undefined) => void>();
  /** Keys that found no room. */
  const full = new Set<string>();
  const notify = (key: string | undefined): void => listeners.forEach((listener) => listener(key));
  const isBlocked = (): boolean => attempt(() => openLocal().length) === undefined;
  onOtherTab((key) => notify(key ?? undefined));
  return {
    read: (key) => attempt(() => openLocal().getItem(key)) ?? undefined,
    write(key, text) {
      const isStored = attempt(() => (openLocal().setItem(key, text), true)) === true;
      if (isStored) full.delete(key);
      else full.add(key);
      if (isStored) notify(key);
      return isStored;
    },
    remove(key) {
      attempt(() => openLocal().removeItem(key));
      full.delete(key);
      notify(key);
    },
    keys: () => attempt(() => keysOf(openLocal()).filter((key) => key.startsWith(keyPrefix))) ?? [],
    state: () => (isBlocked() ? 'blocked' : full.size > 0 ? 'full' : 'available'),
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    openSession,
  };
}

/** The storage of the browser that this page is open in. */
export function openBrowserStorage(): BrowserStorage {
  return createBrowserStorage({
    openLocal: () => localStorage,
    openSession: () => sessionStorage,
    // The browser sends this event to every tab but the one that made the change.
    onOtherTab: (listener) => addEventListener('storage', ({ key }) => listener(key)),
  });
}

/** All keys of a storage. */
export function keysOf(storage: Storage): readonly string[] {
  return Array.from({ length: storage.length }, (_, index) => storage.key(index)).filter(
    (key) => key !== null,
  );
}

/** Does something with storage; undefined where the browser refuses. */
export function attempt<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch {
    // Blocked or full storage: reported by `state`, and the caller goes on without.
    return undefined;
  }
}
