import type { JobItem } from '../job';
import { countItem, type MutableCounts } from './countItem';
import { chunkLength, createChunkedItems } from './createChunkedItems';
import type { InternalJobState } from './internalJobState';

/** What becomes of the item at an index; the item itself for no change. */
type ItemChange<Input, Code extends string> = readonly [
  index: number,
  change: (item: JobItem<Input, Code>) => JobItem<Input, Code>,
];

/** Makes the changes and keeps the numbers right; gives the same job where nothing changes. */
export function changeItems<Subject, Input, Code extends string>(
  job: InternalJobState<Subject, Input, Code>,
  changes: Iterable<ItemChange<Input, Code>>,
): InternalJobState<Subject, Input, Code> {
  const copies = new Map<number, JobItem<Input, Code>[]>();
  const counts: MutableCounts = { ...job.counts };
  for (const [index, change] of changes) {
    const at = Math.floor(index / chunkLength);
    const place = index % chunkLength;
    const chunk = copies.get(at) ?? job.items.chunks[at];
    const item = chunk?.[place];
    if (!chunk || !item) continue;
    const changed = change(item);
    if (changed === item) continue;
    countItem(counts, item, -1);
    countItem(counts, changed, 1);
    const copy = copies.get(at) ?? [...chunk];
    copy[place] = changed;
    copies.set(at, copy);
  }
  if (copies.size === 0) return job;
  const chunks = job.items.chunks.map((chunk, at) => copies.get(at) ?? chunk);
  return { ...job, counts, items: createChunkedItems(chunks, job.items.length) };
}
