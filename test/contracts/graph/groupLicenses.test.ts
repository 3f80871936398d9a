// POST /groups/{id}/assignLicense and what follows (Entra: group-based licensing).
import { groupIds } from '../../../src/sandbox/tenant/groupSeeds';
import { productIds } from '../../../src/sandbox/tenant/products';
import type { PersonaKey } from '../../../src/sandbox/tenant/personas';
import { openEmulator } from '../../sandbox/graph/openEmulator';

function setup() {
  const opened = openEmulator();
  const { ask, tenant } = opened;
  const assign = (
    id: string,
    add: readonly string[],
    remove: readonly string[] = [],
    as: PersonaKey = 'global-admin',
  ) =>
    ask(`POST /groups/${id}/assignLicense`, {
      as,
      body: { addLicenses: add.map((skuId) => ({ skuId, disabledPlans: [] })), removeLicenses: remove },
    });
  const stateOf = async (id: string): Promise<unknown> =>
    (await ask(`/groups/${id}?$select=licenseProcessingState`)).body['licenseProcessingState'];
  const holders = (skuId: string, groupId: string): string[] =>
    tenant.users
      .filter(({ licenses }) =>
        licenses.some(
          (source) => source.skuId === skuId && source.groupId === groupId && source.state === 'Active',
        ),
      )
      .map(({ id }) => id);
  return { ...opened, assign, stateOf, holders };
}

test('it is accepted with 202, the group and a location (D)', async () => {
  const { assign, tenant } = setup();
  const { status, body, headers } = await assign(groupIds.it, [productIds.learn]);
  expect(status).toBe(202);
  expect(body).toMatchObject({ id: groupIds.it, displayName: 'IT' });
  expect(headers['Location']).toBe(
    `https://graph.microsoft.com/v2/${tenant.id}/directoryObjects/${groupIds.it}/Microsoft.DirectoryServices.Group`,
  );
});

test('members follow through the three states of processing (D)', async () => {
  const { assign, stateOf, holders, clock, tenant } = setup();
  await assign(groupIds.it, [productIds.learn]);
  expect(await stateOf(groupIds.it)).toEqual({ state: 'QueuedForProcessing' });
  clock.time += 1_500;
  expect(await stateOf(groupIds.it)).toEqual({ state: 'ProcessingInProgress' });
  expect(holders(productIds.learn, groupIds.it)).toEqual([]);
  clock.time += 1_500;
  expect(await stateOf(groupIds.it)).toEqual({ state: 'ProcessingComplete' });
  expect(holders(productIds.learn, groupIds.it).sort()).toEqual(
    [...(tenant.group(groupIds.it)?.memberIds ?? [])].sort(),
  );
});

test('a pending step is not lost with the emulator (own rule)', async () => {
  const { assign, tenant } = setup();
  await assign(groupIds.it, [productIds.learn]);
  const second = openEmulator({ tenant });
  second.emulator.settle();
  expect(tenant.group(groupIds.it)?.processing).toBe('ProcessingComplete');
});

test('nested groups are not expanded (D)', async () => {
  const { assign, emulator, holders, tenant } = setup();
  await assign(groupIds.nordic, [productIds.flowFree]);
  emulator.settle();
  const direct = tenant.group(groupIds.nordic)?.memberIds.filter((id) => tenant.user(id)) ?? [];
  expect(holders(productIds.flowFree, groupIds.nordic).sort()).toEqual([...direct].sort());
});

test('people get seats while there are some, and the others an error that is listed (D)', async () => {
  const { assign, emulator, ask, holders, tenant } = setup();
  const free = tenant.freeSeats(productIds.sign);
  await assign(groupIds.it, [productIds.sign]);
  emulator.settle();
  const inGroup = tenant.group(groupIds.it)?.memberIds.length ?? 0;
  expect(tenant.freeSeats(productIds.sign)).toBe(0);
  const errors = (await ask(`/groups/${groupIds.it}/membersWithLicenseErrors?$select=id`)).body.value ?? [];
  expect(errors.length).toBe(inGroup - holders(productIds.sign, groupIds.it).length);
  expect(errors.length).toBeGreaterThanOrEqual(inGroup - free - 6);
  const { body } = await ask(`/users/${String(errors[0]?.['id'])}?$select=licenseAssignmentStates`);
  expect(body['licenseAssignmentStates']).toContainEqual(
    expect.objectContaining({
      skuId: productIds.sign,
      assignedByGroup: groupIds.it,
      state: 'Error',
      error: 'CountViolation',
    }),
  );
});

test('when one product of the group fails, the member gets none of them (D)', async () => {
  const { assign, emulator, holders } = setup();
  await assign(groupIds.it, [productIds.rota, productIds.flowFree]);
  emulator.settle();
  expect(holders(productIds.flowFree, groupIds.it)).toEqual(holders(productIds.rota, groupIds.it));
});

test('taking the license from the group takes it from its members (D)', async () => {
  const { assign, emulator, holders, tenant } = setup();
  const before = tenant.consumedUnits(productIds.learn);
  await assign(groupIds.fieldStaff, [], [productIds.learn]);
  emulator.settle();
  expect(holders(productIds.learn, groupIds.fieldStaff)).toEqual([]);
  expect(tenant.consumedUnits(productIds.learn)).toBeLessThan(before);
  expect(tenant.group(groupIds.fieldStaff)?.licenses).toEqual([]);
});

test('a person without location gets the organization’s, existing ones stay (D)', async () => {
  const { assign, emulator, tenant } = setup();
  const before = new Map(tenant.users.map(({ id, usageLocation }) => [id, usageLocation]));
  await assign(groupIds.sweden, [productIds.flowFree]);
  emulator.settle();
  for (const id of tenant.group(groupIds.sweden)?.memberIds ?? [])
    expect(tenant.user(id)?.usageLocation).toBe(before.get(id) ?? 'SE');
});

test('the SKU is checked at once, in the words of the user call (O)', async () => {
  const { assign, ask } = setup();
  const foreign = '11111111-2222-4333-8444-555555555555';
  expect((await assign(groupIds.it, [foreign])).body.error?.message).toBe(
    `License ${foreign} does not correspond to a valid company License.`,
  );
  const missing = await ask(`POST /groups/${groupIds.it}/assignLicense`, { body: { addLicenses: [] } });
  expect(missing.body.error?.message).toContain('The missing parameters are: removeLicenses.');
});

test.each<[PersonaKey, string, number]>([
  ['global-admin', groupIds.approvers, 202],
  ['license-admin', groupIds.approvers, 403],
  ['groups-admin', groupIds.approvers, 403],
  ['groups-admin', groupIds.it, 202],
  ['license-admin', groupIds.it, 202],
  ['user-admin', groupIds.it, 202],
  ['global-reader', groupIds.it, 403],
  ['member', groupIds.it, 403],
])('%s licensing group %s is answered by %i (D, Entra: built-in roles)', async (as, group, status) => {
  const { assign } = setup();
  expect((await assign(group, [productIds.flowFree], [], as)).status).toBe(status);
});
