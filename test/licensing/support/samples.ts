import type { GroupPrincipal, UserPrincipal } from '../../../src/base/principal';
import type { Holding, Seat, SubscribedSku, Subscription } from '../../../src/licensing/types';

/** A GUID that ends in `number`, for telling samples apart. */
export function guid(number: number): string {
  return `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
}

/** The SKU that the samples are about. */
export const skuId = guid(900);

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

/** An active direct seat of the sample SKU, but for `changes`. */
export function seat(changes: Partial<Seat> = {}): Seat {
  return {
    skuId,
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

/** What a principal holds. */
export function holding(principal: UserPrincipal | GroupPrincipal, ...seats: Seat[]): Holding {
  return { principal: { kind: principal.kind, id: principal.id }, seats };
}

/** An enabled SKU with ten free seats, but for `changes`. */
export function sku(changes: Partial<SubscribedSku> = {}): SubscribedSku {
  return {
    skuId,
    skuPartNumber: 'SAMPLE_APP',
    capability: 'enabled',
    isUserScoped: true,
    seats: { total: 10, assigned: 0, available: 10 },
    plans: [],
    subscriptions: [],
    ...changes,
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
