import type { Outcome } from '../base/outcome';

/** One item of a run and how far it is. */
export interface RunItem<Item, Code extends string> {
  readonly item: Item;
  readonly progress: 'waiting' | 'running' | 'settled';
  /** Set exactly when `progress` is `settled`. */
  readonly outcome: Outcome<Code> | undefined;
}

/** A run as it stands: plain data for a screen. */
export interface RunState<Item, Code extends string> {
  readonly status: 'running' | 'cancelling' | 'finished';
  readonly items: readonly RunItem<Item, Code>[];
  readonly settled: number;
}

/** Work on many items, each of which ends in exactly one outcome. */
export interface Run<Item, Code extends string> {
  state(): RunState<Item, Code>;
  /** Calls back after every change; returns the way to stop. */
  subscribe(listener: () => void): () => void;
  /** Starts no further item; items already sent are waited for. A second call is harmless. */
  cancel(): void;
  /** Resolves when every item is settled. */
  readonly finished: Promise<RunState<Item, Code>>;
}
