import { useRef } from 'react';

/**
 * Makes concurrent calls of an action share one run, so that a double click or a second Enter does nothing twice. It holds
 * from the first call on, not only once the screen is drawn again. With `isOnce`, later calls share it too unless it failed.
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
