import { license } from '../../licensing/support/samples';
import { describeLicensingAdapter } from './licensingContract';
import { assign, unassign } from './licensingWrites';
import { openMemoryWorld } from './openMemoryWorld';

describeLicensingAdapter('an adapter whose products have no SKU', openMemoryWorld);

test('no product has a SKU id or a part number', async () => {
  const { adapter, cast } = openMemoryWorld();
  const products = await adapter.listProducts();
  for (const { identifiers } of products) {
    expect(identifiers).toEqual({ skuId: undefined, partNumber: undefined });
  }
  expect(products.map(({ key }) => key)).toContain(cast.plain.product);
});

test('a person with licenses of two pools of a product takes a seat of each, and returns them one by one', async () => {
  const { adapter, cast, holders, paths, secondPool } = openMemoryWorld();
  const { product } = cast.plain;
  const assigned = async () => {
    const owned = (await adapter.listProducts()).find(({ key }) => key === product);
    return [owned?.seats.assigned, ...(owned?.pools.map(({ seats }) => seats.assigned) ?? [])];
  };
  expect(await assigned()).toEqual([1, 1, 0]);
  await expect(adapter.apply(assign(cast.holder, secondPool))).resolves.toEqual({ kind: 'done' });
  expect(await assigned()).toEqual([2, 1, 1]);
  expect(paths(cast.holder.id, product)).toEqual(['direct', 'direct']);
  expect(holders(product)).toEqual([cast.holder.id]);
  expect(await adapter.listHolders({ product })).toMatchObject({
    holders: [{ seats: [cast.plain, secondPool] }],
    total: 1,
  });

  await expect(adapter.apply(unassign(cast.holder, cast.plain))).resolves.toEqual({ kind: 'done' });
  expect(await assigned()).toEqual([1, 0, 1]);
  const again = await adapter.apply(unassign(cast.holder, cast.plain));
  expect(again).toEqual({ kind: 'skipped', reason: 'no-change' });
});

test('a full pool gives nothing although another pool of the product has seats', async () => {
  const { adapter, cast, paths, secondPool } = openMemoryWorld();
  await adapter.apply(assign(cast.holder, secondPool));
  const refused = await adapter.apply(assign(cast.newcomer, secondPool));
  expect(refused).toEqual({ kind: 'failed', reason: 'no-licenses-available' });
  await expect(adapter.apply(assign(cast.newcomer, cast.plain))).resolves.toEqual({ kind: 'done' });
  expect(paths(cast.newcomer.id, cast.plain.product)).toEqual(['direct']);
});

test('a change is sent whole, and not at all with a key of another adapter', async () => {
  const { adapter, cast, secondPool, sent } = openMemoryWorld();
  const principal = cast.holder;
  const move = { principal, add: [license(secondPool)], remove: [cast.plain] };
  await adapter.apply({ ...move, add: [...move.add, license(cast.foreign)] });
  expect(sent).toEqual([]);
  await adapter.apply(move);
  expect(sent).toEqual([move]);
});
