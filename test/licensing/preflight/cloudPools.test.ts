import { runToEnd } from '../../../src/base/async/inSlices';
import type { Principal } from '../../../src/base/principal';
import { evaluateGroupOffer } from '../../../src/license-jobs/assign/assignmentMethod';
import { planAssignJob } from '../../../src/license-jobs/assign/planAssignJob';
import { describeProducts } from '../../../src/licensing/catalogue/describeProducts';
import { isAssignable } from '../../../src/licensing/isAssignable';
import { defaultPool, withChosenPool } from '../../../src/licensing/pools';
import { poolSpaces, productSpaces, toPoolKey, toProductKey } from '../../../src/licensing/keys';
import type { PreflightInput } from '../../../src/licensing/preflight/preflight';
import { previewMove, previewMoveFromBestPool } from '../../../src/licensing/preflight/previewMove';
import { runPreflight } from '../../../src/licensing/preflight/runPreflight';
import type { AssignableProduct } from '../../../src/licensing/product';
import type { OwnedProduct, Pool } from '../../../src/licensing/types';
import { group, guid, holding, owned, reading, seat, subscription, user } from '../support/samples';

function cloudPool(id: string, available: number, changes: Partial<Pool> = {}): Pool {
  return {
    key: toPoolKey(poolSpaces.allotment, id),
    capability: 'enabled',
    seats: { total: 10, assigned: 10 - available, available },
    subscriptions: [],
    ...changes,
  };
}

/** Returns a product that exists only in cloud licensing, with these pools. */
function inCloud(name: string, ...pools: readonly [Pool, ...Pool[]]): OwnedProduct {
  const key = toProductKey(productSpaces.offer, name);
  return owned({ key, pools, seats: pools[0].seats, identifiers: { skuId: undefined, partNumber: name } });
}

function described(...products: OwnedProduct[]): readonly AssignableProduct[] {
  return describeProducts(products, { entries: [], linkHosts: new Set() }, {}, 0).filter(isAssignable);
}

function evaluate(
  products: readonly OwnedProduct[],
  principals: readonly Principal[],
  changes: Partial<PreflightInput> = {},
) {
  return runPreflight({
    products: described(...products),
    principals,
    holdings: [],
    groups: new Map(),
    tenant: [],
    access: 'assign-to-all',
    canLicenseRoleAssignableGroups: true,
    ...changes,
  });
}

const people = (count: number) => Array.from({ length: count }, (_, index) => user(100 + index));
const members = people(3).map((person) => holding(person));

test('members of a group get the seats of an allotment while they last, and the others wait', () => {
  const rooms = inCloud('ROOMS', cloudPool('a', 1));
  // The other product of the group is out of seats as well, and withholds nothing here.
  const full = inCloud('FULL', cloudPool('b', 0));
  const groups = new Map([[guid(6), reading({ members, carried: [full.key] })]]);
  const preflight = evaluate([rooms], [group(6)], { groups, tenant: described(full) });
  expect(preflight.lines).toMatchObject([
    {
      result: 'risk',
      findings: [
        { kind: 'group-gains', gains: [{ people: 1 }], lacking: [], waiting: [{ people: 2 }], withheld: [] },
        { kind: 'no-seat-left', isWaiting: true },
      ],
    },
  ]);
  expect(preflight.seats).toMatchObject([{ certainty: 'exact', needed: 3, given: 1, missing: 2 }]);
});

test('what else a group gives is of no concern for an allotment, also where it is not known', () => {
  const groups = new Map([[guid(6), reading({ members, carried: undefined })]]);
  const preflight = evaluate([inCloud('ROOMS', cloudPool('a', 5))], [group(6)], { groups });
  expect(preflight.lines).toMatchObject([
    { result: 'send', findings: [{ kind: 'group-gains', gains: [{ people: 3 }] }] },
  ]);
  expect(preflight.lines[0]?.findings[0]).not.toHaveProperty('areOthersUnknown');
  expect(preflight.seats).toMatchObject([{ certainty: 'exact' }]);
});

test('a group of both doors gives what is in the directory together, and each allotment by itself', () => {
  const rooms = inCloud('ROOMS', cloudPool('a', 2));
  const boards = owned({ seats: { total: 10, assigned: 9, available: 1 } });
  const groups = new Map([[guid(6), reading({ members })]]);
  const [line] = evaluate([rooms, boards], [group(6)], { groups }).lines;
  const [roomsName = '', boardsName = ''] = described(rooms, boards).map(({ name }) => name);
  expect(line?.findings).toMatchObject([
    {
      gains: [
        { people: 2, product: roomsName },
        { people: 1, product: boardsName },
      ],
      lacking: [{ people: 2, products: [boardsName] }],
      waiting: [{ people: 1, products: [roomsName] }],
    },
    { kind: 'no-seat-left', products: [boardsName, roomsName] },
  ]);
});

