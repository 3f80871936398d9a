// POST /users/{id}/assignLicense: statuses, codes and sentences that are documented or were observed.
import { productIds } from '../../../src/sandbox/tenant/products';
import type { Tenant } from '../../../src/sandbox/tenant/tenant';
import type { UserRow } from '../../../src/sandbox/tenant/rows';
import { openEmulator } from '../../sandbox/graph/openEmulator';

function setup() {
  const opened = openEmulator();
  const { tenant, ask } = opened;
  /** Somebody with a location, holding nothing but what `licenses` gives. */
  const person = (
    licenses: readonly Partial<UserRow['licenses'][number]>[] = [],
    location: string | null = 'SE',
  ): string => {
    const row = tenant.users[40] as UserRow;
    const base = {
      groupId: null,
      disabledPlans: [],
      state: 'Active',
      error: 'None',
      at: '2026-01-01T00:00:00Z',
      skuId: '',
    } as const;
    tenant.save({
      users: [
        { ...row, usageLocation: location, licenses: licenses.map((source) => ({ ...base, ...source })) },
      ],
    });
    return row.id;
  };
  const assign = (
    id: string,
    add: readonly string[],
    remove: readonly string[] = [],
    disabledPlans: readonly string[] = [],
  ) =>
    ask(`POST /users/${id}/assignLicense`, {
      body: { addLicenses: add.map((skuId) => ({ skuId, disabledPlans })), removeLicenses: remove },
    });
  return { ...opened, person, assign };
}

const stateOf = (tenant: Tenant, id: string) =>
  tenant.user(id)?.licenses.map(({ skuId, groupId }) => [skuId, groupId]);

test('success is 200 with the person, and takes a seat (D)', async () => {
  const { tenant, person, assign } = setup();
  const id = person();
  const before = tenant.consumedUnits(productIds.timesheets);
  const { status, body } = await assign(id, [productIds.timesheets]);
  expect(status).toBe(200);
  expect(body['id']).toBe(id);
  expect(tenant.consumedUnits(productIds.timesheets)).toBe(before + 1);
});

test('several products are added and removed in one call (D)', async () => {
  const { tenant, person, assign } = setup();
  const id = person([{ skuId: productIds.sign }]);
  expect((await assign(id, [productIds.timesheets, productIds.learn], [productIds.sign])).status).toBe(200);
  expect(stateOf(tenant, id)).toEqual([
    [productIds.timesheets, null],
    [productIds.learn, null],
  ]);
});

test('adding a product that is there replaces its switched-off plans and takes no second seat (O)', async () => {
  const { tenant, person, assign } = setup();
  const id = person([{ skuId: productIds.learn }]);
  const before = tenant.consumedUnits(productIds.learn);
  const coach = 'f7429720-bdf8-4a7b-8c0e-1ca068dcb70c';
  await assign(id, [productIds.learn], [], [coach]);
  expect(tenant.user(id)?.licenses).toMatchObject([{ disabledPlans: [coach] }]);
  expect(tenant.consumedUnits(productIds.learn)).toBe(before);
});

test.each([
  [{ removeLicenses: [] }, 'addLicenses'],
  [{ addLicenses: [] }, 'removeLicenses'],
])('both arrays are mandatory (D+O): %j', async (body, missing) => {
  const { ask, person } = setup();
  const reply = await ask(`POST /users/${person()}/assignLicense`, { body });
  expect(reply.status).toBe(400);
  expect(reply.body.error).toMatchObject({
    code: 'Request_BadRequest',
    message: `One or more parameters of the operation 'assignLicense' are missing from the request payload. The missing parameters are: ${missing}.`,
  });
});

test('an id that is no GUID is refused (O)', async () => {
  const { person, assign } = setup();
  expect((await assign(person(), ['LEARN'])).body.error).toMatchObject({
    code: 'Request_BadRequest',
    message:
      "Cannot convert a primitive value to the expected type 'Edm.Guid'. See the inner exception for more details",
  });
});

const foreign = '11111111-2222-4333-8444-555555555555';
const suiteCore = '396ab454-84c8-4b9e-bb0d-d0f8626c8994';
const basicCore = '7cecd4a1-34e1-4900-afac-41c2b31e8699';
const forecast = 'ea71e298-e6be-42e8-a9d9-12d793ea067e';

test.each<
  [
    string,
    {
      held?: Partial<UserRow['licenses'][number]>[];
      location?: string | null;
      add?: string[];
      remove?: string[];
    },
    string,
  ]
