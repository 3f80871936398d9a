import { graphPrincipal } from './appRegistrationRows';
import type { ApplicationRow, PermissionGrantRow, ServicePrincipalRow } from './appRegistrationRows';
import type { Clock } from '../../base/clock';
import { seededRandom } from '../../base/random';
import { AuditLog } from './auditLog';
import { readAuditRecords } from './auditRecords';
import type { CloudAssignmentRow, CloudSeatsRow } from './cloudRows';
import { seedCloudAssignments } from './cloudSeeds';
import { startOfDay } from './daysFrom';
import { readGroundTruth } from './groundTruth';
import { seededProducts, type OwnedProducts } from './ownedProducts';
import { makeGroups } from './makeGroups';
import { makeSkus, makeSubscriptions } from './makeSkus';
import { makeUsers } from './makeUsers';
import { personas } from './personas';
import { RecordTable } from './recordTable';
import { administrativeUnit, roleDefinitions } from './roles';
import type { RoleRow } from './rows';
import type { Tenant } from './tenant';
import { SeatLedger } from './seatLedger';
import { seedLicenses } from './seedLicenses';
import { extraSeats } from './skuPools';
import { generatorVersion, tenantFacts } from './tenantFacts';
import { seededInstallations } from './teamsApps';
import { TenantTables } from './tenantTables';
import { damagedStore } from './storeFailure';
import { openTenantStore } from './tenantStore';
import type { TenantStore } from './tenantStore';

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
  /** Products of the tenant; default those that tests know. */
  owned?: OwnedProducts;
}

/**
 * Opens the tenant: generates it from its size and seed, then applies the stored changes. Throws RangeError when
 * `users` is out of range, and StoreFailure as `openTenantStore` does.
 */
export function openTenant(options: OpenTenantOptions): Tenant {
  const { users: count = 1_000, seed = 1, folder, fresh = false, clock, owned = seededProducts } = options;
  if (!Number.isInteger(count) || count < 200 || count > 300_000)
    throw new RangeError(`users must be a whole number from 200 to 300000, not ${count}`);
  const today = startOfDay(clock.now());
  const store = openTenantStore({ folder, fresh, users: count, seed, generatorVersion, today });
  try {
    return makeTenant(store, count, seed, clock, owned);
  } catch (thrown) {
    store.close();
    // The generator makes the same tenant every time, so it is what was stored that does not fit.
    const isOfStore = store.file !== undefined && thrown instanceof TypeError;
    throw isOfStore ? damagedStore(store.file, thrown) : thrown;
  }
}

function makeTenant(
  store: TenantStore,
  count: number,
  seed: number,
  clock: Clock,
  owned: OwnedProducts,
): Tenant {
  const random = seededRandom(seed);
  const users = makeUsers(count, store.seedDay, random);
  const skus = makeSkus(owned.products, count);
  // A report doesn't say what groups give.
  const hasGroupLicenses = owned.given === undefined;
  const groups = makeGroups(users, store.seedDay, random, hasGroupLicenses);
  const seats = new SeatLedger(skus);
  const audits = new AuditLog(() => readAuditRecords(store));
  const tables = new TenantTables({ users, groups, skus, seats, store, clock, audits });
  seedLicenses({
    users,
    groups,
    userIndexOf: (id) => tables.user(id)?.index,
    sku: (skuId) => tables.sku(skuId),
    seats,
    seedDay: store.seedDay,
    random,
    owned,
  });
  const assigned = seedCloudAssignments(users, store.seedDay, owned);
  tables.applyStored();
  const tenant = Object.assign(tables, {
    ...tenantFacts,
    personas,
    note: store.note,
    seedDay: store.seedDay,
    roles: roleRows(),
    units: [administrativeUnit],
    owned,
    subscriptions: makeSubscriptions(owned.products, count, store.seedDay),
    audits,
    installations: new RecordTable('installation', store, seededInstallations),
    applications: new RecordTable<ApplicationRow>('application', store, []),
    servicePrincipals: new RecordTable<ServicePrincipalRow>('servicePrincipal', store, [graphPrincipal]),
    permissionGrants: new RecordTable<PermissionGrantRow>('permissionGrant', store, []),
    cloudAssignments: new RecordTable<CloudAssignmentRow>('cloudAssignment', store, assigned),
    cloudSeats: new RecordTable<CloudSeatsRow>('cloudSeats', store, []),
  });
  return Object.assign(tenant, {
    consumedUnits: (skuId: string) => seats.consumed(skuId) + extraSeats(tenant, skuId),
    freeSeats: (skuId: string) => seats.free(skuId) - extraSeats(tenant, skuId),
    groundTruth: () => readGroundTruth(tenant, seats),
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
