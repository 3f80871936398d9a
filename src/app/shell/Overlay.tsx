import { Suspense } from 'react';
import type { ReactNode } from 'react';
import { useReturnFocus } from '../../ui/parts/useReturnFocus';

/** Wraps a pane or dialog that a route opens: the page below stays while it loads, and gets the focus back afterwards. */
export function Overlay({ children }: { readonly children: ReactNode }) {
  useReturnFocus();
  return <Suspense>{children}</Suspense>;
}
