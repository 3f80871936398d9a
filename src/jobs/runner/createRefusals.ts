import type { Outcome } from '../../base/outcome';
import type { IndexedItem } from './checkItems';
import { toPauseReason } from './createStopSignal';
import { scopeOf } from './scopeOf';
import type { JobRun } from './jobRun';

/** Refusals in a row, without a success between them, after which the account's rights are read again. */
const maxInARow = 20;

/** Outcomes of one run, of which refusals are kept back until it is known whom they concern. */
interface Refusals<Input, Code extends string> {
  /** Number of refusals so far; to be taken when an item is sent, and given to `settle` with its outcome. */
  count(): number;
  /**
   * Journals the outcome of an item, or keeps it back. A success shows that the refusals before its sending concern their
   * items alone.
   */
  settle(entry: IndexedItem<Input, Code>, outcome: Outcome<Code>, countAtSending: number): void;
  /** True once so many were refused that nothing more may be sent before the rights were read. */
  isDue(): boolean;
  /** True while refusals are kept back in a run without a success. */
  isOpen(): boolean;
  /** True while the rights are read, during which nothing more is sent. */
  isReading(): boolean;
  /** Reads the rights, and stops the run where they do not cover the job. Never rejects. */
  readRights(): Promise<void>;
  /**
   * Journals what is still kept back where the run ends or is cancelled. Gives the items that wait again where it stops
   * before: whom a refusal concerns isn't known then, and nothing was changed by it.
   */
  close(): readonly IndexedItem<Input, Code>[];
}

/** Creates the outcomes of one run. */
export function createRefusals<Subject, Input, Code extends string>(
  run: JobRun<Subject, Input, Code>,
): Refusals<Input, Code> {
  const { log, operation, clock, stopSignal } = run;
  const { rights } = operation;
  let kept: {
    readonly entry: IndexedItem<Input, Code>;
    readonly outcome: Outcome<Code>;
    readonly number: number;
  }[] = [];
  let refused = 0;
  let inARow = 0;
  /** Doubles with each reading that found nothing amiss, so that a scoped admin's long job reads seldom. */
  let limit = maxInARow;
  let isTrusted = false;
  let isReading = false;

  function journal(items: readonly (readonly [number, Outcome<Code>])[]): void {
    if (items.length > 0) log.enqueue([{ kind: 'settled', at: clock.now(), items }]);
  }

  function journalKept(upTo = refused): void {
    const isOver = ({ number }: (typeof kept)[number]): boolean => number <= upTo;
    journal(kept.filter(isOver).map(({ entry, outcome }) => [entry.index, outcome]));
    kept = kept.filter((each) => !isOver(each));
  }

  return {
    count: () => refused,
    settle(entry, outcome, countAtSending) {
      if (rights?.isRefusal(outcome)) {
        inARow += 1;
        refused += 1;
        kept.push({ entry, outcome, number: refused });
        return;
      }
      if (outcome.kind === 'done') {
        inARow = 0;
        isTrusted = true;
        journalKept(countAtSending);
      }
      journal([[entry.index, outcome]]);
    },
    isDue: () => inARow >= limit && !isReading,
    isOpen: () => kept.length > 0 && !isTrusted,
    isReading: () => isReading,
    async readRights() {
      isReading = true;
      try {
        await rights?.read(scopeOf(run));
        limit *= 2;
        inARow = 0;
        isTrusted = true;
        journalKept();
      } catch (thrown) {
        stopSignal.stop(toPauseReason(thrown));
      } finally {
        isReading = false;
      }
    },
    close() {
      if (stopSignal.reason() && !log.state().isCancelAsked) return kept.splice(0).map(({ entry }) => entry);
      journalKept();
      return [];
    },
  };
}
