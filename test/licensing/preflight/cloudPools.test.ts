import { runToEnd } from '../../../src/base/async/inSlices';
import type { Principal } from '../../../src/base/principal';
import { describeProducts } from '../../../src/licensing/catalogue/describeProducts';
import { isAssignable } from '../../../src/licensing/isAssignable';
import { poolSpaces, productSpaces, toPoolKey, toProductKey } from '../../../src/licensing/keys';
import type { PreflightInput } from '../../../src/licensing/preflight/preflight';
import { previewMove } from '../../../src/licensing/preflight/previewMove';
import { runPreflight } from '../../../src/licensing/preflight/runPreflight';
import type { AssignableProduct } from '../../../src/licensing/product';
import type { OwnedProduct, Pool } from '../../../src/licensing/types';
import { group, guid, holding, owned, reading, seat, user } from '../support/samples';

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
