import { runToEnd } from '../../../src/base/async/inSlices';
import { breakDown, peopleLosing } from '../../../src/licensing/preflight/countRemoval';
import { inheritedGroups } from '../../../src/licensing/preflight/inheritedGroups';
import { previewRemovals, type RemovalInput } from '../../../src/licensing/preflight/previewRemoval';
import type { Principal } from '../../../src/base/principal';
import type { Holding, Pool, Seat } from '../../../src/licensing/types';
import {
  group,
  groupSeat,
  guid,
  holding,
  owned,
  reading,
  ref,
  refOf,
  seat,
  subscription,
  user,
} from '../support/samples';

const permissions = { access: 'assign-to-all', canLicenseRoleAssignableGroups: false } as const;

function preview(
  holdings: readonly Holding[],
  principals: readonly Principal[],
  changes: Partial<RemovalInput> = {},
) {
  return runToEnd(
    previewRemovals({
      principals,
      holdings,
      groups: new Map(),
      product: owned(),
      ...permissions,
      ...changes,
    }),
  );
}

function evaluate(principal: Principal, seats: Seat[], changes: Partial<RemovalInput> = {}) {
  return preview([holding(principal, ...seats)], [principal], changes).lines[0]?.consequence;
}

const viaFive = { groupId: guid(5), groupName: 'Group 5', otherProducts: [] };

test('a direct seat alone is freed', () => {
  expect(evaluate(user(1), [seat()])).toEqual({ kind: 'frees-seat', isSent: true });
});

test('a direct seat beside a group goes, and the person keeps the product', () => {
  const other = groupSeat(5, refOf(guid(901)));
  expect(evaluate(user(1), [seat(), groupSeat(5), other])).toEqual({
    kind: 'keeps-through-group',
    isSent: true,
    groups: [{ ...viaFive, otherProducts: [refOf(901).product] }],
  });
});

test('a group whose license is in error keeps nothing', () => {
  expect(evaluate(user(1), [seat(), groupSeat(5, { state: 'error' })])?.kind).toBe('frees-seat');
});

test('what is inherited alone stays, with what else each group gives', () => {
  const seats = [groupSeat(5), groupSeat(6), groupSeat(6, refOf(guid(901))), seat(refOf(guid(902)))];
  expect(evaluate(user(1), seats)).toEqual({
    kind: 'stays-inherited',
    isSent: false,
    groups: [viaFive, { groupId: guid(6), groupName: 'Group 6', otherProducts: [refOf(901).product] }],
  });
});

test('who leaves every group loses it, who has another keeps it, and members of selected groups leave none', () => {
  const leaving = new Set([guid(5)]);
  expect(evaluate(user(1), [seat(), groupSeat(5)], { leaving })).toEqual({
    kind: 'leaves-groups',
    isSent: true,
    groups: [viaFive],
    fate: 'lost',
    keeping: [],
  });
  expect(evaluate(user(1), [groupSeat(5), groupSeat(6)], { leaving })).toMatchObject({
    fate: 'kept',
    keeping: [{ groupId: guid(6) }],
  });
  expect(evaluate(user(1), [groupSeat(6)], { leaving })?.kind).toBe('stays-inherited');
  expect(evaluate(user(1), [groupSeat(5)], { leaving, access: 'read' })?.kind).toBe('not-permitted');
  const { seatsFreed } = preview([holding(user(1), groupSeat(5))], [user(1)], { leaving });
  expect(seatsFreed).toBe(1);
});

test('people are counted by the groups that give them the product, most first', () => {
  const holdings = [
    holding(user(1), groupSeat(5), groupSeat(6)),
    holding(user(2), groupSeat(6), seat()),
    holding(group(6), seat()),
  ];
  expect(runToEnd(inheritedGroups(holdings, owned().key))).toEqual([
    { groupId: guid(6), groupName: 'Group 6', people: 2 },
    { groupId: guid(5), groupName: 'Group 5', people: 1 },
  ]);
});

