/** Media queries that hold now, by a piece of their text. */
const holding = new Set<string>();

/** jsdom has no media queries: here none holds, but those that contain one of `pieces`. */
export function stubMatchMedia(...pieces: readonly string[]): void {
  holding.clear();
  for (const piece of pieces) holding.add(piece);
  window.matchMedia = (media) =>
    ({
      media,
      get matches() {
        return [...holding].some((piece) => media.includes(piece));
      },
      addEventListener: () => undefined,
      removeEventListener: () => undefined,
    }) as unknown as MediaQueryList;
}
