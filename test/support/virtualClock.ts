import type { Clock } from '../../src/base/clock';

/** Start and limit of a virtual clock. */
interface VirtualClockOptions {
  /** The wall clock at the start; milliseconds since 1970-01-01 UTC; default 2026-01-01. */
  readonly startsAtInMs?: number;
  /** Turns of Node's event loop to wait before the program counts as idle; whole number from 1; default 4. */
  readonly turnsUntilIdle?: number;
  /** The longest span one `run` may take; virtual milliseconds; default 30 days. */
  readonly limitInMs?: number;
}

/** A clock whose time passes at once: when everything else is idle it jumps to the earliest waiter. */
export interface VirtualClock extends Clock {
  /**
   * Advances time until `promise` settles, and settles alike; one run at a time. Throws when `promise` is pending and
   * no timer is (a deadlock), or when `limitInMs` passes.
   */
  run<T>(promise: Promise<T>): Promise<T>;
  /** Time stands still until `work` settles: for work outside the event loop's turns (keys, files, sockets). */
  hold<T>(work: Promise<T>): Promise<T>;
  /** Time stands still, and a run with it, until the returned function is called. */
  pause(): () => void;
  /** Someone sets the machine's clock: `now()` moves by this (also back), spans and waits do not. */
  jumpWallClock(byInMs: number): void;
  /** The machine sleeps: both clocks move on at once, and whatever came due meanwhile comes due now. */
  sleep(forInMs: number): void;
  /** Number of pending waits. */
  waiting(): number;
}

interface Waiter {
  readonly dueInMs: number;
  readonly order: number;
  /** Undefined as soon as it was called or its wait was given up. */
  wake: (() => void) | undefined;
}

/** Real time a run grants work that no turn can see before it calls the silence a deadlock. */
const graceInMs = 250;

const isBefore = (one: Waiter, other: Waiter): boolean =>
  one.dueInMs < other.dueInMs || (one.dueInMs === other.dueInMs && one.order < other.order);

/** The waiters as a binary heap, earliest first; equal times keep the order in which they came. */
function createHeap(): { push(waiter: Waiter): void; peek(): Waiter | undefined; pop(): void } {
  const heap: Waiter[] = [];
  const at = (index: number): Waiter => heap[index] as Waiter;
  const swap = (one: number, other: number): void => {
    [heap[one], heap[other]] = [at(other), at(one)];
  };
  return {
    push: (waiter) => {
      let index = heap.push(waiter) - 1;
      for (
        let parent = (index - 1) >> 1;
        index > 0 && isBefore(waiter, at(parent));
        parent = (index - 1) >> 1
      ) {
        swap(index, parent);
        index = parent;
      }
    },
    peek: () => heap[0],
    pop: () => {
      const last = heap.pop();
      if (last === undefined || heap.length === 0) return;
      heap[0] = last;
      for (let index = 0; ;) {
        const left = 2 * index + 1;
        if (left >= heap.length) return;
        const least = left + 1 < heap.length && isBefore(at(left + 1), at(left)) ? left + 1 : left;
        if (!isBefore(at(least), at(index))) return;
        swap(index, least);
        index = least;
      }
    },
  };
}

const turn = (): Promise<void> => new Promise((resolve) => void setImmediate(resolve));

/** A clock for tests whose hours take no time; everything under test must wait by it alone. */
export function createVirtualClock(options: VirtualClockOptions = {}): VirtualClock {
  const { startsAtInMs = Date.UTC(2026, 0, 1), turnsUntilIdle = 4, limitInMs = 30 * 86_400_000 } = options;
  const heap = createHeap();
  let nowInMs = 0;
  let wallAheadInMs = startsAtInMs;
  let order = 0;
  let waiting = 0;
  let holds = 0;
  let isRunning = false;

  const wait = (delayInMs: number, signal?: AbortSignal): Promise<void> =>
    new Promise((resolve, reject) => {
      if (signal?.aborted) {
        reject(signal.reason as Error);
        return;
      }
      const end = (settle: () => void) => (): void => {
        waiter.wake = undefined;
        waiting -= 1;
        signal?.removeEventListener('abort', giveUp);
        settle();
      };
      const giveUp = end(() => reject(signal?.reason as Error));
      const waiter: Waiter = {
        dueInMs: nowInMs + Math.max(0, delayInMs),
        order: order++,
        wake: end(resolve),
      };
      waiting += 1;
      heap.push(waiter);
      signal?.addEventListener('abort', giveUp, { once: true });
    });

  /** The earliest waiter still waiting. */
  const earliest = (): Waiter | undefined => {
    for (let waiter = heap.peek(); waiter !== undefined; waiter = heap.peek()) {
      if (waiter.wake !== undefined) return waiter;
      heap.pop();
    }
    return undefined;
  };

  /** Jumps to the earliest wait and ends all waits of that instant; false if there is none. */
  const jump = (): boolean => {
    const first = earliest();
    if (first === undefined) return false;
    nowInMs = Math.max(nowInMs, first.dueInMs);
    for (
      let next: Waiter | undefined = first;
      next !== undefined && next.dueInMs <= nowInMs;
      next = earliest()
    ) {
      heap.pop();
      next.wake?.();
    }
    return true;
  };

  const drive = async (isSettled: () => boolean): Promise<void> => {
    const endsInMs = nowInMs + limitInMs;
    let silentSince: number | undefined;
    for (;;) {
      for (let turns = 0; turns < turnsUntilIdle && !isSettled(); turns++) await turn();
      if (isSettled()) return;
      if (holds > 0) {
        await turn();
      } else if (jump()) {
        silentSince = undefined;
        if (nowInMs > endsInMs) throw new Error(`virtual clock: still pending after ${limitInMs} ms`);
      } else {
        silentSince ??= performance.now();
        if (performance.now() - silentSince > graceInMs) {
          throw new Error('virtual clock: deadlock, nobody waits and the promise is pending');
        }
        await new Promise((resolve) => void setTimeout(resolve, 5));
      }
    }
  };

  const pause = (): (() => void) => {
    let isOver = false;
    holds += 1;
    return () => {
      if (!isOver) holds -= 1;
      isOver = true;
    };
  };

  return {
    now: () => nowInMs + wallAheadInMs,
    monotonic: () => nowInMs,
    wait,
    waiting: () => waiting,
    pause,
    hold: (work) => work.finally(pause()),
    jumpWallClock: (byInMs) => {
      wallAheadInMs += byInMs;
    },
    sleep: (forInMs) => {
      nowInMs += forInMs;
    },
    run: async (promise) => {
      if (isRunning) throw new Error('virtual clock: a run is under way already');
      isRunning = true;
      let isSettled = false;
      const settle = (): void => {
        isSettled = true;
      };
      promise.then(settle, settle);
      try {
        await drive(() => isSettled);
      } finally {
        isRunning = false;
      }
      return promise;
    },
  };
}
