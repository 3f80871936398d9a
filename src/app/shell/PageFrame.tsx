import { Suspense, useEffect, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { Loading } from '../../ui/parts/Loading';
import { ErrorBoundary } from './ErrorBoundary';

/** A page and whether it was reached from another one. */
interface PageFrameProps {
  /** True once a person has moved inside the app: only then does the page take the focus. */
  readonly autoFocus: boolean;
  /** Called when the page is on screen. */
  readonly onShown: () => void;
  readonly children: ReactNode;
}

/** Around one page: its loading, its failures, and the focus when a person comes from elsewhere. Key it by the page. */
export function PageFrame({ autoFocus, onShown, children }: PageFrameProps) {
  return (
    <ErrorBoundary>
      <Suspense fallback={<Loading />}>
        {autoFocus && <FocusHeading />}
        <Arrival onShown={onShown} />
        {children}
      </Suspense>
    </ErrorBoundary>
  );
}

/** Runs when the page is there, since a suspended part delays the effects of all of its siblings. */
function Arrival({ onShown }: Pick<PageFrameProps, 'onShown'>) {
  useEffect(onShown, [onShown]);
  return null;
}

/** Waits for the page in the same way. */
function FocusHeading() {
  useEffect(() => {
    const main = document.querySelector<HTMLElement>('main');
    const heading = main?.querySelector<HTMLElement>('h1');
    heading?.setAttribute('tabindex', '-1');
    (heading ?? main)?.focus();
  }, []);
  return null;
}

/**
 * Returns true once the person has gone from the page that opened first to another one. A `pageKey` of undefined stands for
 * the empty route, which redirects.
 */
export function useHasNavigated(pageKey: string | undefined): boolean {
  const [hasNavigated, setHasNavigated] = useState(false);
  const first = useRef<string>(undefined);
  useEffect(() => {
    if (pageKey === undefined) return;
    first.current ??= pageKey;
    if (pageKey !== first.current) setHasNavigated(true);
  }, [pageKey]);
  return hasNavigated;
}
