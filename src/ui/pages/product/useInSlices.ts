import { useEffect, useMemo, useState } from 'react';
import { runToEnd, runInSlices, type Steps } from '../../../base/async/inSlices';
import { createTimeSlicer } from '../../../base/async/timeSlicer';
import { useServices } from '../../services';

/** Maximum number of items processed during the render, which takes a few milliseconds. */
const maxUnsliced = 2_000;

/** Result of the work, or its error. */
type Ending<Result> = { readonly start: () => Steps<Result> } & (
  { readonly result: Result } | { readonly error: unknown }
);

/**
 * Runs work over `items` items and returns its result: during the render if they are few, else in time slices that
 * keep the page responsive. Undefined until it's done, and without `start`. A new `start` restarts it.
 */
export function useInSlices<Result>(
  start: (() => Steps<Result>) | undefined,
  items: number,
): Result | undefined {
  const { clock } = useServices();
  const isFew = items <= maxUnsliced;
  const immediate = useMemo(() => (start && isFew ? runToEnd(start()) : undefined), [start, isFew]);
  const [ending, setEnding] = useState<Ending<Result>>();
  useEffect(() => {
    if (!start || isFew) return undefined;
    const left = new AbortController();
    runInSlices(start(), createTimeSlicer(clock), left.signal).then(
      (result) => setEnding({ start, result }),
      (error: unknown) => {
        if (!left.signal.aborted) setEnding({ start, error });
      },
    );
    return () => left.abort();
  }, [start, isFew, clock]);
  if (isFew || !ending || ending.start !== start) return immediate;
  if ('error' in ending) throw ending.error;
  return ending.result;
}
