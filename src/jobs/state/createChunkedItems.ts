import type { JobItem } from '../job';
import type { ChunkedItems } from './internalJobState';

/** Items in a chunk; all chunks but the last are full. */
export const chunkLength = 512;

/** Wraps chunks of `chunkLength` items as one list. */
export function createChunkedItems<Input, Code extends string>(
  chunks: readonly (readonly JobItem<Input, Code>[])[],
  length: number,
): ChunkedItems<Input, Code> {
  return {
    chunks,
    length,
    at: (index) => chunks[Math.floor(index / chunkLength)]?.[index % chunkLength],
    *[Symbol.iterator]() {
      for (const chunk of chunks) yield* chunk;
    },
  };
}
