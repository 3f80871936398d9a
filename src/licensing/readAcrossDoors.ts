import { toAppError } from '../base/appError';
import type { PrincipalRef } from '../base/principal';
import type { DoorAdapters } from './changes/applyAcrossDoors';
import { doorOf, type Door } from './door';
import { idInKey, productSpaces, type ProductKey } from './keys';
import type { HoldingOptions } from './licensingAdapter';
import type { Holding, PoolRef } from './types';

/** Doors of products, as they were listed last. */
export interface ProductRoutes {
  /** Keys that are read and changed through cloud licensing. */
  readonly throughCloud: ReadonlySet<ProductKey>;
  /** True where cloud licensing could not be read this time, though it may have products. */
  readonly isCloudUnread: boolean;
}

interface HoldingsToRead {
  readonly principals: readonly PrincipalRef[];
  readonly options: HoldingOptions | undefined;
}

/**
 * Reads holdings from each door that has products asked for, and a product of which pools are named from the doors of these.
 * Incomplete where cloud licensing could not be read beside the directory; rejects where it is the only one to read.
 */
export async function readAcrossDoors(
  { directory, cloud }: DoorAdapters,
  { throughCloud, isCloudUnread }: ProductRoutes,
  { principals, options }: HoldingsToRead,
): Promise<readonly Holding[]> {
  const products = options?.products;
  const named = doorsOf(options?.pools ?? []);
  const isListedIn = (door: Door, key: ProductKey): boolean =>
    (throughCloud.has(key) || !isOfSku(key)) === (door === 'cloud-licensing');
  const isThrough = (door: Door, key: ProductKey): boolean =>
    named.get(key)?.has(door) ?? isListedIn(door, key);
  const ofCloud = products?.filter((key) => isThrough('cloud-licensing', key));
  const ofDirectory = products?.filter((key) => isThrough('directory', key));
  const asksCloud = ofCloud ? ofCloud.length > 0 : throughCloud.size > 0;
  const readCloud = () =>
    cloud.readHoldings(principals, { ...options, ...(ofCloud && { products: ofCloud }) });
  if (asksCloud && ofDirectory?.length === 0) return readCloud();
  const [own, others] = await Promise.all([
    directory.readHoldings(principals, { ...options, ...(ofDirectory && { products: ofDirectory }) }),
    asksCloud ? unlessFailed(readCloud()) : [],
  ]);
  const isUnread = others === undefined || (!products && isCloudUnread);
  return own.map((holding, place) => {
    const other = others?.[place];
    const isIncomplete = isUnread || holding.isIncomplete === true || other?.isIncomplete === true;
    const seats = [
      ...holding.seats.filter(({ product }) => isThrough('directory', product)),
      ...(other?.seats.filter(({ product }) => isThrough('cloud-licensing', product)) ?? []),
    ];
    return { ...holding, seats, ...(isIncomplete && { isIncomplete }) };
  });
}

/** Returns the doors of pools by their products; nothing for pools of no door. */
function doorsOf(pools: readonly PoolRef[]): ReadonlyMap<ProductKey, ReadonlySet<Door>> {
  const doors = new Map<ProductKey, Set<Door>>();
  for (const { product, pool } of pools) {
    const door = doorOf(pool);
    if (door) doors.set(product, (doors.get(product) ?? new Set()).add(door));
  }
  return doors;
}

/** True for a product that the directory may list as well. */
export function isOfSku(key: ProductKey): boolean {
  return idInKey(key, productSpaces.sku) !== undefined;
}

/** Resolves with undefined where a read fails but was not cancelled. */
export async function unlessFailed<T>(reading: Promise<T>): Promise<T | undefined> {
  return reading.catch((thrown: unknown) => {
    if (toAppError(thrown).code === 'cancelled') throw thrown;
    return undefined;
  });
}
