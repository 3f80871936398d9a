type Method = (...args: readonly unknown[]) => Promise<unknown>;
type AsyncNames<T> = {
  [K in keyof T]: T[K] extends (...args: never[]) => Promise<unknown> ? K : never;
}[keyof T];

/** Creates methods that load their object before they call it; each rejects as `load` does if that fails. */
export function lazyProxy<T, K extends AsyncNames<T>>(
  load: () => Promise<T>,
  names: readonly K[],
): Pick<T, K> {
  const methodOf =
    (name: K): Method =>
    async (...args) =>
      ((await load()) as Record<K, Method>)[name](...args);
  return Object.fromEntries(names.map((name) => [name, methodOf(name)])) as unknown as Pick<T, K>;
}
