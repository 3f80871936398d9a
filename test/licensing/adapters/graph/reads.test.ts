import type { HttpResponse } from '../../../../src/http/types';
import { answer } from '../../../http/answers';
import { describeProducts } from '../../../../src/licensing/catalogue/describeProducts';
import { toProductKey } from '../../../../src/licensing/keys';
import type { OwnedProduct } from '../../../../src/licensing/types';
import { guid, productKeyOf, ref, refOf, skuId } from '../../support/samples';
import { page, queryOf, refusal, setup } from './setup';

const { product } = ref;

const denied = refusal(
  403,
  'Insufficient privileges to complete the operation.',
  'Authorization_RequestDenied',
);

const skuWire = {
  skuId,
  skuPartNumber: 'TERN_BOARD',
  appliesTo: 'User',
  capabilityStatus: 'Enabled',
  consumedUnits: 12,
  prepaidUnits: { enabled: 10, warning: 5, suspended: 3, lockedOut: 2 },
  servicePlans: [
    { servicePlanId: guid(3), servicePlanName: 'BOARD', appliesTo: 'User', provisioningStatus: 'Success' },
    { servicePlanId: guid(4), servicePlanName: 'BASE', appliesTo: 'Company', provisioningStatus: 'Success' },
  ],
};
const subscriptionWire = {
  id: guid(5),
  skuId,
  status: 'LockedOut',
  isTrial: true,
  totalLicenses: 10,
  nextLifecycleDateTime: null,
  createdDateTime: '2026-01-01T00:00:00Z',
};

function userWire(number: number, ...states: object[]) {
  return { id: guid(number), displayName: `Person ${number}`, licenseAssignmentStates: states };
}

function stateWire(assignedByGroup: string | null, changes: object = {}) {
  return { skuId, assignedByGroup, state: 'Active', error: 'None', disabledPlans: [], ...changes };
}

test('SKUs come with their subscriptions, and grace counts as seats', async () => {
  const { adapter } = setup({
    'GET /subscribedSkus': page(skuWire),
    'GET /directory/subscriptions': page(subscriptionWire, { ...subscriptionWire, skuId: guid(901) }),
  });
  const seats = { total: 15, assigned: 12, available: 3 };
  const subscription = {
    id: guid(5),
    status: 'locked-out',
    isTrial: true,
    seats: 10,
    nextLifecycleAt: undefined,
    createdAt: '2026-01-01T00:00:00Z',
  };
  await expect(adapter.listProducts()).resolves.toEqual([
    {
      key: product,
      identifiers: { skuId, partNumber: 'TERN_BOARD' },
      capability: 'enabled',
      isUserScoped: true,
      seats,
      plans: [
        { id: guid(3), partName: 'BOARD', isUserScoped: true },
        { id: guid(4), partName: 'BASE', isUserScoped: false },
      ],
      pools: [{ key: ref.pool, capability: 'enabled', seats, subscriptions: [subscription] }],
    },
  ]);
});

test.each([400, 403, 404, 500, 501])(
  'SKUs are listed without subscriptions where these answer %i',
  async (status) => {
    const failing = refusal(status, 'Broken.');
    const { adapter } = setup({
      'GET /subscribedSkus': page(skuWire),
      'GET /directory/subscriptions': failing,
    });
    const [owned] = await adapter.listProducts();
    expect(owned).toMatchObject({ capability: 'enabled', seats: { total: 15 } });
    expect(owned?.pools[0].subscriptions).toBeUndefined();
  },
);

test('readings that a screen can do without give a broken service two tries, and a job its six', async () => {
  const broken = refusal(500, 'Broken.');
  const { adapter, sent } = setup({
    'GET /subscribedSkus': page(skuWire),
    'GET /directory/subscriptions': broken,
    'GET /groups': page({ id: guid(21), displayName: 'Sales' }),
    [`GET /groups/${guid(21)}`]: answer(200, {}),
    [membersPath]: broken,
    [issuesPath]: broken,
  });
  const triesOf = async (path: string, reading: Promise<unknown>) => {
    const before = sent.length;
    await reading;
    return sent.slice(before).filter(({ url }) => url.includes(path)).length;
  };
  expect(await triesOf('/directory/subscriptions', adapter.listProducts())).toBe(2);
  expect(await triesOf('/membersWithLicenseErrors', adapter.listPeopleWithIssues(product))).toBe(2);
  expect(await triesOf('/membersWithLicenseErrors', adapter.listGroups(product))).toBe(2);
  expect(await triesOf('/members/', adapter.listGroups(product))).toBe(2);
  const progress = adapter.readGroupProgress(guid(21), product, { isBulk: true });
  expect(await triesOf('/membersWithLicenseErrors', progress)).toBe(6);
});

