import { useRef } from 'react';

/**
 * Makes concurrent calls of an action share one run, so that a double-click does nothing twice, even before the next
 * render. With `isOnce`, later calls share it too unless it failed.
 */
export function useSharedRun<Args extends readonly unknown[], T>(
  act: (...args: Args) => Promise<T>,
  isOnce = false,
): (...args: Args) => Promise<T> {
  const running = useRef<Promise<T>>(undefined);
  const forget = (): void => {
    running.current = undefined;
  };
  return (...args) => {
    if (running.current) return running.current;
    const run = act(...args);
    running.current = run;
    run.then(isOnce ? undefined : forget, forget);
    return run;
  };
}
