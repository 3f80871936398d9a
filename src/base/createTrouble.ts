/** Reason for which Microsoft Graph keeps calls waiting: it limits them (429), or gives no usable answer (503 and other failures, or none). */
export type Trouble = 'throttled' | 'unavailable';

/** Trouble of the moment, as the last answers tell. */
export interface TroubleState {
  /** Returns undefined where the last calls went through, or none was answered yet. */
  readonly read: () => Trouble | undefined;
  /** Calls back after each change; returns the way to stop. */
  readonly subscribe: (listener: () => void) => () => void;
}

/** Creates the state of which a Graph tells by `onTrouble`. */
export function createTrouble(): TroubleState & { readonly set: (trouble: Trouble | undefined) => void } {
  const listeners = new Set<() => void>();
  let now: Trouble | undefined;
  return {
    read: () => now,
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    set(trouble) {
      if (trouble === now) return;
      now = trouble;
      listeners.forEach((listener) => listener());
    },
  };
}