test('a failure of the SKUs themselves is not hidden', async () => {
  const broken = refusal(500, 'Broken.');
  const { adapter } = setup({ 'GET /subscribedSkus': broken, 'GET /directory/subscriptions': page() });
  await expect(adapter.listProducts()).rejects.toMatchObject({ code: 'service-unavailable' });
});

/** Values that a field may have by mistake: null, missing, of another type, or a word that is newer than this app. */
const oddities = [null, undefined, 7.5, 'Newest', true, {}, []] as const;

function withOddity(record: object, field: string, oddity: unknown): object {
  const { [field]: _before, ...rest } = record as Record<string, unknown>;
  return oddity === undefined ? rest : { ...rest, [field]: oddity };
}

/** Every number that a screen adds up, sorts by or shows. */
const numbersOf = ({ seats, pools }: OwnedProduct): readonly unknown[] => [
  seats.total,
  seats.assigned,
  seats.available,
  ...pools.flatMap(({ subscriptions = [] }) => subscriptions.map((each) => each.seats)),
];

test.each(Object.keys(skuWire))('whatever %s of one SKU is, it and the others are there', async (field) => {
  for (const oddity of oddities) {
    const odd = withOddity({ id: `${guid(800)}_${skuId}`, ...skuWire }, field, oddity);
    const other = { ...skuWire, skuId: guid(901), skuPartNumber: 'OTHER' };
    const { adapter } = setup({
      'GET /subscribedSkus': page(odd, other),
      'GET /directory/subscriptions': page(subscriptionWire),
    });
    const [first, second, ...more] = await adapter.listProducts();
    expect([first?.key, second?.identifiers.partNumber, more.length]).toEqual([product, 'OTHER', 0]);
    expect(second?.isIncomplete).toBeUndefined();
    for (const number of numbersOf(first as OwnedProduct))
      expect(number === undefined || Number.isFinite(number)).toBe(true);
    const described = describeProducts(
      await adapter.listProducts(),
      { entries: [], linkHosts: new Set() },
      {},
      0,
    );
    expect(described).toHaveLength(2);
  }
});

test.each([
  ['skuPartNumber', { identifiers: { skuId, partNumber: undefined } }],
  ['appliesTo', { isUserScoped: true }],
  ['capabilityStatus', { capability: 'unknown' }],
  ['consumedUnits', { seats: { total: 15, assigned: undefined, available: undefined } }],
  ['prepaidUnits', { seats: { total: undefined, assigned: 12, available: undefined } }],
] as const)('an absent %s is not known, which is neither zero nor a state', async (field, known) => {
  const { adapter } = setup({
    'GET /subscribedSkus': page(withOddity(skuWire, field, undefined)),
    'GET /directory/subscriptions': page(),
  });
  await expect(adapter.listProducts()).resolves.toMatchObject([{ ...known, isIncomplete: true }]);
});

test.each([
  ['null', null],
  ['a list with null', [null]],
  ['absent', undefined],
])('a product whose plans are %s is marked', async (_plans, plans) => {
  const { adapter } = setup({
    'GET /subscribedSkus': page(withOddity(skuWire, 'servicePlans', plans)),
    'GET /directory/subscriptions': page(),
  });
  await expect(adapter.listProducts()).resolves.toMatchObject([{ plans: [], isIncomplete: true }]);
});

test.each(Object.keys(subscriptionWire))(
  'whatever %s of one subscription is, the products are there',
  async (field) => {
    for (const oddity of oddities) {
      const { adapter } = setup({
        'GET /subscribedSkus': page(skuWire),
        'GET /directory/subscriptions': page(withOddity(subscriptionWire, field, oddity), null, {
          ...subscriptionWire,
          id: guid(6),
        }),
      });
      const [owned] = await adapter.listProducts();
      expect(owned?.key).toBe(product);
      expect(owned?.pools[0].subscriptions?.at(-1)).toMatchObject({ id: guid(6), seats: 10 });
      for (const number of numbersOf(owned as OwnedProduct))
        expect(number === undefined || Number.isFinite(number)).toBe(true);
    }
  },
);

