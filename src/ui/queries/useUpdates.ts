import { useQuery } from '@tanstack/react-query';
import { useCallback, useSyncExternalStore } from 'react';
import type { ProductUpdate } from '../../license-jobs/recent-changes/createRecentChanges';
import { useServices } from '../services';
import { keys } from './keys';

const none: readonly ProductUpdate[] = [];

/** Returns which changes of this app in the last hour Microsoft 365 doesn't show yet. */
export function useUpdates(): readonly ProductUpdate[] {
  const services = useServices();
  const { data } = useQuery({
    queryKey: keys.recentChanges,
    queryFn: () => services.openRecentChanges(),
    staleTime: Infinity,
    // An object with methods, which follows changes itself, can't be compared.
    structuralSharing: false,
  });
  const subscribe = useCallback(
    (listener: () => void) => data?.subscribe(listener) ?? (() => undefined),
    [data],
  );
  return useSyncExternalStore(subscribe, () => data?.updates() ?? none);
}
