import { lazy, useState } from 'react';
import type { ComponentType, JSX } from 'react';
import { importChunk } from './importChunk';

/** A component whose code is fetched when it is drawn, or before. */
export interface LazyComponent<Props> {
  (props: Props): JSX.Element;
  /** Fetches the code, so that the component is later drawn without a pause. Rejects as `load` does. */
  readonly preload: () => Promise<void>;
}

/**
 * Makes a component of a file of its own. It is drawn behind the nearest Suspense where its code is not there yet, and at
 * once where it is: React shows the fallback of any lazy component for a third of a second, even if that is loaded.
 */
export function lazyWithPreload<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
): LazyComponent<Props> {
  let loaded: ComponentType<Props> | undefined;
  const keep = async (): Promise<ComponentType<Props>> => (loaded = await importChunk(load));
  const Lazy = lazy(async () => ({ default: await keep() })) as unknown as ComponentType<Props>;
  function Preloadable(props: Props) {
    // Chosen once, since another component in its place would begin anew.
    const [Chosen] = useState(() => loaded ?? Lazy);
    return <Chosen {...props} />;
  }
  return Object.assign(Preloadable, { preload: async () => void (await keep()) });
}
