import { systemClock } from '../../base/clock';

const delayInMs = 300;
let show: (text: string) => void = () => undefined;

/** Sets where announcements are shown to screen readers. Returns a function that ends this. */
export function showAnnouncements(callback: (text: string) => void): () => void {
  show = callback;
  return () => (show = () => undefined);
}

/** Announces `text` unless the person has gone elsewhere, something else is loading now, or an error says more. */
export function announceLoaded(text: string): void {
  // The same text again would not be a change.
  show('');
  const { hash } = location;
  void systemClock.wait(delayInMs).then(() => {
    const hasMore = document.querySelector('.skeleton, [role=alert]') !== null;
    if (location.hash === hash && !hasMore) show(text);
  });
}
