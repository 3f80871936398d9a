import { loadMessages } from '../../../../src/ui/messages/loadMessages';
import { groupState, sortGroups, type GroupSortId } from '../../../../src/ui/pages/product/GroupsTab';
import { disabledReasons } from '../../../../src/ui/pages/product/disabledReasons';
import { describeProducts } from '../../../../src/licensing/catalogue/describeProducts';
import { fakeGroup, fakeLicensedGroup } from '../../support/fakeHolders';
import { fakeCatalogue, fakeEntry, fakeMe, fakeOwned, testNow } from '../../support/fakeServices';

function fakeProduct(over: Parameters<typeof fakeOwned>[0] = {}) {
  const [product] = describeProducts([fakeOwned(over)], fakeCatalogue(fakeEntry()), {}, testNow);
  if (!product) throw new Error('no product');
  return product;
}

test('a group that Entra works on is in progress, also with issues', () => {
  expect(groupState(fakeLicensedGroup({ processing: 'queued', peopleWithIssues: 2 }))).toBe('busy');
  expect(groupState(fakeLicensedGroup({ processing: 'processing' }))).toBe('busy');
  expect(groupState(fakeLicensedGroup({ peopleWithIssues: 2 }))).toBe('errors');
  expect(groupState(fakeLicensedGroup())).toBe('done');
  expect(groupState(fakeLicensedGroup({ processing: 'unknown', peopleWithIssues: undefined }))).toBe(
    'unknown',
  );
});

test('groups are sorted by number with names in order within', () => {
  const groups = [
    fakeLicensedGroup({ group: fakeGroup({ displayName: 'B' }), memberCount: 5 }),
    fakeLicensedGroup({ group: fakeGroup({ displayName: 'C' }), memberCount: undefined }),
    fakeLicensedGroup({ group: fakeGroup({ displayName: 'A' }), memberCount: 5 }),
  ];
  const sort = (columnId: GroupSortId, isDescending: boolean) =>
    sortGroups(groups, { columnId, isDescending }, 'en').map(({ group }) => group.displayName);
  expect(sort('members', true)).toEqual(['A', 'B', 'C']);
  expect(sort('members', false)).toEqual(['C', 'A', 'B']);
  expect(sort('group', true)).toEqual(['C', 'B', 'A']);
});

test('each disabled action has its reason: role, product, selection', async () => {
  const messages = await loadMessages('en');
  const { common, product: words, products, changes } = messages;
  const onePerson = { user: { size: 1 }, group: { size: 0 } };
  const reasons = (access: Parameters<typeof fakeMe>[0], selected = onePerson, product = fakeProduct()) =>
    disabledReasons({ me: fakeMe(access), product, selected, hasTargets: true }, messages);
  expect(reasons('assign-to-all')).toEqual({
    assign: undefined,
    unassign: undefined,
    move: undefined,
    changeApps: changes.reasonNoApps,
    install: words.reasonNoInstall,
  });
  const me = fakeMe('assign-to-all');
  const alone = { me, product: fakeProduct(), selected: onePerson, hasTargets: false };
  expect(disabledReasons(alone, messages)).toMatchObject({ move: changes.reasonNoTarget });
  expect(reasons('assign-to-groups')).toMatchObject({ assign: undefined, unassign: words.reasonGroupsOnly });
  expect(reasons('read')).toMatchObject({ assign: common.readerMayNot, unassign: common.readerMayNot });
  for (const capability of ['suspended', 'locked-out', 'deleted'] as const) {
    const closed = fakeProduct({ capability });
    expect(reasons('assign-to-all', onePerson, closed)).toMatchObject({
      assign: products.coverage[capability],
      changeApps: products.coverage[capability],
      // Graph decides whether these can be removed.
      unassign: undefined,
      move: undefined,
    });
    expect(reasons('read', onePerson, closed)).toMatchObject({ unassign: common.readerMayNot });
  }
  const ofAll = products.coverage['organization-wide'];
  expect(reasons('assign-to-all', onePerson, fakeProduct({ isUserScoped: false }))).toMatchObject({
    assign: ofAll,
    unassign: ofAll,
  });
});
