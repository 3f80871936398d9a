import type { Outcome } from '../../base/outcome';
import { toPauseReason, toScope, type IndexedItem, type JobRun } from './jobRun';

/** Denials in a row, without a success between them, after which the account's rights are read again. */
const maxInARow = 20;

/**
 * Outcomes of one run. Denials are held back until it is known whether the account lacks rights, which pauses the job, or the
 * denials concern their items alone.
 */
interface DeniedOutcomes<Input, Code extends string> {
  /** Number of denials so far; read it when an item is sent, and pass it to `settle` with the outcome. */
  count(): number;
  /** Journals the outcome of an item, or holds it back. After a success, denials before `countAtSending` concern their items. */
  settle(entry: IndexedItem<Input, Code>, outcome: Outcome<Code>, countAtSending: number): void;
  /** True after so many denials that the rights must be read before more is sent. */
  isCheckDue(): boolean;
  /** True while denials are held back in a run without a success. */
  hasUnresolved(): boolean;
  /** True while the rights are read; no item may be sent then. */
  isChecking(): boolean;
  /** Reads the rights, and stops the run if they don't cover the job. Never rejects. */
  checkRights(): Promise<void>;
  /**
   * Journals the denials that are still held back if the run ends or is cancelled. If it was stopped before, returns their
   * items, which wait again: the denials had no effect, and their reason is unknown.
   */
  close(): readonly IndexedItem<Input, Code>[];
}

/** Creates the outcomes of one run. */
export function createDeniedOutcomes<Subject, Input, Code extends string>(
  run: JobRun<Subject, Input, Code>,
): DeniedOutcomes<Input, Code> {
  const { log, operation, clock, stopSignal } = run;
  const { rights } = operation;
  let held: {
    readonly entry: IndexedItem<Input, Code>;
    readonly outcome: Outcome<Code>;
    readonly number: number;
  }[] = [];
  let denied = 0;
  let inARow = 0;
  /** Doubles with each check that finds the rights sufficient: a scoped admin can have many denials in a long job. */
  let limit = maxInARow;
  let areRightsKnown = false;
  let isChecking = false;

  function journal(items: readonly (readonly [number, Outcome<Code>])[]): void {
    if (items.length > 0) log.enqueue([{ kind: 'settled', at: clock.now(), items }]);
  }

  function journalHeld(maxNumber = denied): void {
    const isDue = ({ number }: (typeof held)[number]): boolean => number <= maxNumber;
    journal(held.filter(isDue).map(({ entry, outcome }) => [entry.index, outcome]));
    held = held.filter((each) => !isDue(each));
  }

  return {
    count: () => denied,
    settle(entry, outcome, countAtSending) {
      if (rights?.isRefusal(outcome)) {
        inARow += 1;
        denied += 1;
        held.push({ entry, outcome, number: denied });
        return;
      }
      if (outcome.kind === 'done') {
        inARow = 0;
        areRightsKnown = true;
        journalHeld(countAtSending);
      }
      journal([[entry.index, outcome]]);
    },
    isCheckDue: () => inARow >= limit && !isChecking,
    hasUnresolved: () => held.length > 0 && !areRightsKnown,
    isChecking: () => isChecking,
    async checkRights() {
      isChecking = true;
      try {
        await rights?.read(toScope(run));
        limit *= 2;
        inARow = 0;
        areRightsKnown = true;
        journalHeld();
      } catch (thrown) {
        stopSignal.stop(toPauseReason(thrown));
      } finally {
        isChecking = false;
      }
    },
    close() {
      if (stopSignal.reason() && !log.state().isCancelAsked) return held.splice(0).map(({ entry }) => entry);
      journalHeld();
      return [];
    },
  };
}
