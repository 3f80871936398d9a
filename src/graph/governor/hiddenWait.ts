/** How long to rest after a whole batch was refused without a readable `Retry-After`; milliseconds, monotonic clock. */
interface HiddenWait {
  readonly waitInMs: number;
  readonly nextInMs: number;
  /** When the last such refusal was taken in. */
  readonly learntAt: number;
}

/** What is hidden is most often ten seconds (Graph: throttling guidance). */
const firstInMs = 10_000;

/** Before the first of them. */
export const noHiddenWait: HiddenWait = {
  waitInMs: 0,
  nextInMs: firstInMs,
  learntAt: Number.NEGATIVE_INFINITY,
};

/** After a refusal of a batch sent at `sentAt`: twice the last wait, unless both batches were on their way together. */
export function afterHidden(hidden: HiddenWait, sentAt: number, now: number): HiddenWait {
  if (sentAt < hidden.learntAt) return hidden;
  return { waitInMs: hidden.nextInMs, nextInMs: hidden.nextInMs * 2, learntAt: now };
}

/** After a batch that was served: the next wait is a first one again. */
export function afterServed(hidden: HiddenWait, sentAt: number): HiddenWait {
  return sentAt < hidden.learntAt ? hidden : { ...hidden, nextInMs: firstInMs };
}