test.each(['Someday', 7, undefined])(
  'a product whose next date is %s is marked, and so is the date',
  async (date) => {
    const odd = withOddity(subscriptionWire, 'nextLifecycleDateTime', date);
    const { adapter } = setup({
      'GET /subscribedSkus': page(skuWire),
      'GET /directory/subscriptions': page(odd),
    });
    const [owned] = await adapter.listProducts();
    expect(owned?.isIncomplete).toBe(true);
    expect(owned?.pools[0].subscriptions).toMatchObject([{ nextLifecycleAt: undefined, isNextUnread: true }]);
  },
);

test.each([null, 'no-guid', undefined])(
  'a subscription of the SKU %s marks the products whose seats the others do not explain',
  async (odd) => {
    const explained = { ...subscriptionWire, status: 'Enabled', totalLicenses: 15 };
    const unexplained = { ...skuWire, skuId: guid(901) };
    const uncounted = { ...skuWire, skuId: guid(902), prepaidUnits: null };
    const { adapter } = setup({
      'GET /subscribedSkus': page(skuWire, unexplained, uncounted, { ...skuWire, skuId: null }),
      'GET /directory/subscriptions': page(explained, { ...explained, id: guid(6), skuId: odd }),
    });
    const products = await adapter.listProducts();
    expect(products.map(({ isIncomplete }) => isIncomplete)).toEqual([undefined, true, true, true]);
    expect(products.map(({ isUnidentified }) => isUnidentified)).toEqual([
      undefined,
      undefined,
      undefined,
      true,
    ]);
    expect(products.map(({ pools }) => pools[0].hasUnreadSubscriptions)).toEqual([
      undefined,
      true,
      true,
      true,
    ]);
  },
);

test('a SKU of which nothing is known is there, and its key leads nowhere', async () => {
  const { adapter } = setup({
    'GET /subscribedSkus': page({}, skuWire),
    'GET /directory/subscriptions': page(),
  });
  const [odd, other] = await adapter.listProducts();
  expect([odd?.isIncomplete, other?.key]).toEqual([true, product]);
  await expect(adapter.listHolders({ product: odd?.key ?? product })).rejects.toMatchObject({
    code: 'not-found',
  });
});

const oddUser = { id: guid(1), displayName: 'Person 1', mail: 'one@tenant.example', userType: 'Member' };

test.each(['skuId', 'assignedByGroup', 'state', 'error', 'disabledPlans', 'lastUpdatedDateTime'])(
  'whatever %s of one license is, its holder and the others are there',
  async (field) => {
    for (const oddity of oddities) {
      const odd = withOddity(stateWire(null, { lastUpdatedDateTime: '2026-01-01T00:00:00Z' }), field, oddity);
      const { adapter } = setup({
        'GET /users': page({ ...oddUser, licenseAssignmentStates: [odd] }, userWire(2, stateWire(null))),
        'GET /groups': page(),
      });
      const { holders } = await adapter.listHolders({ product });
      expect(holders.map(({ user }) => user.id)).toEqual([guid(1), guid(2)]);
      expect(holders[1]).toMatchObject({ seats: [{ state: 'active', path: { kind: 'direct' } }] });
      expect(holders[1]?.isIncomplete).toBeUndefined();
    }
  },
);

test('a license state that is not known says neither that it works nor that it does not', async () => {
  const { adapter } = setup({
    'GET /users': page(
      userWire(1, stateWire(null, { state: null })),
      userWire(2, stateWire(null, { state: 'Pending' })),
      { ...oddUser, id: guid(3), licenseAssignmentStates: null },
    ),
  });
  const { holders } = await adapter.listHolders({ product });
  expect(holders).toMatchObject([
    { seats: [{ state: 'unknown', issue: undefined }], isIncomplete: true },
    { seats: [{ state: 'unknown', issue: undefined }], isIncomplete: true },
    { seats: [], isIncomplete: true },
  ]);
});

test('a source that is no group id is never taken for a direct license', async () => {
  const { adapter } = setup({ 'GET /users': page(userWire(1, stateWire(null, { assignedByGroup: {} }))) });
  const { holders } = await adapter.listHolders({ product });
  expect(holders).toMatchObject([{ seats: [{ path: { kind: 'group' } }], isIncomplete: true }]);
});

test.each(['displayName', 'mail', 'userPrincipalName', 'userType', 'accountEnabled', 'usageLocation'])(
  'whatever %s of one person is, the others are there',
  async (field) => {
    for (const oddity of oddities) {
      const { adapter } = setup({ 'GET /users': page(withOddity(oddUser, field, oddity), userWire(2)) });
      const { holders } = await adapter.listHolders({ product });
      expect(holders).toHaveLength(2);
    }
  },
);

