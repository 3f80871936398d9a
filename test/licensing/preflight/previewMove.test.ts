import { runToEnd } from '../../../src/base/async/inSlices';
import { describeProducts } from '../../../src/licensing/catalogue/describeProducts';
import type { Principal } from '../../../src/base/principal';
import type { MoveInput } from '../../../src/licensing/preflight/movePreflight';
import { previewMove } from '../../../src/licensing/preflight/previewMove';
import { planMoves } from '../../../src/license-jobs/move/planMoves';
import type { Holding, Seat } from '../../../src/licensing/types';
import { group, groupSeat, guid, holding, owned, reading, ref, refOf, seat, user } from '../support/samples';

const target = guid(901);

function evaluate(holdings: readonly Holding[], changes: Partial<MoveInput> = {}, available = 10) {
  const principals: Principal[] = [user(1), user(2)].slice(0, Math.max(1, holdings.length));
  return runToEnd(
    previewMove({
      from: owned(),
      disabledPlanIds: [],
      target: owned({ skuId: target, seats: { total: 10, assigned: 10 - available, available } }),
      principals,
      holdings,
      groups: new Map(),
      access: 'assign-to-all',
      canLicenseRoleAssignableGroups: true,
      ...changes,
    }),
  );
}

const only = (preflight: ReturnType<typeof evaluate>) => {
  const [line] = preflight.lines;
  return {
    result: line?.result,
    findings: line?.findings.map(({ kind }) => kind),
    outcome: line?.outcome,
  };
};

test('who holds the old product directly moves, and needs a seat of the new one', () => {
  const preflight = evaluate([holding(user(1), seat())]);
  expect(only(preflight)).toEqual({ result: 'send', findings: ['moves'], outcome: undefined });
  expect(preflight).toMatchObject({ seatsNeeded: 1, seatsAvailable: 10, seatsMissing: 0 });
  expect(preflight.lines[0]?.change).toMatchObject({ add: [refOf(target)], remove: [ref] });
});

test('who has the new product already needs no seat, and no usage location', () => {
  const person = user(1, { usageLocation: undefined });
  const preflight = evaluate(
    [holding(person, seat(), groupSeat(5, refOf(target)))],
    { principals: [person] },
    0,
  );
  expect(only(preflight)).toEqual({ result: 'send', findings: ['moves'], outcome: undefined });
  expect(preflight.lines[0]?.findings).toEqual([{ kind: 'moves', hasTarget: true, keptThrough: [] }]);
  expect(preflight.seatsNeeded).toBe(0);
});

test('a group that gives the old product goes on giving it', () => {
  const [line] = evaluate([holding(user(1), seat(), groupSeat(5))]).lines;
  expect(line?.findings).toEqual([
    {
      kind: 'moves',
      hasTarget: false,
      keptThrough: [{ kind: 'group', groupId: guid(5), groupName: 'Group 5' }],
    },
  ]);
});

test.each([
  ['working', false, [groupSeat(5)]],
  ['working', true, [groupSeat(5), seat(refOf(target))]],
] as const)(
  'what comes from a %s group alone (with the new product: %s) stays, and only that is said',
  (_state, hasTarget, seats) => {
    const [line] = evaluate([holding(user(1), ...seats)]).lines;
    expect(line).toMatchObject({
      outcome: { kind: 'skipped', reason: 'inherited', groups: [{ id: guid(5), name: 'Group 5' }] },
    });
    expect(line?.findings).toEqual([
      {
        kind: 'source-inherited',
        hasTarget,
        paths: [{ kind: 'group', groupId: guid(5), groupName: 'Group 5' }],
      },
    ]);
  },
);

test('who does not hold the old product is left alone', () => {
  expect(only(evaluate([]))).toMatchObject({
    findings: ['source-not-held'],
    outcome: { kind: 'skipped', reason: 'not-held' },
  });
  expect(evaluate([holding(user(1), seat(refOf(target)))]).lines[0]).toMatchObject({
    findings: [{ kind: 'source-not-held', hasTarget: true }],
    outcome: { kind: 'skipped' },
  });
});

test('a person who cannot be moved is told that alone', () => {
  const seats = [seat(), seat(refOf(target))];
  const access = 'assign-to-groups';
  for (const isIncomplete of [false, true]) {
    const held = { ...holding(user(1), ...(isIncomplete ? [] : seats)), isIncomplete };
    expect(only(evaluate([held], { access })).findings).toEqual(['not-permitted']);
  }
});

