import type { Holder } from '../../../src/licensing/types';
import type { LicensingWorld } from './licensingWorld';

/** What every adapter's reads must hold to. */
export function describeReads(world: () => LicensingWorld): void {
  async function allHolders(
    skuId: string,
  ): Promise<{ holders: Holder[]; total: number | undefined; pages: number }> {
    const { adapter } = world();
    let page = await adapter.listHolders({ skuId });
    const { total } = page;
    const holders = [...page.holders];
    let pages = 1;
    while (page.next !== undefined) {
      page = await adapter.listHolders({ skuId, cursor: page.next });
      holders.push(...page.holders);
      pages += 1;
    }
    return { holders, total, pages };
  }

  test('SKUs tell how many seats are owned, used and left', async () => {
    const { adapter, cast, holders } = world();
    const skus = await adapter.listSkus();
    for (const { skuId, seats } of skus) {
      expect(seats.assigned).toBe(holders(skuId).length);
      expect(seats.available).toBe(seats.total - seats.assigned);
    }
    expect(skus.find(({ skuId }) => skuId === cast.fullSku)?.seats.available).toBe(0);
    expect(skus.some(({ skuId }) => skuId === cast.unownedSku)).toBe(false);
    expect(new Set(skus.map(({ skuId }) => skuId)).size).toBe(skus.length);
  });

  test('the pages of holders name everyone with a seat exactly once, by name', async () => {
    const { cast, holders: truth } = world();
    const { holders, total, pages } = await allHolders(cast.groupSku);
    const ids = holders.map(({ user }) => user.id);
    expect(new Set(ids)).toEqual(new Set(truth(cast.groupSku)));
    expect(ids).toHaveLength(truth(cast.groupSku).length);
    expect(total).toBe(ids.length);
    expect(pages).toBeGreaterThan(1);
  });

  test('a holder has every working path, and no seat of another product', async () => {
    const { cast, paths } = world();
    const { holders } = await allHolders(cast.groupSku);
    for (const { user, seats } of holders) {
      const working = seats.filter(({ state }) => state === 'active').map(({ path }) => path);
      const told = working.map((path) => (path.kind === 'direct' ? 'direct' : path.groupId));
      expect(told.toSorted()).toEqual(paths(user.id, cast.groupSku).toSorted());
      expect(new Set(seats.map(({ skuId }) => skuId))).toEqual(new Set([cast.groupSku]));
    }
  });

  test('a path through a group bears the name of the group', async () => {
    const { adapter, cast } = world();
    const [holding] = await adapter.readHoldings([cast.inheritor]);
    const seat = holding?.seats.find(({ skuId }) => skuId === cast.groupSku);
    expect(seat?.path).toEqual({
      kind: 'group',
      groupId: cast.givingGroup.id,
      groupName: cast.givingGroupName,
    });
  });

  test('a search among holders finds by the beginning of a name, and holders alone', async () => {
    const { adapter, cast, holders: truth } = world();
    const { holders } = await allHolders(cast.groupSku);
    const someone = holders[7]?.user;
    const [search = ''] = someone?.displayName.split(' ') ?? [];
    const found = await adapter.listHolders({ skuId: cast.groupSku, search });
    expect(found.holders.map(({ user }) => user.id)).toContain(someone?.id);
    expect(found.holders.length).toBeLessThan(holders.length);
    expect(truth(cast.groupSku)).toEqual(expect.arrayContaining(found.holders.map(({ user }) => user.id)));
    const none = await adapter.listHolders({ skuId: cast.groupSku, search: 'qqzzxx "quoted" \\' });
    expect(none).toMatchObject({ holders: [], next: undefined });
  });

  test('a product that the tenant does not own has neither holders nor groups nor issues', async () => {
    const { adapter, cast } = world();
    const page = await adapter.listHolders({ skuId: cast.unownedSku });
    expect(page.holders).toEqual([]);
    expect(await adapter.listGroups(cast.unownedSku)).toEqual([]);
    expect(await adapter.listPeopleWithIssues(cast.unownedSku)).toEqual([]);
  });

  test('people with issues have no working path, and say why', async () => {
    const { adapter, cast, paths } = world();
    const people = await adapter.listPeopleWithIssues(cast.fullSku);
    expect(people.length).toBeGreaterThan(0);
    for (const { user, seats } of people) {
      expect(paths(user.id, cast.fullSku)).not.toContain(cast.waitingGroup.id);
      expect(seats.map(({ issue }) => issue)).toContain('not-enough-licenses');
    }
  });

  test('licensed groups tell their members and how many of them have issues', async () => {
    const { adapter, cast } = world();
    const [giving] = await adapter.listGroups(cast.groupSku);
    expect(giving).toMatchObject({
      group: { kind: 'group', id: cast.givingGroup.id, displayName: cast.givingGroupName },
      processing: 'complete',
      peopleWithIssues: 0,
    });
    expect(giving?.memberCount).toBeGreaterThan(100);
    const people = await adapter.listPeopleWithIssues(cast.fullSku);
    expect(await adapter.listGroups(cast.fullSku)).toMatchObject([
      { group: { id: cast.waitingGroup.id }, peopleWithIssues: people.length },
    ]);
  });

  test('holdings come in the order asked, and strangers hold nothing', async () => {
    const { adapter, cast } = world();
    const asked = [cast.nobody, cast.givingGroup, cast.twice, cast.newcomer, cast.mailList];
    const holdings = await adapter.readHoldings(asked);
    expect(holdings.map(({ principal }) => principal)).toEqual(asked);
    const held = holdings.map(({ seats }) =>
      seats.filter(({ skuId }) => skuId === cast.groupSku).map(({ path }) => path.kind),
    );
    expect(held.map((kinds) => kinds.toSorted())).toEqual([[], ['direct'], ['direct', 'group'], [], []]);
  });

  test('for a long list the products that matter are told as for each person alone', async () => {
    const { adapter, cast, people } = world();
    const asked = [...people().map((id) => ({ kind: 'user', id }) as const), cast.nobody, cast.givingGroup];
    expect(asked.length).toBeGreaterThan(300);
    const skuIds = [cast.fullSku, cast.groupSku];
    const all = await adapter.readHoldings(asked);
    const some = await adapter.readHoldings(asked, { skuIds });
    const expected = all.map(({ principal, seats }) => ({
      principal,
      seats: seats.filter(({ skuId }) => skuIds.includes(skuId)),
    }));
    expect(some).toEqual(expected);
    // People without a working path are among them.
    expect(
      expected.some(({ seats }) => seats.length > 0 && seats.every(({ state }) => state === 'error')),
    ).toBe(true);
  });

  test('a bulk reading asks for no names of groups', async () => {
    const { adapter, cast } = world();
    const [holding] = await adapter.readHoldings([cast.inheritor], { skuIds: [cast.groupSku], isBulk: true });
    const path = { kind: 'group', groupId: cast.givingGroup.id, groupName: undefined };
    expect(holding?.seats).toMatchObject([{ path }]);
  });

  test('the progress of a group names whom its product did not reach, and why', async () => {
    const { adapter, cast } = world();
    const people = await adapter.listPeopleWithIssues(cast.fullSku);
    const progress = await adapter.readGroupProgress(cast.waitingGroup.id, cast.fullSku);
    expect(progress).toEqual({
      processing: 'complete',
      issues: new Map(people.map(({ user }) => [user.id, 'not-enough-licenses'])),
    });
    const other = await adapter.readGroupProgress(cast.waitingGroup.id, cast.plainSku);
    expect(other.issues.size).toBe(0);
    await expect(adapter.readGroupProgress(cast.nobody.id, cast.plainSku)).rejects.toMatchObject({
      code: 'not-found',
    });
  });

  test('own seats are what everyone else reads of that person', async () => {
    const { adapter, readerAdapter, cast } = world();
    const change = { principal: cast.self, add: [{ skuId: cast.plainSku, disabledPlanIds: [] }], remove: [] };
    await adapter.apply(change);
    const [holding] = await readerAdapter.readHoldings([cast.self]);
    expect(await adapter.readOwnSeats()).toEqual(holding?.seats);
    expect(holding?.seats.map(({ skuId }) => skuId)).toContain(cast.plainSku);
  });
}
