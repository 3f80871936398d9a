import type { Clock } from '../../base/clock';

/** Measures how fast a job goes. */
export interface ThroughputMeter {
  /** The job goes on, with so many items settled before. */
  restart(settled: number): void;
  /** So many items are settled now. */
  record(settled: number): void;
  /** Items a minute over the last minute, or since it went on; undefined in the first three seconds. */
  itemsPerMinute(): number | undefined;
}

const minuteInMs = 60_000;
const minSpanInMs = 3_000;
/** Milliseconds between two samples. */
const sampleIntervalInMs = 1_000;

/** Makes a measure that knows nothing yet. */
export function createThroughputMeter(clock: Clock): ThroughputMeter {
  let samples: { readonly at: number; readonly settled: number }[] = [];
  let latest = 0;

  return {
    restart(settled) {
      latest = settled;
      samples = [{ at: clock.monotonic(), settled }];
    },
    record(settled) {
      const at = clock.monotonic();
      const last = samples.at(-1);
      if (!last || at - last.at >= sampleIntervalInMs) samples.push({ at, settled: latest });
      latest = settled;
      // One sample older than a minute stays, so that the span is a whole minute.
      while ((samples[1]?.at ?? at) < at - minuteInMs) samples.shift();
    },
    itemsPerMinute() {
      const now = clock.monotonic();
      const first = samples.findLast(({ at }) => at <= now - minuteInMs) ?? samples[0];
      if (!first || now - first.at < minSpanInMs) return undefined;
      return ((latest - first.settled) / (now - first.at)) * minuteInMs;
    },
  };
}
