import { useIsFetching } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { ComponentType } from 'react';
import type { Host } from '../../host/types';
import { useCriticalMessages } from '../../ui/messages/CriticalMessagesContext';
import { useServices } from '../../ui/services';
import { messageCache } from './messageCache';

/** When the rest of the app is fetched, and how. */
interface DeferredLoaderProps {
  readonly host: Pick<Host, 'onBack'>;
  /** Whether the page that opens is on screen. */
  readonly isPageShown: boolean;
  /** Whether that page cannot do without the services and words that no start needs. */
  readonly needsDeferred: boolean;
  /** Fetches these services. */
  readonly loadDeferred: () => void;
}

/** The list is painted first. */
const paintDelayInMs = 50;
/** An answer that is long in coming holds the rest back no longer: a job that was interrupted is to be offered soon. */
const maxDeferInMs = 4_000;

/** Fetches what the first page does without, once it is there and has what it reads. */
export function DeferredLoader({ host, isPageShown, needsDeferred, loadDeferred }: DeferredLoaderProps) {
  const { clock } = useServices();
  const { locale } = useCriticalMessages().format;
  const isReading = useIsFetching() > 0;
  const [isDue, setIsDue] = useState(false);
  const [Support, setSupport] = useState<ComponentType<Pick<DeferredLoaderProps, 'host'>>>();
  const delayInMs = isPageShown && !isReading ? paintDelayInMs : maxDeferInMs;
  useEffect(() => {
    const waiting = new AbortController();
    clock.wait(delayInMs, waiting.signal).then(
      () => setIsDue(true),
      () => undefined,
    );
    return () => waiting.abort();
  }, [clock, delayInMs]);
  useEffect(() => {
    if (!needsDeferred && !isDue) return;
    loadDeferred();
    void messageCache.prefetch(locale);
  }, [needsDeferred, isDue, loadDeferred, locale]);
  useEffect(() => {
    if (!needsDeferred && !isDue) return;
    import(/* webpackChunkName: "modal-support" */ '../shell/ModalSupport').then(
      ({ ModalSupport }) => setSupport(() => ModalSupport),
      // Without it each dialog brings a focus manager of its own.
      () => undefined,
    );
  }, [needsDeferred, isDue]);
  return Support && <Support host={host} />;
}
