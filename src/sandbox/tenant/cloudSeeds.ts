import { cloudProductIds } from './cloudProducts';
import type { CloudAssignmentRow } from './cloudRows';
import { cloudAssignmentKey } from './cloudRows';
import { daysFrom } from './daysFrom';
import { licensedDeviceId } from './devices';
import { groupIds } from './groupSeeds';
import { personas } from './personas';
import type { OwnedProducts } from './ownedProducts';
import { productIds } from './products';
import type { UserRow } from './rows';
import { poolsOfSku } from './skuPools';

/** Seats of the first purchase of the SKU that was bought twice. */
const seatsOfFirst = 50;

/** The assignments that a new tenant has beside the licenses of its directory. */
export function seedCloudAssignments(
  users: readonly UserRow[],
  seedDay: number,
  owned: OwnedProducts,
): CloudAssignmentRow[] {
  const at = daysFrom(seedDay, -15);
  const row = (
    poolKey: string | undefined,
    ownerKind: CloudAssignmentRow['ownerKind'],
    ownerId: string | undefined,
  ): CloudAssignmentRow[] =>
    poolKey === undefined || ownerId === undefined
      ? []
      : [
          {
            id: cloudAssignmentKey({ ownerKind, ownerId }, poolKey),
            poolKey,
            ownerKind,
            ownerId,
            disabledPlanIds: [],
            at,
          },
        ];
  const { given } = owned;
  if (given) {
    const pools = owned.cloudProducts.flatMap((product) => product.pools);
    return pools.flatMap(({ key }) =>
      users.slice(0, given.get(key) ?? 0).flatMap(({ id }) => row(key, 'user', id)),
    );
  }
  const poolsOf = (productKey: string): string[] =>
    owned.cloudProducts.find(({ key }) => key === productKey)?.pools.map(({ key }) => key) ?? [];
  const idOf = (key: string): string | undefined => personas.find((persona) => persona.key === key)?.userId;
  const [first, second] = poolsOf(cloudProductIds.ledger);
  const people = users.filter(
    ({ userType, usageLocation }) => userType === 'Member' && usageLocation !== null,
  );
  return [
    ...row(poolsOf(cloudProductIds.rooms)[0], 'group', groupIds.it),
    ...people.slice(20, 29).flatMap(({ id }) => row(first, 'user', id)),
    // These three take two seats each.
    ...people.slice(26, 29).flatMap(({ id }) => row(second, 'user', id)),
    ...row(poolsOf(cloudProductIds.department)[0], 'user', idOf('member')),
    ...people.slice(30, 34).flatMap(({ id }) => row(poolsOf(cloudProductIds.scanner)[0], 'user', id)),
    ...row(poolsOf(cloudProductIds.kiosk)[0], 'device', licensedDeviceId),
    ...holdersBeyondFirst(users).flatMap(({ id }) =>
      row(poolsOfSku({ owned }, productIds.expenses)[1]?.key, 'user', id),
    ),
  ];
}

/** People whose seat is one of the second purchase. */
function holdersBeyondFirst(users: readonly UserRow[]): UserRow[] {
  return users
    .filter(({ licenses }) =>
      licenses.some(({ skuId, groupId }) => skuId === productIds.expenses && groupId === null),
    )
    .slice(seatsOfFirst);
}
