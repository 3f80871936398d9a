import { makeSkus } from '../../../src/sandbox/tenant/makeSkus';
import { seededProducts } from '../../../src/sandbox/tenant/ownedProducts';
import { prohibitedCountry, productIds } from '../../../src/sandbox/tenant/products';
import type { ReconcileContext } from '../../../src/sandbox/tenant/reconcileMember';
import { reconcileMember } from '../../../src/sandbox/tenant/reconcileMember';
import type { LicenseSource } from '../../../src/sandbox/tenant/rows';

const skus = new Map(makeSkus(seededProducts.products, 1_000).map((sku) => [sku.skuId, sku]));

function setup(skuIds: readonly string[], free: Readonly<Record<string, number>> = {}): ReconcileContext {
  return {
    groupId: 'group-1',
    licenses: skuIds.map((skuId) => ({ skuId, disabledPlans: [] })),
    sku: (skuId) => skus.get(skuId),
    freeSeats: (skuId) => free[skuId] ?? 5,
    tenantLocation: 'SE',
    at: '2026-05-11T00:00:00Z',
  };
}

const direct = (skuId: string): LicenseSource => ({
  skuId,
  groupId: null,
  disabledPlans: [],
  state: 'Active',
  error: 'None',
  at: '2026-01-01T00:00:00Z',
});
const errorsOf = (licenses: readonly LicenseSource[]) =>
  Object.fromEntries(
    licenses.filter(({ groupId }) => groupId !== null).map(({ skuId, error }) => [skuId, error]),
  );

test('a member gets all licenses of the group, and keeps those from elsewhere', () => {
  const member = { usageLocation: 'FI', licenses: [direct(productIds.rota)] };
  const after = reconcileMember(member, setup([productIds.learn, productIds.timesheets]));
  expect(after.licenses).toHaveLength(3);
  expect(errorsOf(after.licenses)).toEqual({ [productIds.learn]: 'None', [productIds.timesheets]: 'None' });
});

test('a member without a location gets the organization’s, and one with a location keeps it', () => {
  expect(
    reconcileMember({ usageLocation: null, licenses: [] }, setup([productIds.learn])).usageLocation,
  ).toBe('SE');
  expect(
    reconcileMember({ usageLocation: 'PL', licenses: [] }, setup([productIds.learn])).usageLocation,
  ).toBe('PL');
});

test('one product without seats holds back the others of the group', () => {
  const after = reconcileMember(
    { usageLocation: 'SE', licenses: [] },
    setup([productIds.learn, productIds.rota], { [productIds.rota]: 0 }),
  );
  expect(errorsOf(after.licenses)).toEqual({
    [productIds.rota]: 'CountViolation',
    [productIds.learn]: 'Other',
  });
  expect(after.licenses.every(({ state }) => state === 'Error')).toBe(true);
});

test('who holds the product already needs no further seat', () => {
  const member = { usageLocation: 'SE', licenses: [direct(productIds.rota)] };
  const after = reconcileMember(member, setup([productIds.rota], { [productIds.rota]: 0 }));
  expect(errorsOf(after.licenses)).toEqual({ [productIds.rota]: 'None' });
});

test('prohibited countries, excluded and missing plans are told apart', () => {
  const inCountry = { usageLocation: prohibitedCountry, licenses: [] };
  expect(errorsOf(reconcileMember(inCountry, setup([productIds.vault])).licenses)).toEqual({
    [productIds.vault]: 'ProhibitedInUsageLocationViolation',
  });
  const withSuite = { usageLocation: 'SE', licenses: [direct(productIds.suite)] };
  expect(errorsOf(reconcileMember(withSuite, setup([productIds.basic])).licenses)).toEqual({
    [productIds.basic]: 'MutuallyExclusiveViolation',
  });
  // A prerequisite has to come from the same group.
  expect(errorsOf(reconcileMember(withSuite, setup([productIds.forecast])).licenses)).toEqual({
    [productIds.forecast]: 'DependencyViolation',
  });
  const both = reconcileMember(
    { usageLocation: 'SE', licenses: [] },
    setup([productIds.suite, productIds.forecast]),
  );
  expect(Object.values(errorsOf(both.licenses))).toEqual(['None', 'None']);
});

test('a group without licenses takes its own back and leaves the direct ones', () => {
  const member = reconcileMember(
    { usageLocation: 'SE', licenses: [direct(productIds.learn)] },
    setup([productIds.learn]),
  );
  expect(member.licenses).toHaveLength(2);
  expect(reconcileMember(member, setup([])).licenses).toEqual([direct(productIds.learn)]);
});

test('working on a member again changes nothing, not even the time', () => {
  const context = setup([productIds.learn]);
  const once = reconcileMember({ usageLocation: 'SE', licenses: [] }, context);
  expect(reconcileMember(once, { ...context, at: '2027-01-01T00:00:00Z' })).toEqual(once);
});