test('a record without an id is left out of a list and counted, and a list of such records is no list', async () => {
  const { adapter } = setup({ 'GET /users': page({ displayName: 'No id' }, null, userWire(2)) });
  const { holders, unread } = await adapter.listHolders({ product });
  expect(holders).toHaveLength(1);
  expect(unread).toBe(2);
  const bad = setup({ 'GET /users': page({ displayName: 'No id' }) });
  await expect(bad.adapter.listHolders({ product })).rejects.toMatchObject({ code: 'unexpected-answer' });
});

test.each([400, 404, 500, 501])(
  'holders are there without the names of groups where these answer %i',
  async (status) => {
    const { adapter } = setup({
      'GET /users': page(userWire(1, stateWire(guid(21)))),
      'GET /groups': refusal(status, 'Broken.'),
    });
    const { holders } = await adapter.listHolders({ product });
    expect(holders).toMatchObject([{ seats: [{ path: { kind: 'group', groupName: undefined } }] }]);
  },
);

test.each([400, 403, 404, 500, 501])(
  'a group is there without its errors and members where these answer %i',
  async (status) => {
    const { adapter } = setup({
      'GET /groups': page({
        id: guid(21),
        displayName: 'Sales',
        licenseProcessingState: 7,
        assignedLicenses: [{}],
      }),
      [`GET /groups/${guid(21)}/membersWithLicenseErrors`]: refusal(status, 'Broken.'),
      [`GET /groups/${guid(21)}/members/microsoft.graph.user`]: refusal(status, 'Broken.'),
    });
    await expect(adapter.listGroups(product)).resolves.toMatchObject([
      { processing: 'unknown', peopleWithIssues: undefined, memberCount: undefined, otherProducts: [] },
    ]);
  },
);

test('people with issues of whom not even the id can be read are counted', async () => {
  const { adapter } = setup({
    'GET /groups': page({ id: guid(21) }),
    [`GET /groups/${guid(21)}/membersWithLicenseErrors`]: page({ id: guid(1) }, { id: guid(2) }, {}),
    'GET /users': page(userWire(1, stateWire(guid(21), { state: 'Error', error: 'CountViolation' })), {
      displayName: 'Nobody',
    }),
  });
  await expect(adapter.listPeopleWithIssues(product)).resolves.toMatchObject({
    people: [{ user: { id: guid(1) } }],
    unread: 2,
  });
});

test('people with issues leave a group out that is gone', async () => {
  const { adapter } = setup({
    'GET /groups': page({ id: guid(21) }),
    'GET /users': page(),
    [`GET /groups/${guid(21)}/membersWithLicenseErrors`]: refusal(404, 'Gone.'),
  });
  await expect(adapter.listPeopleWithIssues(product)).resolves.toEqual({ people: [], unreadGroups: [] });
});

test.each([400, 403, 500, 501])(
  'a group whose errors answer %i is named, and hides nobody of the others',
  async (status) => {
    const { adapter } = setup({
      'GET /groups': page(
        { id: guid(21), displayName: 'Sales' },
        { id: guid(22), displayName: 7 },
        { id: guid(23) },
      ),
      [`GET /groups/${guid(21)}/membersWithLicenseErrors`]: refusal(status, 'Broken.'),
      [`GET /groups/${guid(22)}/membersWithLicenseErrors`]: refusal(status, 'Broken.'),
      [`GET /groups/${guid(23)}/membersWithLicenseErrors`]: page({ id: guid(1) }),
      'GET /users': page(userWire(1, stateWire(guid(23), { state: 'Error', error: 'CountViolation' }))),
    });
    await expect(adapter.listPeopleWithIssues(product)).resolves.toMatchObject({
      people: [{ user: { id: guid(1) } }],
      unreadGroups: [
        { id: guid(21), name: 'Sales' },
        { id: guid(22), name: undefined },
      ],
    });
  },
);

test.each([400, 403, 404, 500])(
  'the progress of a group is known where its errors answer %i, and the errors are not',
  async (status) => {
    const { adapter } = setup({
      [`GET /groups/${guid(21)}`]: answer(200, { licenseProcessingState: { state: 'ProcessingComplete' } }),
      [`GET /groups/${guid(21)}/membersWithLicenseErrors`]: refusal(status, 'Broken.'),
    });
    await expect(adapter.readGroupProgress(guid(21), product)).resolves.toEqual({
      processing: 'complete',
      issues: undefined,
    });
  },
);

