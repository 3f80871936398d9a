import type { LicenseSource, SkuRow, UserRow } from './rows';
import type { SeatLedger } from './seatLedger';

/** Paths by which a user has one SKU. */
export interface HolderTruth {
  readonly skuId: string;
  /** Paths in effect: `direct`, or the id of a group. */
  readonly paths: readonly string[];
  /** Paths that failed, with the error. */
  readonly failed: Readonly<Record<string, LicenseSource['error']>>;
}

/** State of the tenant, for tests to compare a client's report with. */
export interface GroundTruth {
  /** By user id; people without any license are left out. */
  readonly holders: Readonly<Record<string, readonly HolderTruth[]>>;
  /** Seats in use and owned, by SKU id. */
  readonly seats: Readonly<Record<string, { readonly consumed: number; readonly usable: number }>>;
}

/** Returns the licenses of all users and the seats of all SKUs. */
export function readGroundTruth(
  users: readonly UserRow[],
  skus: readonly SkuRow[],
  seats: SeatLedger,
): GroundTruth {
  return {
    holders: Object.fromEntries(
      users.filter(({ licenses }) => licenses.length > 0).map((user) => [user.id, holdings(user.licenses)]),
    ),
    seats: Object.fromEntries(
      skus.map(({ skuId, units }) => [
        skuId,
        { consumed: seats.consumed(skuId), usable: units.enabled + units.warning },
      ]),
    ),
  };
}

function holdings(licenses: readonly LicenseSource[]): HolderTruth[] {
  const skuIds = [...new Set(licenses.map(({ skuId }) => skuId))];
  return skuIds.map((skuId) => {
    const sources = licenses.filter((source) => source.skuId === skuId);
    const failed = sources.filter(({ state }) => state === 'Error');
    return {
      skuId,
      paths: sources.filter(({ state }) => state === 'Active').map((source) => source.groupId ?? 'direct'),
      failed: Object.fromEntries(failed.map((source) => [source.groupId ?? 'direct', source.error])),
    };
  });
}
