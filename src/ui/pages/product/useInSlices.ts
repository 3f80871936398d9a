import { useEffect, useMemo, useState } from 'react';
import { runToEnd, runInSlices, type Steps } from '../../../base/async/inSlices';
import { createTimeSlicer } from '../../../base/async/timeSlicer';
import { useServices } from '../../services';

/** Items up to this number are worked on before they are drawn: that takes a few milliseconds. */
const maxUnsliced = 2_000;

/** Result of work, or the error that ended it. */
type Ending<Result> = { readonly start: () => Steps<Result> } & (
  { readonly result: Result } | { readonly error: unknown }
);

/**
 * Works something out of so many items, in slices where they are many, so that the page answers meanwhile; undefined until
 * that is done, and without `start`. Begins again with each other `start`.
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
