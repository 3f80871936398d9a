import type { Clock } from '../clock';

/** Milliseconds of work after which the page gets a turn: a person notices a delay of 50. */
const sliceInMs = 20;

/**
 * Makes a function to await between the steps of long work: it waits for a turn of the page when 20 ms of work have passed
 * since the last, else not at all. A message and no timer, since browsers slow the timers of hidden pages down.
 */
export function createTimeSlicer({ monotonic }: Pick<Clock, 'monotonic'>): () => Promise<void> | undefined {
  let begunAt = monotonic();
  return () => {
    if (monotonic() - begunAt < sliceInMs) return undefined;
    return new Promise((resolve) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        port1.close();
        begunAt = monotonic();
        resolve();
      };
      port2.postMessage(undefined);
    });
  };
}
