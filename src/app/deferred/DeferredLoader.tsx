import { useIsFetching } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { ComponentType } from 'react';
import type { Host } from '../../host/types';
import { useStartMessages } from '../../ui/messages/StartMessagesContext';
import { useServices } from '../../ui/services';
import { wordStore } from './messageCache';

/** When the rest of the app is fetched, and how. */
interface LatePartsProps {
  readonly host: Pick<Host, 'onBack'>;
  /** Whether the page that opens is on screen. */
  readonly isPageThere: boolean;
  /** Whether that page cannot do without the services and words that no start needs. */
  readonly needsRest: boolean;
  /** Fetches these services. */
  readonly loadRest: () => void;
}

/** The list is painted first. */
const breathInMs = 50;
/** An answer that is long in coming holds the rest back no longer: a job that was interrupted is to be offered soon. */
const patienceInMs = 4_000;

/** Fetches what the first page does without, once it is there and has what it reads. */
export function LateParts({ host, isPageThere, needsRest, loadRest }: LatePartsProps) {
  const { clock } = useServices();
  const { locale } = useStartMessages().format;
  const isReading = useIsFetching() > 0;
  const [isDue, setIsDue] = useState(false);
  const [Support, setSupport] = useState<ComponentType<Pick<LatePartsProps, 'host'>>>();
  const delayInMs = isPageThere && !isReading ? breathInMs : patienceInMs;
  useEffect(() => {
    const waiting = new AbortController();
    clock.wait(delayInMs, waiting.signal).then(
      () => setIsDue(true),
      () => undefined,
    );
    return () => waiting.abort();
  }, [clock, delayInMs]);
  useEffect(() => {
    if (!needsRest && !isDue) return;
    loadRest();
    void wordStore.fetch(locale);
  }, [needsRest, isDue, loadRest, locale]);
  useEffect(() => {
    if (!needsRest && !isDue) return;
    import(/* webpackChunkName: "modal-support" */ '../shell/ModalSupport').then(
      ({ ModalSupport }) => setSupport(() => ModalSupport),
      // Without it each dialog brings a focus manager of its own.
      () => undefined,
    );
  }, [needsRest, isDue]);
  return Support && <Support host={host} />;
}
