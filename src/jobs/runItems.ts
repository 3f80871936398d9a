import { toAppError, type AppError } from '../base/appError';
import type { Outcome } from '../base/outcome';
import { newRun, reduceRun, type RunEvent } from './runReducer';
import type { Run } from './types';

/** What to run, and how. */
export interface RunItemsOptions<Item, Code extends string> {
  readonly items: readonly Item[];
  /** Does the work of one item. `signal` is aborted by `cancel()`: what has been sent should still be waited for. */
  readonly operation: (item: Item, signal: AbortSignal) => Promise<Outcome<Code>>;
  /** The reason to report for an item whose operation threw. */
  readonly onThrow: (error: AppError) => Code;
  /** Items at work at the same time, 1 or more. Default is 4. */
  readonly concurrency?: number;
  /** Items with the same key never run at the same time. Default: any two items may. */
  readonly keyOf?: (item: Item) => string;
}

/** Starts work on the items, in their order, at once. Each item ends in exactly one outcome. */
export function runItems<Item, Code extends string>(options: RunItemsOptions<Item, Code>): Run<Item, Code> {
  const { items, operation, onThrow, concurrency = 4, keyOf } = options;
  const listeners = new Set<() => void>();
  const stopping = new AbortController();
  const { promise: finished, resolve: finish } = withResolver<ReturnType<Run<Item, Code>['state']>>();
  const busyKeys = new Set<string>();
  const waiting = items.map((item, index) => ({ item, index, key: keyOf?.(item) ?? `#${index}` }));
  let state = newRun<Item, Code>(items);
  let running = 0;

  function dispatch(event: RunEvent<Code>): void {
    state = reduceRun(state, event);
    for (const listener of [...listeners]) listener();
  }

  function advance(): void {
    while (running < concurrency) {
      const next = waiting.findIndex(({ key }) => !busyKeys.has(key));
      const [entry] = next < 0 ? [] : waiting.splice(next, 1);
      if (!entry) break;
      running += 1;
      busyKeys.add(entry.key);
      dispatch({ kind: 'started', index: entry.index });
      void work(entry);
    }
    if (running > 0 || waiting.length > 0 || state.status === 'finished') return;
    dispatch({ kind: 'finished' });
    finish(state);
  }

  async function work({ item, index, key }: (typeof waiting)[number]): Promise<void> {
    const outcome = await outcomeOf(() => operation(item, stopping.signal), onThrow);
    running -= 1;
    busyKeys.delete(key);
    dispatch({ kind: 'settled', index, outcome });
    advance();
  }

  function cancel(): void {
    if (state.status !== 'running') return;
    waiting.length = 0;
    dispatch({ kind: 'cancel-asked' });
    stopping.abort();
    advance();
  }

  advance();
  return {
    state: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    cancel,
    finished,
  };
}

async function outcomeOf<Code extends string>(
  operation: () => Promise<Outcome<Code>>,
  onThrow: (error: AppError) => Code,
): Promise<Outcome<Code>> {
  try {
    return await operation();
  } catch (thrown) {
    const error = toAppError(thrown);
    return { kind: 'failed', reason: onThrow(error), requestId: error.requestId };
  }
}

function withResolver<T>(): { promise: Promise<T>; resolve: (value: T) => void } {
  let resolve: (value: T) => void = () => undefined;
  const promise = new Promise<T>((settle) => {
    resolve = settle;
  });
  return { promise, resolve };
}
