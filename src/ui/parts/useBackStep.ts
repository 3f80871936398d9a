import { useEffect, useRef } from 'react';

/** Something open on top of a page that Back closes. */
interface BackStep {
  readonly close: () => void;
  /** True where the browser's own Back leads out of it, since it has an address of its own. */
  readonly hasRoute: boolean;
}

const open: BackStep[] = [];

/** Lets Back close a dialog or pane, the one that opened last first. */
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

/** The dialog or pane that opened last; undefined where the page itself is on top. */
export function topBackStep(): BackStep | undefined {
  return open.at(-1);
}