test('where the errors of a group are not known, holdings of a long list are read person by person', async () => {
  const ids = Array.from({ length: 600 }, (_, index) => guid(1000 + index));
  const { adapter } = setup({
    'GET /groups': page({ id: guid(21) }),
    [`GET /groups/${guid(21)}/membersWithLicenseErrors`]: refusal(500, 'Broken.'),
    'GET /users': (url) => {
      const filter = url.searchParams.get('$filter') ?? '';
      // The list of holders lacks people in error; one of them is among those asked for.
      if (!filter.startsWith('id in')) return answer(200, { value: [], '@odata.count': 0 });
      const states = [stateWire(guid(21), { state: 'Error', error: 'CountViolation' })];
      return page(
        ...(filter.includes(guid(1599)) ? [{ id: guid(1599), licenseAssignmentStates: states }] : []),
      );
    },
  });
  const principals = ids.map((id) => ({ kind: 'user', id }) as const);
  const holdings = await adapter.readHoldings(principals, { products: [product] });
  expect(holdings.at(-1)?.seats).toMatchObject([{ state: 'error', issue: 'not-enough-licenses' }]);
});

test('holders are asked for by name, in pages, counted, with the advanced header', async () => {
  const { adapter, sent } = setup({ 'GET /users': answer(200, { value: [], '@odata.count': 7 }) });
  await expect(adapter.listHolders({ product })).resolves.toEqual({ holders: [], total: 7, next: undefined });
  expect(sent[0]?.headers.consistencylevel).toBe('eventual');
  expect(sent[0] && queryOf(sent[0])).toMatchObject({
    $filter: `assignedLicenses/any(x:x/skuId eq ${skuId})`,
    $orderby: 'displayName',
    $count: 'true',
    $top: '999',
  });
});

test('a holder has every path to the product alone, with the names of groups asked for once', async () => {
  const { adapter, sent } = setup({
    'GET /users': page(
      userWire(1, stateWire(null, { disabledPlans: [guid(3)] }), stateWire(guid(20), { skuId: guid(901) })),
      userWire(2, stateWire(guid(21)), stateWire(guid(22), { state: 'Error', error: 'CountViolation' })),
    ),
    'GET /groups': page({ id: guid(21), displayName: 'Sales' }),
  });
  const { holders } = await adapter.listHolders({ product });
  expect(holders.map(({ seats }) => seats)).toMatchObject([
    [{ path: { kind: 'direct' }, state: 'active', issue: undefined, disabledPlanIds: [guid(3)] }],
    [
      { path: { kind: 'group', groupId: guid(21), groupName: 'Sales' }, issue: undefined },
      {
        path: { kind: 'group', groupId: guid(22), groupName: undefined },
        state: 'error',
        issue: 'not-enough-licenses',
      },
    ],
  ]);
  await adapter.listHolders({ product });
  const names = sent.filter(({ url }) => url.includes('/groups')).map((request) => queryOf(request).$filter);
  expect(names).toEqual([`id in ('${guid(21)}','${guid(22)}')`, `id in ('${guid(22)}')`]);
});

test('group names that may not be read are left out', async () => {
  const { adapter } = setup({ 'GET /users': page(userWire(1, stateWire(guid(21)))), 'GET /groups': denied });
  const { holders } = await adapter.listHolders({ product });
  expect(holders[0]?.seats[0]?.path).toEqual({ kind: 'group', groupId: guid(21), groupName: undefined });
});

test('the next page of holders follows the link of the one before', async () => {
  const nextLink = 'https://graph.microsoft.com/v1.0/users?$skiptoken=abc';
  const { adapter, sent } = setup({
    'GET /users': [
      answer(200, { value: [], '@odata.nextLink': nextLink }),
      page(userWire(1, stateWire(null))),
    ],
  });
  const first = await adapter.listHolders({ product });
  const second = await adapter.listHolders({ product, cursor: first.next });
  expect(second).toMatchObject({ holders: [{ user: { id: guid(1) } }], total: undefined, next: undefined });
  expect(sent[1] && queryOf(sent[1])).toEqual({ $skiptoken: 'abc' });
  expect(sent[1]?.headers.consistencylevel).toBe('eventual');
});