test('from the line on where seats run out nobody is sent, and the missing ones are counted', () => {
  const preflight = evaluate([holding(user(1), seat()), holding(user(2), seat())], {}, 1);
  expect(preflight.lines.map(({ result }) => result)).toEqual(['send', 'stop']);
  expect(preflight.lines[1]?.outcome).toEqual({ kind: 'failed', reason: 'no-licenses-available' });
  expect(preflight).toMatchObject({ seatsNeeded: 2, seatsMissing: 1 });
});

test.each([
  [{ usageLocation: undefined }, {}, 'stop', 'usage-location-missing'],
  [{}, { access: 'assign-to-groups' }, 'skip', 'not-permitted'],
  [{ isBlocked: true }, {}, 'risk', 'blocked-account'],
  [{ isGuest: true }, {}, 'risk', 'guest'],
  [{ isNameOnly: true, usageLocation: undefined }, {}, 'risk', 'details-unknown'],
] as const)('a person with %o and %o is %s for %s', (person, question, result, finding) => {
  const principal = user(1, person);
  const evaluated = only(evaluate([holding(principal, seat())], { principals: [principal], ...question }));
  expect(evaluated.result).toBe(result);
  expect(evaluated.findings).toContain(finding);
});

test('a group moves as a whole, where it can carry licenses and the role covers it', () => {
  const evaluated = (changes: Parameters<typeof group>[1], question: Partial<MoveInput> = {}) => {
    const principal = group(1, changes);
    return only(evaluate([holding(principal, seat())], { principals: [principal], ...question }));
  };
  const groups = new Map([[guid(1), reading({ members: [] })]]);
  expect(evaluated({}, { groups })).toMatchObject({ result: 'send', outcome: undefined });
  expect(evaluated({ isSecurityEnabled: false }).outcome).toMatchObject({ reason: 'group-not-licensable' });
  const guarded = { canLicenseRoleAssignableGroups: false };
  expect(evaluated({ isRoleAssignable: true }, guarded).outcome).toMatchObject({ reason: 'not-permitted' });
});

test('a group that moves counts a seat for each member who lacks the new product', () => {
  const members = [user(1), user(2), user(3), user(4)].map((person, index) =>
    holding(person, groupSeat(9), ...(index === 0 ? [seat(refOf(target))] : [])),
  );
  const preflight = evaluate(
    [holding(group(9), seat()), holding(user(2), seat())],
    { principals: [user(2), group(9)], groups: new Map([[guid(9), reading({ members })]]) },
    2,
  );
  expect(preflight.lines[1]?.findings).toEqual([
    {
      kind: 'group-moves',
      directUsers: 4,
      gaining: 2,
      keeping: 1,
      lacking: 1,
      losing: 1,
      unsure: 0,
      retaining: 0,
    },
  ]);
  expect(preflight).toMatchObject({ seatsNeeded: 3, seatsMissing: 1 });
});

test('another product of a group keeps members from the new one, and is named', () => {
  const other = owned({ skuId: guid(902), seats: { total: 1, assigned: 0, available: 1 } });
  const tenant = describeProducts([owned(), other], { entries: [], linkHosts: new Set() }, {}, 0);
  const ofOther = (changes: Partial<Seat> = {}) => groupSeat(9, { ...refOf(guid(902)), ...changes });
  const members = [
    holding(user(1), groupSeat(9), ofOther()),
    holding(user(2), ofOther({ state: 'error', issue: 'usage-location' })),
    holding(user(3)),
    holding(user(4)),
  ];
  const carried = [owned().key, other.key];
  const moved = (changes: Partial<MoveInput>) =>
    evaluate([holding(group(9), seat())], {
      principals: [group(9)],
      groups: new Map([[guid(9), reading({ members, carried })]]),
      ...changes,
    });
  const preflight = moved({ tenant });
  const name = tenant.find(({ key }) => key === other.key)?.name;
  expect(preflight.lines[0]).toMatchObject({
    findings: [{ gaining: 2, lacking: 0, withheld: [{ people: 2, products: [name] }] }],
  });
  expect(preflight).toMatchObject({ seatsNeeded: 2, people: { gaining: 2, isExact: true } });
  // Where nothing is known of the other product, the numbers are no promise.
  expect(moved({}).lines[0]).toMatchObject({ findings: [{ areOthersUnknown: true }] });
  expect(moved({}).people.isExact).toBe(false);
});

