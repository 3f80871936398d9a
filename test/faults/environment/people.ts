import type { UserPrincipal } from '../../../src/base/principal';
import type { Random } from '../../../src/base/random';
import type { JobPlan } from '../../../src/jobs/jobs';
import type { LicenseJobInput, LicenseJobSubject } from '../../../src/license-jobs/licenseJob';
import { toPoolKey, toProductKey } from '../../../src/licensing/keys';
import type { Change, LicensingCode, PoolRef } from '../../../src/licensing/types';
import { defaultSettings } from '../../../src/sandbox/graph/directorySettings';
import { allotmentsOf } from '../../../src/sandbox/graph/resources/beta/allotments';
import { productIds } from '../../../src/sandbox/tenant/products';
import { license, refOf } from '../../licensing/support/samples';
import type { UserRow } from '../../../src/sandbox/tenant/rows';
import type { Tenant } from '../../../src/sandbox/tenant/tenant';

/** A license job as it is planned. */
export type LicensePlan = JobPlan<LicenseJobSubject, LicenseJobInput, LicensingCode>;

/** The product that jobs give or take. */
export const product = productIds.timesheets;

/** The product to which jobs move people. */
export const otherProduct = productIds.helpdesk;

/** A SKU of the directory as cloud licensing has it: its first allotment. Throws an Error where there is none. */
export function allotmentOf(tenant: Tenant, skuId: string): PoolRef {
  const all = allotmentsOf({ tenant, directory: { settings: defaultSettings } });
  const found = all.find(({ directorySkuId }) => directorySkuId === skuId);
  if (!found) throw new Error(`the tenant has no allotment of ${skuId}`);
  return { product: toProductKey('sku', skuId), pool: toPoolKey('allotment', found.id) };
}

/** A person of the tenant as the app knows one. */
export function principalOf(row: UserRow): UserPrincipal {
  return {
    kind: 'user',
    id: row.id,
    displayName: row.displayName,
    address: row.mail ?? row.userPrincipalName,
    userPrincipalName: row.userPrincipalName,
    isGuest: row.userType === 'Guest',
    isBlocked: !row.accountEnabled,
    usageLocation: row.usageLocation ?? undefined,
    jobTitle: row.jobTitle ?? undefined,
    department: row.department ?? undefined,
    companyName: row.companyName,
  };
}

/** So many people, chosen by chance, who hold neither product and against whom nothing stands. Throws an Error for want of them. */
export function choosePeople(tenant: Tenant, count: number, random: Random): readonly UserPrincipal[] {
  const personas = new Set(tenant.personas.map(({ userId }) => userId));
  const free = tenant.users.filter(
    (row) =>
      row.usageLocation !== null &&
      row.accountEnabled &&
      row.userType === 'Member' &&
      row.deletedDateTime === undefined &&
      !personas.has(row.id) &&
      !row.licenses.some(({ skuId }) => skuId === product || skuId === otherProduct),
  );
  if (free.length < count) throw new Error(`the tenant has only ${free.length} people for this`);
  return free
    .map((row) => ({ row, place: random() }))
    .sort((one, other) => one.place - other.place)
    .slice(0, count)
    .map(({ row }) => principalOf(row));
}

/** Gives people a product directly, as if somebody had done so long ago. */
export function grantLicenses(tenant: Tenant, people: readonly UserPrincipal[], skuId: string): void {
  const users = people.flatMap(({ id }) => {
    const row = tenant.user(id);
    const source = { skuId, groupId: null, disabledPlans: [], state: 'Active', error: 'None' } as const;
    return row ? [{ ...row, licenses: [...row.licenses, { ...source, at: '2025-01-01T00:00:00Z' }] }] : [];
  });
  tenant.save({ users });
}

/** Sets how many seats of a product can still be given. */
export function leaveSeats(tenant: Tenant, skuId: string, free: number): void {
  const sku = tenant.sku(skuId);
  if (!sku) throw new Error(`the tenant does not own ${skuId}`);
  const enabled = tenant.consumedUnits(skuId) + free - sku.units.warning;
  tenant.replaceSku({ ...sku, units: { ...sku.units, enabled } });
}

const named = (skuId: string) => ({ ...refOf(skuId), name: skuId });

/** The plan of a job that makes `changeOf` of each person. */
export function planOf(
  subject: Omit<LicenseJobSubject, 'products'> & { readonly skuIds?: readonly string[] },
  people: readonly UserPrincipal[],
  changeOf: (person: UserPrincipal) => Omit<Change, 'principal'>,
): LicensePlan {
  const { skuIds = [product], ...rest } = subject;
  return {
    operation: subject.kind === 'through-group' ? 'through-group' : 'change-licenses',
    subject: { ...rest, products: skuIds.map(named) },
    items: people.map((person) => ({
      key: person.id,
      input: {
        principal: person,
        change: { principal: { kind: 'user', id: person.id }, ...changeOf(person) },
      },
    })),
  };
}

/** Gives the product to each. */
export const planAssign = (
  people: readonly UserPrincipal[],
  subject: Partial<LicenseJobSubject> = {},
): LicensePlan =>
  planOf({ kind: 'assign', ...subject }, people, () => ({
    add: [license(refOf(product))],
    remove: [],
  }));

/** Gives the product to each through cloud licensing. */
export function planCloudAssign(people: readonly UserPrincipal[], tenant: Tenant): LicensePlan {
  const ref = allotmentOf(tenant, product);
  const planned = planOf({ kind: 'assign' }, people, () => ({ add: [license(ref)], remove: [] }));
  return { ...planned, subject: { ...planned.subject, products: [{ ...ref, name: product }] } };
}

/** Takes the product from each. */
export const planRemove = (people: readonly UserPrincipal[]): LicensePlan =>
  planOf({ kind: 'remove' }, people, () => ({ add: [], remove: [refOf(product)] }));

/** Moves each from the product to the other one. */
export const planMove = (people: readonly UserPrincipal[]): LicensePlan =>
  planOf({ kind: 'move', skuIds: [product, otherProduct] }, people, () => ({
    add: [license(refOf(otherProduct))],
    remove: [refOf(product)],
  }));
