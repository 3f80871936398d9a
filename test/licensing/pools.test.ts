import { defaultPool, directPools, seatsToGive } from '../../src/licensing/pools';
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

test('direct seats name their pools, each once, and seats of groups and of other products name none', () => {
  const second = { ...ref, pool: refOf(902).pool };
  const seats = [seat(second), seat(second), groupSeat(5), seat(refOf(903))];
  expect(directPools(seats, ref.product, ref)).toEqual([second]);
  expect(directPools([groupSeat(5, second)], ref.product, ref)).toEqual([ref]);
});