describe('one seat is left of another product that a group gives', () => {
  const other = owned({ skuId: guid(902), seats: { total: 1, assigned: 0, available: 1 } });
  const without = owned({ skuId: guid(903), seats: { total: 1, assigned: 1, available: 0 } });
  const tenant = describeProducts([owned(), other, without], { entries: [], linkHosts: new Set() }, {}, 0);
  const carried = [owned().key, other.key];
  const [first, second] = [holding(user(1)), holding(user(2))];
  const evaluateGroups = (groups: MoveInput['groups'], available = 10) =>
    evaluate(
      [holding(group(8), seat()), holding(group(9), seat())],
      { principals: [group(8), group(9)], tenant, groups },
      available,
    );
  const ofGroup9 = (preflight: ReturnType<typeof evaluate>) => preflight.lines[1]?.findings[0];

  test('a member of two groups takes it once', () => {
    const groups = new Map([8, 9].map((number) => [guid(number), reading({ members: [first], carried })]));
    const found = ofGroup9(evaluateGroups(groups));
    expect(found).toMatchObject({ gaining: 1 });
    expect(found).not.toHaveProperty('withheld');
  });

  test('who is kept from the new product by a third one does not take it', () => {
    const groups = new Map([
      [guid(8), reading({ members: [first], carried: [...carried, without.key] })],
      [guid(9), reading({ members: [second], carried })],
    ]);
    const preflight = evaluateGroups(groups);
    const name = tenant.find(({ key }) => key === without.key)?.name;
    expect(preflight.lines[0]?.findings).toMatchObject([
      { gaining: 0, withheld: [{ people: 1, products: [name] }] },
    ]);
    expect(ofGroup9(preflight)).toMatchObject({ gaining: 1 });
  });

  test('who finds no seat of the new product does not take it', () => {
    const groups = new Map([
      [guid(8), reading({ members: [first], carried })],
      [guid(9), reading({ members: [second], carried })],
    ]);
    // The only seat of the other product stays free, so it keeps no member from the new one.
    const preflight = evaluateGroups(groups, 0);
    expect(ofGroup9(preflight)).toMatchObject({ gaining: 0, lacking: 1 });
    expect(ofGroup9(preflight)).not.toHaveProperty('withheld');
    expect(preflight).toMatchObject({ seatsNeeded: 2, seatsMissing: 2 });
  });
});

test('members of a group lose the old product only where no other way gives it to them', () => {
  const members = [
    holding(user(1), groupSeat(9)),
    holding(user(2), groupSeat(9), seat()),
    holding(user(3), groupSeat(9), groupSeat(5)),
    holding(user(4), groupSeat(9), groupSeat(8)),
    holding(user(5), groupSeat(9), seat()),
    holding(user(6), groupSeat(9), seat({ state: 'unknown' })),
    holding(user(7), groupSeat(9, { state: 'error' })),
    holding(user(8), groupSeat(9), seat({ state: 'error' })),
    holding(user(10), groupSeat(9), seat(), seat(refOf(target))),
  ];
  const groups = new Map([
    [guid(9), reading({ members })],
    [guid(8), reading({ members: [] })],
  ]);
  // No seat is left, so that person 5 keeps the direct license, though selected after the group.
  const preflight = evaluate(
    [holding(group(9), seat()), holding(group(8), seat()), holding(user(5), groupSeat(9), seat())],
    { principals: [group(9), group(8), user(5)], groups },
    0,
  );
  expect(preflight.lines[0]?.findings).toEqual([
    {
      kind: 'group-moves',
      directUsers: 9,
      gaining: 0,
      keeping: 1,
      lacking: 8,
      losing: 3,
      unsure: 1,
      retaining: 4,
    },
  ]);
});

test('a member whose direct license moves in another line does not keep the old product by it', () => {
  const person = holding(user(1), groupSeat(9), seat(), seat(refOf(target)));
  const preflight = evaluate([holding(group(9), seat()), person], {
    principals: [group(9), user(1)],
    groups: new Map([[guid(9), reading({ members: [person, holding(user(2), groupSeat(9))] })]]),
  });
  expect(preflight.lines[0]?.findings).toMatchObject([{ gaining: 1, keeping: 1, losing: 0, retaining: 0 }]);
});

test('of a group that could not be read no seats are counted', () => {
  const preflight = evaluate([holding(group(9), seat())], { principals: [group(9)] });
  expect(preflight.lines[0]?.findings).toEqual([{ kind: 'group-unread', directUsers: undefined }]);
});

