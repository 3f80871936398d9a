import {
  defaultPool,
  directPools,
  poolsToGiveFrom,
  seatsToGive,
  withChosenPool,
} from '../../src/licensing/pools';
import type { Capability, OwnedProduct, Pool } from '../../src/licensing/types';
import { groupSeat, owned, poolKeyOf, ref, refOf, seat } from './support/samples';

function poolOf(id: string, available: number, capability: Capability = 'enabled'): Pool {
  const seats = { total: 10, assigned: 10 - available, available };
  return { key: poolKeyOf(id), capability, seats, subscriptions: [] };
}

const productOf = (...pools: [Pool, ...Pool[]]): OwnedProduct => owned({ pools });

test.each([
  ['a pool with a free seat before a full one', [poolOf('a', 0), poolOf('b', 5)], 'b', 5],
  ['a usable pool before a suspended one', [poolOf('a', 9, 'suspended'), poolOf('b', 0)], 'b', 0],
  ['the first where none can give', [poolOf('a', 9, 'suspended'), poolOf('b', 9, 'deleted')], 'a', 9],
  ['a pool in its grace period', [poolOf('a', 3, 'warning'), poolOf('b', 5)], 'a', 3],
] as const)('seats come from %s, and just its seats count', (_name, [first, second], id, seats) => {
  const product = productOf(first, second);
  expect(defaultPool(product)).toEqual({ product: product.key, pool: poolKeyOf(id) });
  expect(seatsToGive(product)).toBe(seats);
});

test('where none was chosen, a pool that is just for groups comes after one that people can have', () => {
  const ofGroups = { ...poolOf('a', 9), assignableTo: ['group'] } as const;
  const full = poolOf('b', 0);
  const product = productOf(ofGroups, full);
  expect(defaultPool(product).pool).toBe(full.key);
  expect(seatsToGive(product)).toBe(0);
  expect(defaultPool(productOf(ofGroups)).pool).toBe(ofGroups.key);
  expect(defaultPool(withChosenPool(product, ofGroups.key)).pool).toBe(ofGroups.key);
});

test('direct seats name their pools, each once, and seats of groups and of other products name none', () => {
  const second = { ...ref, pool: refOf(902).pool };
  const seats = [seat(second), seat(second), groupSeat(5), seat(refOf(903))];
  expect(directPools(seats, ref.product, ref)).toEqual([second]);
  expect(directPools([groupSeat(5, second)], ref.product, ref)).toEqual([ref]);
});

function endingAt(pool: Pool, nextLifecycleAt: string | undefined): Pool {
  const subscription = {
    id: undefined,
    status: 'enabled',
    isTrial: false,
    seats: 10,
    createdAt: undefined,
  } as const;
  return { ...pool, subscriptions: [{ ...subscription, nextLifecycleAt }] };
}

test('of several pools the one with enough free seats and the latest end comes first, a personal purchase last', () => {
  const [soon, late] = ['2027-01-01T00:00:00Z', '2028-01-01T00:00:00Z'];
  const [a, b, c] = [
    endingAt(poolOf('a', 5), soon),
    endingAt(poolOf('b', 2), late),
    endingAt(poolOf('c', 0), undefined),
  ];
  const personal = { ...poolOf('d', 9), isPersonal: true };
  const product = productOf(personal, a, b, c, poolOf('e', 9, 'suspended'));
  const order = (seatsNeeded?: number) => poolsToGiveFrom(product, seatsNeeded).map(({ key }) => key);
  expect(order()).toEqual(['b', 'a', 'c', 'd'].map(poolKeyOf));
  expect(order(3)).toEqual(['a', 'b', 'c', 'd'].map(poolKeyOf));
  expect(seatsToGive(product)).toBe(2);
});

test('the pool that the admin chose is the one to give from, with its own seats', () => {
  const product = withChosenPool(productOf(poolOf('a', 5), poolOf('b', 1)), poolKeyOf('b'));
  expect(defaultPool(product).pool).toBe(poolKeyOf('b'));
  expect(seatsToGive(product)).toBe(1);
});

test('pools that cannot be given to all kinds in a list come later, and those for no one are left out', () => {
  const people = { ...poolOf('a', 9), assignableTo: ['user'] as const };
  const devices = { ...poolOf('b', 9), assignableTo: [] };
  const product = productOf(devices, people, poolOf('c', 1));
  const order = (...kinds: Parameters<typeof poolsToGiveFrom>[2] & {}) =>
    poolsToGiveFrom(product, 3, kinds).map(({ key }) => key);
  expect(order('user')).toEqual(['a', 'c'].map(poolKeyOf));
  expect(order('user', 'group')).toEqual(['c', 'a'].map(poolKeyOf));
});
