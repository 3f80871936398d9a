import type { JobItem, JobItems } from '../job';

/** The indexes of the items that fit, in their order. */
export function indexesOf<Input, Code extends string>(
  items: JobItems<Input, Code>,
  fits: (item: JobItem<Input, Code>) => boolean,
): number[] {
  const indexes: number[] = [];
  let index = 0;
  for (const item of items) {
    if (fits(item)) indexes.push(index);
    index += 1;
  }
  return indexes;
}