test('who has it through a group of the selection alone moves with the group', () => {
  const members = [holding(user(1), groupSeat(9)), holding(user(2), groupSeat(9), groupSeat(5))];
  const preflight = evaluate(
    [...members, holding(user(3), seat(), groupSeat(9)), holding(group(9), seat())],
    {
      principals: [user(1), user(2), user(3), group(9)],
      groups: new Map([[guid(9), reading({ members })]]),
    },
  );
  expect(preflight.lines.map(({ findings }) => findings[0])).toMatchObject([
    { kind: 'goes-with-group', paths: [{ groupName: 'Group 9' }] },
    { kind: 'source-inherited', paths: [{ groupName: 'Group 5' }] },
    { kind: 'moves', keptThrough: [] },
    { kind: 'group-moves', gaining: 2 },
  ]);
  const product = { name: 'Old', owned: owned() };
  const plan = runToEnd(planMoves(product, { name: 'New', owned: owned({ skuId: target }) }, preflight));
  expect(plan.items.map(({ key, outcome }) => [key, outcome?.kind])).toEqual([
    [guid(2), 'skipped'],
    [guid(3), undefined],
    [guid(9), undefined],
  ]);
});

test('a person for whom no seat is left is missing one seat, in however many groups', () => {
  const members = [holding(user(1), groupSeat(8), groupSeat(9))];
  const groups = new Map([8, 9].map((number) => [guid(number), reading({ members })]));
  const preflight = evaluate(
    [8, 9].map((number) => holding(group(number), seat())),
    { principals: [group(8), group(9)], groups },
    0,
  );
  expect(preflight).toMatchObject({ seatsNeeded: 1, seatsMissing: 1 });
});

const numbered = (from: number, count: number) =>
  Array.from({ length: count }, (_, index) => user(from + index));

test('who moves is counted once, and who only loses the old product is not said to get the new one', () => {
  // Of 30 members three hold nothing of the old product, and two are selected themselves.
  const members = numbered(100, 30).map((person, place) =>
    holding(person, ...(place < 3 ? [] : [groupSeat(9)]), ...(place === 3 || place === 4 ? [seat()] : [])),
  );
  const selected = members.slice(3, 5);
  const preflight = evaluate([...selected, holding(user(1), seat()), holding(group(9), seat())], {
    principals: [user(103), user(104), user(1), group(9)],
    groups: new Map([[guid(9), reading({ members })]]),
  });
  expect(preflight.people).toEqual({ gaining: 10, losing: 28, isExact: true });
});

test('of a group that has the new product already the members are counted as well', () => {
  const members = numbered(100, 3).map((person) =>
    holding(person, groupSeat(9), groupSeat(9, refOf(target))),
  );
  const preflight = evaluate([holding(group(9), seat(), seat(refOf(target)))], {
    principals: [group(9)],
    groups: new Map([[guid(9), reading({ members })]]),
  });
  expect(preflight.people).toEqual({ gaining: 0, losing: 3, isExact: true });
});

test.each<[string, Holding, object]>([
  ['gets it and loses the old one', holding(user(1), seat()), { gaining: 1, losing: 1, isExact: true }],
  [
    'keeps the old one through a group',
    holding(user(1), seat(), groupSeat(5)),
    { gaining: 1, losing: 0, isExact: true },
  ],
  ['has it already', holding(user(1), seat(), seat(refOf(target))), { gaining: 0, losing: 1, isExact: true }],
  [
    'had none, in error',
    holding(user(1), seat({ state: 'error' })),
    { gaining: 1, losing: 0, isExact: true },
  ],
  [
    'has an old one of unknown state',
    holding(user(1), seat({ state: 'unknown' })),
    { gaining: 1, losing: 0, isExact: false },
  ],
  [
    'may have the new one',
    holding(user(1), seat(), groupSeat(5, { ...refOf(target), state: 'unknown' })),
    { gaining: 0, losing: 1, isExact: false },
  ],
  ['stays', holding(user(1), groupSeat(5)), { gaining: 0, losing: 0, isExact: true }],
])('a person who %s is counted as such', (_case, held, people) => {
  expect(evaluate([held]).people).toEqual(people);
});

test('where members are counted only, nobody knows how many move', () => {
  const groups = new Map([[guid(9), reading({ directUsers: 1_200 })]]);
  const preflight = evaluate([holding(group(9), seat()), holding(user(1), seat())], {
    principals: [user(1), group(9)],
    groups,
  });
  expect(preflight.people).toEqual({ gaining: 1, losing: 1, isExact: false });
});
