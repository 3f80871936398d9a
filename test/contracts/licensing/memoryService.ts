import type { GroupPrincipal, UserPrincipal } from '../../../src/base/principal';
import { directSeat } from '../../../src/licensing/changes/directSeat';
import type { PoolKey, ProductKey } from '../../../src/licensing/keys';
import { isSamePool } from '../../../src/licensing/pools';
import type { Capability, Change, GroupProcessing, IssueCode } from '../../../src/licensing/types';
import type { LicensingCode, PoolRef, Seat } from '../../../src/licensing/types';

/** A product of the service, with what prevents giving it. */
export interface MemoryProduct {
  readonly key: ProductKey;
  readonly planIds?: readonly string[];
  readonly pools: readonly [MemoryPool, ...MemoryPool[]];
  /** A country in which it may not be used. */
  readonly prohibitedIn?: string;
  readonly requires?: ProductKey;
  readonly conflictsWith?: ProductKey;
}

/** Seats of a product that are counted together. */
export interface MemoryPool {
  readonly key: PoolKey;
  readonly total: number;
  /** Default is `enabled`. */
  readonly capability?: Capability;
}

/** A group with the ids of its direct members, users and groups. */
export interface MemoryGroup {
  readonly principal: GroupPrincipal;
  readonly memberIds: readonly string[];
}

/** Seats of users, and the licenses of groups as direct seats, by principal id. */
export type SeatTable = ReadonlyMap<string, readonly Seat[]>;

/** A licensing service in memory, which knows no SKUs. */
export interface MemoryService {
  readonly users: readonly UserPrincipal[];
  readonly groups: readonly MemoryGroup[];
  readonly products: readonly MemoryProduct[];
  /** A copy, which later changes leave as it is. */
  seats(): SeatTable;
  processing(groupId: string): GroupProcessing;
  /** Makes a change completely or not at all; returns the reason of a refusal, undefined for a success. */
  change(change: Change): LicensingCode | undefined;
  /** Gives the members of changed groups what their groups carry. */
  settle(): void;
}

/** Creates a service without any seats. */
export function createMemoryService(
  content: Pick<MemoryService, 'users' | 'groups' | 'products'>,
): MemoryService {
  const { users, groups, products } = content;
  const seats = new Map<string, readonly Seat[]>();
  const queued = new Set<string>();
  const seatsOf = (id: string): readonly Seat[] => seats.get(id) ?? [];
  const findPool = (ref: PoolRef): MemoryPool | undefined =>
    products.find(({ key }) => key === ref.product)?.pools.find(({ key }) => key === ref.pool);

  /** The reason for which the user can't have the license together with `held`; undefined where there is none. */
  function obstacle(user: UserPrincipal, ref: PoolRef, held: readonly Seat[]): LicensingCode | undefined {
    const product = products.find(({ key }) => key === ref.product);
    const holds = (key: ProductKey): boolean => held.some((seat) => seat.product === key && isWorking(seat));
    if (!user.usageLocation || user.usageLocation === product?.prohibitedIn) return 'usage-location';
    if (product?.requires && !holds(product.requires)) return 'missing-plans';
    if (product?.conflictsWith && holds(product.conflictsWith)) return 'conflicting-plans';
    const others = users.filter(({ id }) => id !== user.id && takesSeat(seatsOf(id), ref.pool));
    return others.length < (findPool(ref)?.total ?? 0) ? undefined : 'no-licenses-available';
  }

  return {
    ...content,
    seats: () => new Map(seats),
    processing: (groupId) => (queued.has(groupId) ? 'queued' : 'complete'),
    change({ principal: { kind, id }, add, remove }) {
      const user = users.find((each) => kind === 'user' && each.id === id);
      const group = groups.find(({ principal }) => kind === 'group' && principal.id === id);
      if (!user && !group) return 'principal-not-found';
      if (group?.principal.isSecurityEnabled === false) return 'group-not-licensable';
      if (![...add, ...remove].every(findPool)) return 'product-not-owned';
      const missing = remove.find((pool) => !directSeat(seatsOf(id), pool));
      if (missing) return seatsOf(id).some((seat) => isSamePool(seat, missing)) ? 'inherited' : 'no-change';
      const isReplaced = (seat: Seat): boolean =>
        seat.path.kind === 'direct' && [...add, ...remove].some((pool) => isSamePool(seat, pool));
      let after = seatsOf(id).filter((seat) => !isReplaced(seat));
      for (const license of add) {
        const code = user && obstacle(user, license, after);
        if (code) return code;
        after = [...after, { ...license, ...activeDirectly }];
      }
      seats.set(id, after);
      if (group) queued.add(id);
      return undefined;
    },
    settle() {
      for (const { principal, memberIds } of groups) {
        if (!queued.delete(principal.id)) continue;
        const path = { kind: 'group', groupId: principal.id, groupName: principal.displayName } as const;
        for (const user of users.filter(({ id }) => memberIds.includes(id))) {
          let held = seatsOf(user.id).filter((seat) => !isThrough(seat, principal.id));
          for (const carried of seatsOf(principal.id)) {
            const code = obstacle(user, carried, held);
            held = [...held, { ...carried, path, state: code ? 'error' : 'active', issue: toIssue(code) }];
          }
          seats.set(user.id, held);
        }
      }
    },
  };
}

const activeDirectly = {
  path: { kind: 'direct' },
  state: 'active',
  issue: undefined,
  updatedAt: undefined,
} as const;

/** True if a seat gives its holder the product. */
export function isWorking({ state }: Seat): boolean {
  return state === 'active';
}

/** True if a user with these seats takes one of the pool, by any number of paths. */
export function takesSeat(seats: readonly Seat[], pool: PoolKey): boolean {
  return seats.some((seat) => seat.pool === pool && isWorking(seat));
}

/** True if a seat comes from this group. */
export function isThrough({ path }: Seat, groupId: string): boolean {
  return path.kind === 'group' && path.groupId === groupId;
}

function toIssue(code: LicensingCode | undefined): IssueCode | undefined {
  if (code === 'no-licenses-available') return 'not-enough-licenses';
  if (code === 'usage-location' || code === 'conflicting-plans' || code === 'missing-plans') return code;
  return code && 'other';
}