test.each([
  ['CountViolation', 'not-enough-licenses'],
  ['ProhibitedInUsageLocationViolation', 'usage-location'],
  ['MutuallyExclusiveViolation', 'conflicting-plans'],
  ['DependencyViolation', 'missing-plans'],
  ['UniquenessViolation', 'duplicate-proxy-address'],
  ['Other', 'other'],
  ['Others', 'other'],
  ['SomethingNewer', 'other'],
  ['None', 'other'],
  [null, 'other'],
])('a path in error with %s has the issue %s', async (error, issue) => {
  const { adapter } = setup({ 'GET /users': page(userWire(1, stateWire(null, { state: 'Error', error }))) });
  const { holders } = await adapter.listHolders({ product });
  expect(holders[0]?.seats[0]).toMatchObject({ state: 'error', issue });
});

test.each([
  ['Active', 'active', undefined],
  ['ActiveWithError', 'active-with-error', 'other'],
  ['Disabled', 'disabled', undefined],
  ['SomethingNewer', 'unknown', undefined],
])('the state %s is %s', async (state, expected, issue) => {
  const { adapter } = setup({ 'GET /users': page(userWire(1, stateWire(null, { state, error: null }))) });
  const { holders } = await adapter.listHolders({ product });
  expect(holders[0]?.seats[0]).toMatchObject({ state: expected, issue });
});

test.each([
  ['whose id is no GUID', productKeyOf('x) or (accountEnabled eq true')],
  ['of another namespace', toProductKey('offer', guid(900))],
])('a key %s never reaches a filter', async (_name, product) => {
  const { adapter, sent } = setup({});
  const notFound = { code: 'not-found' };
  await expect(adapter.listHolders({ product })).rejects.toMatchObject(notFound);
  await expect(adapter.listGroups(product)).rejects.toMatchObject(notFound);
  await expect(adapter.listPeopleWithIssues(product)).rejects.toMatchObject(notFound);
  await expect(adapter.readGroupProgress(guid(21), product)).rejects.toMatchObject(notFound);
  const principals = [{ kind: 'user', id: guid(1) } as const, { kind: 'group', id: guid(21) } as const];
  const nothing = principals.map((principal) => ({ principal, seats: [] }));
  await expect(adapter.readHoldings(principals, { products: [product] })).resolves.toEqual(nothing);
  expect(sent).toEqual([]);
});

test('a SKU id of the wire is known in any case', async () => {
  const lower = 'abcdef00-0000-4000-8000-000000000900';
  const upper = { skuId: lower.toUpperCase() };
  const { adapter } = setup({
    'GET /subscribedSkus': page({ ...skuWire, ...upper }),
    'GET /directory/subscriptions': page({ ...subscriptionWire, skuId: lower }),
    'GET /users': page(userWire(1, stateWire(null, upper))),
  });
  const letters = refOf(lower);
  const [owned] = await adapter.listProducts();
  expect(owned).toMatchObject({ key: letters.product, pools: [{ subscriptions: [{ id: guid(5) }] }] });
  const { holders } = await adapter.listHolders({ product: letters.product });
  expect(holders[0]?.seats).toMatchObject([letters]);
});

const licensedGroup = {
  id: guid(21),
  displayName: 'Sales',
  securityEnabled: true,
  assignedLicenses: [
    { skuId, disabledPlans: [guid(3)] },
    { skuId: guid(901), disabledPlans: [] },
  ],
  licenseProcessingState: { state: 'ProcessingInProgress' },
};
const membersPath = `GET /groups/${guid(21)}/members/microsoft.graph.user`;
const issuesPath = `GET /groups/${guid(21)}/membersWithLicenseErrors`;

test('a licensed group tells members, its issues with this product, processing and what else it gives', async () => {
  const { adapter } = setup({
    'GET /groups': page(licensedGroup),
    [membersPath]: answer(200, { value: [{ id: guid(1) }], '@odata.count': 42 }),
    [issuesPath]: page({ id: guid(1) }, { id: guid(2) }, { id: guid(3) }, { id: guid(4) }),
    'GET /users': page(
      userWire(1, stateWire(guid(21), { state: 'Error', error: 'CountViolation' })),
      userWire(2, stateWire(guid(21), { state: 'ActiveWithError', error: 'Other' })),
      userWire(3, stateWire(guid(21)), stateWire(guid(21), { skuId: guid(901), state: 'Error' })),
      userWire(4, stateWire(guid(21)), stateWire(guid(22), { state: 'Error' })),
    ),
  });
  await expect(adapter.listGroups(product)).resolves.toMatchObject([
    {
      group: { kind: 'group', id: guid(21), displayName: 'Sales', groupKind: 'security' },
      processing: 'processing',
      memberCount: 42,
      peopleWithIssues: 2,
      disabledPlanIds: [guid(3)],
      otherProducts: [productKeyOf(guid(901))],
    },
  ]);
});

