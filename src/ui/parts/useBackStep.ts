import { useEffect, useRef } from 'react';

/** Dialog or pane that Back closes. */
interface BackStep {
  readonly close: () => void;
  /** True if it has its own address, so that the browser's Back closes it. */
  readonly hasRoute: boolean;
}

const open: BackStep[] = [];

/** Lets Back close a dialog or pane, the last opened first. */
export function useBackStep(close: () => void, hasRoute = false): void {
  const latest = useRef({ close, hasRoute });
  useEffect(() => {
    latest.current = { close, hasRoute };
  });
  useEffect(() => {
    const step: BackStep = {
      close: () => latest.current.close(),
      get hasRoute() {
        return latest.current.hasRoute;
      },
    };
    open.push(step);
    return () => void open.splice(open.indexOf(step), 1);
  }, []);
}

/** Returns the dialog or pane opened last; undefined if none is open. */
export function topBackStep(): BackStep | undefined {
  return open.at(-1);
}
