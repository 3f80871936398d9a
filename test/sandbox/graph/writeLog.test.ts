import { setupCloud, top } from '../../contracts/graph/setupCloud';
import { productIds } from '../../../src/sandbox/tenant/products';
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

describe('through cloud licensing', () => {
  const insights = 'QUILLMARROW_INSIGHTS_CORE';
  const whatOf = ({ emulator }: ReturnType<typeof setupCloud>) =>
    emulator.writes.entries().map(({ kind, id, effects }) => [kind, id, effects.map(({ what }) => what)]);

  test('assignments that the directory does not have are logged, and the truth names them', async () => {
    const opened = setupCloud();
    const { ask, assign, person, allotment, tenant, emulator } = opened;
    const { body } = await assign(insights, `users/${person(0)}`);
    const path = `${top}/assignments/${String(body['id'])}`;
    const services = (await allotment(insights))['services'] as { planId: string }[];
    const pool = Object.values(tenant.groundTruth().cloudPools).find(({ holders }) =>
      holders.includes(person(0)),
    );
    expect(pool).toMatchObject({ givenTo: [`user:${person(0)}`], waiting: [] });
    await ask(`PATCH ${path}`, { body: { disabledServicePlanIds: [services[1]?.planId] } });
    await ask(`DELETE ${path}`);
    expect(whatOf(opened)).toEqual([
      ['user', person(0), ['assignment-added']],
      ['user', person(0), ['assignment-changed']],
      ['user', person(0), ['assignment-removed']],
    ]);
    expect(emulator.writes.entries()[0]?.cause?.request).toBe(`POST ${top}/assignments`);
    expect(emulator.writes.doubleEffects()).toEqual([]);
  });

  test.each(['users', 'groups'])(
    'the same assignment of %s twice is a double effect where it is not refused',
    async (kind) => {
      const opened = setupCloud();
      const { assign, person, tenant, emulator } = opened;
      const group = tenant.groups.find(
        ({ licenses, securityEnabled }) => securityEnabled && licenses.length === 0,
      );
      const owner = `${kind}/${kind === 'users' ? person(0) : group?.id}`;
      await assign(insights, owner);
      expect((await assign(insights, owner)).status).toBe(400);
      expect(emulator.writes.doubleEffects()).toEqual([]);
      emulator.settings.repeatedAssignments = 'accepted';
      const [first, second] = [await assign(insights, owner), await assign(insights, owner)];
      expect(second).toMatchObject({ status: 201, body: { id: first.body['id'] } });
      expect(emulator.writes.doubleEffects()).toHaveLength(2);
    },
  );

  test('plans that are switched twice are a double effect', async () => {
    const { ask, assign, person, allotment, emulator } = setupCloud();
    const { body } = await assign(insights, `users/${person(0)}`);
    const services = (await allotment(insights))['services'] as { planId: string }[];
    const patch = () =>
      ask(`PATCH ${top}/assignments/${String(body['id'])}`, {
        body: { disabledServicePlanIds: [services[1]?.planId] },
      });
    await patch();
    expect(emulator.writes.doubleEffects()).toEqual([]);
    await patch();
    expect(emulator.writes.doubleEffects()).toMatchObject([{ effects: [{ what: 'assignment-repeated' }] }]);
  });

  test('a SKU that comes from a second pool, or from one less, is no double effect', async () => {
    const { ask, rows, assignTo, person, emulator } = setupCloud();
    const pools = await rows(`${top}/allotments?$filter=skuId eq ${productIds.expenses}`);
    const ids: unknown[] = [];
    for (const { id } of pools) ids.push((await assignTo(id, `users/${person(0)}`)).body['id']);
    emulator.settings.repeatedAssignments = 'accepted';
    expect(emulator.writes.doubleEffects()).toEqual([]);
    await assignTo(pools[1]?.['id'], `users/${person(0)}`);
    const doubles = emulator.writes.doubleEffects();
    expect(doubles.flatMap(({ effects }) => effects)).toEqual([
      { what: 'license-repeated', skuId: productIds.expenses, via: null },
      { what: 'assignment-repeated', poolOf: productIds.expenses, poolKey: expect.any(String) as unknown },
    ]);
    await ask(`DELETE ${top}/assignments/${String(ids[1])}`);
    expect(emulator.writes.doubleEffects()).toEqual(doubles);
  });

  test('seats of a pool given beyond what there is are noted', () => {
    const { emulator, tenant } = setupCloud();
    const key = tenant.owned.cloudProducts[0]?.pools[0]?.key ?? '';
    const holderIds = tenant.users.slice(0, 13).map(({ id }) => id);
    tenant.cloudSeats.put({ id: key, holderIds, waiting: [] });
    expect(emulator.writes.seatViolations()).toMatchObject([{ skuId: key, free: -1 }]);
  });
});

test('a license of a group that is given twice is a double effect', async () => {
  const { ask, emulator, tenant } = setup();
  const group = tenant.groups.find(
    ({ securityEnabled, licenses, isAssignableToRole, groupTypes }) =>
      securityEnabled && !isAssignableToRole && licenses.length === 0 && groupTypes.length === 0,
  );
  const body = { addLicenses: [{ skuId: productId }], removeLicenses: [] };
  const give = () => ask(`POST /groups/${group?.id}/assignLicense`, { body });
  await give();
  expect(emulator.writes.doubleEffects()).toEqual([]);
  await give();
  expect(emulator.writes.doubleEffects()).toMatchObject([{ kind: 'group', id: group?.id }]);
});