test('numbers of a group that may not be read are unknown, not zero', async () => {
  const group = { ...licensedGroup, licenseProcessingState: null };
  const { adapter } = setup({ 'GET /groups': page(group), [membersPath]: denied, [issuesPath]: denied });
  await expect(adapter.listGroups(product)).resolves.toMatchObject([
    { memberCount: undefined, peopleWithIssues: undefined, processing: 'unknown' },
  ]);
});

test('a path that failed along with another product of its group names that one and its reason', async () => {
  const failed = { state: 'Error', error: 'Other' };
  const behind = (groupNumber: number) =>
    stateWire(guid(groupNumber), { skuId: guid(901), state: 'Error', error: 'CountViolation' });
  const { adapter } = setup({
    'GET /groups': page(),
    'GET /users': page(
      userWire(1, stateWire(guid(21), failed), behind(21)),
      userWire(2, stateWire(guid(21), failed), behind(22)),
    ),
  });
  const { holders } = await adapter.listHolders({ product });
  expect(holders.map(({ seats }) => seats[0]?.issueDetail)).toEqual([
    { behind: { product: productKeyOf(guid(901)), issue: 'not-enough-licenses' } },
    undefined,
  ]);
});

test('people with issues are the members in error whose own path to the product is', async () => {
  const { adapter } = setup({
    'GET /groups': page({ id: guid(21), displayName: 'Sales' }),
    [issuesPath]: page({ id: guid(1) }, { id: guid(2) }),
    'GET /users': page(
      userWire(1, stateWire(guid(21), { state: 'Error', error: 'CountViolation' })),
      userWire(2, stateWire(guid(21)), stateWire(guid(21), { skuId: guid(901), state: 'Error' })),
    ),
  });
  const { people } = await adapter.listPeopleWithIssues(product);
  expect(people.map(({ user }) => user.id)).toEqual([guid(1)]);
});

test('holdings keep the order asked, fifteen ids a call, and unknown principals hold nothing', async () => {
  const ids = Array.from({ length: 31 }, (_, index) => guid(index + 1));
  const { adapter, sent } = setup({
    'GET /users': (url) => {
      const asked = [...(url.searchParams.get('$filter') ?? '').matchAll(/'([^']+)'/g)].map(([, id]) => id);
      expect(asked.length).toBeLessThanOrEqual(15);
      return page(
        ...asked
          .filter((id) => id !== guid(7))
          .reverse()
          .map((id) => ({ id, licenseAssignmentStates: [stateWire(null)] })),
      );
    },
    'GET /groups': page({ id: guid(50), assignedLicenses: [{ skuId, disabledPlans: [guid(3)] }] }),
  });
  const principals = [
    { kind: 'group', id: guid(50) } as const,
    ...ids.map((id) => ({ kind: 'user', id }) as const),
    { kind: 'user', id: ids[0] ?? '' } as const,
    { kind: 'user', id: 'no guid' } as const,
  ];
  const holdings = await adapter.readHoldings(principals);
  expect(holdings.map(({ principal }) => principal)).toEqual(principals);
  expect(holdings[0]?.seats).toMatchObject([
    { ...ref, path: { kind: 'direct' }, disabledPlanIds: [guid(3)] },
  ]);
  expect(holdings.map(({ seats }) => seats.length)).toEqual([
    1,
    ...ids.map((id) => (id === guid(7) ? 0 : 1)),
    1,
    0,
  ]);
  expect(sent.filter(({ url }) => url.includes('/users'))).toHaveLength(3);
});

test('holdings that Graph leaves out are not known, and those of others are there', async () => {
  const { adapter } = setup({
    'GET /users': page(
      { id: guid(1), licenseAssignmentStates: null },
      userWire(2, stateWire(null), stateWire(null, { skuId: null })),
      userWire(
        3,
        stateWire(null, { disabledPlans: null }),
        stateWire(null, { skuId: guid(901), disabledPlans: 7 }),
        stateWire(null, { skuId: guid(902), assignedByGroup: 7 }),
      ),
    ),
    'GET /groups': page({ id: guid(21), assignedLicenses: null }, { id: guid(22), assignedLicenses: [] }),
  });
  const people = [1, 2, 3].map((number) => ({ kind: 'user' as const, id: guid(number) }));
  const groups = [21, 22].map((number) => ({ kind: 'group' as const, id: guid(number) }));
  const holdings = await adapter.readHoldings([...people, ...groups]);
  expect(holdings.map(({ seats, isIncomplete }) => [seats.length, isIncomplete])).toEqual([
    [0, true],
    [1, true],
    [3, undefined],
    [0, true],
    [0, undefined],
  ]);
  expect(
    holdings[2]?.seats.map(({ isIncomplete, isSourceUnknown }) => [isIncomplete, isSourceUnknown]),
  ).toEqual([
    [undefined, undefined],
    [true, undefined],
    [undefined, true],
  ]);
});

