import type { KeyedMutex } from '../../base/async/keyedMutex';

/** Queue of item indexes in their order. An item whose key is in use is passed over until the key is free. */
export interface ItemQueue {
  /** Removes up to `count` indexes from the queue and acquires their keys. */
  take(count: number): number[];
  /** True if `take` returns nothing, now and later. */
  isEmpty(): boolean;
  /** Releases the key of an item that `take` returned. */
  release(index: number): void;
  /** Empties the queue and releases the keys of items that wait in it. */
  close(): void;
}

interface ItemQueueOptions {
  readonly indexes: readonly number[];
  readonly keyOf: (index: number) => string;
  readonly keys: KeyedMutex;
  /** Called when an item whose key was in use can be taken. */
  readonly onAvailable: () => void;
}

/** Creates a queue of the indexes. */
export function createItemQueue({ indexes, keyOf, keys, onAvailable }: ItemQueueOptions): ItemQueue {
  const available: number[] = [];
  let position = 0;
  let waiting = 0;
  let isClosed = false;

  function onAcquired(index: number): void {
    waiting -= 1;
    if (isClosed) {
      keys.release(keyOf(index));
      return;
    }
    available.push(index);
    onAvailable();
  }

  function next(): number | undefined {
    const first = available.shift();
    if (first !== undefined) return first;
    while (position < indexes.length) {
      const index = indexes[position] ?? 0;
      position += 1;
      if (keys.acquire(keyOf(index), () => onAcquired(index))) return index;
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
    isEmpty: () => isClosed || (available.length === 0 && waiting === 0 && position >= indexes.length),
    release: (index) => keys.release(keyOf(index)),
    close() {
      isClosed = true;
      for (const index of available.splice(0)) keys.release(keyOf(index));
    },
  };
}
