import type { Clock } from '../../src/base/clock';

/** A Clock whose time moves only on request. */
interface ManualClock extends Clock {
  /** Milliseconds that were waited for, in the order asked. */
  readonly waits: readonly number[];
  /** Moves time and wakes who waited long enough. */
  advance(ms: number): Promise<void>;
}

/** Makes a clock that stands at `nowInMs`; with `isInstant` every wait is over at once and moves time by its length. */
export function manualClock({ nowInMs = 0, isInstant = false } = {}): ManualClock {
  let now = nowInMs;
  let sleepers: { at: number; wake: () => void }[] = [];
  const waits: number[] = [];
  const flush = async (): Promise<void> => {
    for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
  };
  return {
    waits,
    now: () => now,
    monotonic: () => now,
    wait(delayInMs, signal) {
      waits.push(delayInMs);
      if (signal?.aborted) return Promise.reject(signal.reason as Error);
      if (isInstant) {
        now += delayInMs;
        return Promise.resolve();
      }
      return new Promise((resolve, reject) => {
        sleepers.push({ at: now + delayInMs, wake: resolve });
        signal?.addEventListener('abort', () => reject(signal.reason as Error));
      });
    },
    async advance(ms) {
      await flush();
      now += ms;
      const due = sleepers.filter(({ at }) => at <= now);
      sleepers = sleepers.filter(({ at }) => at > now);
      due.forEach(({ wake }) => wake());
      await flush();
    },
  };
}
