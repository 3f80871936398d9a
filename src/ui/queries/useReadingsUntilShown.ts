import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { ProductUpdate } from '../../license-jobs/recent-changes/createRecentChanges';
import { useServices } from '../services';
import { keys } from './keys';

/** Pauses between two readings: as long as the last change is ago, within these limits, in milliseconds. */
const pauses = { min: 3_000, max: 60_000 };

/** Age of the last change after which nothing is read for it, in milliseconds: one reading after the lag of 15 minutes. */
const maxAgeInMs = 17 * 60_000;

/** Reads what is on screen again, less and less often, for as long as Microsoft 365 does not show all changes. Call it once. */
export function useReadingsUntilShown(updates: readonly ProductUpdate[]): void {
  const { clock } = useServices();
  const client = useQueryClient();
  const latest = useRef(updates);
  useEffect(() => {
    latest.current = updates;
  });
  const isUpdating = updates.some((update) => update.isUpdating);
  useEffect(() => {
    if (!isUpdating) return undefined;
    const stop = new AbortController();
    const readAgain = async (): Promise<void> => {
      for (;;) {
        const updating = latest.current.filter((update) => update.isUpdating);
        const lastChangeAt = Math.max(...updating.map((update) => update.lastChangeAt));
        const ageInMs = clock.now() - lastChangeAt;
        if (updating.length === 0 || ageInMs > maxAgeInMs) return;
        await clock.wait(Math.min(pauses.max, Math.max(pauses.min, ageInMs)), stop.signal);
        const stale = [
          ...(updating.some(({ areSeatsUpdating }) => areSeatsUpdating) ? [keys.products] : []),
          ...updating.map(({ product }) => keys.product(product)),
        ];
        // A long list that is being read is not begun again.
        await Promise.all(
          stale.map((queryKey) => client.invalidateQueries({ queryKey }, { cancelRefetch: false })),
        );
      }
    };
    // It rejects only where it is stopped.
    readAgain().catch(() => undefined);
    return () => stop.abort();
  }, [isUpdating, clock, client]);
}
