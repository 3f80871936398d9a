import { runToEnd } from '../../src/base/async/inSlices';
import type { PrincipalRef } from '../../src/base/principal';
import { planAssignJob } from '../../src/license-jobs/assign/planAssignJob';
import { createChangeLicenses } from '../../src/license-jobs/change-licenses/changeLicenses';
import type { LicenseJobPlan } from '../../src/license-jobs/licenseJob';
import { planRemovals } from '../../src/license-jobs/remove/planRemovals';
import { describeProducts } from '../../src/licensing/catalogue/describeProducts';
import { isAssignable } from '../../src/licensing/isAssignable';
import { previewRemovals } from '../../src/licensing/preflight/previewRemoval';
import { runPreflight } from '../../src/licensing/preflight/runPreflight';
import { openMemoryWorld } from '../contracts/licensing/openMemoryWorld';
import { assign } from '../contracts/licensing/licensingWrites';
import { license, user } from '../licensing/support/samples';
import { scopeOf, walk, walkBack } from './openOperations';

const permissions = { access: 'assign-to-all', canLicenseRoleAssignableGroups: false } as const;

/** Jobs over a service whose products have no SKU, about its product with two pools. */
async function setup() {
  const world = openMemoryWorld();
  const { adapter, cast } = world;
  const operation = createChangeLicenses({ licensing: adapter, timeForChanges: (count) => count });
  const described = describeProducts(
    await adapter.listProducts(),
    { entries: [], linkHosts: new Set() },
    {},
    0,
  );
  const product = described.filter(isAssignable).find(({ key }) => key === cast.plain.product);
  if (!product) throw new Error('the product is not assignable');
  const heldBy = async (principal: PrincipalRef) => {
    const [holding] = await adapter.readHoldings([principal], { products: [product.key] });
    return holding?.seats.map(({ pool, disabledPlanIds }) =>
      license({ ...cast.plain, pool }, ...disabledPlanIds),
    );
  };
  const run = async ({ subject: { products, ...subject }, items }: LicenseJobPlan) => {
    const scope = scopeOf({ ...subject, pools: products });
    const walked = await walk(
      operation,
      items.map(({ input }) => input),
      scope,
    );
    return { outcomes: walked.map(({ outcome }) => outcome), undo: () => walkBack(operation, walked, scope) };
  };
  return { ...world, product, heldBy, run };
}

test('a product without a SKU is assigned from its pool, and an undo removes it', async () => {
  const { cast, heldBy, product, run } = await setup();
  const person = user(1, { id: cast.newcomer.id });
  const { lines } = runPreflight({
    ...permissions,
    products: [product],
    principals: [person],
    holdings: [],
    groups: new Map(),
    tenant: [],
  });
  const options = { disabledPlanIds: {}, stopsWithoutSeats: false, method: { kind: 'direct' } } as const;
  const { outcomes, undo } = await run(runToEnd(planAssignJob([product], lines, options)));
  expect(outcomes).toEqual([{ kind: 'done' }]);
  expect(await heldBy(cast.newcomer)).toEqual([license(cast.plain)]);
  await undo();
  expect(await heldBy(cast.newcomer)).toEqual([]);
});

test('a removal takes the seats of every pool, and its undo gives each back from the pool that it came from', async () => {
  const { adapter, cast, heldBy, product, run, secondPool } = await setup();
  await adapter.apply(assign(cast.holder, secondPool));
  const before = await heldBy(cast.holder);
  expect(before).toHaveLength(2);
  const [holding] = await adapter.readHoldings([cast.holder]);
  if (!holding) throw new Error('nothing is held');
  const principal = user(1, { id: cast.holder.id });
  const { lines } = runToEnd(
    previewRemovals({
      ...permissions,
      principals: [principal],
      holdings: [holding],
      groups: new Map(),
      product: product.owned,
    }),
  );
  const { outcomes, undo } = await run(runToEnd(planRemovals(product, lines)));
  expect(outcomes).toEqual([{ kind: 'done' }]);
  expect(await heldBy(cast.holder)).toEqual([]);
  await undo();
  expect(await heldBy(cast.holder)).toEqual(expect.arrayContaining(before ?? []));
  expect(await heldBy(cast.holder)).toHaveLength(2);
});