>([
  [
    'SKU not owned (O)',
    { add: [foreign] },
    `License ${foreign} does not correspond to a valid company License.`,
  ],
  [
    'no seats (O)',
    { add: [productIds.rota] },
    `Subscription with SKU ${productIds.rota} does not have any available licenses.`,
  ],
  [
    'over-allocated (O)',
    { add: [productIds.canvas] },
    `Subscription with SKU ${productIds.canvas} does not have any available licenses.`,
  ],
  [
    'suspended (I)',
    { add: [productIds.surveys] },
    `Subscription with SKU ${productIds.surveys} does not have any available licenses.`,
  ],
  [
    'no location (O)',
    { location: null, add: [productIds.learn] },
    'License assignment cannot be done for user with invalid usage location.',
  ],
  ['not assigned (O)', { remove: [productIds.learn] }, 'User does not have a corresponding license.'],
  [
    'inherited (O)',
    { held: [{ skuId: productIds.learn, groupId: 'g' }], remove: [productIds.learn] },
    'User license is inherited from a group membership and it cannot be removed directly from the user.',
  ],
  [
    'missing prerequisite (O)',
    { add: [productIds.forecast] },
    `License assignment failed because service plan ${forecast} depends on the service plan(s) ${suiteCore}`,
  ],
  [
    'removing a prerequisite (I)',
    { held: [{ skuId: productIds.suite }, { skuId: productIds.forecast }], remove: [productIds.suite] },
    `License assignment failed because service plan ${forecast} depends on the service plan(s) ${suiteCore}`,
  ],
  [
    'conflicting plans (D)',
    { held: [{ skuId: productIds.suite }], add: [productIds.basic] },
    `License assignment failed because service plans ${basicCore},${suiteCore} are mutually exclusive`,
  ],
])(
  '%s is 400 Request_BadRequest in these words, and changes nothing',
  async (_, { held = [], location = 'SE', add = [], remove = [] }, message) => {
    const { tenant, person, assign } = setup();
    const id = person(held, location);
    const before = tenant.user(id);
    const { status, body } = await assign(id, add, remove);
    expect(status).toBe(400);
    expect(body.error).toMatchObject({ code: 'Request_BadRequest', message });
    expect(tenant.user(id)).toBe(before);
  },
);

test('an unknown person is 404 (O)', async () => {
  const { assign } = setup();
  expect((await assign(foreign, [productIds.learn])).body.error).toEqual(
    expect.objectContaining({
      code: 'Request_ResourceNotFound',
      message: `Resource '${foreign}' does not exist or one of its queried reference-property objects are not present.`,
    }),
  );
});

test('direct and inherited coexist: taking the direct one leaves the other, and the seat (D, Entra: group-based licensing)', async () => {
  const { tenant, person, assign } = setup();
  const id = person([{ skuId: productIds.learn }, { skuId: productIds.learn, groupId: 'g' }]);
  const before = tenant.consumedUnits(productIds.learn);
  expect((await assign(id, [], [productIds.learn])).status).toBe(200);
  expect(stateOf(tenant, id)).toEqual([[productIds.learn, 'g']]);
  expect(tenant.consumedUnits(productIds.learn)).toBe(before);
});

test('plans are the union of what any source switches on (D, Entra: group-based licensing)', async () => {
  const { ask, person } = setup();
  const [offline, coach] = ['e73648d0-a23e-42b3-98b6-e6385e7446e8', 'f7429720-bdf8-4a7b-8c0e-1ca068dcb70c'];
  const id = person([
    { skuId: productIds.learn, disabledPlans: [offline, coach] },
    { skuId: productIds.learn, groupId: 'g', disabledPlans: [coach] },
  ]);
  const { body } = await ask(`/users/${id}?$select=assignedLicenses,licenseAssignmentStates`);
  expect(body['assignedLicenses']).toEqual([{ skuId: productIds.learn, disabledPlans: [coach] }]);
  expect(body['licenseAssignmentStates']).toHaveLength(2);
  const details = (await ask(`/users/${id}/licenseDetails`)).body.value?.[0]?.['servicePlans'] as {
    servicePlanId: string;
    provisioningStatus: string;
  }[];
  expect(details.find(({ servicePlanId }) => servicePlanId === coach)?.provisioningStatus).toBe('Disabled');
  expect(details.find(({ servicePlanId }) => servicePlanId === offline)?.provisioningStatus).toBe('Success');
});

test('the usage location is set by PATCH, answered by 204 (D, Graph: update user)', async () => {
  const { ask, tenant, person } = setup();
  const id = person([], null);
  expect((await ask(`PATCH /users/${id}`, { body: { usageLocation: 'FI' } })).status).toBe(204);
  expect(tenant.user(id)?.usageLocation).toBe('FI');
  expect((await ask(`PATCH /users/${id}`, { body: { usageLocation: 'Finland' } })).status).toBe(400);
});

test('reprocessing looks at every source again (D, Graph: reprocessLicenseAssignment)', async () => {
  const { ask, tenant } = setup();
  const waiting = tenant.users.find(({ licenses }) =>
    licenses.some(({ error }) => error === 'CountViolation'),
  );
  const holder = tenant.users.find(({ licenses }) =>
    licenses.some(({ skuId, groupId }) => skuId === productIds.rota && groupId === null),
  );
  await ask(`POST /users/${holder?.id}/assignLicense`, {
    body: { addLicenses: [], removeLicenses: [productIds.rota] },
  });
  expect((await ask(`POST /users/${waiting?.id}/reprocessLicenseAssignment`)).status).toBe(200);
  expect(tenant.user(waiting?.id ?? '')?.licenses).toContainEqual(
    expect.objectContaining({ skuId: productIds.rota, state: 'Active' }),
  );
});
