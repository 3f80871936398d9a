// Cloud licensing (D, Graph beta: allotment, assignment, waitingMember, assignmentError, usageRight).
import { cloudProductIds } from '../../../src/sandbox/tenant/cloudProducts';
import { groupIds } from '../../../src/sandbox/tenant/groupSeeds';
import { productIds } from '../../../src/sandbox/tenant/products';
import type { AskOptions } from '../../sandbox/graph/openEmulator';
import { moreScopes, openOwnEmulator } from './openOwnEmulator';

const top = '/admin/cloudLicensing';

function setup() {
  const opened = openOwnEmulator();
  const ask = (line: string, more: AskOptions = {}) =>
    opened.ask(line, { scopes: moreScopes, version: 'beta', ...more });
  const allotment = async (skuId: string) =>
    (await ask(`${top}/allotments?$filter=skuId eq ${skuId}`)).body.value?.[0] ?? {};
  const assign = async (skuId: string, owner: string, more: AskOptions = {}) =>
    ask(`POST ${top}/assignments`, {
      body: {
        disabledServicePlanIds: [],
        'allotment@odata.bind': `https://graph.microsoft.com/beta${top}/allotments/${String((await allotment(skuId))['id'])}`,
        'assignedTo@odata.bind': `https://graph.microsoft.com/beta/${owner}`,
      },
      ...more,
    });
  const people = opened.tenant.users.filter(
    ({ licenses, usageLocation }) =>
      usageLocation !== null && !licenses.some(({ skuId }) => skuId === productIds.timesheets),
  );
  return { ...opened, ask, allotment, assign, people };
}

const inner = (error: unknown) => (error as { innerError: { code: string } } | undefined)?.innerError.code;

test('a product may be in the allotments and in no subscribed SKU, and v1.0 cannot assign it', async () => {
  const { ask, allotment, people } = setup();
  const { body } = await ask('/subscribedSkus');
  expect(body.value?.some(({ skuId }) => skuId === cloudProductIds.insights)).toBe(false);
  expect(await allotment(cloudProductIds.insights)).toMatchObject({
    skuPartNumber: 'QUILLMARROW_INSIGHTS',
    allottedUnits: 12,
    consumedUnits: 0,
    assignableTo: 'user,group',
  });
  const reply = await ask(`POST /users/${people[0]?.id}/assignLicense`, {
    version: undefined,
    body: { addLicenses: [{ skuId: cloudProductIds.insights }], removeLicenses: [] },
  });
  expect(reply.body.error?.message).toBe(
    `License ${cloudProductIds.insights} does not correspond to a valid company License.`,
  );
});

test('an allotment may be visible and not assignable', async () => {
  const { allotment, assign, people } = setup();
  expect(await allotment(cloudProductIds.locked)).toMatchObject({ assignableTo: 'none' });
  expect((await assign(cloudProductIds.locked, `users/${people[0]?.id}`)).status).toBe(400);
});

test('an assignment is made with 201, changed, and taken away', async () => {
  const { ask, assign, allotment, people } = setup();
  const created = await assign(cloudProductIds.insights, `users/${people[0]?.id}`);
  expect(created.status).toBe(201);
  const path = `${top}/assignments/${String(created.body['id'])}`;
  const expanded = await ask(`${path}?$expand=allotment,assignedTo`);
  expect(expanded.body).toMatchObject({
    allotment: { skuId: cloudProductIds.insights },
    assignedTo: { '@odata.type': '#microsoft.graph.user', id: people[0]?.id },
  });
  const services = (await allotment(cloudProductIds.insights))['services'] as { planId: string }[];
  await ask(`PATCH ${path}`, { body: { disabledServicePlanIds: [services[1]?.planId] } });
  const rights = await ask(`/users/${people[0]?.id}/cloudLicensing/usageRights`);
  const insight = rights.body.value?.find(({ skuId }) => skuId === cloudProductIds.insights);
  expect(insight?.['services']).toEqual([expect.objectContaining({ planId: services[0]?.planId })]);
  expect((await allotment(cloudProductIds.insights))['consumedUnits']).toBe(1);
  expect((await ask(`DELETE ${path}`)).status).toBe(204);
  expect((await ask(path)).status).toBe(404);
  expect((await allotment(cloudProductIds.insights))['consumedUnits']).toBe(0);
});

