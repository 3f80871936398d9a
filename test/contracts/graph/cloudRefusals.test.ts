// cspell:ignore FENNIMORE MERROWFEN THORNWICK PALEGROVE QUILLMARROW HOLLOWMERE BRAMBLECOURT SPZNK groupby topcount
// The refusals of cloud licensing (design: status, code, message, target, inner error).
import { productIds } from '../../../src/sandbox/tenant/products';
import { groupIds } from '../../../src/sandbox/tenant/groupSeeds';
import type { Reply } from '../../sandbox/graph/openEmulator';
import { moreScopes } from './openOwnEmulator';
import { innerOf, setupCloud, top } from './setupCloud';

const insights = 'QUILLMARROW_INSIGHTS_CORE';
const malformed = 'Cannot process the request because it is malformed or incorrect.';
const unknownId = '00000000-0000-4000-8000-00000000dead';

/** Status, code, message, target and inner error of a refusal. */
const all = (reply: Reply): unknown[] => {
  const { code, message, target } = (reply.body.error ?? {}) as Record<string, unknown>;
  return [reply.status, code, message, target, innerOf(reply)];
};

test('what a body lacks is named', async () => {
  const { ask, allotment, bodyOf, person } = setupCloud();
  const { id } = await allotment(insights);
  const full = bodyOf(id, `users/${person(0)}`);
  for (const [name, propertyName] of [
    ['allotment@odata.bind', 'allotment'],
    ['assignedTo@odata.bind', 'assignedTo'],
    ['disabledServicePlanIds', 'disabledServicePlanIds'],
  ] as const) {
    const body = Object.fromEntries(Object.entries(full).filter(([key]) => key !== name));
    expect(all(await ask(`POST ${top}/assignments`, { body }))).toEqual([
      400,
      'badRequest',
      malformed,
      'body',
      { code: 'requiredFieldOrParameterMissing', propertyName },
    ]);
  }
});

test('what a body names and is not there is named', async () => {
  const { ask, allotment, assignTo, bodyOf, person } = setupCloud();
  const { id, services } = await allotment(insights);
  const missing = (propertyName: string) => [
    400,
    'badRequest',
    'Cannot process request because a referenced item was not found.',
    'body',
    { code: 'notFound', propertyName },
  ];
  expect(all(await assignTo(id, `users/${unknownId}`))).toEqual(missing('assignedTo'));
  expect(all(await assignTo('x'.repeat(52), `users/${person(0)}`))).toEqual(missing('allotment'));
  const plan = (services as { planId: string }[])[0]?.planId;
  const body = bodyOf(id, `users/${person(0)}`, [plan, unknownId]);
  expect(all(await ask(`POST ${top}/assignments`, { body }))).toEqual([
    400,
    'badRequest',
    'Cannot process request because a referenced item does not exist or is not associated with the request.',
    'body',
    { code: 'notFound', propertyName: 'disabledServicePlanIds[1]' },
  ]);
});

test('the rules of the directory refuse in the words of cloud licensing', async () => {
  const { assign, tenant, person } = setupCloud();
  const nowhere = tenant.users.find(
    ({ usageLocation, licenses }) => usageLocation === null && licenses.length === 0,
  );
  expect(all(await assign('SNORRIFAX_TIMESHEETS', `users/${nowhere?.id}`))).toEqual([
    400,
    'badRequest',
    'Cannot process request because a referenced item has an invalid usage location.',
    'query',
    { code: 'invalidUsageLocation' },
  ]);
  expect(all(await assign('SNORRIFAX_ROTA', `users/${person(0)}`))).toEqual([
    400,
    'badRequest',
    'There are no available licenses for the specified allotment',
    undefined,
    { code: 'noAvailableLicenses' },
  ]);
  const sku = tenant.sku(productIds.basic);
  const exclusive = sku?.plans.find(({ excludes }) => excludes)?.name ?? 'OSKAVARO_CORE';
  const holder = tenant.users.find(({ licenses }) =>
    licenses.some(({ skuId, state }) => skuId === productIds.suite && state === 'Active'),
  );
  const [, code, message, , inner] = all(await assign(exclusive, `users/${holder?.id}`));
  expect([code, message]).toEqual([
    'badRequest',
    expect.stringMatching(
      /^License assignment failed because service plans \S{36},\S{36} are mutually exclusive$/,
    ),
  ]);
  expect(inner).toEqual({
    code: 'mutuallyExclusiveServicePlans',
    ids: [expect.any(String), expect.any(String)],
  });
});

