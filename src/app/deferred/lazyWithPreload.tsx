import { lazy, useState } from 'react';
import type { ComponentType, JSX } from 'react';
import { importChunk } from './importChunk';

/** A component whose code is fetched when it is drawn, or earlier. */
export interface LazyComponent<Props> {
  (props: Props): JSX.Element;
  /** Fetches the code, so that the component is drawn without a pause later. Rejects as `load` does. */
  readonly preload: () => Promise<void>;
}

/**
 * Creates a component from a file of its own. The nearest Suspense shows its fallback only while the code is loaded: React's
 * `lazy` would show it for a third of a second even for loaded code.
 */
export function lazyWithPreload<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
): LazyComponent<Props> {
  let loaded: ComponentType<Props> | undefined;
  const keep = async (): Promise<ComponentType<Props>> => (loaded = await importChunk(load));
  const Lazy = lazy(async () => ({ default: await keep() })) as unknown as ComponentType<Props>;
  function Preloadable(props: Props) {
    // Chosen once, since another component in its place would lose its state.
    const [Chosen] = useState(() => loaded ?? Lazy);
    return <Chosen {...props} />;
  }
  return Object.assign(Preloadable, { preload: async () => void (await keep()) });
}
