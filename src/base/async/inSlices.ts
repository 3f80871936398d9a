/** Long work in steps of a millisecond or two, between which it can pause or stop. */
export type Steps<Result> = Generator<void, Result, void>;

/** Number of items of one step. */
const stepSize = 500;

/** Calls an action with each item, in steps. */
export function* forEachInSteps<Item>(items: Iterable<Item>, action: (item: Item) => void): Steps<void> {
  let count = 0;
  for (const item of items) {
    action(item);
    count += 1;
    if (count % stepSize === 0) yield;
  }
}

/** Runs all steps without a pause. */
export function runToEnd<Result>(steps: Steps<Result>): Result {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** Runs the steps and awaits `pause` between them. Rejects with the reason of `signal` once that is aborted. */
export async function runInSlices<Result>(
  steps: Steps<Result>,
  pause: () => Promise<void> | undefined,
  signal?: AbortSignal,
): Promise<Result> {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    const turn = pause();
    if (turn) await turn;
    signal?.throwIfAborted();
  }
}
