import type { Clock } from '../../base/clock';
import { seededRandom } from '../../base/random';
import { startOfDay } from './daysFrom';
import { makeGroups } from './makeGroups';
import { makeSkus, makeSubscriptions } from './makeSkus';
import { makeUsers } from './makeUsers';
import { personas } from './personas';
import { roleDefinitions } from './roles';
import type { GroupRow, RoleRow, SkuRow, SubscriptionRow, UserRow } from './rows';
import { SeatBook } from './seatBook';
import { seedLicenses } from './seedLicenses';
import { generatorVersion, tenantFacts } from './tenantFacts';
import { TenantTables } from './tenantTables';
import { openTenantStore } from './tenantStore';
import type { TenantTruth } from './truth';

/** The accounts that the host page can sign in. */
export type PersonaKey =
  'global-admin' | 'license-admin' | 'user-admin' | 'groups-admin' | 'global-reader' | 'member' | 'guest';

/** A fixed account of every tenant. */
export interface Persona {
  key: PersonaKey;
  userId: string;
  displayName: string;
  userPrincipalName: string;
  /** Templates of the directory roles that the account holds; none for member and guest. */
  roleTemplateIds: readonly string[];
}

/** Which tenant to open, and where it lives. */
export interface OpenTenantOptions {
  /** Number of users, 200 to 300,000; default 1,000. */
  users?: number;
  /** Folder of the store; undefined keeps changes in memory only. */
  folder: string | undefined;
  /** Forgets stored changes and starts over; default false. */
  fresh?: boolean;
  clock: Clock;
  /** Seed of the generator; default 1. */
  seed?: number;
}

/** Rows that take the place of those with the same id. */
export interface TenantChange {
  readonly users?: readonly UserRow[];
  readonly groups?: readonly GroupRow[];
}

/** One fictional organisation: its rows, and the one way to change them. */
export interface Tenant {
  readonly id: string;
  readonly defaultDomain: string;
  readonly displayName: string;
  readonly personas: readonly Persona[];
  /** What a person should know of the opening, such as a stored state that was put aside. */
  readonly note?: string;
  /** Start of the day on which the tenant was first made, in milliseconds since 1970. */
  readonly seedDay: number;
  /** In the order of lists. */
  readonly users: readonly UserRow[];
  /** In the order of lists. */
  readonly groups: readonly GroupRow[];
  readonly roles: readonly RoleRow[];
  readonly skus: readonly SkuRow[];
  readonly subscriptions: readonly SubscriptionRow[];
  /** A person by id or by user principal name, case ignored. */
  user(key: string): UserRow | undefined;
  group(id: string): GroupRow | undefined;
  sku(skuId: string): SkuRow | undefined;
  /** Groups that hold a user or group directly. */
  groupsOf(memberId: string): readonly GroupRow[];
  /** People who hold a seat of the SKU. */
  consumedUnits(skuId: string): number;
  /** Seats that can still be given; negative when over-allocated. */
  freeSeats(skuId: string): number;
  /** Stores the rows, all or none, and shows them from then on. */
  save(change: TenantChange): void;
  truth(): TenantTruth;
  close(): void;
}

/**
 * Opens the tenant: makes it anew from its size and seed, then applies what was stored.
 * Throws RangeError when `users` is out of range.
 */
export function openTenant(options: OpenTenantOptions): Tenant {
  const { users: count = 1_000, seed = 1, folder, fresh = false, clock } = options;
  if (!Number.isInteger(count) || count < 200 || count > 300_000)
    throw new RangeError(`users must be a whole number from 200 to 300000, not ${count}`);
  const today = startOfDay(clock.now());
  const store = openTenantStore({ folder, fresh, users: count, seed, generatorVersion, today });
  const random = seededRandom(seed);
  const users = makeUsers(count, store.seedDay, random);
  const groups = makeGroups(users, store.seedDay, random);
  const skus = makeSkus(count);
  const seats = new SeatBook(skus);
  const tables = new TenantTables({ users, groups, skus, seats, store });
  seedLicenses({
    users,
    groups,
    userIndexOf: (id) => tables.user(id)?.index,
    sku: (skuId) => tables.sku(skuId),
    seats,
    seedDay: store.seedDay,
    random,
  });
  tables.applyStored();
  return Object.assign(tables, {
    ...tenantFacts,
    personas,
    note: store.note,
    seedDay: store.seedDay,
    roles: roleRows(),
    subscriptions: makeSubscriptions(count, store.seedDay),
  });
}

function roleRows(): RoleRow[] {
  return roleDefinitions.map((role) => ({
    ...role,
    memberIds: personas
      .filter(({ roleTemplateIds }) => roleTemplateIds.includes(role.roleTemplateId))
      .map(({ userId }) => userId),
  }));
}