test('who has no license because each group is in error is not said to keep it', () => {
  const error = groupSeat(5, { state: 'error' });
  expect(evaluate(user(1), [error])).toEqual({
    kind: 'in-error',
    isSent: false,
    groups: [viaFive],
    goesAlong: false,
  });
  expect(evaluate(user(1), [error, groupSeat(6)])?.kind).toBe('stays-inherited');
  const { lines } = preview([holding(group(5), seat()), holding(user(1), error)], [group(5), user(1)]);
  expect(lines[1]?.consequence).toMatchObject({ kind: 'in-error', goesAlong: true });
});

test('a selection is divided by how its people have the product, and the parts add up', () => {
  const people = [
    holding(user(11), seat()),
    holding(user(12), seat(), groupSeat(6)),
    holding(user(13), groupSeat(6)),
    holding(user(14), groupSeat(5)),
    holding(user(15), groupSeat(6, { state: 'error' })),
    holding(user(16), seat({ state: 'error' })),
    holding(user(17)),
  ];
  const selected = [group(5), ...Array.from({ length: 7 }, (_, index) => user(index + 11))];
  const { lines } = preview([holding(group(5), seat()), ...people], selected);
  const parts = breakDown(lines);
  expect(parts).toEqual({
    direct: 2,
    throughGroup: 2,
    inError: 2,
    unreadable: 0,
    sent: 4,
    along: 1,
    nothingHeld: 1,
    notPermitted: 0,
    groups: 1,
  });
  const { direct, throughGroup, inError, nothingHeld, notPermitted, groups } = parts;
  expect(direct + throughGroup + inError + nothingHeld + notPermitted + groups).toBe(lines.length);
});

test('how many lose the product is exact, between two numbers, or open at the top', () => {
  const holdings = [holding(group(5), seat()), holding(user(1), seat())];
  const losing = (groups: RemovalInput['groups']) =>
    peopleLosing(preview(holdings, [group(5), user(1)], { groups }));
  const members = [holding(user(2), groupSeat(5))];
  expect(losing(new Map([[guid(5), reading({ members })]]))).toEqual({
    atLeast: 2,
    isExact: true,
    atMost: 2,
  });
  expect(losing(new Map([[guid(5), reading({ directUsers: 12 })]]))).toEqual({
    atLeast: 1,
    isExact: false,
    atMost: 13,
  });
  expect(losing(new Map())).toEqual({ atLeast: 1, isExact: false, atMost: undefined });
});

test('of a group whose members are not read no number of seats is foretold', () => {
  const groups = new Map([[guid(5), reading({ directUsers: 12 })]]);
  const consequence = { kind: 'members-lose', isSent: true, members: undefined };
  expect(evaluate(group(5), [seat()], { groups })).toEqual({ ...consequence, directUsers: 12 });
  expect(evaluate(group(5), [seat()])).toEqual({ ...consequence, directUsers: undefined });
  expect(preview([holding(group(5), seat()), holding(user(1), seat())], [group(5), user(1)])).toMatchObject({
    seatsFreed: 1,
    isExact: false,
  });
});

test('members of a group and the people selected beside it are evaluated together, each seat once', () => {
  const inGroup = (number: number) => holding(user(number), groupSeat(5));
  const both = holding(user(1), seat(), groupSeat(5));
  const members = [both, ...Array.from({ length: 39 }, (_, index) => inGroup(index + 2))];
  const selected = [group(5), user(1), user(2), user(3)];
  const { lines, seatsFreed, isExact } = preview(
    [holding(group(5), seat()), both, inGroup(2), inGroup(3)],
    selected,
    { groups: new Map([[guid(5), reading({ members })]]) },
  );
  expect(lines.map(({ consequence }) => consequence)).toEqual([
    { kind: 'members-lose', isSent: true, directUsers: 40, members: { losing: 40, keeping: 0 } },
    { kind: 'frees-seat', isSent: true },
    { kind: 'goes-with-group', isSent: false, groups: [viaFive] },
    { kind: 'goes-with-group', isSent: false, groups: [viaFive] },
  ]);
  expect({ seatsFreed, isExact }).toEqual({ seatsFreed: 40, isExact: true });
});

