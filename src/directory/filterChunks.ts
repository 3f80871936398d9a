/** Values that one filter carries; Graph: "Query parameters" allows 15 expressions a clause by default. */
export const valuesPerFilter = 15;

/** Keeps addresses of requests far from the lengths that servers refuse. */
const charactersPerFilter = 1_500;

/** Values in the portions that one filter carries, each portion with at least one. */
export function filterChunks(values: readonly string[]): string[][] {
  const chunks: string[][] = [];
  let chunk: string[] = [];
  let characters = 0;
  for (const value of values) {
    characters += value.length;
    if (chunk.length === 0 || chunk.length === valuesPerFilter || characters > charactersPerFilter) {
      chunks.push((chunk = []));
      characters = value.length;
    }
    chunk.push(value);
  }
  return chunks;
}
