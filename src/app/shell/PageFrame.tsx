import { Suspense, useEffect, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { Loading, type LoadingVariant } from '../../ui/parts/Loading';
import { ErrorBoundary } from './ErrorBoundary';

interface PageFrameProps {
  /** Moves the focus to the heading of the page; true once the person has navigated inside the app. */
  readonly shouldFocusHeading: boolean;
  /** Outline of the page while its code is loading. */
  readonly loading: LoadingVariant;
  /** Called when the page is on screen. */
  readonly onShown: () => void;
  readonly children: ReactNode;
}

/** Wraps one page: loading, errors, and the focus after navigation. Its `key` is the page. */
export function PageFrame({ shouldFocusHeading, loading, onShown, children }: PageFrameProps) {
  return (
    <ErrorBoundary>
      <Suspense fallback={<Loading variant={loading} isPage />}>
        {shouldFocusHeading && <FocusHeading />}
        <Arrival onShown={onShown} />
        {children}
      </Suspense>
    </ErrorBoundary>
  );
}

/** Reports that the page is on screen: a suspended page delays the effects of its siblings. */
function Arrival({ onShown }: Pick<PageFrameProps, 'onShown'>) {
  useEffect(onShown, [onShown]);
  return null;
}

/** Focuses the heading once the page is on screen, delayed in the same way. */
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