test('members who hold it directly or through a group that is not selected keep it', () => {
  const members = [
    holding(user(1), groupSeat(5)),
    holding(user(2), groupSeat(5), seat()),
    holding(user(3), groupSeat(5), groupSeat(6)),
    holding(user(4), groupSeat(5, { state: 'error' })),
    holding(user(5), groupSeat(5), groupSeat(6, { state: 'error' })),
  ];
  const { lines, seatsFreed } = preview(
    [holding(group(5), seat()), holding(user(3), groupSeat(5), groupSeat(6))],
    [group(5), user(3)],
    { groups: new Map([[guid(5), reading({ members })]]) },
  );
  expect(lines[0]?.consequence).toMatchObject({ members: { losing: 2, keeping: 2 } });
  expect(lines[1]?.consequence).toMatchObject({
    kind: 'stays-inherited',
    groups: [{ groupName: 'Group 6' }],
  });
  expect(seatsFreed).toBe(2);
});

test('who is in two selected groups loses one seat', () => {
  const member = holding(user(1), groupSeat(5), groupSeat(6));
  const groups = new Map([
    [guid(5), reading({ members: [member] })],
    [guid(6), reading({ members: [member] })],
  ]);
  const { seatsFreed } = preview(
    [holding(group(5), seat()), holding(group(6), seat())],
    [group(5), group(6)],
    { groups },
  );
  expect(seatsFreed).toBe(1);
});

test('a group that may not be changed goes on giving', () => {
  const guarded = group(5, { isRoleAssignable: true });
  const member = holding(user(1), groupSeat(5), seat());
  const { lines, seatsFreed } = preview([holding(guarded, seat()), member], [guarded, user(1)], {
    groups: new Map([[guid(5), reading({ members: [member] })]]),
  });
  expect(lines.map(({ consequence }) => consequence.kind)).toEqual(['not-permitted', 'keeps-through-group']);
  expect(seatsFreed).toBe(0);
});

test('a direct license in error takes no seat, so none becomes free', () => {
  const broken = holding(user(1), seat({ state: 'error' }));
  const { lines, seatsFreed } = preview([broken], [user(1)]);
  expect(lines[0]?.consequence).toEqual({ kind: 'removes-error', isSent: true });
  expect(seatsFreed).toBe(0);
});

test.each([user(1), group(5, { isRoleAssignable: true })])(
  'of whom the role does not cover that alone is said, also where %j could not be read',
  (principal) => {
    const { lines } = preview([{ ...holding(principal), isIncomplete: true }], [principal], {
      access: 'assign-to-groups',
      canLicenseRoleAssignableGroups: false,
    });
    expect(lines[0]?.consequence).toEqual({ kind: 'not-permitted', isSent: false });
  },
);

test('a path of unknown source is not said to come from a group', () => {
  const unsure = groupSeat(5, { isSourceUnknown: true });
  expect(evaluate(user(1), [unsure])).toEqual({ kind: 'unreadable', isSent: false });
  expect(evaluate(user(1), [seat(), unsure])).toMatchObject({ kind: 'may-free-seat' });
});

test('who does not hold it has nothing to lose', () => {
  expect(evaluate(user(1), [seat(refOf(guid(901)))])).toEqual({ kind: 'nothing-held', isSent: false });
});

test.each([
  ['assign-to-groups', user(1)],
  ['read', user(1)],
  ['own-apps', group(5)],
  ['assign-to-all', group(5, { isRoleAssignable: true })],
] as const)('with access %s it may not be taken from %j', (access, principal) => {
  expect(evaluate(principal, [seat()], { access })).toEqual({ kind: 'not-permitted', isSent: false });
});

test('a role-assignable group is open to whom may license it', () => {
  const guarded = group(5, { isRoleAssignable: true });
  expect(evaluate(guarded, [seat()], { access: 'read', canLicenseRoleAssignableGroups: true })?.isSent).toBe(
    true,
  );
});