test('both ends of an assignment stay what they are', async () => {
  const { ask, assign, allotment, allotments, bodyOf, person } = setupCloud();
  const created = await assign(insights, `users/${person(0)}`);
  const path = `${top}/assignments/${String(created.body['id'])}`;
  const { id } = await allotment(insights);
  const [other] = await allotments('THORNWICK_LEDGER');
  const patch = (body: object) => ask(`PATCH ${path}`, { body });
  expect((await patch(bodyOf(id, `users/${person(0)}`))).status).toBe(200);
  const modified = (propertyName: string) => [
    400,
    'badRequest',
    'Cannot process the request because an immutable property was modified.',
    undefined,
    { code: 'immutablePropertyModified', propertyName },
  ];
  expect(all(await patch(bodyOf(other?.['id'], `users/${person(0)}`)))).toEqual(modified('allotment'));
  expect(all(await patch(bodyOf(id, `users/${person(1)}`)))).toEqual(modified('assignedTo'));
  const put = (end: string, address: string) =>
    ask(`PUT ${path}/${end}/$ref`, { body: { '@odata.id': `https://graph.microsoft.com/beta${address}` } });
  expect((await put('allotment', `${top}/allotments/${String(id)}`)).status).toBe(204);
  expect(all(await put('assignedTo', `/users/${person(1)}`))).toEqual(modified('assignedTo'));
});

test('a second assignment of the same pool is refused without a code that a client could know', async () => {
  const { assign, person } = setupCloud();
  await assign(insights, `users/${person(0)}`);
  const [status, code, , , inner] = all(await assign(insights, `users/${person(0)}`));
  expect([status, code, inner]).toEqual([400, 'badRequest', {}]);
});

test('without permission or role, and with a role for others', async () => {
  const { ask, assign, person } = setupCloud();
  const missing = [
    403,
    'forbidden',
    'Cannot process request because the user does not have required permissions for referenced allotment.',
    undefined,
    { code: 'missingRequiredPermission' },
  ];
  const toAssign = [
    403,
    'forbidden',
    'Cannot process request because the user does not have required permissions to assign to allotment.',
    undefined,
    { code: 'allotmentPermissions' },
  ];
  expect(all(await ask(`${top}/allotments`, { scopes: ['User.Read'] }))).toEqual(missing);
  expect(all(await assign(insights, `users/${person(0)}`, { as: 'member' }))).toEqual(missing);
  expect(all(await assign(insights, `users/${person(0)}`, { as: 'groups-admin' }))).toEqual(toAssign);
});

test('what one person bought for a department is given by that person, to people', async () => {
  const { ask, assign, allotment, person } = setupCloud();
  const sketch = 'PALEGROVE_SKETCH';
  const [admin, owner] = [{}, { as: 'member' }] as const;
  expect(innerOf(await assign(sketch, `users/${person(0)}`, admin))).toEqual({
    code: 'missingRequiredPermission',
  });
  expect((await assign(sketch, `users/${person(0)}`, owner)).status).toBe(201);
  expect(innerOf(await assign(sketch, `groups/${groupIds.empty}`, owner))).toEqual({
    code: 'allotmentPermissions',
  });
  const { managementScope, skuId } = await allotment(sketch);
  expect(managementScope).toBe('individual');
  const reply = await ask(`POST /users/${person(1)}/assignLicense`, {
    body: { addLicenses: [{ skuId }], removeLicenses: [] },
  });
  expect(reply.body.error?.message).toBe(
    `License ${String(skuId)} does not correspond to a valid company License.`,
  );
});

test('a method that a thing does not take', async () => {
  const { ask, allotment } = setupCloud();
  const { id } = await allotment(insights);
  expect(all(await ask(`DELETE ${top}/allotments/${String(id)}`))).toEqual([
    405,
    'methodNotAllowed',
    `Resource '${String(id)}' does not support deletion`,
    undefined,
    {},
  ]);
});

