// cspell:ignore qqzzxx
import type { ProductKey } from '../../../src/licensing/keys';
import type { GroupProcessing, Holder } from '../../../src/licensing/types';
import type { LicensingWorld } from './licensingWorld';
import { assign } from './licensingWrites';

/** Progress of a group that the service has finished with, which some doors don't tell. */
export function processingOf({ limits = [] }: LicensingWorld): GroupProcessing {
  return limits.includes('group-processing') ? 'unknown' : 'complete';
}

/** Requirements for reads of every adapter. */
export function describeReads(world: () => LicensingWorld): void {
  async function allHolders(
    product: ProductKey,
  ): Promise<{ holders: Holder[]; total: number | undefined; pages: number }> {
    const { adapter } = world();
    let page = await adapter.listHolders({ product });
    const { total } = page;
    const holders = [...page.holders];
    let pages = 1;
    while (page.next !== undefined) {
      page = await adapter.listHolders({ product, cursor: page.next });
      holders.push(...page.holders);
      pages += 1;
    }
    return { holders, total, pages };
  }

  test('products tell how many seats are owned, used and left', async () => {
    const { adapter, cast, holders, seatsTaken = (key) => holders(key).length } = world();
    const products = await adapter.listProducts();
    for (const { key, seats } of products) {
      expect(seats.assigned).toBe(seatsTaken(key));
      expect(seats.available).toBe((seats.total ?? NaN) - (seats.assigned ?? NaN));
    }
    expect(products.find(({ key }) => key === cast.full.product)?.seats.available).toBe(0);
    expect(products.some(({ key }) => key === cast.unowned.product)).toBe(false);
    expect(new Set(products.map(({ key }) => key)).size).toBe(products.length);
  });

  test('products declare what their door does not tell', async () => {
    const { adapter, cast, limits = [] } = world();
    const products = await adapter.listProducts();
    for (const { product } of [cast.plain, cast.full, cast.grouped]) {
      const declared = products.find(({ key }) => key === product)?.limits ?? [];
      expect(declared.filter((limit) => limit !== 'issues').toSorted()).toEqual(limits.toSorted());
    }
  });

  test('the seats of a product are those of its pools', async () => {
    const { adapter, cast } = world();
    const products = await adapter.listProducts();
    for (const { seats, pools } of products) {
      for (const part of ['total', 'assigned', 'available'] as const) {
        expect(pools.reduce((sum, pool) => sum + (pool.seats[part] ?? NaN), 0)).toBe(seats[part]);
      }
    }
    const poolKeys = products.flatMap(({ pools }) => pools.map(({ key }) => key));
    expect(new Set(poolKeys).size).toBe(poolKeys.length);
    for (const { product, pool } of [cast.plain, cast.other, cast.full, cast.grouped]) {
      expect(products.find(({ key }) => key === product)?.pools.map(({ key }) => key)).toContain(pool);
    }
  });

  test('the pages of holders name everyone with a seat exactly once, by name', async () => {
    const { cast, holders: truth } = world();
    const { holders, total, pages } = await allHolders(cast.grouped.product);
    const ids = holders.map(({ user }) => user.id);
    expect(new Set(ids)).toEqual(new Set(truth(cast.grouped.product)));
    expect(ids).toHaveLength(truth(cast.grouped.product).length);
    expect(total).toBe(ids.length);
    expect(pages).toBeGreaterThan(1);
  });

  test('people of a list are read by themselves, and who holds nothing is not among them', async () => {
    const { adapter, cast, holders: truth } = world();
    const { product } = cast.grouped;
    const others = truth(cast.plain.product).filter((id) => !truth(product).includes(id));
    const wanted = truth(product).slice(0, 20);
    const page = await adapter.listHolders({ product, only: [...wanted, ...others.slice(0, 2)] });
    expect(new Set(page.holders.map(({ user }) => user.id))).toEqual(new Set(wanted));
    expect(page.next).toBeUndefined();
    const whole = await allHolders(product);
    for (const holder of page.holders)
      expect(holder).toEqual(whole.holders.find(({ user }) => user.id === holder.user.id));
  });

  test('a holder has every working path, and no seat of another product', async () => {
    const { cast, paths } = world();
    const { holders } = await allHolders(cast.grouped.product);
    for (const { user, seats } of holders) {
      const working = seats.filter(({ state }) => state === 'active').map(({ path }) => path);
      const sources = working.map((path) => (path.kind === 'direct' ? 'direct' : path.groupId));
      expect(sources.toSorted()).toEqual(paths(user.id, cast.grouped.product).toSorted());
      for (const { product, pool } of seats) expect({ product, pool }).toEqual(cast.grouped);
    }
  });

  test('a path through a group has the name of the group', async () => {
    const { adapter, cast } = world();
    const [holding] = await adapter.readHoldings([cast.inheritor]);
    const seat = holding?.seats.find(({ product }) => product === cast.grouped.product);
    expect(seat?.path).toEqual({
      kind: 'group',
      groupId: cast.givingGroup.id,
      groupName: cast.givingGroupName,
    });
  });

  test('a product that the tenant does not own has neither holders nor groups nor issues', async () => {
    const { adapter, cast } = world();
    const page = await adapter.listHolders({ product: cast.unowned.product });
    expect(page.holders).toEqual([]);
    expect(await adapter.listGroups(cast.unowned.product)).toEqual([]);
    expect(await adapter.listPeopleWithIssues(cast.unowned.product)).toEqual({
      people: [],
      unreadGroups: [],
    });
  });

  test('of products that are no longer listed those are returned that are held, and by how many', async () => {
    const { adapter, cast, holders } = world();
    const { product } = cast.plain;
    const all = (await adapter.listProducts()).map(({ key }) => key);
    const known = [product, cast.unowned.product, cast.foreign.product];
    const listed = all.filter((key) => key !== product);
    expect(await adapter.listUnlisted({ listed, known })).toMatchObject([
      { product, people: holders(product).length },
    ]);
    expect(await adapter.listUnlisted({ listed: all, known: [product] })).toEqual([]);
  });

  test('a product of another adapter is not found, and nobody holds it', async () => {
    const { adapter, cast } = world();
    const { product } = cast.foreign;
    const notFound = { code: 'not-found' };
    await expect(adapter.listHolders({ product })).rejects.toMatchObject(notFound);
    await expect(adapter.listGroups(product)).rejects.toMatchObject(notFound);
    await expect(adapter.listPeopleWithIssues(product)).rejects.toMatchObject(notFound);
    await expect(adapter.readGroupProgress(cast.givingGroup.id, product)).rejects.toMatchObject(notFound);
    const asked = [cast.twice, cast.givingGroup];
    const nothing = asked.map((principal) => ({ principal, seats: [] }));
    expect(await adapter.readHoldings(asked, { products: [product] })).toEqual(nothing);
    const some = await adapter.readHoldings(asked, { products: [product, cast.grouped.product] });
    expect(some).toEqual(await adapter.readHoldings(asked, { products: [cast.grouped.product] }));
  });

  test('people with issues have no working path, and say why', async () => {
    const { adapter, cast, paths } = world();
    const { people } = await adapter.listPeopleWithIssues(cast.full.product);
    expect(people.length).toBeGreaterThan(0);
    for (const { user, seats } of people) {
      expect(paths(user.id, cast.full.product)).not.toContain(cast.waitingGroup.id);
      expect(seats.map(({ issue }) => issue)).toContain('not-enough-licenses');
    }
  });

  test('licensed groups tell their members and how many of them have issues', async () => {
    const { adapter, cast } = world();
    const [giving] = await adapter.listGroups(cast.grouped.product);
    expect(giving).toMatchObject({
      group: { kind: 'group', id: cast.givingGroup.id, displayName: cast.givingGroupName },
      processing: processingOf(world()),
      peopleWithIssues: 0,
    });
    expect(giving?.memberCount).toBeGreaterThan(100);
    const { people } = await adapter.listPeopleWithIssues(cast.full.product);
    expect(await adapter.listGroups(cast.full.product)).toMatchObject([
      { group: { id: cast.waitingGroup.id }, peopleWithIssues: people.length },
    ]);
  });

  test('holdings come in the order asked, and unknown principals hold nothing', async () => {
    const { adapter, cast } = world();
    const asked = [cast.unknownPerson, cast.givingGroup, cast.twice, cast.newcomer, cast.mailList];
    const holdings = await adapter.readHoldings(asked);
    expect(holdings.map(({ principal }) => principal)).toEqual(asked);
    const held = holdings.map(({ seats }) =>
      seats.filter(({ product }) => product === cast.grouped.product).map(({ path }) => path.kind),
    );
    expect(held.map((kinds) => kinds.toSorted())).toEqual([[], ['direct'], ['direct', 'group'], [], []]);
  });

  test('for a long list the products that matter are read as for each person alone', async () => {
    const { adapter, cast, people } = world();
    const asked = [
      ...people().map((id) => ({ kind: 'user', id }) as const),
      cast.unknownPerson,
      cast.givingGroup,
    ];
    expect(asked.length).toBeGreaterThan(300);
    const products = [cast.full.product, cast.grouped.product];
    const all = await adapter.readHoldings(asked);
    const some = await adapter.readHoldings(asked, { products });
    const expected = all.map(({ principal, seats }) => ({
      principal,
      seats: seats.filter(({ product }) => products.includes(product)),
    }));
    expect(some).toEqual(expected);
    // People without a working path are among them.
    expect(
      expected.some(({ seats }) => seats.length > 0 && seats.every(({ state }) => state === 'error')),
    ).toBe(true);
  });

  test('a bulk reading asks for no names of groups', async () => {
    const { adapter, cast } = world();
    const [holding] = await adapter.readHoldings([cast.inheritor], {
      products: [cast.grouped.product],
      isBulk: true,
    });
    const path = { kind: 'group', groupId: cast.givingGroup.id, groupName: undefined };
    expect(holding?.seats).toMatchObject([{ path }]);
  });

  test('the progress of a group names the people whom its product did not reach, and why', async () => {
    const { adapter, cast } = world();
    const { people } = await adapter.listPeopleWithIssues(cast.full.product);
    const progress = await adapter.readGroupProgress(cast.waitingGroup.id, cast.full.product);
    expect(progress).toEqual({
      processing: processingOf(world()),
      issues: new Map(people.map(({ user }) => [user.id, 'not-enough-licenses'])),
    });
    const other = await adapter.readGroupProgress(cast.waitingGroup.id, cast.plain.product);
    expect(other.issues?.size).toBe(0);
    await expect(adapter.readGroupProgress(cast.unknownPerson.id, cast.plain.product)).rejects.toMatchObject({
      code: 'not-found',
    });
  });

  test('own seats are those that everyone else reads of that person', async () => {
    const { adapter, readerAdapter, cast } = world();
    await adapter.apply(assign(cast.self, cast.plain));
    const [holding] = await readerAdapter.readHoldings([cast.self]);
    expect(await adapter.readOwnSeats()).toEqual(holding?.seats);
    expect(holding?.seats.map(({ product }) => product)).toContain(cast.plain.product);
  });
}
