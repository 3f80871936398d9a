// Reads after writes may be stale (D, Graph: list users, advanced queries, delta query overview). How long is a setting.
import { productIds } from '../../../src/sandbox/tenant/products';
import { groupIds } from '../../../src/sandbox/tenant/groupSeeds';
import { setupCloud, top } from './setupCloud';
import type { AskOptions } from '../../sandbox/graph/openEmulator';
import { allScopes, eventual, openEmulator } from '../../sandbox/graph/openEmulator';

function setup() {
  const world = openEmulator();
  const scopes = [...allScopes, 'Group.ReadWrite.All'];
  const ask = (line: string, options: AskOptions = {}) => world.ask(line, { scopes, ...options });
  const person = world.tenant.users.find(
    ({ licenses, usageLocation }) => licenses.length === 0 && usageLocation === 'SE',
  );
  const assign = () =>
    ask(`POST /users/${person?.id}/assignLicense`, {
      body: { addLicenses: [{ skuId: productIds.timesheets }], removeLicenses: [] },
    });
  const licenses = async () =>
    (await ask(`/users/${person?.id}?$select=assignedLicenses`)).body['assignedLicenses'] as object[];
  const consumed = async () =>
    (await ask('/subscribedSkus')).body.value?.find(({ skuId }) => skuId === productIds.timesheets)?.[
      'consumedUnits'
    ] as number;
  return { ...world, ask, assign, licenses, consumed, id: person?.id ?? '' };
}

const byLicense = `/users?$count=true&$top=999&$select=id&$filter=${encodeURIComponent(`assignedLicenses/any(x:x/skuId eq ${productIds.timesheets})`)}`;

test('without a lag a write is seen at once everywhere', async () => {
  const { ask, assign, licenses, consumed, id } = setup();
  const before = await consumed();
  await assign();
  expect(await licenses()).toHaveLength(1);
  expect(await consumed()).toBe(before + 1);
  const { body } = await ask(byLicense, { headers: eventual });
  expect(body.value?.map((user) => user['id'])).toContain(id);
});

test('plain reads stay old until their time, while the answer of the write is new', async () => {
  const { assign, licenses, clock, emulator } = setup();
  emulator.lag.readsInMs = 5_000;
  const { body } = await assign();
  expect(body['assignedLicenses']).toHaveLength(1);
  expect(await licenses()).toHaveLength(0);
  clock.time += 4_999;
  expect(await licenses()).toHaveLength(0);
  clock.time += 1;
  expect(await licenses()).toHaveLength(1);
});

test('the index of advanced queries has a time of its own', async () => {
  const { ask, assign, licenses, clock, emulator, id } = setup();
  emulator.lag.indexInMs = 60_000;
  await assign();
  expect(await licenses()).toHaveLength(1);
  const indexed = async () =>
    (await ask(byLicense, { headers: eventual })).body.value?.some((user) => user['id'] === id);
  expect(await indexed()).toBe(false);
  expect((await ask(byLicense)).body.value?.some((user) => user['id'] === id)).toBe(true);
  clock.time += 60_000;
  expect(await indexed()).toBe(true);
});

test('consumedUnits have a time of their own', async () => {
  const { assign, consumed, clock, emulator } = setup();
  emulator.lag.countsInMs = 30_000;
  const before = await consumed();
  await assign();
  expect(await consumed()).toBe(before);
  clock.time += 30_000;
  expect(await consumed()).toBe(before + 1);
});

test('delta queries have a time of their own', async () => {
  const { ask, assign, clock, emulator, id } = setup();
  emulator.lag.deltaInMs = 10_000;
  const start = await ask('/users/delta?$select=assignedLicenses&$deltatoken=latest');
  const link = String(start.body['@odata.deltaLink']).replace('https://graph.microsoft.com/v1.0', '');
  await assign();
  const early = await ask(link);
  expect(early.body.value).toEqual([]);
  clock.time += 10_000;
  expect((await ask(link)).body.value?.map((user) => user['id'])).toContain(id);
});

test('a write is judged by what is so, not by what reads show', async () => {
  const { ask, assign, emulator, id } = setup();
  emulator.lag.readsInMs = 60_000;
  await assign();
  const removed = await ask(`POST /users/${id}/assignLicense`, {
    body: { addLicenses: [], removeLicenses: [productIds.timesheets] },
  });
  expect(removed.status).toBe(200);
});

test('new groups, joined members and deleted people appear and go late too', async () => {
  const { ask, clock, emulator, tenant } = setup();
  emulator.lag.readsInMs = 5_000;
  const [joiner, leaver] = [tenant.users[70]?.id ?? '', tenant.users[71]?.id ?? ''];
  const made = await ask('POST /groups', {
    body: { displayName: 'Late', mailEnabled: false, mailNickname: 'late', securityEnabled: true },
  });
  const bound = { 'members@odata.bind': [`https://graph.microsoft.com/v1.0/directoryObjects/${joiner}`] };
  await ask(`PATCH /groups/${groupIds.empty}`, { body: bound });
  await ask(`DELETE /users/${leaver}`);
  const seen = async () => ({
    group: (await ask(`/groups/${String(made.body['id'])}`)).status,
    members: (await ask(`/groups/${groupIds.empty}/members`)).body.value?.length,
    memberOf: (await ask(`/users/${joiner}/memberOf?$top=999`)).body.value?.some(
      (item) => item['id'] === groupIds.empty,
    ),
    deleted: (await ask(`/users/${leaver}`)).status,
  });
  expect(await seen()).toEqual({ group: 404, members: 0, memberOf: false, deleted: 200 });
  clock.time += 5_000;
  expect(await seen()).toEqual({ group: 200, members: 1, memberOf: true, deleted: 404 });
});

test('what cloud licensing keeps is old for as long, and the answer of the write is new', async () => {
  const { ask, assign, rows, person, clock, emulator } = setupCloud();
  const own = () => rows(`/users/${person(0)}/cloudLicensing/assignments`);
  const before = await own();
  emulator.lag.readsInMs = 5_000;
  const { status, body } = await assign('QUILLMARROW_INSIGHTS_CORE', `users/${person(0)}`);
  expect([status, await own()]).toEqual([201, before]);
  clock.time += 4_999;
  const deleted = (await ask(`DELETE ${top}/assignments/${String(body['id'])}`)).status;
  expect([deleted, await own()]).toEqual([204, before]);
  clock.time += 1;
  expect((await own()).map(({ id }) => id)).toContain(body['id']);
  clock.time += 4_999;
  expect(await own()).toEqual(before);
});
