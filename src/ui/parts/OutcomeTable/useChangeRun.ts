import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useMemo, useState, useSyncExternalStore } from 'react';
import { runItems } from '../../../jobs/runItems';
import type { Run } from '../../../jobs/types';
import type { LicensingCode } from '../../../licensing/types';
import { invalidateProduct } from '../../queries/invalidateProduct';
import { useServices } from '../../services';
import { codeOfThrown } from './codeOfThrown';
import { joinRuns } from './joinRuns';
import type { ChangeItem, OutcomeRow } from './OutcomeTable.types';

type ChangeRunState = Run<ChangeItem, LicensingCode>;

/** Changes under way, as a screen shows and steers them. */
export interface ChangeRun {
  readonly status: 'idle' | 'running' | 'cancelling' | 'finished';
  readonly rows: readonly OutcomeRow[];
  /** Begins; what ran before is forgotten. */
  readonly start: (items: readonly ChangeItem[]) => void;
  /** Sends nothing further. */
  readonly stop: () => void;
  /** Sends again what failed or was not started. */
  readonly retryFailed: () => void;
  /** Forgets what ran. */
  readonly reset: () => void;
}

/** Runs changes of one SKU. The run goes on when the screen goes away; what it touched is read again afterwards. */
export function useChangeRun(skuId: string): ChangeRun {
  const { licensing } = useServices();
  const client = useQueryClient();
  const [runs, setRuns] = useState<readonly ChangeRunState[]>([]);
  const current = runs.at(-1);
  const state = useSyncExternalStore(
    useCallback((listener) => current?.subscribe(listener) ?? (() => undefined), [current]),
    () => current?.state(),
  );

  function run(items: readonly ChangeItem[], before: readonly ChangeRunState[]): void {
    const next = runItems<ChangeItem, LicensingCode>({
      items,
      // What was sent is waited for also after a stop, so that its outcome is known.
      operation: ({ change }) => licensing.apply(change),
      onThrow: codeOfThrown,
      keyOf: ({ principal }) => principal.id,
    });
    void next.finished.then(() => invalidateProduct(client, skuId));
    setRuns([...before, next]);
  }

  return {
    status: state?.status ?? 'idle',
    // The state of the current run changes, those before it do not.
    rows: useMemo(
      () => (state ? joinRuns([...runs.slice(0, -1).map((each) => each.state()), state]) : []),
      [runs, state],
    ),
    start: (items) => run(items, []),
    stop: () => current?.cancel(),
    retryFailed: () => run(failedItems(runs), runs),
    reset: () => setRuns([]),
  };
}

function failedItems(runs: readonly ChangeRunState[]): ChangeItem[] {
  const latest = new Map(
    runs.flatMap((run) => run.state().items.map((entry) => [entry.item.principal.id, entry])),
  );
  return [...latest.values()].flatMap(({ item, outcome }) =>
    outcome?.kind === 'failed' || outcome?.kind === 'cancelled' ? [item] : [],
  );
}
