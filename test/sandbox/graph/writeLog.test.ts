import { openEmulator } from './openEmulator';

const productId = '380a1ac4-6023-4ee4-aace-600fcbad50c4';

function setup() {
  const opened = openEmulator();
  const user = opened.tenant.users.find(
    ({ usageLocation, licenses, userType }) =>
      usageLocation !== null && licenses.length === 0 && userType === 'Member',
  );
  if (!user) throw new Error('nobody without licenses');
  const change = (add: readonly string[], remove: readonly string[] = []) =>
    opened.ask(`POST /users/${user.id}/assignLicense`, {
      body: { addLicenses: add.map((skuId) => ({ skuId })), removeLicenses: remove },
    });
  return { ...opened, user, change };
}

test('every write is logged with who, when, what and the request', async () => {
  const { change, emulator, clock, tenant, user } = setup();
  const reply = await change([productId]);
  expect(reply.status).toBe(200);
  expect(emulator.writes.entries()).toEqual([
    {
      number: 0,
      at: clock.time,
      kind: 'user',
      id: user.id,
      cause: {
        requestId: reply.headers['request-id'],
        request: `POST /users/${user.id}/assignLicense`,
        userId: tenant.personas[0]?.userId,
        appId: 'app',
      },
      effects: [{ what: 'license-added', skuId: productId, via: null }],
    },
  ]);
});

test('a change that is refused writes nothing', async () => {
  const { change, emulator } = setup();
  expect((await change([], [productId])).status).toBe(400);
  expect(emulator.writes.entries()).toEqual([]);
});

test('the same change twice is a double effect, and one taken back between is none', async () => {
  const { change, emulator, clock } = setup();
  await change([productId]);
  await change([], [productId]);
  await change([productId]);
  expect(emulator.writes.doubleEffects()).toEqual([]);
  clock.time += 1_000;
  await change([productId]);
  expect(emulator.writes.doubleEffects()).toMatchObject([
    { number: 3, effects: [{ what: 'license-repeated', skuId: productId }] },
  ]);
});

test('licenses that a group keeps while its members change are no effect', async () => {
  const { ask, emulator, tenant, user } = setup();
  const group = tenant.groups.find(
    ({ groupTypes, licenses, onPremisesSyncEnabled, memberIds }) =>
      groupTypes.length === 0 &&
      licenses.length > 0 &&
      !onPremisesSyncEnabled &&
      !memberIds.includes(user.id),
  );
  const reply = await ask(`POST /groups/${group?.id}/members/$ref`, {
    body: { '@odata.id': `https://graph.microsoft.com/v1.0/directoryObjects/${user.id}` },
    scopes: ['Group.ReadWrite.All'],
  });
  expect(reply.status).toBe(204);
  expect(emulator.writes.entries()[0]?.effects).toEqual([
    { what: 'member-added', id: user.id },
    { what: 'property', name: 'processing' },
  ]);
  expect(emulator.writes.doubleEffects()).toEqual([]);
});

test('seats given beyond what there is are noted', () => {
  const { emulator, tenant, user } = setup();
  emulator.actAsOtherAdmin('seats-taken', { skuIds: [productId] });
  const source = { skuId: productId, groupId: null, disabledPlans: [], at: '2026-05-11T09:30:00Z' } as const;
  tenant.save({ users: [{ ...user, licenses: [{ ...source, state: 'Active', error: 'None' }] }] });
  expect(emulator.writes.seatViolations()).toMatchObject([{ skuId: productId, free: -1 }]);
  emulator.actAsOtherAdmin('seats-freed', { skuIds: [productId] });
});

test('what the service does by itself has no cause', async () => {
  const { ask, emulator, tenant } = setup();
  const group = tenant.groups.find(
    ({ securityEnabled, licenses, memberIds, isAssignableToRole, groupTypes }) =>
      securityEnabled &&
      !isAssignableToRole &&
      licenses.length === 0 &&
      memberIds.length > 2 &&
      groupTypes.length === 0,
  );
  await ask(`POST /groups/${group?.id}/assignLicense`, {
    body: { addLicenses: [{ skuId: productId }], removeLicenses: [] },
  });
  emulator.settle();
  const [first, ...others] = emulator.writes.entries();
  expect(first).toMatchObject({ kind: 'group', cause: { appId: 'app' } });
  expect(others.filter(({ kind }) => kind === 'user').length).toBeGreaterThan(2);
  expect(others.every(({ cause }) => cause === undefined)).toBe(true);
});
