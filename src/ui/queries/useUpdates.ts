import { useQuery } from '@tanstack/react-query';
import { useCallback, useSyncExternalStore } from 'react';
import type { ProductUpdate } from '../../license-jobs/recent-changes/createRecentChanges';
import { useServices } from '../services';
import { keys } from './keys';

const none: readonly ProductUpdate[] = [];

/** Follows how far Microsoft 365 is with showing what this app has changed in the last hour. */
export function useUpdates(): readonly ProductUpdate[] {
  const services = useServices();
  const { data } = useQuery({
    queryKey: keys.recentChanges,
    queryFn: () => services.openRecentChanges(),
    staleTime: Infinity,
    // An object with methods, which follows changes itself.
    structuralSharing: false,
  });
  const subscribe = useCallback(
    (listener: () => void) => data?.subscribe(listener) ?? (() => undefined),
    [data],
  );
  return useSyncExternalStore(subscribe, () => data?.updates() ?? none);
}
