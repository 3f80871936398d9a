import { products } from '../../../src/sandbox/tenant/products';
import { isGuid } from '../../../src/base/ids';

test('every id is a GUID, and no SKU, subscription or invented plan shares one', () => {
  const skuIds = products.map(({ skuId }) => skuId);
  const subscriptionIds = products.flatMap(({ subscriptions }) =>
    subscriptions.flatMap(({ id, commerceId }) => [id, commerceId]),
  );
  const planIds = products
    .filter(({ isFirstParty }) => !isFirstParty)
    .flatMap(({ plans }) => plans.map(({ id }) => id));
  const unique = [...skuIds, ...subscriptionIds, ...new Set(planIds)];
  expect(unique.every(isGuid)).toBe(true);
  expect(new Set(unique).size).toBe(unique.length);
});

test('plans depend on and exclude plans that exist, and exclusion is mutual', () => {
  const plans = new Map(products.flatMap((product) => product.plans.map((plan) => [plan.id, plan] as const)));
  for (const plan of plans.values()) {
    for (const id of plan.dependsOn ?? []) expect(plans.has(id)).toBe(true);
    for (const id of plan.excludes ?? []) expect(plans.get(id)?.excludes).toContain(plan.id);
  }
});

test('exactly one product is in no catalogue', () => {
  expect(products.filter(({ product }) => product === undefined).map(({ partNumber }) => partNumber)).toEqual(
    ['ZQ7_PRM_AL'],
  );
});
