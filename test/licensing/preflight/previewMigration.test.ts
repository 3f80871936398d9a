import { runToEnd } from '../../../src/base/async/inSlices';
import { planMigration, poolForGroup } from '../../../src/license-jobs/change-paths/planMigration';
import { previewMigration, type MigrationInput } from '../../../src/licensing/preflight/previewMigration';
import { group, groupSeat, guid, holding, owned, refOf, seat, user } from '../support/samples';

const off = (...disabledPlanIds: string[]) => seat({ disabledPlanIds });

function preview(changes: Partial<MigrationInput>) {
  return runToEnd(
    previewMigration({
      product: owned().key,
      principals: [],
      holdings: [],
      groupId: undefined,
      groupDisabledPlanIds: undefined,
      access: 'assign-to-all',
      canLicenseRoleAssignableGroups: false,
      ...changes,
    }),
  );
}

test('each of the selected has a result, and only those with a direct license are sent', () => {
  const people = [user(1), user(2), user(3), user(4), group(5)];
  const { lines, sent } = preview({
    principals: people,
    groupId: guid(5),
    holdings: [
      holding(user(1), seat()),
      holding(user(2), seat(), groupSeat(5)),
      holding(user(3), groupSeat(6)),
      { ...holding(user(4)), isIncomplete: true },
      holding(group(5), seat()),
    ],
  });
  expect(lines.map(({ result }) => result)).toEqual([
    'migrates',
    'has-group-license',
    'not-direct',
    'unreadable',
    'nested-group',
  ]);
  expect(sent).toBe(2);
  const { items } = runToEnd(
    planMigration(
      { name: 'Sample', owned: owned() },
      { lines, sent, commonDisabledPlanIds: [] },
      { name: 'Group' },
    ),
  );
  expect(items.map(({ outcome }) => outcome?.kind)).toEqual([
    undefined,
    undefined,
    'skipped',
    'failed',
    'failed',
  ]);
});

test('apps that are off for everyone stay off, and of others it is said how many the group turns on', () => {
  const principals = [user(1), user(2)];
  const same = preview({
    principals,
    holdings: [holding(user(1), off('a')), holding(user(2), off('a'))],
  });
  expect(same.commonDisabledPlanIds).toEqual(['a']);
  expect(same.lines.map(({ turnedOn }) => turnedOn)).toEqual([0, 0]);
  const different = preview({
    principals,
    holdings: [holding(user(1), off('a', 'b')), holding(user(2), seat())],
  });
  expect(different.commonDisabledPlanIds).toEqual([]);
  expect(different.lines.map(({ turnedOn }) => turnedOn)).toEqual([2, 0]);
});

test('apps that the license of the group has off are counted for each who has them on', () => {
  const { lines } = preview({
    principals: [user(1), user(2), user(3)],
    holdings: [holding(user(1), seat()), holding(user(2), off('a')), holding(user(3), groupSeat(6))],
    groupId: guid(5),
    groupDisabledPlanIds: ['a', 'b'],
  });
  expect(lines.map(({ turnedOff }) => turnedOff)).toEqual([2, 1, 0]);
});

test('the group gets its license from a pool that groups can have, and none is offered where there is none', () => {
  const [pool] = owned().pools;
  const onlyPeople = { ...pool, assignableTo: ['user'] as const };
  const forGroups = { ...pool, key: refOf(901).pool };
  const both = { name: 'Sample', owned: owned({ pools: [onlyPeople, forGroups] }) };
  const planned = planMigration(both, { lines: [], sent: 1, commonDisabledPlanIds: [] }, { name: 'Group' });
  expect(runToEnd(planned).subject.products).toMatchObject([{ pool: forGroups.key }]);
  expect(poolForGroup({ ...both, owned: owned({ pools: [onlyPeople] }) }, 1)).toBeUndefined();
});
