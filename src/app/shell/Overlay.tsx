import { Suspense } from 'react';
import type { ReactNode } from 'react';
import { useReturnFocus } from '../../ui/parts/useReturnFocus';

/** Around a pane or dialog that a route opens: the page below stays as it is while it loads, and gets the focus back. */
export function Overlay({ children }: { readonly children: ReactNode }) {
  useReturnFocus();
  return <Suspense>{children}</Suspense>;
}