test('members of a group that moves to an allotment wait where no seat is left', () => {
  const from = owned();
  const target = inCloud('ROOMS', cloudPool('a', 1));
  const full = inCloud('FULL', cloudPool('b', 0));
  const carried = [from.key, full.key];
  const { lines } = runToEnd(
    previewMove({
      from,
      target,
      disabledPlanIds: [],
      principals: [group(6)],
      holdings: [holding(group(6), seat())],
      groups: new Map([[guid(6), reading({ members, carried })]]),
      tenant: described(full),
      access: 'assign-to-all',
      canLicenseRoleAssignableGroups: true,
    }),
  );
  expect(lines).toMatchObject([
    { result: 'risk', findings: [{ kind: 'group-moves', gaining: 1, lacking: 2, isWaiting: true }] },
  ]);
  expect(lines[0]?.findings[0]).not.toHaveProperty('withheld');
});

test('who the pool is not for is stopped and takes no seat, and it is said for whom it is', () => {
  const people = inCloud('PEOPLE', cloudPool('a', 5, { assignableTo: ['user'] }));
  const groups = inCloud('GROUPS', cloudPool('b', 5, { assignableTo: ['group'] }));
  const personal = inCloud('PERSONAL', cloudPool('c', 5, { isPersonal: true }));
  const list = [user(1), group(6)];
  const found = (product: OwnedProduct, changes?: Partial<PreflightInput>) => {
    const { lines, seats } = evaluate([product], list, changes);
    return [...lines.map(({ result, findings }) => [result, findings[0]?.kind]), seats[0]?.needed];
  };
  expect(found(people)).toEqual([['send', 'gets-seat'], ['stop', 'only-for-people'], 1]);
  expect(found(groups)).toEqual([['stop', 'only-for-groups'], ['risk', 'group-size-unknown'], 0]);
  // Through a group, people need one that is for groups.
  expect(found(groups, { isThroughGroup: true })[0]).toEqual(['send', 'gets-seat']);
  expect(found(people, { isThroughGroup: true })[0]).toEqual(['stop', 'only-for-people']);
  // Whether the signed-in person is the buyer isn't known.
  expect(found(personal)).toEqual([['risk', 'gets-seat'], ['stop', 'only-for-people'], 1]);
  const [line] = evaluate([personal], [user(1)]).lines;
  expect(line?.findings).toContainEqual({ kind: 'only-buyer-assigns' });
  const job = runToEnd(
    planAssignJob(described(groups), evaluate([groups], [user(1)]).lines, {
      disabledPlanIds: {},
      method: { kind: 'direct' },
      stopsWithoutSeats: false,
    }),
  );
  expect(job.items).toMatchObject([{ outcome: { kind: 'failed', reason: 'assignee-not-supported' } }]);
});

test('many people whose license is only for groups can get it through one', () => {
  const groups = inCloud('GROUPS', cloudPool('b', 900, { assignableTo: ['group'] }));
  expect(evaluateGroupOffer(evaluate([groups], people(500)).lines, 1)).toBe('offered');
  expect(evaluateGroupOffer(evaluate([groups], people(499)).lines, 1)).toBe('none');
});

test('a move to a pool that is not for its people is stopped', () => {
  const move = (principal: Principal, target: OwnedProduct) =>
    runToEnd(
      previewMove({
        from: owned(),
        target,
        disabledPlanIds: [],
        principals: [principal],
        holdings: [holding(user(1), seat())],
        groups: new Map(),
        access: 'assign-to-all',
        canLicenseRoleAssignableGroups: true,
      }),
    ).lines;
  expect(move(user(1), inCloud('GROUPS', cloudPool('b', 5, { assignableTo: ['group'] })))).toMatchObject([
    {
      findings: [{ kind: 'only-for-groups' }],
      outcome: { kind: 'failed', reason: 'assignee-not-supported' },
    },
  ]);
  expect(move(user(1), inCloud('PERSONAL', cloudPool('c', 5, { isPersonal: true })))).toMatchObject([
    { result: 'risk', findings: [{ kind: 'moves' }, { kind: 'only-buyer-assigns' }] },
  ]);
});

test('a move without a chosen pool gives from the one that suits the selection best', () => {
  const [soon, late] = [
    cloudPool('soon', 5, { subscriptions: [subscription({ nextLifecycleAt: '2027-01-01T00:00:00Z' })] }),
    cloudPool('late', 1, { subscriptions: [subscription({ nextLifecycleAt: '2028-01-01T00:00:00Z' })] }),
  ];
  const target = inCloud('ROOMS', soon, late);
  const move = (to: OwnedProduct) => {
    const principals = people(2);
    const { lines, ...preflight } = runToEnd(
      previewMoveFromBestPool({
        from: owned(),
        target: to,
        disabledPlanIds: [],
        principals,
        holdings: principals.map((person) => holding(person, seat())),
        groups: new Map(),
        access: 'assign-to-all',
        canLicenseRoleAssignableGroups: true,
      }),
    );
    const pools = lines.map(({ change, outcome }) => outcome?.kind ?? change.add[0]?.pool);
    return { pools, pool: defaultPool(preflight.target).pool };
  };
  expect(move(target)).toEqual({ pools: [soon.key, soon.key], pool: soon.key });
  expect(move(withChosenPool(target, late.key))).toEqual({ pools: [late.key, 'failed'], pool: late.key });
});
