import type { Clock } from '../clock';

/** Milliseconds of work before the page gets a turn; a person notices a delay of 50. */
const sliceInMs = 20;

/**
 * Creates a function to await between the steps of long work: it gives the page a turn after each 20 ms of work. It uses a
 * message and no timer, since browsers slow down the timers of hidden pages.
 */
export function createTimeSlicer({ monotonic }: Pick<Clock, 'monotonic'>): () => Promise<void> | undefined {
  let startedAt = monotonic();
  return () => {
    if (monotonic() - startedAt < sliceInMs) return undefined;
    return new Promise((resolve) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        port1.close();
        startedAt = monotonic();
        resolve();
      };
      port2.postMessage(undefined);
    });
  };
}
