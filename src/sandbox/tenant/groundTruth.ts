import type { CloudAssignmentRow, CloudSeatsRow } from './cloudRows';
import type { WithProducts } from './ownedProducts';
import type { Records } from './recordTable';
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
  /** Pools of products that only cloud licensing has, by their keys. */
  readonly cloudPools: Readonly<Record<string, CloudPoolTruth>>;
}

/** One pool of a product that only cloud licensing has. */
interface CloudPoolTruth {
  /** Objects that it was given to, such as `user:ID`; within a pool each is named once. */
  readonly givenTo: readonly string[];
  /** Ids of those with a seat. */
  readonly holders: readonly string[];
  /** Ids of those who wait for one, first come first. */
  readonly waiting: readonly string[];
}

/** Tables that the truth is read from. */
interface Tables extends WithProducts {
  readonly users: readonly UserRow[];
  readonly skus: readonly SkuRow[];
  readonly cloudAssignments: Records<CloudAssignmentRow>;
  readonly cloudSeats: Records<CloudSeatsRow>;
}

/** Returns the licenses of all users, the seats of all SKUs, and the pools of cloud licensing. */
export function readGroundTruth(tables: Tables, seats: SeatLedger): GroundTruth {
  const { users, skus } = tables;
  const keys = tables.owned.cloudProducts.flatMap(({ pools }) => pools.map(({ key }) => key));
  return {
    cloudPools: Object.fromEntries(keys.map((key) => [key, cloudPool(tables, key)])),
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

function cloudPool({ cloudAssignments, cloudSeats }: Tables, key: string): CloudPoolTruth {
  const given = cloudAssignments.all().filter(({ poolKey }) => poolKey === key);
  const { holderIds = [], waiting = [] } = cloudSeats.get(key) ?? {};
  return {
    givenTo: given.map(({ ownerKind, ownerId }) => `${ownerKind}:${ownerId}`),
    holders: holderIds,
    waiting: waiting.map(({ ownerId }) => ownerId),
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