test('a product of the directory is given by either door to the same people', async () => {
  const { ask, assign, people } = setup();
  const created = await assign(productIds.timesheets, `users/${people[0]?.id}`);
  expect(created.status).toBe(201);
  const select = `/users/${people[0]?.id}?$select=assignedLicenses`;
  expect(JSON.stringify((await ask(select)).body)).toContain(productIds.timesheets);
  await ask(`DELETE ${top}/assignments/${String(created.body['id'])}`);
  expect(JSON.stringify((await ask(select)).body)).not.toContain(productIds.timesheets);
});

test('members of a group without a seat wait for one, a person alone is refused', async () => {
  const { ask, assign, allotment, tenant, people } = setup();
  const group = tenant.groups.find(({ memberIds }) => memberIds.filter((id) => tenant.user(id)).length > 12);
  expect((await assign(cloudProductIds.insights, `groups/${group?.id}`)).status).toBe(201);
  const { id, consumedUnits } = await allotment(cloudProductIds.insights);
  expect(consumedUnits).toBe(12);
  const waiting = await ask(`${top}/allotments/${String(id)}/waitingMembers?$expand=assignedTo`);
  const members = group?.memberIds.filter((memberId) => tenant.user(memberId)) ?? [];
  expect(waiting.body.value).toHaveLength(members.length - 12);
  expect(waiting.body.value?.[0]?.['waitingSinceDateTime']).toBe('2026-05-11T09:30:00Z');
  const outsider = people.find((person) => !members.includes(person.id));
  const refused = await assign(cloudProductIds.insights, `users/${outsider?.id}`);
  expect([refused.status, inner(refused.body.error)]).toEqual([400, 'noAvailableLicenses']);
});

test('refusals have a useful inner code', async () => {
  const { ask, assign, tenant, people } = setup();
  const code = async (reply: Promise<{ body: { error?: unknown } }>) => inner((await reply).body.error);
  expect(await code(ask(`POST ${top}/assignments`, { body: {} }))).toBe('requiredFieldOrParameterMissing');
  const unknownId = 'users/00000000-0000-4000-8000-00000000dead';
  expect(await code(assign(cloudProductIds.insights, unknownId))).toBe('notFound');
  const nowhere = tenant.users.find(
    ({ usageLocation, licenses }) => usageLocation === null && licenses.length === 0,
  );
  expect(await code(assign(productIds.timesheets, `users/${nowhere?.id}`))).toBe('invalidUsageLocation');
  expect(await code(assign(productIds.rota, `users/${people[0]?.id}`))).toBe('noAvailableLicenses');
  expect(await code(assign(cloudProductIds.insights, `users/${people[0]?.id}`, { as: 'member' }))).toBe(
    'missingRequiredPermission',
  );
  expect(await code(ask(`${top}/allotments`, { scopes: ['User.Read'] }))).toBe('missingRequiredPermission');
});

test('errors of giving are listed for the organization and for a person', async () => {
  const { ask, tenant } = setup();
  const failing = tenant.users.filter(({ licenses }) =>
    licenses.some(({ state, error }) => state === 'Error' && error !== 'CountViolation'),
  );
  const { body } = await ask(`${top}/assignmentErrors?$expand=assignedTo`);
  expect(body.value?.length).toBeGreaterThanOrEqual(failing.length);
  const [person] = failing;
  const own = await ask(`/users/${person?.id}/cloudLicensing/assignmentErrors`);
  expect(own.body.value?.[0]).toMatchObject({ code: expect.any(String) as string });
  const one = await ask(`${top}/assignmentErrors/${String(own.body.value?.[0]?.['id'])}`);
  expect(one.body['code']).toBe(own.body.value?.[0]?.['code']);
});

test('reprocessing answers 200', async () => {
  const { ask, people } = setup();
  const line = `POST /users/${people[0]?.id}/cloudLicensing/assignments/reprocessAssignments`;
  expect((await ask(line)).status).toBe(200);
  expect((await ask(line, { as: 'member' })).status).toBe(403);
});

test('groups have assignments and usage rights', async () => {
  const { ask } = setup();
  const assignments = await ask(
    `/groups/${groupIds.fieldStaff}/cloudLicensing/assignments?$expand=allotment`,
  );
  const rights = await ask(`/groups/${groupIds.fieldStaff}/cloudLicensing/usageRights`);
  expect(assignments.body.value?.length).toBeGreaterThan(0);
  expect(rights.body.value?.length).toBe(assignments.body.value?.length);
});