test('queries that are not served', async () => {
  const { ask } = setupCloud();
  const inner = async (query: string) => {
    const [status, code, message, target, details] = all(await ask(`${top}/${query}`));
    expect([status, code, message, target]).toEqual([400, 'badRequest', malformed, 'query']);
    return details;
  };
  expect(await inner(`assignments?$filter=allotmentId eq ${unknownId}`)).toEqual({
    code: 'invalidFilter',
    propertyName: 'allotmentId',
  });
  // An id in quotes is no id.
  expect(await inner(`allotments?$filter=skuId eq '${unknownId}'`)).toMatchObject({ code: 'invalidFilter' });
  expect(await inner('assignmentErrors?$expand=flags')).toEqual({
    code: 'invalidExpansion',
    propertyName: 'flags.id',
  });
  const deep = 'assignments?$expand=allotment($expand=assignments($expand=allotment))';
  expect(await inner(deep)).toEqual({
    code: 'invalidExpansion',
    propertyName: 'allotment.assignments.allotment.id',
  });
  for (const query of [
    '$orderby=id',
    '$search="x"',
    '$select=nothing',
    '$filter=((',
    '$skip=3',
    '$apply=x()',
  ])
    expect(await inner(`allotments?${query}`)).toEqual({ code: 'invalidQuery' });
});

test('people with their assignments, in a list no deeper', async () => {
  const { ask } = setupCloud();
  const query = '$select=id&$expand=cloudLicensing/assignments($expand=allotment($select=id))';
  expect(innerOf(await ask(`/users?${query}`))).toEqual({
    code: 'invalidExpansion',
    propertyName: 'cloudLicensing.assignments.allotment.id',
  });
  expect((await ask('/users?$select=id&$expand=cloudLicensing/assignments')).status).toBe(200);
});

test('too many requests, alone and in a batch', async () => {
  const { ask, emulator } = setupCloud();
  emulator.faults.set([{ kind: 'throttle', rate: 1 }]);
  const reply = await ask(`${top}/allotments`);
  expect(all(reply)).toEqual([
    429,
    'tooManyRequests',
    'Please retry again later.',
    undefined,
    { code: 'tooManyRequests', retryAfterSeconds: Number(reply.headers['Retry-After']) },
  ]);
  emulator.faults.set([{ kind: 'throttle', rate: 1, pathPattern: 'GET /admin/*' }]);
  const requests = [{ id: '1', method: 'GET', url: `${top}/allotments` }];
  const { body } = await ask('POST /$batch', { body: { requests } });
  expect((body['responses'] as { body: { error: object } }[])[0]?.body.error).toMatchObject({
    code: 'tooManyRequests',
  });
});

test.each([
  [`POST ${top}/assignments`, ['User.ReadWrite.All', 'Group.ReadWrite.All'], 403],
  ['POST users', ['User.ReadWrite.All'], 400],
  ['POST users', ['Directory.ReadWrite.All'], 400],
  ['POST users', ['User.Read.All', 'Directory.Read.All', 'Group.ReadWrite.All'], 403],
  ['POST groups', ['Group.ReadWrite.All'], 400],
  ['POST groups', ['User.ReadWrite.All'], 400],
  ['POST groups', ['Group.Read.All'], 403],
  ['POST devices', moreScopes, 403],
  [`${top}/allotments`, ['Directory.Read.All'], 200],
  [`${top}/allotments`, ['User.Read.All'], 403],
  ['/me/cloudLicensing/usageRights', ['User.Read'], 200],
])('%s with %s is %i', async (line, scopes, status) => {
  const { ask, person } = setupCloud();
  const address = line
    .replace(/ users$/, ` /users/${person(0)}/cloudLicensing/assignments`)
    .replace(/ groups$/, ` /groups/${groupIds.empty}/cloudLicensing/assignments`)
    .replace(/ devices$/, ' /devices/0de71ce0-0000-4000-8000-000000000001/cloudLicensing/assignments');
  const body = address.startsWith('POST') ? {} : undefined;
  expect((await ask(address, { scopes, body })).status).toBe(status);
});
