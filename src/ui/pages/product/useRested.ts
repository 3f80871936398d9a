import { useEffect, useState } from 'react';
import { useServices } from '../../services';

/** The value as it was when it last stayed the same for `restInMs` milliseconds. */
export function useRested<T>(value: T, restInMs: number): T {
  const { clock } = useServices();
  const [rested, setRested] = useState(value);
  useEffect(() => {
    const left = new AbortController();
    clock.wait(restInMs, left.signal).then(
      () => setRested(value),
      () => undefined,
    );
    return () => left.abort();
  }, [clock, value, restInMs]);
  return rested;
}
