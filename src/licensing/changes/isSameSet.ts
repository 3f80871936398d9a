/** Returns true if two lists have the same ids, regardless of order and repetition. */
export function isSameSet(left: readonly string[], right: readonly string[]): boolean {
  const wanted = new Set(right);
  return new Set(left).size === wanted.size && left.every((id) => wanted.has(id));
}
