import type { Clock } from '../../../src/base/clock';
import { never } from './steps';

/** The clock of one page: it ends with the page, its wall time can be wrong, its timers slow. */
export interface PageClock extends Clock {
  /** Someone sets the machine's clock; the service's own time goes on as before. */
  jump(byInMs: number): void;
  /** From now on waits end only at whole multiples of this, as in a hidden tab; 0 for no more. */
  throttle(everyInMs: number): void;
}

/** Makes the clock of a page from the clock of the environment. */
export function createPageClock(environment: Clock, isCrashed: () => boolean): PageClock {
  let aheadInMs = 0;
  let everyInMs = 0;
  const delayOf = (delayInMs: number): number => {
    if (everyInMs === 0) return delayInMs;
    const due = environment.monotonic() + Math.max(0, delayInMs);
    return Math.ceil(due / everyInMs) * everyInMs - environment.monotonic();
  };
  return {
    now: () => environment.now() + aheadInMs,
    monotonic: () => environment.monotonic(),
    wait: async (delayInMs, signal) => {
      try {
        await environment.wait(delayOf(delayInMs), signal);
      } finally {
        if (isCrashed()) await never();
      }
    },
    jump: (byInMs) => {
      aheadInMs += byInMs;
    },
    throttle: (interval) => {
      everyInMs = interval;
    },
  };
}
