import type { Outcome } from '../base/outcome';
import type { RunItem, RunState } from './types';

/** Everything that can happen to a run, in the order in which it happened. */
export type RunEvent<Code extends string> =
  | { readonly kind: 'started'; readonly index: number }
  | { readonly kind: 'settled'; readonly index: number; readonly outcome: Outcome<Code> }
  | { readonly kind: 'cancel-asked' }
  | { readonly kind: 'finished' };

/** A run before anything happened. */
export function newRun<Item, Code extends string>(items: readonly Item[]): RunState<Item, Code> {
  return {
    status: 'running',
    items: items.map((item) => ({ item, progress: 'waiting', outcome: undefined })),
    settled: 0,
  };
}

/** The state after `event`. An event that does not fit (an item settled twice, a second cancel) changes nothing. */
export function reduceRun<Item, Code extends string>(
  state: RunState<Item, Code>,
  event: RunEvent<Code>,
): RunState<Item, Code> {
  switch (event.kind) {
    case 'started':
      return replaceItem(state, event.index, 'waiting', (item) => ({ ...item, progress: 'running' }));
    case 'settled':
      return replaceItem(state, event.index, 'running', (item) => settle(item, event.outcome));
    case 'cancel-asked':
      return state.status === 'running' ? cancelWaiting(state) : state;
    case 'finished':
      return state.settled === state.items.length ? { ...state, status: 'finished' } : state;
  }
}

function settle<Item, Code extends string>(
  { item }: RunItem<Item, Code>,
  outcome: Outcome<Code>,
): RunItem<Item, Code> {
  return { item, progress: 'settled', outcome };
}

function replaceItem<Item, Code extends string>(
  state: RunState<Item, Code>,
  index: number,
  from: RunItem<Item, Code>['progress'],
  change: (item: RunItem<Item, Code>) => RunItem<Item, Code>,
): RunState<Item, Code> {
  const item = state.items[index];
  if (item?.progress !== from) return state;
  const changed = change(item);
  return {
    ...state,
    items: state.items.with(index, changed),
    settled: state.settled + (changed.progress === 'settled' ? 1 : 0),
  };
}

function cancelWaiting<Item, Code extends string>(state: RunState<Item, Code>): RunState<Item, Code> {
  const items = state.items.map((item) =>
    item.progress === 'waiting' ? settle(item, { kind: 'cancelled' }) : item,
  );
  return {
    status: 'cancelling',
    items,
    settled: items.filter(({ progress }) => progress === 'settled').length,
  };
}