test('own seats that Graph leaves out are not none', async () => {
  const { adapter } = setup({ 'GET /me': answer(200, { id: guid(1), licenseAssignmentStates: null }) });
  await expect(adapter.readOwnSeats()).rejects.toMatchObject({ code: 'unexpected-answer' });
});

test('holdings of nobody ask nothing', async () => {
  const { adapter, sent } = setup({});
  await expect(adapter.readHoldings([])).resolves.toEqual([]);
  expect(sent).toEqual([]);
});

test('own seats need no more than the right to read oneself', async () => {
  const { adapter, sent } = setup({
    'GET /me': answer(200, { id: guid(1), licenseAssignmentStates: [stateWire(null), stateWire(guid(21))] }),
    'GET /groups': denied,
  });
  const seats = await adapter.readOwnSeats();
  expect(seats.map(({ path }) => path.kind)).toEqual(['direct', 'group']);
  expect(sent[0]?.scopes).toEqual(['User.Read']);
});

test('SKUs that a subscription names and the list lacks are counted, and what nobody holds is left out', async () => {
  const counts: Readonly<Record<string, HttpResponse>> = {
    [guid(901)]: answer(200, { '@odata.count': 56, value: [{ id: guid(1) }] }),
    [guid(902)]: answer(200, { '@odata.count': 0, value: [] }),
    [guid(903)]: denied,
  };
  const named = [skuId, guid(901).toUpperCase(), guid(902), guid(903), null];
  const { adapter, sent } = setup({
    'GET /directory/subscriptions': page(...named.map((each) => ({ ...subscriptionWire, skuId: each }))),
    'GET /groups': denied,
    'GET /users': ({ searchParams }) =>
      Object.entries(counts).find(([id]) => searchParams.get('$filter')?.includes(id))?.[1] ?? denied,
  });
  await expect(
    adapter.listUnlisted({
      listed: [product],
      known: [toProductKey('offer', 'other'), productKeyOf(guid(902))],
    }),
  ).resolves.toEqual([
    { ...refOf(901), people: 56 },
    { ...refOf(903), people: undefined },
  ]);
  expect(sent.filter(({ url }) => url.includes('/users'))).toHaveLength(3);
});

test('SKUs that only a group carries are there, and those of the catalogue where somebody holds them', async () => {
  const held = [guid(902)];
  const { adapter } = setup({
    'GET /directory/subscriptions': denied,
    'GET /groups': page(
      { id: guid(21), assignedLicenses: [{ skuId: guid(901), disabledPlans: [] }, { skuId }] },
      { id: guid(22), assignedLicenses: [{ skuId: guid(901) }, { skuId: null }] },
    ),
    'GET /users': ({ searchParams }) => {
      const isHeld = held.some((id) => searchParams.get('$filter')?.includes(id));
      return answer(200, { '@odata.count': isHeld ? 3 : 0, value: isHeld ? [{ id: guid(1) }] : [] });
    },
  });
  const possible = [product, productKeyOf(guid(901)), productKeyOf(guid(902)), productKeyOf(guid(903))];
  await expect(adapter.listUnlisted({ listed: [product], known: [], possible })).resolves.toEqual([
    { ...refOf(901), people: 0, groups: 2 },
    { ...refOf(902), people: 3 },
  ]);
});

test('where subscriptions cannot be read the known SKUs alone are counted, and nobody where there are none', async () => {
  const { adapter, sent } = setup({
    'GET /directory/subscriptions': denied,
    'GET /groups': denied,
    'GET /users': answer(200, { '@odata.count': 2, value: [{ id: guid(1) }] }),
  });
  await expect(adapter.listUnlisted({ listed: [product], known: [product] })).resolves.toEqual([]);
  expect(sent.filter(({ url }) => url.includes('/users'))).toEqual([]);
  await expect(adapter.listUnlisted({ listed: [], known: [product] })).resolves.toEqual([
    { ...ref, people: 2 },
  ]);
});
