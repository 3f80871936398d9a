// cspell:ignore FENNIMORE MERROWFEN THORNWICK PALEGROVE QUILLMARROW HOLLOWMERE BRAMBLECOURT SPZNK groupby topcount ENTERPRISEPACK
// The ways to licenses that a tenant may have, and the kinds of products that only cloud licensing shows.
import { groupIds } from '../../../src/sandbox/tenant/groupSeeds';
import { productIds } from '../../../src/sandbox/tenant/products';
import type { Doors } from '../../../src/sandbox/graph/directorySettings';
import { setupCloud, top } from './setupCloud';

const { timesheets, flowFree } = productIds;

function setup(doors?: Doors) {
  const opened = setupCloud();
  if (doors) opened.emulator.settings.doors = doors;
  return opened;
}

test.each([`${top}/allotments`, '/me/cloudLicensing/usageRights', `POST ${top}/assignments`])(
  'with the directory only, %s is not there',
  async (line) => {
    const { ask, logged } = setup('directory');
    const { status, body } = await ask(line, line.startsWith('POST') ? { body: {} } : {});
    expect([status, body.error?.code]).toEqual([400, 'BadRequest']);
    expect(logged).toEqual([]);
  },
);

test('both doors are the default, and show the same products of the directory', async () => {
  const { ask, rows } = setup();
  const skus = (await ask('/subscribedSkus')).body.value ?? [];
  const shown = new Set((await rows(`${top}/allotments`)).map(({ skuId }) => skuId));
  const forPeople = skus.filter(({ appliesTo }) => appliesTo === 'User');
  expect(forPeople.every(({ skuId }) => shown.has(skuId))).toBe(true);
});

test('every kind of product that is in allotments alone is there', async () => {
  const { rows } = setup();
  const alone = (await rows(`${top}/allotments`)).filter(({ managementScope }) => managementScope);
  const has = (test: (row: Record<string, unknown>) => boolean) => alone.some(test);
  const purchase = (row: Record<string, unknown>) =>
    (row['subscriptions'] as { state: string; tags: string }[])[0];
  expect(has(({ skuId, catalogId }) => !skuId && Boolean(catalogId))).toBe(true);
  expect(has(({ skuId, catalogId }) => !skuId && !catalogId)).toBe(true);
  expect(has(({ managementScope }) => managementScope === 'individual')).toBe(true);
  expect(has(({ assignableTo }) => assignableTo === 'none')).toBe(true);
  expect(has(({ assignableTo }) => assignableTo === 'device,group')).toBe(true);
  expect(has((row) => purchase(row)?.state === 'suspended')).toBe(true);
  expect(has((row) => purchase(row)?.tags === 'trial')).toBe(true);
  expect(has(({ allottedUnits, consumedUnits }) => allottedUnits === consumedUnits)).toBe(true);
});

test('with cloud licensing only, the directory knows Microsoft’s products alone', async () => {
  const { ask, tenant } = setup('cloud-licensing');
  const skus = (await ask('/subscribedSkus')).body.value ?? [];
  expect(skus.map(({ skuPartNumber }) => skuPartNumber).sort()).toEqual([
    'ENTERPRISEPACK',
    'FLOW_FREE',
    'POWER_BI_STANDARD',
    'SPE_E3',
  ]);
  const bought = (await ask('/directory/subscriptions')).body.value ?? [];
  expect(bought.some(({ skuId }) => skuId === timesheets)).toBe(false);
  const holder = tenant.users.find(
    ({ licenses }) =>
      licenses.some(({ skuId }) => skuId === timesheets) && licenses.some(({ skuId }) => skuId === flowFree),
  );
  const { body } = await ask(`/users/${holder?.id}?$select=assignedLicenses,licenseAssignmentStates`);
  expect(JSON.stringify(body)).toContain(flowFree);
  expect(JSON.stringify(body)).not.toContain(timesheets);
  expect(JSON.stringify((await ask(`/users/${holder?.id}/licenseDetails`)).body)).not.toContain(timesheets);
  const reply = await ask(`POST /users/${holder?.id}/assignLicense`, {
    body: { addLicenses: [{ skuId: timesheets }], removeLicenses: [] },
  });
  expect(reply.body.error?.message).toBe(
    `License ${timesheets} does not correspond to a valid company License.`,
  );
});

test('the same products are allotments without a SKU then, some with a catalog id, with the same people', async () => {
  const both = setup();
  const before = await both.allotment('SNORRIFAX_TIMESHEETS');
  const { rows, allotment, assign, person } = setup('cloud-licensing');
  const after = await allotment('SNORRIFAX_TIMESHEETS');
  expect(after).not.toHaveProperty('skuId');
  expect(after).not.toHaveProperty('skuPartNumber');
  expect(after['consumedUnits']).toBe(before['consumedUnits']);
  const hidden = (await rows(`${top}/allotments`)).filter(({ skuId }) => !skuId);
  expect(new Set(hidden.map(({ catalogId }) => Boolean(catalogId)))).toEqual(new Set([true, false]));
  expect((await assign('SNORRIFAX_TIMESHEETS', `users/${person(0)}`)).status).toBe(201);
  const errors = await rows(`${top}/assignmentErrors?$top=999`);
  expect(
    errors.every(({ skuId }) => skuId === productIds.microsoft365E3 || skuId === productIds.office365E3),
  ).toBe(true);
});

test('with cloud licensing only, those in line for a product get the seats that are freed', async () => {
  const { ask, rows, allotment, assignTo, tenant, emulator, person } = setup('cloud-licensing');
  const { id } = await allotment('SNORRIFAX_ROTA');
  const group = tenant.group(groupIds.approvers);
  expect((await assignTo(id, `groups/${group?.id}`)).status).toBe(201);
  emulator.settle();
  const line = `${top}/allotments/${String(id)}`;
  const waiting = await rows(`${line}/waitingMembers?$expand=assignedTo($select=id)`);
  expect(waiting.length).toBeGreaterThan(1);
  const ofPeople = await rows(`${line}/assignments?$expand=assignedTo($select=id)&$top=999`);
  const direct = ofPeople.find(
    ({ assignedTo }) => (assignedTo as Record<string, unknown>)['@odata.type'] === '#microsoft.graph.user',
  );
  await ask(`DELETE ${top}/assignments/${String(direct?.['id'])}`);
  expect(await rows(`${line}/waitingMembers`)).toHaveLength(waiting.length - 1);
  const refused = await assignTo(id, `users/${person(0)}`);
  expect(refused.status).toBe(400);
});
