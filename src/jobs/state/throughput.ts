import type { Clock } from '../../base/clock';
import type { JobState } from '../job';
import type { JobThroughput } from '../jobs';
import type { Operation } from '../operation';

/** Measures how many items a job settles. */
export interface ThroughputMeter {
  /** Starts again at the number of items that are settled already. */
  restart(settled: number): void;
  /** Records the number of settled items. */
  record(settled: number): void;
  /** Items per minute over the last minute, or since the restart; undefined in the first three seconds. */
  itemsPerMinute(): number | undefined;
}

const minuteInMs = 60_000;
const minSpanInMs = 3_000;
/** Minimum time between two samples, in milliseconds. */
const sampleIntervalInMs = 1_000;

/** Creates a meter without samples. */
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
      // One sample older than a minute is kept, so that the samples cover a whole minute.
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

/** Estimates how long a job will take, by its operation if that knows, else by the items settled per minute. */
export function toThroughput<Subject, Input, Code extends string>(
  { header, status, counts, inFlightUntil }: JobState<Subject, Input, Code>,
  meter: ThroughputMeter,
  operation: Operation<Subject, Input, Code> | undefined,
): JobThroughput {
  const isSending = (status === 'running' || status === 'cancelling') && inFlightUntil === undefined;
  if (!isSending) return { itemsPerMinute: undefined, timeLeftInMs: undefined };
  const itemsPerMinute = meter.itemsPerMinute();
  const left = counts.waiting + counts.started;
  // Nothing is left to send while the end is stored, or while the service works on pending items.
  if (left === 0) return { itemsPerMinute, timeLeftInMs: undefined };
  const byRate = itemsPerMinute ? (left / itemsPerMinute) * minuteInMs : undefined;
  const timeLeftInMs = operation?.timeLeftInMs?.(left, header) ?? byRate;
  return { itemsPerMinute, timeLeftInMs, timeLeftError: operation?.timeLeftError?.(left, header) };
}
