import type { Principal } from '../../../src/base/principal';
import { describeProducts } from '../../../src/licensing/catalogue/describeProducts';
import { isAssignable } from '../../../src/licensing/isAssignable';
import { defaultPool, withChosenPool } from '../../../src/licensing/pools';
import { runPreflightFromBestPools } from '../../../src/licensing/preflight/runPreflightFromBestPools';
import type { OwnedProduct, Pool } from '../../../src/licensing/types';
import { group, owned, poolKeyOf, user } from '../support/samples';

function poolOf(id: string, available: number, endsAt: string, over: Partial<Pool> = {}): Pool {
  const subscription = { id, status: 'enabled', isTrial: false, seats: 10, createdAt: undefined } as const;
  return {
    key: poolKeyOf(id),
    capability: 'enabled',
    seats: { total: 10, assigned: 10 - available, available },
    subscriptions: [{ ...subscription, nextLifecycleAt: endsAt }],
    ...over,
  };
}

const soon = poolOf('soon', 5, '2027-01-01T00:00:00Z');
const late = poolOf('late', 2, '2028-01-01T00:00:00Z', { assignableTo: ['user'] });
const two = owned({ pools: [soon, late] });

function preview(product: OwnedProduct, principals: readonly Principal[]) {
  const [described] = describeProducts([product], { entries: [], linkHosts: new Set() }, {}, 0);
  if (!described || !isAssignable(described)) throw new Error('no product');
  const { products, preflight } = runPreflightFromBestPools({
    products: [described],
    principals,
    holdings: [],
    groups: new Map(),
    tenant: [],
    access: 'assign-to-all',
    canLicenseRoleAssignableGroups: true,
  });
  const [{ owned: planned } = described] = products;
  return {
    pool: defaultPool(planned).pool,
    available: preflight.seats[0]?.available,
    missing: preflight.seats[0]?.missing,
  };
}

const people = (count: number) => Array.from({ length: count }, (_, index) => user(100 + index));

test.each([
  ['the latest end for a short list', two, people(2), { pool: late.key, available: 2, missing: 0 }],
  ['the one with enough for a longer list', two, people(3), { pool: soon.key, available: 5, missing: 0 }],
  ['one for groups if a group is in it', two, [group(6)], { pool: soon.key, available: 5, missing: 0 }],
  [
    'the chosen one, whatever it has left',
    withChosenPool(two, late.key),
    people(3),
    { pool: late.key, available: 2, missing: 1 },
  ],
] as const)('the preview counts the pool that the plan gives from: %s', (_name, product, list, expected) => {
  expect(preview(product, list)).toEqual(expected);
});
