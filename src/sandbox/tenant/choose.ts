import type { Random } from '../../base/random';

/** One of the items, by chance. Throws RangeError when there are none. */
export function choose<T>(items: readonly T[], random: Random): T {
  const item = items[Math.floor(random() * items.length)];
  if (item === undefined) throw new RangeError('nothing to choose from');
  return item;
}
