/** Reason for which Microsoft Graph keeps calls waiting: it limits them (429), or gives no usable response (503 and other failures, or none). */
export type Trouble = 'throttled' | 'unavailable';

/** Current trouble, according to the last responses. */
export interface TroubleState {
  /**
   * Returns undefined if the last calls of this version of Microsoft Graph succeeded, or none has a response yet. What waits for `beta`
   * waits for v1.0 too. Default is `v1.0`.
   */
  readonly read: (version?: 'v1.0' | 'beta') => Trouble | undefined;
  /** Calls back after each change; returns the function that unsubscribes. */
  readonly subscribe: (listener: () => void) => () => void;
}

/** Creates the state that a Graph reports with `onTrouble`. */
export function createTrouble(): TroubleState & {
  readonly set: (trouble: Trouble | undefined, version: 'v1.0' | 'beta') => void;
} {
  const listeners = new Set<() => void>();
  const current = new Map<'v1.0' | 'beta', Trouble | undefined>();
  return {
    read: (version = 'v1.0') => current.get(version) ?? current.get('v1.0'),
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    set(trouble, version) {
      if (trouble === current.get(version)) return;
      current.set(version, trouble);
      listeners.forEach((listener) => listener());
    },
  };
}