test('the removal is about every pool that gave the product directly, or the default one where none did', () => {
  const [first, second] = [ref, { ...ref, pool: refOf(902).pool }];
  const poolsOf = (...seats: Seat[]) => preview([holding(user(1), ...seats)], [user(1)]).lines[0]?.pools;
  expect(poolsOf(seat(second), seat(first), groupSeat(5))).toEqual([second, first]);
  expect(poolsOf(groupSeat(5, second))).toEqual([first]);
});

test('each pool gets its own seat back, also from someone who keeps the product through another pool', () => {
  const second = { product: ref.product, pool: refOf(902).pool };
  const people = [user(1), user(2), user(3)];
  const { seatsFreed, isExact, unsure } = preview(
    [
      holding(user(1), seat(), seat(second)),
      holding(user(2), seat(), groupSeat(5, second)),
      holding(user(3), seat(), groupSeat(5)),
    ],
    people,
  );
  expect({ seatsFreed, isExact, unsure }).toEqual({ seatsFreed: 3, isExact: true, unsure: 0 });
});

test('of who loses two seats or keeps the product through another pool, it is said how many go back, and one person loses it', () => {
  const second = { product: ref.product, pool: refOf(902).pool };
  const result = preview(
    [holding(user(1), seat(), seat(second)), holding(user(2), seat(), groupSeat(5, second))],
    [user(1), user(2)],
  );
  expect(result.lines.map(({ consequence }) => consequence)).toEqual([
    { kind: 'frees-seat', isSent: true, seats: 2 },
    { kind: 'keeps-through-group', isSent: true, groups: [viaFive], seats: 1 },
  ]);
  expect(peopleLosing(result)).toEqual({ atLeast: 1, isExact: true, atMost: 1 });
});

describe('a second seat', () => {
  const second = { product: ref.product, pool: refOf(902).pool };
  const { pools } = owned();
  const ends = (date: string) => [subscription({ nextLifecycleAt: date })];
  const product = (first: Partial<Pool> = {}, other: Partial<Pool> = {}) =>
    owned({
      pools: [
        { ...pools[0], subscriptions: ends('2031-02-01T00:00:00Z'), ...first },
        { ...pools[0], key: second.pool, subscriptions: ends('2031-01-01T00:00:00Z'), ...other },
      ],
    });
  const freeable = (held: Holding, of = product(), changes: Partial<RemovalInput> = {}) =>
    preview([held], [user(1)], { product: of, ...changes }).lines[0]?.freeable?.pools;
  const both = holding(user(1), seat(), seat(second));

  test('can be freed of the pool that ends first, or of the other', () => {
    expect(freeable(both)).toEqual([second.pool, ref.pool]);
    const endless = { subscriptions: [subscription({ nextLifecycleAt: undefined })] };
    expect(freeable(both, product({}, endless))).toEqual([ref.pool, second.pool]);
  });

  test('is freed of a pool that no longer works, and never of the last one that does', () => {
    expect(freeable(both, product({ capability: 'suspended' }))).toEqual([ref.pool]);
  });

  test('can be freed only where it was assigned directly', () => {
    expect(freeable(holding(user(1), seat(), groupSeat(5, second)))).toEqual([ref.pool]);
    expect(freeable(holding(user(1), groupSeat(5), groupSeat(6, second)))).toBeUndefined();
    expect(freeable(holding(user(1), seat(), groupSeat(5)))).toBeUndefined();
  });

  test('is not freed where it is not known what the person keeps, or where the role does not cover the person', () => {
    expect(freeable({ ...both, isIncomplete: true })).toBeUndefined();
    expect(freeable(holding(user(1), seat(), seat(second), groupSeat(5, { isSourceUnknown: true })))).toBe(
      undefined,
    );
    expect(freeable(both, product(), { access: 'assign-to-groups' })).toBeUndefined();
  });
});
