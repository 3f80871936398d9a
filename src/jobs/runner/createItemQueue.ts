import type { KeyedMutex } from '../../base/async/keyedMutex';

/** Indexes of items that wait for their turn, in their order; those whose key is in use wait for it. */
export interface ItemQueue {
  /** Takes up to `count` indexes with their keys. */
  take(count: number): number[];
  /** Whether `take` would give something, or may when keys are free. */
  isEmpty(): boolean;
  /** An item is over: its key is free. */
  release(index: number): void;
  /** Nothing is taken any more. */
  close(): void;
}

/** What a queue is made of. */
interface ItemQueueOptions {
  readonly indexes: readonly number[];
  readonly keyOf: (index: number) => string;
  readonly keys: KeyedMutex;
  /** Called when an item that waited for its key can be taken. */
  readonly onToggle: () => void;
}

/** Makes a queue of the indexes. */
export function createItemQueue({ indexes, keyOf, keys, onToggle }: ItemQueueOptions): ItemQueue {
  const free: number[] = [];
  let position = 0;
  let waiting = 0;
  let isClosed = false;

  function haveTurn(index: number): void {
    waiting -= 1;
    if (isClosed) {
      keys.release(keyOf(index));
      return;
    }
    free.push(index);
    onToggle();
  }

  function next(): number | undefined {
    const first = free.shift();
    if (first !== undefined) return first;
    while (position < indexes.length) {
      const index = indexes[position] ?? 0;
      position += 1;
      if (keys.acquire(keyOf(index), () => haveTurn(index))) return index;
      waiting += 1;
    }
    return undefined;
  }

  return {
    take(count) {
      const taken: number[] = [];
      while (taken.length < count && !isClosed) {
        const index = next();
        if (index === undefined) break;
        taken.push(index);
      }
      return taken;
    },
    isEmpty: () => isClosed || (free.length === 0 && waiting === 0 && position >= indexes.length),
    release: (index) => keys.release(keyOf(index)),
    close() {
      isClosed = true;
      for (const index of free.splice(0)) keys.release(keyOf(index));
    },
  };
}
