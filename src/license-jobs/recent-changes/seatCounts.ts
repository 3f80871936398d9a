import type { PoolKey, ProductKey } from '../../licensing/keys';
import type { OwnedProduct, Pool, SeatCount } from '../../licensing/types';
import type { LicenseChange } from './licenseChanges';
import { checkedForInMs, maxLagInMs, maxPendingInMs } from './readings';

/** A number of assigned seats that was right at a time. */
export interface KnownCount {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly assigned: number;
}

/** A number of assigned seats that readings still show although there was time enough. */
export interface CountDifference {
  readonly expected: number;
  readonly shown: number;
}

/** Changes of a product, as far as its number of seats depends on them. */
export interface CountedChanges {
  readonly changes: readonly LicenseChange[];
  /** Counts from the plans of jobs, in any order. */
  readonly planned: readonly KnownCount[];
  /** Entra gives or takes licenses of the product by a group, of how many people is not known. */
  readonly isGroupAtWork: boolean;
}

/** Numbers of seats of all products, corrected by recent changes. */
export interface SeatCounts {
  /** Corrects a reading that began at `readAt` where it is too early to show the changes. */
  correct(product: OwnedProduct, counted: CountedChanges, readAt: number): OwnedProduct;
  /** Records how many people have a seat by a list of holders that was read to its end, and when that reading began. */
  noteHolders(product: ProductKey, people: KnownCount): void;
  /** True until a reading shows all changes, or one that began late enough does not. */
  isPending(product: ProductKey, counted: CountedChanges): boolean;
  /** Difference that is left after the latest change; undefined again once a later one is waited for. */
  difference(product: ProductKey, counted: CountedChanges): CountDifference | undefined;
}

/**
 * Creates counts without any knowledge. From a number that was known before the changes, the one after them follows; a
 * reading between the two is too early, and any other shows the changes, with those of others.
 */
export function createSeatCounts(now: () => number): SeatCounts {
  const read = new Map<ProductKey, KnownCount>();
  const listed = new Map<ProductKey, KnownCount>();
  /** Differences, each with the time of the last change that it is about. */
  const differences = new Map<ProductKey, { readonly at: number; readonly found: CountDifference }>();

  function startOf(product: ProductKey, { planned }: CountedChanges): KnownCount | undefined {
    const known = read.get(product);
    return [...planned, ...(known ? [known] : [])].sort((one, other) => other.at - one.at)[0];
  }

  /** Number of holders, where they were read after `since` and each of them takes one seat. */
  function listedSince(since: number, { key, pools }: OwnedProduct): number | undefined {
    const people = listed.get(key);
    return people && people.at > since && pools.length === 1 ? people.assigned : undefined;
  }

  return {
    noteHolders: (product, people) => void listed.set(product, people),
    difference(product, { changes }) {
      const { at, found } = differences.get(product) ?? { at: 0 };
      return changes.some((change) => change.seats !== 0 && change.at > at) ? undefined : found;
    },
    isPending(product, counted) {
      const since = Math.max(startOf(product, counted)?.at ?? 0, differences.get(product)?.at ?? 0);
      return counted.changes.some(
        ({ at, seats }) => seats !== 0 && at > since && now() <= at + maxPendingInMs,
      );
    },
    correct(product, counted, readAt) {
      const { assigned } = product.seats;
      // A number that the service does not tell is not made up either.
      if (assigned === undefined) return product;
      const start = startOf(product.key, counted);
      const since = counted.changes.filter(({ at, seats }) => seats !== 0 && at > (start?.at ?? readAt));
      const lastAt = since.reduce((last, { at }) => Math.max(last, at), 0);
      const sumOf = (sign: 1 | -1): number =>
        since.reduce((sum, { seats }) => (Math.sign(seats) === sign ? sum + seats : sum), 0);
      const [fewer, more] = [sumOf(-1), sumOf(1)];
      const expected = (start?.assigned ?? assigned) + fewer + more;
      const isBetween =
        start !== undefined && assigned >= start.assigned + fewer && assigned <= start.assigned + more;
      const isMissed = since.length > 0 && assigned !== expected && isBetween && !counted.isGroupAtWork;
      differences.delete(product.key);
      const people = counted.isGroupAtWork
        ? listedSince(Math.max(start?.at ?? 0, lastAt), product)
        : undefined;
      // No reading shows what a group has yet to do, so the one that is further from the number before knows more.
      if (people !== undefined && Math.abs(people - expected) > Math.abs(assigned - expected))
        return withMoreAssigned(product, people - assigned, since);
      if (isMissed && readAt <= lastAt + maxLagInMs)
        return withMoreAssigned(product, expected - assigned, since);
      if (isMissed && readAt <= lastAt + checkedForInMs) {
        differences.set(product.key, { at: lastAt, found: { expected, shown: assigned } });
      } else if (readAt > lastAt && !counted.isGroupAtWork) {
        read.set(product.key, { at: readAt, assigned });
      }
      return product;
    },
  };
}

/**
 * The product with more (or fewer) assigned seats: in each pool those of the changes in it, where they add up to that number, else all
 * of them in the pool that was changed first, since it is not known which changes the reading shows.
 */
function withMoreAssigned(
  product: OwnedProduct,
  more: number,
  changes: readonly LicenseChange[],
): OwnedProduct {
  const [first, ...others] = product.pools;
  const byPool = new Map<PoolKey, number>();
  for (const { pool, seats } of changes) byPool.set(pool, (byPool.get(pool) ?? 0) + seats);
  const isWhole = [...byPool.values()].reduce((sum, seats) => sum + seats, 0) === more;
  const changed = product.pools.find(({ key }) => byPool.has(key)) ?? first;
  const moreOf = ({ key }: Pool): number =>
    isWhole ? (byPool.get(key) ?? 0) : key === changed.key ? more : 0;
  const corrected = (pool: Pool): Pool => ({ ...pool, seats: moreAssigned(pool.seats, moreOf(pool)) });
  return {
    ...product,
    seats: moreAssigned(product.seats, more),
    pools: [corrected(first), ...others.map(corrected)],
  };
}

function moreAssigned({ total, assigned, available }: SeatCount, more: number): SeatCount {
  return {
    total,
    assigned: assigned === undefined ? undefined : assigned + more,
    available: available === undefined ? undefined : available - more,
  };
}
