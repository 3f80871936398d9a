/** Pace at which the service answers full batches; durations in milliseconds. */
interface Pace {
  /** Duration of a batch lately. */
  readonly batchInMs: number;
  /** Its best duration, slowly forgotten; undefined before the first. */
  readonly bestInMs: number | undefined;
}

/** Batches on their way at the same time while the service keeps up; more gain nothing against a quota. */
const maxConcurrentBatches = 4;

/** Pace that is believed before the first answer. */
export const unknownPace: Pace = { batchInMs: 400, bestInMs: undefined };

const weightOfLast = 0.25;
const bestDecay = 1.01;
/** Below this a batch is quick whatever the best was, and up to so many times the best it is not slow yet. */
const quickInMs = 500;
const tolerated = 3;

/** The pace after a batch that took `durationInMs`. */
export function observe({ batchInMs, bestInMs }: Pace, durationInMs: number): Pace {
  if (bestInMs === undefined) return { batchInMs: durationInMs, bestInMs: durationInMs };
  return {
    batchInMs: batchInMs + weightOfLast * (durationInMs - batchInMs),
    bestInMs: Math.min(bestInMs * bestDecay, durationInMs),
  };
}

/** Batches that may be on their way: fewer the longer they take against the best, since waiting calls are what slows it. */
export function maxBatches({ batchInMs, bestInMs }: Pace): number {
  const growth = batchInMs / Math.max(quickInMs, bestInMs ?? 0);
  return Math.max(
    1,
    Math.min(
      maxConcurrentBatches,
      Math.round((maxConcurrentBatches * tolerated) / Math.max(tolerated, growth)),
    ),
  );
}
