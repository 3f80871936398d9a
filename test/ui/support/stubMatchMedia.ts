/** Matching media queries, by a part of their text. */
const holding = new Set<string>();

/** Replaces the media queries that jsdom lacks: those that contain one of `pieces` match. */
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
