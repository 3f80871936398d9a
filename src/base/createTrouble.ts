/** Reason for which Microsoft Graph keeps calls waiting: it limits them (429), or gives no usable response (503 and other failures, or none). */
export type Trouble = 'throttled' | 'unavailable';

/** Current trouble, according to the last responses. */
export interface TroubleState {
  /** Returns undefined if the last calls succeeded, or none has a response yet. */
  readonly read: () => Trouble | undefined;
  /** Calls back after each change; returns the function that unsubscribes. */
  readonly subscribe: (listener: () => void) => () => void;
}

/** Creates the state that a Graph reports with `onTrouble`. */
export function createTrouble(): TroubleState & { readonly set: (trouble: Trouble | undefined) => void } {
  const listeners = new Set<() => void>();
  let current: Trouble | undefined;
  return {
    read: () => current,
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    set(trouble) {
      if (trouble === current) return;
      current = trouble;
      listeners.forEach((listener) => listener());
    },
  };
}
