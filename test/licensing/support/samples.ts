import type { NamedPrincipal, GroupPrincipal, UserPrincipal } from '../../../src/base/principal';
import {
  poolSpaces,
  productSpaces,
  toPoolKey,
  toProductKey,
  type PoolKey,
  type ProductKey,
} from '../../../src/licensing/keys';
import type { GroupReading } from '../../../src/licensing/preflight/groupReading';
import type {
  Holding,
  HeldLicense,
  OwnedProduct,
  Pool,
  PoolRef,
  Seat,
  Subscription,
} from '../../../src/licensing/types';

/** A GUID that ends in `number`, for telling samples apart. */
export function guid(number: number): string {
  return `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
}

/** The SKU id behind the sample product. */
export const skuId = guid(900);

/** Key of the product with this SKU id. */
export function productKeyOf(id: string): ProductKey {
  return toProductKey(productSpaces.sku, id);
}

/** Key of the pool that is this SKU of the directory. */
export function poolKeyOf(id: string): PoolKey {
  return toPoolKey(poolSpaces.directory, id);
}

/** Product and pool of a SKU, by its id or the number of a sample GUID. */
export function refOf(id: string | number): PoolRef {
  const ofSku = typeof id === 'number' ? guid(id) : id;
  return { product: productKeyOf(ofSku), pool: poolKeyOf(ofSku) };
}

/** The product that the samples are about, and its pool. */
export const ref = refOf(skuId);

/** A license of the pool, with these apps off. */
export function license(pool: PoolRef = ref, ...disabledPlanIds: readonly string[]): HeldLicense {
  return { ...pool, disabledPlanIds };
}

/** A person about whom nothing is special, but for `changes`. */
export function user(number: number, changes: Partial<UserPrincipal> = {}): UserPrincipal {
  const address = `person${number}@tenant.example`;
  return {
    kind: 'user',
    id: guid(number),
    displayName: `Person ${number}`,
    address,
    userPrincipalName: address,
    isGuest: false,
    isBlocked: false,
    usageLocation: 'SE',
    jobTitle: undefined,
    department: undefined,
    companyName: undefined,
    ...changes,
  };
}

/** A security group about which nothing is special, but for `changes`. */
export function group(number: number, changes: Partial<GroupPrincipal> = {}): GroupPrincipal {
  return {
    kind: 'group',
    id: guid(number),
    displayName: `Group ${number}`,
    address: '',
    groupKind: 'security',
    isSecurityEnabled: true,
    isRoleAssignable: false,
    isSynced: false,
    description: undefined,
    ...changes,
  };
}

/** Returns the part of a user or group that a job keeps. */
export function named({ kind, id, displayName, address }: UserPrincipal | GroupPrincipal): NamedPrincipal {
  return { kind, id, displayName, address };
}

/** An active direct seat of the sample product, but for `changes`. */
export function seat(changes: Partial<Seat> = {}): Seat {
  return {
    ...ref,
    path: { kind: 'direct' },
    state: 'active',
    issue: undefined,
    disabledPlanIds: [],
    updatedAt: undefined,
    ...changes,
  };
}

/** A seat through the group of that number. */
export function groupSeat(number: number, changes: Partial<Seat> = {}): Seat {
  return seat({ path: { kind: 'group', groupId: guid(number), groupName: `Group ${number}` }, ...changes });
}

/** Reading of a group: with `members`, what they hold, else with `directUsers` their number, else nothing. */
export function reading(changes: Partial<GroupReading> = {}): GroupReading {
  const { members } = changes;
  return {
    directUsers: members?.length,
    nestedGroups: 0,
    members,
    carried: [],
    ...changes,
  };
}

/** Holding of a principal. */
export function holding(principal: UserPrincipal | GroupPrincipal, ...seats: Seat[]): Holding {
  return { principal: { kind: principal.kind, id: principal.id }, seats };
}

/** Changes to a sample product; `subscriptions` and `pools` are of its only pool unless `pools` is given. */
export type OwnedSample = Partial<OwnedProduct> & {
  readonly skuId?: string;
  readonly partNumber?: string;
  readonly subscriptions?: readonly Subscription[];
};

/** An enabled product with one pool and ten free seats, but for `changes`. */
export function owned(changes: OwnedSample = {}): OwnedProduct {
  const { skuId: id = skuId, partNumber = 'SAMPLE_APP', subscriptions = [], ...rest } = changes;
  const { capability = 'enabled', seats = { total: 10, assigned: 0, available: 10 } } = rest;
  const pool: Pool = { key: poolKeyOf(id), capability, seats, subscriptions };
  return {
    key: productKeyOf(id),
    identifiers: { skuId: id, partNumber },
    capability,
    isUserScoped: true,
    seats,
    plans: [],
    pools: [pool],
    ...rest,
  };
}

/** A paid, enabled subscription without a date, but for `changes`. */
export function subscription(changes: Partial<Subscription> = {}): Subscription {
  return {
    id: guid(800),
    status: 'enabled',
    isTrial: false,
    seats: 10,
    nextLifecycleAt: undefined,
    createdAt: undefined,
    ...changes,
  };
}
