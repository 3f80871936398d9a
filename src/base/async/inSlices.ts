/** Long work in steps of less than a millisecond or two, between which it can be left or can wait. */
export type Steps<Result> = Generator<void, Result, void>;

/** Items that are worked on in one step. */
const stepSize = 500;

/** Makes steps of an action on each item. */
export function* forEachInSteps<Item>(items: Iterable<Item>, action: (item: Item) => void): Steps<void> {
  let count = 0;
  for (const item of items) {
    action(item);
    count += 1;
    if (count % stepSize === 0) yield;
  }
}

/** Does all steps in one go. */
export function runToEnd<Result>(steps: Steps<Result>): Result {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** Does the steps one after the other, awaiting `pause` between them. Rejects with the reason of `signal` once that is aborted. */
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
