import { useIsFetching } from '@tanstack/react-query';
import { Suspense, useEffect, useState } from 'react';
import type { ComponentType, ReactNode } from 'react';
import type { Host } from '../../host/types';
import { useCriticalMessages } from '../../ui/messages/CriticalMessagesContext';
import { useServices } from '../../ui/services';
import { messageCache } from './messageCache';

interface DeferredLoaderProps {
  readonly host: Pick<Host, 'onBack'>;
  /** The first page is on screen. */
  readonly isPageShown: boolean;
  /** The page uses deferred services or messages, so they are loaded at once. */
  readonly needsDeferred: boolean;
  /** Loads the deferred services. */
  readonly loadDeferred: () => void;
  /** Drawn once the deferred code is there. */
  readonly children?: ReactNode;
}

/** Lets the browser paint the list first. */
const paintDelayInMs = 50;
/** Maximum time that a slow answer delays the deferred code: an interrupted job is offered soon. */
const maxDeferInMs = 4_000;

/** Loads deferred services, messages and dialog support once the first page is on screen with its data. */
export function DeferredLoader(props: DeferredLoaderProps) {
  const { host, isPageShown, needsDeferred, loadDeferred, children } = props;
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
      // Without it, each dialog has a focus manager of its own.
      () => undefined,
    );
  }, [needsDeferred, isDue]);
  return (
    Support && (
      <>
        <Support host={host} />
        {isPageShown && <Suspense>{children}</Suspense>}
      </>
    )
  );
}
